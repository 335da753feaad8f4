package relate

import (
	"whomet/ner/lexicon"
)

// English lists: commas, and one "and" at the end.

// listedLatin reports whether the person at item i goes on a list that "and" will
// end: met Lavrov, Zarif and Ashton. Without a subject before the verb the comma
// closes an adjunct: Ahead of talks with Lavrov, Kerry and Hammond urged calm.
func (r *reader) listedLatin(q *seq, g group, c, i int) bool {
	if !q.items[i].latin || i != g.items[len(g.items)-1]+2 || !r.isComma(&q.items[i-1]) || !r.someoneBefore(q, c) {
		return false
	}
	for k := i + 1; k+1 < len(q.items); k += 2 {
		it, next := &q.items[k], &q.items[k+1]
		if r.isComma(it) && next.is(lexicon.And) { // Lavrov, Zarif, and Ashton
			it, next = next, &q.items[min(k+2, len(q.items)-1)]
			k++
		}
		if it.is(lexicon.And) {
			return next.kind == person || r.beforeName(q, k)
		}
		if !r.isComma(it) || next.kind != person {
			return false
		}
	}
	return false
}

// andBefore returns the item of an "and" that joins the person at item i to one
// before it, where nothing but words of his title stand between: Livni and
// Palestinian negotiator Saeb Erekat. Else it returns -1.
func (r *reader) andBefore(q *seq, i int) int {
	if !q.items[i].latin {
		return -1
	}
	for k := i - 1; k > 0 && k >= i-6; k-- {
		it := &q.items[k]
		switch {
		case it.latin && it.is(lexicon.And):
			if k == i-1 || q.items[k-1].kind != person || !r.identified(&q.items[k-1]) || r.verbBehind(q, k) {
				return -1
			}
			if first := &q.items[k+1]; first.kind == word && !r.capital(first) && !isThe(r.t.Fold(first.first)) {
				return -1
			}
			return k
		case it.kind == thing, it.kind == word, it.is(lexicon.OfficeHead, lexicon.Honorific, lexicon.Former, lexicon.Of), passedOver(it):
		default:
			return -1
		}
	}
	return -1
}

// runsOn reports whether no more than the words of a title stand between the person
// at item i and the "and" before him.
func (r *reader) runsOn(q *seq, i int) bool {
	words := 0
	for k := i - 1; k >= 0; k-- {
		it := &q.items[k]
		switch {
		case it.is(lexicon.And):
			return true
		case it.kind == punct && r.raw(it) != "-" && r.raw(it) != ".":
			return false
		case it.kind == word && !r.capital(it) && !isThe(r.t.Fold(it.first)):
			if words++; words > 2 {
				return false
			}
		}
	}
	return true
}

// placedApart reports whether those before the "and" that leads to item i have a day
// or place of their own, so that he was met elsewhere: met Netanyahu in Berlin on
// Friday and Abbas in Amman on Saturday.
func (r *reader) placedApart(q *seq, c, i int) bool {
	k := i - 1
	for k > c && !q.items[k].is(lexicon.And) {
		k--
	}
	for k--; k > c && q.items[k].kind != person; k-- {
		if it := &q.items[k]; it.is(lexicon.Weekday, lexicon.RelDay) || r.placeAt(it) != nil && r.locative(q, k) {
			return true
		}
	}
	return false
}
