package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/rogpeppe/go-internal/lockedfile"
)

// given is the server at an address, when no other test binary of this machine has
// it: go test runs several at once, and each wipes it.
func given(address string) (*Server, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.User == nil {
		return nil, errors.New("WHOMET_TEST_NEO4J is not neo4j://user@host:port/database")
	}
	s := &Server{Host: u.Host, User: u.User.Username(), Password: os.Getenv("WHOMET_TEST_NEO4J_PASSWORD"), Database: strings.Trim(u.Path, "/")}
	if s.Database == "" {
		s.Database = "neo4j"
	}
	lock := filepath.Join(os.TempDir(), "whomet-neo4j-"+url.QueryEscape(u.Host)+".lock")
	if s.leave, err = lockedfile.MutexAt(lock).Lock(); err != nil {
		return nil, err
	}
	// What somebody else keeps there must not be wiped.
	rows, err := s.run(context.Background(), "MATCH (n) WITH count(n) AS nodes OPTIONAL MATCH (w:Whomet) RETURN nodes, w.pipeline")
	if err != nil {
		return nil, err
	}
	if pipeline, _ := rows[0].Values[1].(string); rows[0].Values[0] != int64(0) && !strings.HasPrefix(pipeline, "graphtest/") {
		return nil, fmt.Errorf("%s holds something that no test wrote; name an empty database in WHOMET_TEST_NEO4J", s.Host)
	}
	return s, nil
}

// setPassword replaces the password that a new server comes with.
func (s *Server) setPassword() error {
	ctx := context.Background()
	driver, err := neo4j.NewDriverWithContext("bolt://"+s.Host, neo4j.BasicAuth(s.User, "neo4j", ""))
	if err != nil {
		return err
	}
	defer driver.Close(ctx)
	_, err = neo4j.ExecuteQuery(ctx, driver, "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $p", map[string]any{"p": s.Password},
		neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase("system"))
	return err
}

func (s *Server) run(ctx context.Context, query string) ([]*neo4j.Record, error) {
	records, _, err := s.runMarked(ctx, query)
	return records, err
}

// runMarked returns the bookmark of the statement too.
func (s *Server) runMarked(ctx context.Context, query string) (records []*neo4j.Record, bookmark string, err error) {
	driver, err := neo4j.NewDriverWithContext("bolt://"+s.Host, neo4j.BasicAuth(s.User, s.Password, ""))
	if err != nil {
		return nil, "", err
	}
	defer driver.Close(ctx)
	session := driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: s.Database})
	defer session.Close(ctx)
	result, err := session.Run(ctx, query, nil)
	if err != nil {
		return nil, "", err
	}
	records, err = result.Collect(ctx)
	return records, strings.Join(session.LastBookmarks(), " "), err
}

// Committed is the server's own mark of the last transaction that changed the
// database: while it stays the same, nothing was written.
func (s *Server) Committed(t testing.TB) string {
	t.Helper()
	// The bookmark of a reading is that of the last writing before it.
	_, bookmark, err := s.runMarked(context.Background(), "RETURN 1")
	if err != nil || bookmark == "" {
		t.Fatalf("the last transaction of the test server: %q, %v", bookmark, err)
	}
	return bookmark
}

// Wipe removes everything from the database but its schema.
func (s *Server) Wipe(t testing.TB) {
	t.Helper()
	// Two steps: a hub takes long to be detached from all it is tied to.
	for _, query := range []string{
		"MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS",
		"MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 10000 ROWS",
	} {
		if _, err := s.run(context.Background(), query); err != nil {
			t.Fatalf("wiping the test server: %v", err)
		}
	}
}

// Dump is every node and relationship as sorted lines, by the ids and properties
// that the store gives them: two databases with the same dump hold the same graph.
func (s *Server) Dump(t testing.TB) string {
	t.Helper()
	ctx := context.Background()
	var lines []string
	nodes, err := s.run(ctx, "MATCH (n) RETURN labels(n), n.id, properties(n)")
	if err != nil {
		t.Fatalf("dump: %v", err)
	}
	rels, err := s.run(ctx, "MATCH (a)-[r]->(b) RETURN labels(a), a.id, type(r), properties(r), labels(b), b.id")
	if err != nil {
		t.Fatalf("dump: %v", err)
	}
	for _, r := range append(nodes, rels...) {
		lines = append(lines, line(r.Values))
	}
	return sorted(lines)
}

// Exec runs a statement past the store.
func (s *Server) Exec(t testing.TB, query string) [][]any {
	t.Helper()
	records, err := s.run(context.Background(), query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	rows := make([][]any, len(records))
	for i, r := range records {
		rows[i] = r.Values
	}
	return rows
}
