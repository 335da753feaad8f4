package sqlite

import (
	"context"
	"database/sql"
	"slices"

	"whomet/graph"
)

func (a *asking) who() error {
	ids := slices.Compact(slices.Sorted(slices.Values(a.q.Who[0])))
	rows := graph.Entities{}
	for _, id := range ids {
		row, found, err := a.entity(id)
		if err != nil {
			return err
		}
		if found {
			rows = append(rows, *row)
		}
	}
	a.answer.Total = len(rows)
	if a.q.Limit > 0 && len(rows) > a.q.Limit {
		rows = rows[:a.q.Limit]
	}
	a.answer.Rows = rows
	return nil
}

// entity is found when the gazetteer lists it or a document speaks of it.
func (a *asking) entity(id string) (*graph.EntityRow, bool, error) {
	row := graph.EntityRowOf(a.gazetteer, id)
	var key int64
	var listed bool
	var e graph.EntityRow
	err := a.tx.QueryRowContext(a.ctx, "SELECT key, id, type, name, name_ar, listed, iso, kind FROM entity WHERE id = ?", id).
		Scan(&key, &e.Entity, &e.Type, &e.Name, &e.NameAr, &listed, &e.ISO, &e.Kind)
	switch {
	case err == sql.ErrNoRows && row == nil:
		return nil, false, nil
	case err != nil && err != sql.ErrNoRows:
		return nil, false, err
	case row == nil:
		e.Listed, e.Names, e.Offices = listed, []string{}, []graph.OfficeRow{}
		row = &e
	}
	var first, last sql.NullString
	err = a.tx.QueryRowContext(a.ctx, `
		WITH m (document, n) AS MATERIALIZED (SELECT document, count(*) FROM mention WHERE entity = :key GROUP BY document)
		SELECT coalesce(sum(m.n), 0), count(*), min(d.published), max(d.published),
		  (SELECT count(*) FROM participant p JOIN meeting k ON k.key = p.meeting
		   WHERE p.entity = :key AND k.status = 'held' AND k.mode = 'in_person')
		FROM m JOIN document d ON d.key = m.document`, sql.Named("key", key)).
		Scan(&row.Mentions, &row.Documents, &first, &last, &row.Meetings)
	if err != nil {
		return nil, false, err
	}
	row.First, row.Last = text(first), text(last)
	row.Ambiguous = []graph.Ambiguity{}
	err = a.each(func(scan scan) error {
		var m graph.Ambiguity
		err := scan(&m.Text, &m.Mentions)
		row.Ambiguous = append(row.Ambiguous, m)
		return err
	}, "SELECT text, count(*) FROM ambiguous WHERE candidate = ? GROUP BY text ORDER BY count(*) DESC, text", []any{id})
	return row, true, err
}

// Unlisted finds entities by the beginning of their id: those that are id, or
// id and a title (@) or a document (#) behind it, sorted by id. It is how
// graph/ask finds people whom no gazetteer lists.
func (s *Store) Unlisted(ctx context.Context, id string) ([]graph.EntityRef, error) {
	found := []graph.EntityRef{}
	err := each(ctx, s.read, func(scan scan) error {
		var e graph.EntityRef
		err := scan(&e.Entity, &e.Type, &e.Name, &e.NameAr)
		found = append(found, e)
		return err
	}, `SELECT id, type, name, name_ar FROM entity
	    WHERE id = :id OR id >= :id || '#' AND id < :id || '$' OR id >= :id || '@' AND id < :id || 'A' ORDER BY id`,
		sql.Named("id", id))
	return found, s.explain("look up a name", err)
}
