package relate

import (
	"whomet/ner/lexicon"
)

// Whoever only tells whose aide or plan it was takes no part.

// owned reports whether the person at item i only tells whose aide, plan or
// government it is: met Kerry's aides, a proposal by Lavrov, the wife of Assad.
func (r *reader) owned(q *seq, i int) bool {
	if i+1 < len(q.items) && r.possessive(&q.items[i+1]) {
		return true
	}
	if i == 0 {
		return false
	}
	before := &q.items[i-1]
	return before.is(lexicon.Owner) || r.agent(q, i) >= 0 || before.is(lexicon.And) && r.personAt(q, max(0, i-2)) && i > 1 && r.owned(q, i-2)
}

// agent is the item of the "by" right before the person at item i, or -1.
func (r *reader) agent(q *seq, i int) int {
	if !q.items[i].latin {
		return -1
	}
	if i--; i > 0 && isThe(r.t.Fold(q.items[i].first)) {
		i--
	}
	if i >= 0 && r.t.Fold(q.items[i].first) == "by" {
		return i
	}
	return -1
}
