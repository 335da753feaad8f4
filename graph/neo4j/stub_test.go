package neo4j

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"whomet/graph"
	"whomet/graph/graphtest"
	"whomet/graph/neo4j/neo4jtest"
)

// scripted is a store on a stub that holds nothing, and whose server answers as
// usual but for what trouble says. It never talked to its server before.
func scripted(t *testing.T, patience time.Duration, trouble neo4jtest.Script) (*Store, *neo4jtest.Stub) {
	t.Helper()
	g := graphtest.World(t)
	stamp := graphtest.Stamp(g)
	stub := neo4jtest.NewStub(t, "Neo4j/5.26.30", func(message, text string) (neo4jtest.Reply, bool) {
		if reply, whole := trouble(message, text); reply.Code != "" || !whole {
			return reply, whole
		}
		if message == "RUN" && strings.Contains(text, "w.locked") {
			return neo4jtest.Reply{Fields: []string{"schema", "gazetteer", "pipeline"}, Rows: [][]any{{SchemaVersion, stamp.Gazetteer, stamp.Pipeline}}}, true
		}
		return neo4jtest.Reply{}, true
	})
	s, err := connect(stub.URL(), Options{Password: "canary", Stamp: stamp, Gazetteer: g, Patience: patience})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s, stub
}

func failing(on, code string, times int32) neo4jtest.Script {
	var n atomic.Int32
	return func(message, text string) (neo4jtest.Reply, bool) {
		if (message == on || strings.Contains(text, on)) && n.Add(1) <= times {
			return neo4jtest.Reply{Code: code, Message: "as the script says"}, true
		}
		return neo4jtest.Reply{}, true
	}
}

// TestTransient: what the server calls passing is tried again, the whole
// transaction, until it passes.
func TestTransient(t *testing.T) {
	t.Parallel()
	const code = "Neo.TransientError.Transaction.DeadlockDetected"
	for _, on := range []string{"CREATE (d:Document)", "COMMIT"} {
		s, stub := scripted(t, 20*time.Second, failing(on, code, 2))
		docs := graphtest.Random(graphtest.World(t), 3, 1)
		outcomes, err := s.Put(context.Background(), docs)
		if err != nil || len(outcomes) != 3 || outcomes[0] != graph.Stored {
			t.Errorf("%s at %s: %v, %v", code, on, outcomes, err)
		}
		if n := stub.Count("BEGIN"); n != 3 {
			t.Errorf("%s at %s: %d transactions, want 3", code, on, n)
		}
	}
}

// TestScripted: what a server may say that a real one does not say on command.
func TestScripted(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		on, code string
		want     error
		says     string
	}{
		{"COMMIT", "Neo.DatabaseError.Transaction.TransactionCommitFailed", graph.ErrFull, "make room"},
		{"CREATE (d:Document)", "Neo.ClientError.Security.Forbidden", graph.ErrReadOnly, "may only be read"},
		{"w.locked", "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", graph.ErrReadOnly, "may only be read"},
		{"CREATE (d:Document)", "Neo.TransientError.Transaction.DeadlockDetected", graph.ErrBusy, "again and again"},
		{"BEGIN", "Neo.ClientError.Security.Unauthorized", ErrRefused, "WHOMET_NEO4J_PASSWORD"},
		{"BEGIN", "Neo.ClientError.Database.DatabaseNotFound", graph.ErrNotFound, "no such database"},
	} {
		s, _ := scripted(t, time.Second, failing(c.on, c.code, 1000))
		_, err := s.Put(context.Background(), graphtest.Random(graphtest.World(t), 3, 1))
		if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) || strings.Contains(err.Error(), "canary") {
			t.Errorf("%s at %s: %v, want %v saying %q", c.code, c.on, err, c.want, c.says)
		}
	}
}

// TestUnreachable: a server that is gone is an error, never an empty answer.
func TestUnreachable(t *testing.T) {
	t.Parallel()
	s, _ := scripted(t, 100*time.Millisecond, func(string, string) (neo4jtest.Reply, bool) { return neo4jtest.Reply{}, false })
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	for _, kind := range []graph.QuestionKind{graph.Met, graph.Meetings, graph.Near, graph.Who} {
		if a, err := s.Ask(ctx, graph.Question{Kind: kind, Who: [][]string{{"Q58217"}}}); err == nil || a != nil {
			t.Errorf("%s: %v, %v, want an error", kind, a, err)
		}
	}
	if hashes, err := s.Has(ctx, []string{"a"}); err == nil {
		t.Errorf("Has: %v, want an error", hashes)
	}
}
