// Package neo4j keeps the graph in a Neo4j server, Community or Enterprise, of
// version 5.26 or later, without APOC. Its README shows the model and how to
// explore it.
//
// Every statement is a file of its own in cypher/: schema for constraints and
// indexes, store for what writing runs, ask for questions, explore for people.
// No statement is put together from strings: values are parameters, and labels
// and relationship types stand in the files.
//
// A batch is one transaction: documents, what they say and their done marks are
// there together or not at all. Which reports are one meeting, and what that
// makes of it, is decided in Go by package graph, as for every store; the server
// is told the results, as absolute values. There is one writer at a time among
// all programs; others wait for the lock of the stamp. So a batch may be sent
// again whenever it is not known what became of it: what is there is found
// unchanged.
package neo4j

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"whomet/gazetteer"
	"whomet/graph"
)

// SchemaVersion is the layout of the graph that this program knows.
const SchemaVersion = 1

// Options of a store.
type Options struct {
	Password  string
	ReadOnly  bool                 // questions only: Put and Remove return graph.ErrReadOnly
	Insecure  bool                 // trust any certificate (+ssc), and send plain text to other machines
	Stamp     graph.Stamp          // by what it will be written; Schema is filled in by Open
	Gazetteer *gazetteer.Gazetteer // names and offices of the entities it lists; nil lists nobody
	Patience  time.Duration        // for a server that is gone in the midst of work; 0: a minute
}

// Store is a graph.Store in a Neo4j database.
type Store struct {
	address   Address
	driver    neo4j.DriverWithContext
	bookmarks neo4j.BookmarkManager
	gazetteer *gazetteer.Gazetteer
	stamp     graph.Stamp // by what it is written
	readOnly  bool
	patience  time.Duration

	writing chan struct{} // holds a token while nobody writes
	close   sync.Once
}

var (
	_ graph.Archive  = (*Store)(nil)
	_ graph.Importer = (*Store)(nil)
)

// reach is how long a server may take to answer for the first time.
const reach = 8 * time.Second

// Open opens the store at address (see Address). For writing, an empty database
// becomes a new store. Errors: ErrUnreachable, ErrRefused, ErrOldServer,
// graph.ErrNotFound (read-only and nothing there), graph.ErrNotStore,
// *graph.SchemaError.
func Open(ctx context.Context, address string, opt Options) (*Store, error) {
	s, err := connect(address, opt)
	if err != nil {
		return nil, err
	}
	if err := s.open(ctx); err != nil {
		_ = s.Close()
		return nil, err
	}
	return s, nil
}

// connect makes a store that has not talked to its server yet.
func connect(address string, opt Options) (*Store, error) {
	a, err := ParseAddress(address)
	if err != nil {
		return nil, err
	}
	if why := a.insecure(); why != "" && !opt.Insecure {
		return nil, fmt.Errorf("%s: %w: %s: use neo4j+s://, or allow it with --insecure", a, ErrRefused, why)
	}
	if opt.Gazetteer == nil {
		opt.Gazetteer = new(gazetteer.Gazetteer)
	}
	if opt.Patience == 0 {
		opt.Patience = time.Minute
	}
	s := &Store{
		address: a, gazetteer: opt.Gazetteer, stamp: opt.Stamp, readOnly: opt.ReadOnly, patience: opt.Patience,
		bookmarks: neo4j.NewBookmarkManager(neo4j.BookmarkManagerConfig{}), writing: make(chan struct{}, 1),
	}
	s.stamp.Schema = SchemaVersion
	s.writing <- struct{}{}
	s.driver, err = neo4j.NewDriverWithContext(a.Scheme+"://"+a.Host, neo4j.BasicAuth(a.User, opt.Password, ""), func(c *config.Config) {
		c.SocketConnectTimeout = 5 * time.Second
		c.ConnectionAcquisitionTimeout = 20 * time.Second
		c.MaxTransactionRetryTime = time.Nanosecond // see persist
		c.UserAgent = "whomet"
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", a, err)
	}
	return s, nil
}

// Close releases the connections; a second Close does nothing.
func (s *Store) Close() (err error) {
	s.close.Do(func() { err = s.driver.Close(context.Background()) })
	if err != nil {
		return fmt.Errorf("%s: close: %w", s.address, err)
	}
	return nil
}

// Stamp returns by what the store was last written.
func (s *Store) Stamp(ctx context.Context) (st graph.Stamp, err error) {
	err = s.readTx(ctx, "read the stamp", func(tx *tx) error {
		st, err = tx.readStamp("store/stamp")
		return err
	})
	return st, err
}

// Has returns the text hash under which each id is stored by the stamp the store
// was opened with, else "".
func (s *Store) Has(ctx context.Context, ids []string) ([]string, error) {
	var hashes []string
	err := s.readTx(ctx, "look up documents", func(tx *tx) error {
		known, err := tx.known(ids)
		hashes = make([]string, len(ids))
		for i, id := range ids {
			if d, ok := known[id]; ok && d.gazetteer == s.stamp.Gazetteer && d.pipeline == s.stamp.Pipeline {
				hashes[i] = d.hash
			}
		}
		return err
	})
	return hashes, err
}

// knownDocument is what is known of a stored document.
type knownDocument struct{ hash, gazetteer, pipeline string }

func (t *tx) known(ids []string) (map[string]knownDocument, error) {
	known := make(map[string]knownDocument, len(ids))
	err := t.each("store/known", params{"ids": unique(ids)}, func(r row) error {
		known[r.text("id")] = knownDocument{r.text("hash"), r.text("gazetteer"), r.text("pipeline")}
		return nil
	})
	return known, err
}

func (t *tx) readStamp(query string) (st graph.Stamp, err error) {
	err = t.each(query, nil, func(r row) error {
		st = graph.Stamp{Schema: r.number("schema"), Gazetteer: r.text("gazetteer"), Pipeline: r.text("pipeline")}
		return nil
	})
	return st, err
}
