package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"time"

	_ "modernc.org/sqlite"

	"whomet/gazetteer"
	"whomet/graph"
)

//go:embed schema/*.sql
var schemas embed.FS

// applicationID marks a SQLite file as ours: "whmt".
const applicationID = 0x77686d74

// Options of a store.
type Options struct {
	ReadOnly  bool                 // questions only: Put and Remove return graph.ErrReadOnly
	Stamp     graph.Stamp          // by what it will be written; Schema is filled in by Open
	MaxPages  int                  // limit of the file in pages of 4096 bytes; 0: none
	Wait      time.Duration        // for another writer before graph.ErrBusy; 0: ten seconds
	Gazetteer *gazetteer.Gazetteer // names and offices of the entities it lists; nil lists nobody
}

// Open opens the store at path. For writing, a file that is missing or empty
// becomes a new store and one with an older schema is brought up to date.
// Errors: graph.ErrNotFound (read-only and no such file, or no such folder),
// graph.ErrNotStore, *graph.SchemaError, graph.ErrReadOnly, graph.ErrBusy.
func Open(path string, opt Options) (*Store, error) {
	if opt.Wait == 0 {
		opt.Wait = 10 * time.Second
	}
	if opt.Gazetteer == nil {
		opt.Gazetteer = new(gazetteer.Gazetteer)
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	s := &Store{path: path, gazetteer: opt.Gazetteer, stamp: opt.Stamp}
	s.stamp.Schema = schemaVersion()
	if err := s.look(abs, opt.ReadOnly); err != nil {
		return nil, err
	}
	if err := s.open(abs, opt); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// look says what can be said without SQLite: whether there is a file at all.
func (s *Store) look(abs string, readOnly bool) error {
	info, err := os.Stat(abs)
	switch {
	case errors.Is(err, fs.ErrNotExist) && readOnly:
		return fmt.Errorf("%s: %w: ingest some documents first (whomet ingest), or name another one with --store", s.path, graph.ErrNotFound)
	case errors.Is(err, fs.ErrNotExist):
		if folder := filepath.Dir(abs); !exists(folder) {
			return fmt.Errorf("%s: %w: there is no folder %s", s.path, graph.ErrNotFound, folder)
		}
		return nil
	case err != nil:
		return err
	case info.IsDir():
		return fmt.Errorf("%s: %w: it is a folder", s.path, graph.ErrNotStore)
	case info.Size() == 0 && readOnly:
		return fmt.Errorf("%s: %w: the file is empty", s.path, graph.ErrNotStore)
	case info.Size() == 0:
		return nil
	}
	// SQLite takes a file of a few bytes for an empty one, and would overwrite it.
	f, err := os.Open(abs)
	if err != nil {
		return err
	}
	defer f.Close()
	magic := make([]byte, len(sqliteMagic))
	if _, err := io.ReadFull(f, magic); err != nil || string(magic) != sqliteMagic {
		return fmt.Errorf("%s: %w: it is no database at all; name another file with --store", s.path, graph.ErrNotStore)
	}
	return nil
}

// sqliteMagic begins every SQLite file.
const sqliteMagic = "SQLite format 3\x00"

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func (s *Store) open(abs string, opt Options) error {
	ctx := context.Background()
	if !opt.ReadOnly {
		// One connection: SQLite has one writer, and waiting for it here is
		// fairer than waiting for its lock.
		more := "_txlock=immediate&_pragma=synchronous(NORMAL)&_pragma=temp_store(MEMORY)&_pragma=wal_autocheckpoint(4000)"
		if opt.MaxPages > 0 {
			more += fmt.Sprintf("&_pragma=max_page_count(%d)", opt.MaxPages)
		}
		s.write = connect(abs, opt, "rwc", more)
		s.write.SetMaxOpenConns(1)
		if err := s.migrate(ctx); err != nil {
			return err
		}
		if err := s.prepare(ctx); err != nil {
			return explain(s.path, "open", err)
		}
	}
	// Not mode=ro: the last to leave has to take the write-ahead log away.
	s.read = connect(abs, opt, "rw", "_pragma=query_only(1)")
	err := s.check(ctx)
	if err != nil && opt.ReadOnly && !exists(abs+"-wal") {
		// A store on a medium or in a folder where not even the index of the
		// write-ahead log can be made. Nobody can be writing it either.
		s.read.Close()
		s.read = connect(abs, opt, "ro", "immutable=1&_pragma=query_only(1)")
		if s.check(ctx) == nil {
			return nil
		}
	}
	return err
}

func connect(abs string, opt Options, mode, more string) *sql.DB {
	// In a URI % ? # have a meaning; a path may hold them.
	uri := url.URL{Scheme: "file", Path: abs}
	dsn := uri.String() + "?mode=" + mode + "&_pragma=busy_timeout(" + strconv.Itoa(int(opt.Wait.Milliseconds())) + ")&_pragma=cache_size(-65536)&" + more
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		panic(err) // the driver is linked in; nothing is opened yet
	}
	return db
}

// header is what tells a store from any other file.
type header struct{ application, schema, tables int }

func readHeader(ctx context.Context, q querier) (h header, err error) {
	err = q.QueryRowContext(ctx, `
		SELECT (SELECT application_id FROM pragma_application_id),
		       (SELECT user_version FROM pragma_user_version),
		       (SELECT count(*) FROM sqlite_schema)`).Scan(&h.application, &h.schema, &h.tables)
	return h, err
}

// fault says why a store with this header cannot be used for reading; fresh is
// a file without a single table, which a writer may make a store of.
func (h header) fault(path string) (fresh bool, err error) {
	want := schemaVersion()
	switch {
	case h == header{}:
		return true, fmt.Errorf("%s: %w: the file is empty", path, graph.ErrNotStore)
	case h.application != applicationID:
		return false, fmt.Errorf("%s: %w: it is a SQLite database of another program; name another file with --store", path, graph.ErrNotStore)
	case h.schema != want:
		return false, &graph.SchemaError{Store: path, Have: h.schema, Want: want}
	}
	return false, nil
}

// check opens the reading side.
func (s *Store) check(ctx context.Context) error {
	h, err := readHeader(ctx, s.read)
	if err != nil {
		return s.explain("open", err)
	}
	_, err = h.fault(s.path)
	return err
}

// migrate makes a new store, or brings an old one up to date, in one
// transaction.
func (s *Store) migrate(ctx context.Context) error {
	// A look before anything is changed: a file of another program stays as it is.
	h, err := readHeader(ctx, s.write)
	if err != nil {
		return s.explain("open", err)
	}
	fresh, err := h.fault(s.path)
	var schema *graph.SchemaError
	if old := errors.As(err, &schema) && schema.Have < schema.Want; err != nil && !fresh && !old {
		return err
	}
	if _, err := s.write.ExecContext(ctx, "PRAGMA journal_mode = WAL"); err != nil {
		return s.explain("open", err)
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return s.explain("open", err)
	}
	defer tx.Rollback()
	// Another program may have been faster.
	if h, err = readHeader(ctx, tx); err != nil {
		return s.explain("open", err)
	}
	if fresh, err = h.fault(s.path); err == nil {
		return nil
	}
	if err := apply(ctx, tx, h.schema); err != nil {
		return s.explain("write the schema", err)
	}
	if fresh {
		_, err := tx.ExecContext(ctx, "INSERT INTO stamp VALUES (1, ?, ?)", s.stamp.Gazetteer, s.stamp.Pipeline)
		if err != nil {
			return s.explain("write the stamp", err)
		}
	}
	return s.explain("write the schema", tx.Commit())
}

// apply runs the schema files after number have.
func apply(ctx context.Context, tx *sql.Tx, have int) error {
	names, err := fs.Glob(schemas, "schema/*.sql")
	if err != nil {
		return err
	}
	for _, name := range names[have:] {
		text, err := schemas.ReadFile(name)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, string(text)); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	_, err = tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(names)))
	return err
}

// schemaVersion is the number of schema files: schema/0001_store.sql makes 1.
func schemaVersion() int {
	names, err := fs.Glob(schemas, "schema/*.sql")
	if err != nil {
		panic(err) // the pattern is ours
	}
	return len(names)
}
