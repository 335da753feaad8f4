package neo4j

import (
	"context"
	"errors"
	"math/rand/v2"
	"net"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"whomet/graph"
	"whomet/graph/graphtest"
	"whomet/graph/neo4j/neo4jtest"
)

const faultBatch = 20

// undisturbed is documents and the dump of a store into which they were put
// without any trouble.
var undisturbed struct {
	once sync.Once
	docs []graph.Put
	dump string
}

func want(t *testing.T) ([]graph.Put, string) {
	t.Helper()
	server := neo4jtest.Shared(t)
	undisturbed.once.Do(func() {
		s := fresh(t)
		undisturbed.docs = graphtest.Random(graphtest.World(t), 240, 11)
		putAll(t, s, undisturbed.docs, nil)
		undisturbed.dump = server.Dump(t)
	})
	if strings.Count(undisturbed.dump, "\n") < 1000 {
		t.Fatalf("a dump of %d lines proves little", strings.Count(undisturbed.dump, "\n"))
	}
	return undisturbed.docs, undisturbed.dump
}

func putAll(t *testing.T, s *Store, docs []graph.Put, after func(batch int)) {
	t.Helper()
	for i, batch := 0, 0; i < len(docs); i, batch = i+faultBatch, batch+1 {
		if _, err := s.Put(context.Background(), docs[i:min(i+faultBatch, len(docs))]); err != nil {
			t.Errorf("Put: %v", err)
			return
		}
		if after != nil {
			after(batch)
		}
	}
}

func expectDump(t *testing.T, want string) {
	t.Helper()
	if got := neo4jtest.Shared(t).Dump(t); got != want {
		t.Errorf("another graph than without trouble: %s", neo4jtest.Diff(got, want))
	}
}

// TestOrder: the same documents in another order, with detours, are the same graph.
func TestOrder(t *testing.T) {
	docs, dump := want(t)
	s := fresh(t)
	others := graphtest.Random(graphtest.World(t), 280, 12)
	putAll(t, s, others[:100], nil)
	putAll(t, s, others[240:], nil)
	var extra []string
	for _, d := range others[240:] {
		extra = append(extra, d.Doc.ID)
	}
	shuffled := slices.Clone(docs)
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	putAll(t, s, shuffled, nil)
	if n, err := s.Remove(context.Background(), extra); err != nil || n != len(extra) {
		t.Errorf("Remove: %d, %v", n, err)
	}
	expectDump(t, dump)
	committed := neo4jtest.Shared(t).Committed(t)
	putAll(t, s, docs, nil)
	if again := neo4jtest.Shared(t).Committed(t); again != committed {
		t.Errorf("documents that are there were put again, and the server wrote something: %s after %s", again, committed)
	}

	ids := make([]string, len(docs))
	for i, d := range docs {
		ids[i] = d.Doc.ID
	}
	for some := range slices.Chunk(ids, 100) {
		if _, err := s.Remove(context.Background(), some); err != nil {
			t.Fatal(err)
		}
	}
	emptied := neo4jtest.Shared(t).Dump(t)
	fresh(t)
	if empty := neo4jtest.Shared(t).Dump(t); emptied != empty {
		t.Errorf("all removed, and something is left: %s", neo4jtest.Diff(emptied, empty))
	}
}

// TestCuts: connections break fifty times at any byte of any batch, the first as
// likely as one far behind.
func TestCuts(t *testing.T) {
	docs, dump := want(t)
	others := graphtest.Random(graphtest.World(t), 240, 13)
	server := neo4jtest.Shared(t)
	fresh(t)
	proxy := server.NewProxy(t)
	s := openTest(t, proxy.URL(server), options(t, server))
	r := rand.New(rand.NewPCG(1, 2))
	const cuts = 50
	for proxy.Cuts() < cuts && !t.Failed() {
		for batch := range slices.Chunk(slices.Concat(others, docs), 10) {
			if proxy.Cuts() < cuts {
				magnitude := 1 << (4 + r.IntN(14))
				proxy.CutAfter(magnitude + r.IntN(magnitude))
			}
			if _, err := s.Put(context.Background(), batch); err != nil {
				t.Fatal(err)
			}
		}
	}
	expectDump(t, dump)
}

// TestCommitLost: the server has committed, and its answer is lost, for every
// batch once. Outcomes are those of the work that was done.
func TestCommitLost(t *testing.T) {
	docs, dump := want(t)
	server := neo4jtest.Shared(t)
	fresh(t)
	proxy := server.NewProxy(t)
	s := openTest(t, proxy.URL(server), options(t, server))
	for i := 0; i < len(docs); i += 80 {
		proxy.LoseCommits(1)
		outcomes, err := s.Put(context.Background(), docs[i:i+80])
		if err != nil {
			t.Fatal(err)
		}
		if slices.ContainsFunc(outcomes, func(o graph.Outcome) bool { return o != graph.Stored }) {
			t.Errorf("outcomes %v, want all stored", outcomes)
		}
	}
	if proxy.Lost() != len(docs)/80 {
		t.Errorf("%d answers lost, want %d", proxy.Lost(), len(docs)/80)
	}
	expectDump(t, dump)
	proxy.LoseCommits(2)
	if n, err := s.Remove(context.Background(), []string{docs[0].Doc.ID, docs[1].Doc.ID, "nobody"}); n != 2 || err != nil {
		t.Errorf("Remove: %d, %v, want 2", n, err)
	}
}

// TestTwoWriters: two ingests at once make the same graph as one.
func TestTwoWriters(t *testing.T) {
	docs, dump := want(t)
	server := neo4jtest.Shared(t)
	fresh(t)
	var wait sync.WaitGroup
	for w := range 2 {
		s := openTest(t, server.URL(), options(t, server))
		wait.Go(func() {
			for i := w * faultBatch; i < len(docs); i += 2 * faultBatch {
				if _, err := s.Put(context.Background(), docs[i:i+faultBatch]); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	expectDump(t, dump)
}

// TestInterrupted: a batch that is cancelled in its midst leaves nothing, and the
// error is that of the context.
func TestInterrupted(t *testing.T) {
	docs, dump := want(t)
	s := fresh(t)
	empty := neo4jtest.Shared(t).Dump(t)
	ctx, cancel := context.WithTimeout(context.Background(), 80*time.Millisecond)
	defer cancel()
	if _, err := s.Put(ctx, docs); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Put: %v, want the deadline", err)
	}
	// The server may take a moment to see that nobody is there any more.
	if _, err := s.Put(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	expectDump(t, empty)
	putAll(t, s, docs, nil)
	expectDump(t, dump)
}

// TestRefused: what a server or an address does not allow is said, quickly, with
// what to try and without the password.
func TestRefused(t *testing.T) {
	t.Parallel() // it waits for one who is silent
	server := neo4jtest.Shared(t)
	server.Wipe(t)
	silent, err := net.Listen("tcp", "127.0.0.1:0") // accepts, and never answers
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	gone, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	gone.Close()
	old := neo4jtest.NewStub(t, "Neo4j/4.4.30", func(string, string) (neo4jtest.Reply, bool) { return neo4jtest.Reply{}, true })
	const canary = "canary-wrong"
	for name, c := range map[string]struct {
		address  string
		password string
		readOnly bool
		want     error
		says     string
	}{
		"wrong password":      {server.URL(), canary, false, ErrRefused, "WHOMET_NEO4J_PASSWORD"},
		"no such database":    {"neo4j://neo4j@" + server.Host + "/nowhere", server.Password, false, graph.ErrNotFound, "no such database"},
		"nothing there yet":   {server.URL(), server.Password, true, graph.ErrNotFound, "whomet ingest"},
		"nobody there":        {"neo4j://neo4j@" + gone.Addr().String(), canary, false, ErrUnreachable, "is it running"},
		"silence":             {"bolt://neo4j@" + silent.Addr().String(), canary, false, ErrUnreachable, "no answer"},
		"an old server":       {old.URL(), canary, false, ErrOldServer, "5.26"},
		"plain to elsewhere":  {"neo4j://neo4j@db.example.org", canary, false, ErrRefused, "--insecure"},
		"any certificate":     {"neo4j+ssc://neo4j@localhost", canary, false, ErrRefused, "--insecure"},
		"password in address": {"neo4j://neo4j:canary-wrong@localhost", "", false, nil, "--password-file"},
		"not for graphs":      {"neo4j://neo4j@localhost/system", "", false, nil, "no graph"},
		"another scheme":      {"http://localhost", "", false, nil, "neo4j+s"},
	} {
		opt := options(t, server)
		opt.Password, opt.ReadOnly = c.password, c.readOnly
		start := time.Now()
		s, err := Open(context.Background(), c.address, opt)
		if err == nil {
			s.Close()
			t.Errorf("%s: opened", name)
			continue
		}
		if c.want != nil && !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %v saying %q", name, err, c.want, c.says)
		}
		if strings.Contains(err.Error(), "canary") {
			t.Errorf("%s: the password is in %v", name, err)
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s: said after %v", name, took)
		}
	}
}

// TestForeign: a database that holds something else, or was laid out by another
// whomet, is left alone.
func TestForeign(t *testing.T) {
	server := neo4jtest.Shared(t)
	for name, c := range map[string]struct{ make, says string }{
		"something else": {"CREATE (:Cat {name: 'Tom'})", "something else"},
		"another schema": {"CREATE (:Whomet {id: 'whomet', schema: 7, pipeline: 'graphtest/1', gazetteer: 'x'})", "schema 7"},
	} {
		server.Wipe(t)
		server.Exec(t, c.make)
		before := server.Dump(t)
		for _, readOnly := range []bool{false, true} {
			opt := options(t, server)
			opt.ReadOnly = readOnly
			if s, err := Open(context.Background(), server.URL(), opt); err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%s: %v, %v", name, s, err)
			}
		}
		if after := server.Dump(t); after != before {
			t.Errorf("%s: it was changed", name)
		}
	}
	server.Wipe(t)
}
