package relate

import (
	"whomet/ner"
	"whomet/ner/lexicon"
)

// Talking and calling in English, which need not be a meeting.

// speak reads X spoke with Y and X spoke to Y; of two who spoke it must say that
// they did so by phone or when, for both may have spoken to others.
func (r *reader) speak(f frame) (frame, bool) {
	q := &r.seqs[f.seq]
	groups, _ := r.right(q, f.cue, false)
	for _, g := range groups {
		if (g.mark == with || g.mark == toward) && len(f.b) == 0 {
			f.b = g.items
		}
	}
	f.a = r.left(q, f.cue)
	if len(f.b) == 0 {
		next := f.cue + 1
		dated := next < len(q.items) && (q.items[next].is(lexicon.RelDay, lexicon.Weekday) || r.ofDay(q, next) || q.items[next].is(lexicon.Purpose) && r.near(q, next, 0, 1, lexicon.Sole))
		return f, len(f.a) > 1 && (dated || r.byPhone(q, f))
	}
	return f, r.implied(&f)
}

// fromAfar reports whether those who spoke did so by phone, as the word means where
// nothing says that they were at one place, and no meeting of theirs was told of.
func (r *reader) fromAfar(q *seq, c int, rec *record) bool {
	for k := c + 1; k < len(q.items); k++ {
		if it := &q.items[k]; it.is(lexicon.Occasion, lexicon.During) {
			return false
		}
	}
	for i := range r.records {
		same := 0
		for _, p := range rec.parties {
			if r.records[i].has(p.key) {
				same++
			}
		}
		if same > 1 && r.records[i].mode == ner.InPerson {
			return false
		}
	}
	return true
}

// toldThere reads what one told the other at a meeting: Putin told Assad during
// the meeting in Sochi. Whom somebody told, without a word of a meeting, may have
// been told from afar.
func (r *reader) toldThere(f frame) (frame, bool) {
	q := &r.seqs[f.seq]
	if !r.governed(q, f.cue, lexicon.During) {
		return f, false
	}
	for k := range q.items {
		if !q.items[k].is(lexicon.Tells) || !r.personAt(q, k+1) || !r.identified(&q.items[k+1]) {
			continue
		}
		if f.a = r.left(q, k); len(f.a) == 1 && f.a[0] < k {
			f.b = []int{k + 1}
			f.rule = "told-there"
			return f, true
		}
	}
	return f, false
}

// calledNames reports whether it was no call: Erdogan called Netanyahu a tyrant,
// called Trump unfit, called reports of a dinner with Putin sick.
func (r *reader) calledNames(q *seq, c int, b []int) bool {
	words := 0
	for k := c + 1; k < b[0]; k++ {
		if it := &q.items[k]; it.kind == word && !r.capital(it) && !isThe(r.t.Fold(it.first)) {
			words++
		}
	}
	if words > 1 {
		return true
	}
	k := b[len(b)-1] + 1
	if k >= len(q.items) || k > c+3 || r.t.Fold(q.items[c].last) != "called" {
		return false
	}
	it := &q.items[k]
	return it.kind == word && !r.capital(it) || r.raw(it) == "\"" || r.raw(it) == "\u201c"
}

// calledOn reports whether somebody was asked rather than visited: called on
// Netanyahu to stop.
func (r *reader) calledOn(q *seq, c int, b []int) bool {
	next := b[len(b)-1] + 1
	return r.t.Fold(q.items[c].last) == "on" && next < len(q.items) && r.t.Fold(q.items[next].first) == "to"
}
