package sqlite

import (
	"context"
	"errors"
	"fmt"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"whomet/graph"
)

// cause is err, or why ctx is over if that is what interrupted SQLite.
func cause(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}

// explain wraps err with the store and the operation, and where SQLite gives a
// reason that a caller branches on, with that error of package graph and what
// to try.
func (s *Store) explain(op string, err error) error {
	return explain(s.path, op, err)
}

func explain(path, op string, err error) error {
	if err == nil {
		return nil
	}
	var e *sqlite.Error
	if errors.As(err, &e) {
		switch e.Code() & 0xff {
		case sqlite3.SQLITE_NOTADB:
			return fmt.Errorf("%s: %w: %w (name another file, or move this one away)", path, graph.ErrNotStore, e)
		case sqlite3.SQLITE_CORRUPT:
			return fmt.Errorf("%s: %s: %w: the file is damaged; move it away and ingest again", path, op, e)
		case sqlite3.SQLITE_FULL:
			return fmt.Errorf("%s: %s: %w: nothing of this batch was written; make room and run the same command again", path, op, graph.ErrFull)
		case sqlite3.SQLITE_READONLY:
			return fmt.Errorf("%s: %s: %w: check the permissions of the file and its folder", path, op, graph.ErrReadOnly)
		case sqlite3.SQLITE_BUSY:
			return fmt.Errorf("%s: %s: %w: wait until the other ingest is done and run the same command again", path, op, graph.ErrBusy)
		}
	}
	return fmt.Errorf("%s: %s: %w", path, op, err)
}
