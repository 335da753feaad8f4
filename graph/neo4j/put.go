package neo4j

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"whomet/graph"
)

// Put writes the documents in one transaction.
func (s *Store) Put(ctx context.Context, docs []graph.Put) ([]graph.Outcome, error) {
	stored := make([]graph.Record, len(docs))
	for i, d := range docs {
		p, err := graph.Project(d)
		if err != nil {
			return nil, err
		}
		stored[i] = graph.Record{Projection: *p, Gazetteer: s.stamp.Gazetteer, Pipeline: s.stamp.Pipeline}
	}
	return s.PutRecords(ctx, stored)
}

// PutRecords writes documents that another store has kept, each with the stamp under
// which it was read there. See graph.Store.Put for the rest.
func (s *Store) PutRecords(ctx context.Context, docs []graph.Record) ([]graph.Outcome, error) {
	var first []graph.Outcome
	err := s.writeTx(ctx, "put documents", func(t *tx, attempt int) error {
		b := &batch{Store: s, tx: t}
		if err := b.begin(); err != nil {
			return err
		}
		outcomes, replaced, fresh, err := b.sift(docs)
		if err != nil {
			return err
		}
		if len(fresh) > 0 || attempt == 0 {
			// Nothing left to do in a further attempt means that an earlier one
			// went through and its answer was lost: then what it found counts.
			first = outcomes
		}
		return b.change(replaced, fresh)
	})
	if err != nil {
		return nil, err
	}
	return first, nil
}

// Remove takes documents out in one transaction.
func (s *Store) Remove(ctx context.Context, ids []string) (removed int, err error) {
	err = s.writeTx(ctx, "remove documents", func(t *tx, attempt int) error {
		b := &batch{Store: s, tx: t}
		if err := b.begin(); err != nil {
			return err
		}
		known, err := t.known(ids)
		if err != nil {
			return err
		}
		if len(known) > 0 || attempt == 0 {
			removed = len(known)
		}
		return b.change(slices.Sorted(maps.Keys(known)), nil)
	})
	if err != nil {
		return 0, err
	}
	return removed, nil
}

// batch is one transaction that changes the set of documents.
type batch struct {
	*Store
	*tx
}

// begin waits for other writers and notes who writes now.
func (b *batch) begin() error {
	have, err := b.readStamp("store/lock")
	switch {
	case err != nil:
		return err
	case have.Schema == 0:
		return fmt.Errorf("%w: its stamp is gone; somebody emptied the database", graph.ErrNotStore)
	case have == b.stamp:
		return nil
	}
	if err := b.exec("store/set_stamp", stampParams(b.stamp)); err != nil {
		return err
	}
	if have.Gazetteer == b.stamp.Gazetteer {
		return nil
	}
	return b.list()
}

// sift decides the outcome of each document, and says which stored ones have to
// go and what is to be written: of a document that comes twice, the last.
func (b *batch) sift(docs []graph.Record) (outcomes []graph.Outcome, replaced []string, fresh []*graph.Record, err error) {
	ids := make([]string, len(docs))
	for i := range docs {
		ids[i] = docs[i].ID
	}
	known, err := b.known(ids)
	if err != nil {
		return nil, nil, nil, err
	}
	there := make(map[string]bool, len(known))
	for id := range known {
		there[id] = true
	}
	outcomes = make([]graph.Outcome, len(docs))
	write := map[string]int{} // index of what is to be written
	for i := range docs {
		d := &docs[i]
		now := knownDocument{d.TextHash, d.Gazetteer, d.Pipeline}
		switch have, ok := known[d.ID]; {
		case !ok:
			outcomes[i] = graph.Stored
		case have == now:
			outcomes[i] = graph.Unchanged
			continue
		default:
			outcomes[i] = graph.Replaced
		}
		known[d.ID] = now
		write[d.ID] = i
	}
	for i := range docs {
		id := docs[i].ID
		if j, ok := write[id]; ok && j == i {
			fresh = append(fresh, &docs[i])
			if there[id] {
				replaced = append(replaced, id)
			}
		}
	}
	slices.Sort(replaced)
	return outcomes, replaced, fresh, nil
}

// change takes documents out and puts others in, and merges again whatever
// reports that may concern.
func (b *batch) change(gone []string, fresh []*graph.Record) error {
	if len(gone) == 0 && len(fresh) == 0 {
		return nil
	}
	pairs := newPairs()
	left, err := b.remove(gone, pairs)
	if err != nil {
		return err
	}
	touched, err := b.insert(fresh, pairs)
	if err != nil {
		return err
	}
	if err := b.writePairs(pairs); err != nil {
		return err
	}
	if err := b.merge(left, fresh); err != nil {
		return err
	}
	return b.tidy(left.called, touched)
}

// tidy takes out those whom no gazetteer lists and nobody speaks of any more, and
// gives the others the name that most documents give them.
func (b *batch) tidy(gone, touched []string) error {
	if len(gone) > 0 {
		if err := b.exec("store/orphans", params{"ids": unique(gone)}); err != nil {
			return err
		}
	}
	all := unique(slices.Concat(gone, touched))
	if len(all) == 0 {
		return nil
	}
	return b.exec("store/usual_names", params{"ids": all})
}
