// Package sqlite keeps the graph in one SQLite file: the store that needs no
// server. The tables are described in schema/*.sql; every query stands beside
// its use and takes parameters only.
//
// There is one writer at a time, in this program (others wait in Put) and among
// programs (others wait for Options.Wait). Questions are answered from one
// snapshot and do not wait. A transaction is either in the file or not, whatever
// happens to the process; when the machine loses power the last transactions may
// be missing, never half there.
package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"whomet/gazetteer"
	"whomet/graph"
)

// Store is a graph.Store in a SQLite file.
type Store struct {
	path      string
	gazetteer *gazetteer.Gazetteer
	stamp     graph.Stamp // by what it is written

	write *sql.DB // nil when read-only
	read  *sql.DB
	stmt  statements
}

var _ graph.Archive = (*Store)(nil)

// Close releases the file; a second Close does nothing.
func (s *Store) Close() error {
	var errs []error
	// The reader goes first, so that the writer is the last to leave and
	// empties the write-ahead log into the file.
	for _, db := range []*sql.DB{s.read, s.write} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return s.explain("close", errors.Join(errs...))
}

// Stamp returns by what the store was last written.
func (s *Store) Stamp(ctx context.Context) (graph.Stamp, error) {
	st := graph.Stamp{Schema: schemaVersion()}
	err := s.read.QueryRowContext(ctx, "SELECT gazetteer, pipeline FROM stamp").Scan(&st.Gazetteer, &st.Pipeline)
	return st, s.explain("read the stamp", err)
}

// Has returns the text hash under which each id is stored by the stamp the
// store was opened with, else "".
func (s *Store) Has(ctx context.Context, ids []string) ([]string, error) {
	found := make(map[string]string, len(ids))
	err := each(ctx, s.read, func(scan scan) error {
		var id, hash string
		if err := scan(&id, &hash); err != nil {
			return err
		}
		found[id] = hash
		return nil
	}, `SELECT d.id, d.text_hash FROM json_each(?) j JOIN document d ON d.id = j.value
	    WHERE d.gazetteer = ? AND d.pipeline = ?`, list(ids), s.stamp.Gazetteer, s.stamp.Pipeline)
	if err != nil {
		return nil, s.explain("look up documents", err)
	}
	hashes := make([]string, len(ids))
	for i, id := range ids {
		hashes[i] = found[id]
	}
	return hashes, nil
}

// querier is a database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// scan reads the columns of the present row.
type scan func(dest ...any) error

// each calls f for every row of the query.
func each(ctx context.Context, q querier, f func(scan) error, query string, args ...any) error {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// list is the parameter of a json_each: any number of values in one.
func list[T any](values []T) string {
	if values == nil {
		return "[]"
	}
	text, err := json.Marshal(values)
	if err != nil {
		panic(fmt.Sprintf("list of %T: %v", values, err)) // plain values only
	}
	return string(text)
}

// day is the ISO day, or NULL.
func day(d gazetteer.Day) any {
	if d == 0 {
		return nil
	}
	return d.String()
}

// parseDay is the reverse of day.
func parseDay(s sql.NullString) (gazetteer.Day, error) {
	if !s.Valid {
		return 0, nil
	}
	return gazetteer.ParseDay(s.String)
}
