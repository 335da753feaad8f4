package relate

import (
	"strings"

	"whomet/ner/lexicon"
)

// The subject of an English verb, which is left out where the verb before has it, and
// stands before a relative clause or behind an adjunct.

// subjectLatin finds the subject that item c shares with a verb before it, where
// the nearest person, at item i, is that verb's object: Kerry met Zarif and later
// held talks with Lavrov. It returns the item of the subject, or i.
//
// Kerry met Zarif, who then saw Lavrov: a relative clause is about the nearest.
func (r *reader) subjectLatin(q *seq, i, c int) int {
	it0, joined := &q.items[i], false
	for k := i + 1; k < c; k++ {
		it := &q.items[k]
		if it.is(lexicon.Relative) && k <= i+2 {
			return i
		}
		joined = joined || it.is(lexicon.And) || it.is(lexicon.AfterMark, lexicon.BeforeMark) && !it.is(lexicon.In) || it.kind == punct && r.raw(it) == "," || it.is(lexicon.Break)
	}
	if !it0.latin || !joined || q.items[c-1].kind == punct {
		return i
	}
	return r.objectOf(q, i)
}

// objectOf is the subject of the verb whose object the person at item i is, or i.
func (r *reader) objectOf(q *seq, i int) int {
	first := r.joinedLeft(q, i)[0]
	verb := false
	for k := first - 1; k >= 0; k-- {
		it := &q.items[k]
		switch {
		case it.kind == person:
			if verb && !r.tg.Phrases[it.phrase].Inside && !r.oblique(q, k) && r.identified(it) {
				return k
			}
			return i
		case it.is(lexicon.Pronoun):
			if verb {
				return k
			}
			return i
		case it.is(lexicon.And) && !r.verbBehind(q, k), it.is(lexicon.Speech, lexicon.Relative, lexicon.Break) && !it.is(lexicon.Tells), it.kind == punct && r.raw(it) != "-":
			return i
		case it.kind == word && !r.capital(it), it.kind == cue && it.cues[0].Class.Verb(), it.is(lexicon.Propose, lexicon.Refusal, lexicon.Tells):
			verb = true
		}
	}
	return i
}

// headOf is the person of whom a relative clause speaks that a comma closes right
// before item c, where the person at item i stands inside it, or -1: Kerry, who is
// to meet Lavrov on Friday, held talks.
func (r *reader) headOf(q *seq, i, c int) int {
	if !q.items[c].latin || c < 1 || !r.isComma(&q.items[c-1]) {
		return -1
	}
	for k := i - 1; k > 1; k-- {
		if it := &q.items[k]; it.kind == punct {
			return -1
		} else if it.is(lexicon.Relative) && r.isComma(&q.items[k-1]) {
			if r.personAt(q, k-2) && r.identified(&q.items[k-2]) && !r.oblique(q, k-2) {
				return k - 2
			}
			return -1
		}
	}
	return -1
}

// mainSubject is the subject behind an adjunct that opens the sentence: After a
// meeting with Kerry was cancelled, Lavrov flew home.
func (r *reader) mainSubject(q *seq, f frame) []int {
	if !r.governed(q, f.cue, lexicon.AfterMark, lexicon.BeforeMark) || r.someoneBefore(q, f.cue) {
		return nil
	}
	for k := f.b[len(f.b)-1] + 1; k+1 < len(q.items); k++ {
		if r.isComma(&q.items[k]) {
			if r.personAt(q, k+1) && r.identified(&q.items[k+1]) {
				return []int{k + 1}
			}
			return nil
		}
	}
	return nil
}

func (r *reader) someoneBefore(q *seq, c int) bool {
	for k := range c {
		if q.items[k].kind == person || q.items[k].is(lexicon.Pronoun) {
			return true
		}
	}
	return false
}

// close reports whether no more than one item stands between the subject at item i
// and its verb at item c, in English a day and what forms the tense aside: Lavrov on
// Thursday held talks, Putin will likely hold a summit.
func (r *reader) close(q *seq, i, c int) bool {
	n := 0
	for k := i + 1; k < c; k++ {
		it := &q.items[k]
		if it.latin && (it.is(lexicon.Weekday, lexicon.Month, lexicon.RelDay, lexicon.Future, lexicon.Negation, lexicon.NegFuture, lexicon.Past) || r.isComma(it) || r.ofDay(q, k) || strings.HasSuffix(r.t.Fold(it.first), "ly")) || it.kind == number {
			continue
		}
		n++
	}
	return n <= 1
}
