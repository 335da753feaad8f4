package relate

import (
	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
)

// Where and by whose account, in English: what stands beside the clause of the meeting.

// said is the comma behind which an English sentence tells who said so, or the
// length of the sentence: They met in Doha, officials in Moscow said.
func (r *reader) said(q *seq) int {
	for k := len(q.items) - 1; k > 1; k-- {
		it := &q.items[k]
		if !it.latin || !it.is(lexicon.Speech) || it.is(lexicon.Relative) {
			continue
		}
		if next := k + 1; next < len(q.items) && q.items[next].kind != punct && !q.items[next].is(lexicon.In, lexicon.Weekday, lexicon.RelDay, lexicon.AfterMark) && !r.ofDay(q, next) {
			return len(q.items) // After talks in Doha, Kerry said Russia …
		}
		for j := k - 1; j > 0 && j >= k-9; j-- {
			p := &q.items[j]
			if p.kind == cue && (p.cues[0].Class.Verb() || p.is(lexicon.Relative, lexicon.Break, lexicon.Speech, lexicon.Pronoun)) {
				break
			}
			if r.isComma(p) {
				if q.items[j+1].is(lexicon.And) || j+1 == k {
					break
				}
				return j
			}
		}
		return len(q.items)
	}
	return len(q.items)
}

// sayer is who said so behind the comma at item j.
func (r *reader) sayer(q *seq, j int) *ner.Claimant {
	for k := j + 1; k < len(q.items); k++ {
		it := &q.items[k]
		if it.is(lexicon.Speech) {
			return nil
		}
		if c := r.speaker(it); c != nil && !r.locative(q, k) && !r.governed(q, k, lexicon.In) {
			return c
		}
	}
	return nil
}

// placeWhere is the place in which a clause that "where" opens lies: He is in
// Baghdad, where he met Abadi.
func (r *reader) placeWhere(q *seq, c int) *gazetteer.Entity {
	for k := c - 1; k > 0; k-- {
		it := &q.items[k]
		if it.kind != cue || !it.latin || !it.is(lexicon.Break) {
			continue
		}
		if r.t.Fold(it.first) != "where" {
			return nil
		}
		if k--; r.isComma(&q.items[k]) {
			k--
		}
		if k < 0 {
			return nil
		}
		return r.placeAt(&q.items[k])
	}
	return nil
}

// journey reports whether item i tells of one: arrived, left, and in English the
// verb of a visit right before a place. Not: The visit irritated Washington.
func (r *reader) journey(q *seq, i int) bool {
	it := &q.items[i]
	if it.is(lexicon.Arrive, lexicon.Depart) {
		return true
	}
	return it.latin && it.is(lexicon.VisitPast, lexicon.VisitPresent) && i+1 < len(q.items) && r.placeAt(&q.items[i+1]) != nil
}

// toldBefore reports whether what stands at item i belongs to a meeting told before
// it and not to the one at item c, which is what they talked of: held talks in
// Moscow on Thursday to discuss a meeting of Putin and Erdogan.
func (r *reader) toldBefore(q *seq, i, c int) bool {
	if i > c || !q.items[c].latin {
		return false
	}
	for k := c - 1; k >= 0; k-- {
		if q.items[k].kind == person {
			if h := r.headOf(q, k, c); h >= 0 && h < i {
				return true // Kerry, who is to meet Lavrov on Friday, held talks
			}
			break
		}
	}
	topic := false
	for k := i + 1; k < c && !topic; k++ {
		topic = q.items[k].is(lexicon.Topic) && !r.ofDay(q, k)
	}
	for k := i - 1; k >= 0 && topic; k-- {
		if it := &q.items[k]; it.kind == cue && (it.cues[0].Class.Verb() || it.is(lexicon.MeetingNoun)) {
			return true
		}
	}
	return false
}

// discussed reports whether the place at item i is part of what they discussed: the
// crisis in Syria with his counterpart.
func (r *reader) discussed(f frame, i int) bool {
	q := &r.seqs[f.seq]
	return f.rule == "discussed-with" && q.items[f.cue].latin && i > f.cue && (len(f.b) == 0 || i < f.b[0])
}
