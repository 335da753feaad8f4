package graph

import (
	"fmt"
	"slices"

	"whomet/ner"
)

// names says how many NAMEs each kind of question takes; -1 is any number.
var names = map[QuestionKind]int{Met: 1, Meetings: -1, Near: 1, Together: 2, Who: 1, Path: 2, Timeline: 1}

// Check says what is wrong with a question: an unknown kind, status or mode,
// the wrong number of names, a name without ids, From after To, or a path from
// somebody to himself.
func (q *Question) Check() error {
	n, ok := names[q.Kind]
	switch {
	case !ok:
		return fmt.Errorf("unknown kind of question %q", q.Kind)
	case n >= 0 && len(q.Who) != n:
		return fmt.Errorf("%s takes %d names, not %d", q.Kind, n, len(q.Who))
	case slices.ContainsFunc(q.Who, func(ids []string) bool { return len(ids) == 0 }):
		return fmt.Errorf("%s: a name stands for nobody", q.Kind)
	case q.From != 0 && q.To != 0 && q.From > q.To:
		return fmt.Errorf("%s: from %v is after to %v", q.Kind, q.From, q.To)
	case q.Limit < 0:
		return fmt.Errorf("%s: limit %d is negative", q.Kind, q.Limit)
	case q.Kind == Path && slices.ContainsFunc(q.Who[0], func(id string) bool { return slices.Contains(q.Who[1], id) }):
		return fmt.Errorf("%s: both names mean the same", q.Kind)
	case q.Kind == Path && q.Country != "":
		return fmt.Errorf("%s has no counterparts whose country could be asked for", q.Kind)
	}
	switch ner.Status(q.Status) {
	case "", Any, ner.Held, ner.Planned, ner.Proposed, ner.Cancelled, ner.Denied, ner.Alleged:
	default:
		return fmt.Errorf("%s: unknown status %q", q.Kind, q.Status)
	}
	switch ner.Mode(q.Mode) {
	case "", Any, ner.InPerson, ner.Phone, ner.Multilateral:
	default:
		return fmt.Errorf("%s: unknown mode %q", q.Kind, q.Mode)
	}
	return nil
}
