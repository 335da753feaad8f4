package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"whomet/graph"
)

// Put writes the documents in one transaction.
func (s *Store) Put(ctx context.Context, docs []graph.Put) ([]graph.Outcome, error) {
	records := make([]graph.Record, len(docs))
	for i, d := range docs {
		p, err := graph.Project(d)
		if err != nil {
			return nil, err
		}
		records[i] = graph.Record{Projection: *p, Gazetteer: s.stamp.Gazetteer, Pipeline: s.stamp.Pipeline}
	}
	return s.PutRecords(ctx, records)
}

// PutRecords writes documents that another store has kept, in one transaction.
func (s *Store) PutRecords(ctx context.Context, records []graph.Record) ([]graph.Outcome, error) {
	docs := make([]*graph.Record, len(records))
	for i := range records {
		docs[i] = &records[i]
	}
	outcomes := make([]graph.Outcome, len(docs))
	err := s.transaction(ctx, "put documents", func(b *batch) error {
		if err := b.writeStamp(); err != nil {
			return err
		}
		replaced, fresh, err := b.sift(docs, outcomes)
		if err != nil {
			return err
		}
		return b.change(replaced, fresh)
	})
	if err != nil {
		return nil, err
	}
	return outcomes, nil
}

// Remove takes documents out in one transaction.
func (s *Store) Remove(ctx context.Context, ids []string) (removed int, err error) {
	err = s.transaction(ctx, "remove documents", func(b *batch) error {
		var keys []int64
		err := each(ctx, b.tx, func(scan scan) error {
			var key int64
			err := scan(&key)
			keys = append(keys, key)
			return err
		}, "SELECT DISTINCT d.key FROM json_each(?) j JOIN document d ON d.id = j.value", list(ids))
		if err != nil {
			return err
		}
		removed = len(keys)
		return b.change(keys, nil)
	})
	if err != nil {
		return 0, err
	}
	return removed, nil
}

// transaction runs f; on an error nothing f did is kept.
func (s *Store) transaction(ctx context.Context, op string, f func(*batch) error) error {
	if s.write == nil {
		return fmt.Errorf("%s: %s: %w: it was opened for questions only", s.path, op, graph.ErrReadOnly)
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return s.explain(op, cause(ctx, err))
	}
	// When the disk is full SQLite has rolled back already, and this fails.
	defer tx.Rollback()
	if err := f(&batch{Store: s, ctx: ctx, tx: tx}); err != nil {
		return s.explain(op, cause(ctx, err))
	}
	return s.explain(op, cause(ctx, tx.Commit()))
}

// batch is one transaction that changes the set of documents.
type batch struct {
	*Store
	ctx    context.Context
	tx     *sql.Tx
	entity map[string]int64 // keys of the entities of the new documents, by id
	next   struct{ entity, document, meeting, report int64 }
}

func (b *batch) exec(query string, args ...any) error {
	_, err := b.tx.ExecContext(b.ctx, query, args...)
	return err
}

// writeStamp notes who writes. Another gazetteer may have other names for those
// it lists.
func (b *batch) writeStamp() error {
	var have graph.Stamp
	if err := b.tx.QueryRowContext(b.ctx, "SELECT gazetteer, pipeline FROM stamp").Scan(&have.Gazetteer, &have.Pipeline); err != nil {
		return err
	}
	if have.Gazetteer == b.stamp.Gazetteer && have.Pipeline == b.stamp.Pipeline {
		return nil
	}
	if err := b.exec("UPDATE stamp SET gazetteer = ?, pipeline = ?", b.stamp.Gazetteer, b.stamp.Pipeline); err != nil {
		return err
	}
	if have.Gazetteer == b.stamp.Gazetteer {
		return nil
	}
	var listed []graph.Entity
	err := each(b.ctx, b.tx, func(scan scan) error {
		var id string
		if err := scan(&id); err != nil {
			return err
		}
		if e := graph.Describe(b.gazetteer, graph.Named{ID: id}); e.Listed {
			listed = append(listed, e)
		}
		return nil
	}, "SELECT id FROM entity")
	if err != nil {
		return err
	}
	for _, e := range listed {
		err := b.exec("UPDATE entity SET type = ?, name = ?, name_ar = ?, listed = 1, iso = ?, kind = ?, country = ? WHERE id = ?",
			string(e.Type), e.Name, e.NameAr, e.ISO, e.Kind, e.Country, e.ID)
		if err != nil {
			return err
		}
	}
	return nil
}

// sift decides the outcome of each document, and says which stored ones have to
// go and what is to be written: of a document that comes twice, the last.
func (b *batch) sift(docs []*graph.Record, outcomes []graph.Outcome) (replaced []int64, fresh []*graph.Record, err error) {
	ids := make([]string, len(docs))
	for i, d := range docs {
		ids[i] = d.ID
	}
	type text struct{ hash, gazetteer, pipeline string } // and by what it was read
	type state struct {
		key   int64 // 0: not in the file
		text  text
		write int // index of what is to be written, -1: nothing
	}
	known := make(map[string]*state, len(docs))
	err = each(b.ctx, b.tx, func(scan scan) error {
		st := state{write: -1}
		var id string
		err := scan(&st.key, &id, &st.text.hash, &st.text.gazetteer, &st.text.pipeline)
		known[id] = &st
		return err
	}, `SELECT d.key, d.id, d.text_hash, d.gazetteer, d.pipeline
	    FROM json_each(?) j JOIN document d ON d.id = j.value`, list(ids))
	if err != nil {
		return nil, nil, err
	}
	for i, d := range docs {
		now := text{d.TextHash, d.Gazetteer, d.Pipeline}
		st, ok := known[d.ID]
		switch {
		case !ok:
			outcomes[i] = graph.Stored
			known[d.ID] = &state{text: now, write: i}
			continue
		case st.text == now:
			outcomes[i] = graph.Unchanged
			continue
		}
		outcomes[i] = graph.Replaced
		st.text, st.write = now, i
	}
	for i, d := range docs {
		if st := known[d.ID]; st.write == i {
			fresh = append(fresh, d)
			if st.key != 0 {
				replaced = append(replaced, st.key)
			}
		}
	}
	return replaced, fresh, nil
}

// change takes documents out and puts others in, and merges again whatever
// reports that may concern.
func (b *batch) change(gone []int64, fresh []*graph.Record) error {
	if len(gone) == 0 && len(fresh) == 0 {
		return nil
	}
	err := b.tx.QueryRowContext(b.ctx, `
		SELECT (SELECT coalesce(max(key), 0) FROM entity), (SELECT coalesce(max(key), 0) FROM document),
		       (SELECT coalesce(max(key), 0) FROM meeting), (SELECT coalesce(max(key), 0) FROM report)`).
		Scan(&b.next.entity, &b.next.document, &b.next.meeting, &b.next.report)
	if err != nil {
		return err
	}
	left, err := b.remove(gone)
	if err != nil {
		return err
	}
	reports, err := b.insert(fresh)
	if err != nil {
		return err
	}
	if err := b.merge(left.reports, left.meetings, reports); err != nil {
		return err
	}
	return b.tidy(left.entities)
}
