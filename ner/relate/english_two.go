package relate

import (
	"whomet/ner/lexicon"
)

// Two who are named together, or were named before.

// theTwoLatin is theTwo for English, where they stand before the verb and nobody
// is met besides: The two met, they will meet again. Held needs a meeting's noun.
func (r *reader) theTwoLatin(q *seq, c int) bool {
	k := c - 1
	for k >= 0 && k >= c-4 && !q.items[k].is(lexicon.TheTwo) {
		if it := &q.items[k]; it.kind == person || it.kind == punct || it.is(lexicon.And, lexicon.With, lexicon.Between, lexicon.Speech) {
			return false
		}
		k--
	}
	if k < 0 || k < c-4 {
		return false
	}
	groups, _ := r.right(q, c, true)
	if len(groups) > 0 || r.near(q, c, -1, 5, lexicon.PressNoun) {
		return false
	}
	return !q.items[c].is(lexicon.HoldPast, lexicon.HoldPresent) || r.near(q, c, -1, 5, lexicon.MeetingNoun, lexicon.CallNoun)
}

// pairAhead reads the two whom "their" means before it names them: During their
// meeting in Iceland, Blinken and Lavrov agreed.
func (r *reader) pairAhead(f frame) (frame, bool) {
	q := &r.seqs[f.seq]
	if !q.items[f.cue].latin || r.someoneBefore(q, f.cue) {
		return f, false
	}
	for k := f.cue + 1; k+1 < len(q.items); k++ {
		if q.items[k].kind == person {
			return f, false
		}
		if !r.isComma(&q.items[k]) {
			continue
		}
		for j := k + 1; j < len(q.items) && j <= k+8; j++ {
			if it := &q.items[j]; it.kind == punct || it.kind == cue && it.cues[0].Class.Verb() {
				return f, false
			} else if it.kind == person {
				if two := r.joinedLeft(q, j); len(two) == 2 && two[0] > k {
					f.a = two
					return f, true
				}
			}
		}
	}
	return f, false
}

// toldOf reports whether the meeting told last is of these people: by "their
// meeting" the text means that one.
func (r *reader) toldOf(who []*item) bool {
	if r.last < 0 {
		return false
	}
	for _, it := range who {
		if !r.records[r.last].has(r.key(r.mention(it))) {
			return false
		}
	}
	return true
}

// hyphened returns the two whom a hyphen joins before item c: the Putin-Erdogan
// meeting.
func (r *reader) hyphened(q *seq, c int) []int {
	b := c - 1
	if b >= 0 && q.items[b].kind == word && !r.capital(&q.items[b]) {
		b-- // the Kerry-Lavrov peace talks
	}
	a := b - 1
	if a >= 0 && q.items[a].kind == punct {
		a--
	}
	if a < 0 || q.items[a].kind != person || q.items[b].kind != person || !r.identified(&q.items[a]) || !r.identified(&q.items[b]) {
		return nil
	}
	end, start := r.t.List[q.items[a].last].End, r.t.List[q.items[b].first].Start
	if s := r.t.Text[end:start]; s != "-" && s != "\u2013" {
		return nil
	}
	return []int{a, b}
}

// summit reports whether the conference at item c is one of people that it names:
// a summit with X, the summit between X and Y.
func (r *reader) summit(q *seq, c int) bool {
	return q.items[c].latin && r.near(q, c, -1, 2, lexicon.With, lexicon.Between, lexicon.Of)
}

// broughtTo reports whether those before an English noun came, or are to be brought,
// to it: to bring Putin and Poroshenko together for talks.
func (r *reader) broughtTo(q *seq, who []int, c int) bool {
	if !r.governed(q, c, lexicon.Purpose) {
		return false
	}
	for k := max(0, who[0]-4); k < c; k++ {
		if q.items[k].is(lexicon.Arrive, lexicon.Propose) {
			return true
		}
	}
	return false
}
