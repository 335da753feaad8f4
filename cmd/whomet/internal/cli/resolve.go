package cli

import (
	"context"
	"errors"

	"whomet/gazetteer"
	"whomet/graph"
	"whomet/graph/ask"
)

// resolve fills in the ids of the names that were typed.
func (typed *asking) resolve(ctx context.Context, r *ask.Resolver, on gazetteer.Day, names []string, q *graph.Question) error {
	for _, n := range names {
		ids, err := r.Resolve(ctx, n, on, q.Kind)
		if err != nil {
			return unresolved(err)
		}
		q.Who = append(q.Who, ids)
	}
	var err error
	if typed.in != "" {
		if q.In, err = r.Place(typed.in); err != nil {
			return unresolved(err)
		}
	}
	if typed.country != "" {
		if q.Country, err = r.Country(typed.country); err != nil {
			return unresolved(err)
		}
	}
	return nil
}

// unresolved is the failure of a name that means nobody or several, or of the
// store that was asked for it.
func unresolved(err error) error {
	var unknown *ask.UnknownError
	var ambiguous *ask.AmbiguousError
	switch {
	case errors.As(err, &ambiguous):
		return misuse(ambiguous.Candidates[0].ID+" instead of "+quoted(ambiguous.Name)+", if that one is meant", "%w", err)
	case errors.As(err, &unknown) && len(unknown.Near) > 0:
		return misuse(unknown.Near[0].ID+" instead of "+quoted(unknown.Name)+", if that one is meant", "%w", err)
	case errors.As(err, &unknown):
		return misuse("", "%w", err)
	}
	return storeFailure("", err)
}

// nameOf is how somebody can be asked for: by the English name, or by the id
// where the name is not his alone.
func nameOf(ctx context.Context, r *ask.Resolver, e graph.EntityRef) string {
	ids, err := r.Resolve(ctx, e.Name, 0, graph.Who)
	if err == nil && len(ids) == 1 && ids[0] == e.Entity {
		return e.Name
	}
	return e.Entity
}
