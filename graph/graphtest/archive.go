package graphtest

import (
	"cmp"
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"whomet/graph"
)

// whole compares what a store that can be read back whole gives with the model:
// every document as it was put, meetings, edges and co-mentions as they follow
// from them, and nothing that verification finds fault with.
func whole(s store, m *model) {
	s.Helper()
	archive, ok := s.Store.(graph.Archive)
	if !ok {
		return
	}
	ctx := context.Background()
	r, err := archive.Read(ctx)
	if err != nil {
		s.Fatalf("Read: %v", err)
	}
	defer r.Close()

	var ids []string
	err = r.Documents(func(p *graph.Projection, read graph.Stamp) error {
		ids = append(ids, p.ID)
		if read.Gazetteer != s.g.Version || read.Pipeline != "graphtest/1" {
			s.Errorf("document %s was read by %+v", p.ID, read)
		}
		if want := m.docs[p.ID]; want == nil || !reflect.DeepEqual(p, normal(want, m)) {
			s.Errorf("document %s:\ngot %s\nwant %s", p.ID, dump(s.T, p), dump(s.T, want))
		}
		return nil
	})
	if err != nil || !slices.IsSorted(ids) || len(ids) != len(m.docs) {
		s.Errorf("Documents: %d of %d, in order %t, %v", len(ids), len(m.docs), slices.IsSorted(ids), err)
	}

	merged, reports := m.told()
	var meetings []graph.Meeting
	if err := r.Meetings(func(k *graph.Meeting) error { meetings = append(meetings, *k); return nil }); err != nil {
		s.Errorf("Meetings: %v", err)
	}
	if len(meetings)+len(merged) > 0 && !reflect.DeepEqual(meetings, merged) {
		s.Errorf("Meetings:\ngot %s\nwant %s", dump(s.T, meetings), dump(s.T, merged))
	}
	var edges []graph.Edge
	if err := r.Edges(func(e *graph.Edge) error { edges = append(edges, *e); return nil }); err != nil {
		s.Errorf("Edges: %v", err)
	}
	if want := graph.EdgesOf(merged, func(id string) string { return reports[id].Document }); !slices.Equal(edges, want) {
		s.Errorf("Edges:\ngot %s\nwant %s", dump(s.T, edges), dump(s.T, want))
	}
	var pairs []graph.CoMention
	if err := r.CoMentions(func(c *graph.CoMention) error { pairs = append(pairs, *c); return nil }); err != nil {
		s.Errorf("CoMentions: %v", err)
	}
	if !slices.IsSortedFunc(pairs, func(a, b graph.CoMention) int { return cmp.Or(strings.Compare(a.A, b.A), strings.Compare(a.B, b.B)) }) {
		s.Error("CoMentions are in no order")
	}

	stamp, err := s.Stamp(ctx)
	if err != nil {
		s.Fatal(err)
	}
	v, err := graph.Verify(r, graph.Expected{Stamp: stamp, Gazetteer: s.g})
	if err != nil || len(v.Faults) > 0 || v.Stale > 0 || v.Documents != len(m.docs) || v.Meetings != len(merged) {
		s.Errorf("Verify: %s, %v", dump(s.T, v), err)
	}
	if faults, err := archive.Check(ctx); err != nil || len(faults) > 0 {
		s.Errorf("Check: %q, %v", faults, err)
	}
}

// normal is a document as a store gives it back: those that are listed go by
// their names in the gazetteer.
func normal(p *graph.Projection, m *model) *graph.Projection {
	out := *p
	out.Entities = nil
	for _, n := range p.Entities {
		out.Entities = append(out.Entities, graph.Describe(m.g, n).Named)
	}
	return &out
}

// archives: a reader sees the store as it was when it was opened. A store that
// has no snapshots says so by a method ReadsLive.
func archives(t *testing.T, open graph.Store) {
	archive, ok := open.(graph.Archive)
	if !ok {
		t.Skip("this store cannot be read back whole")
	}
	if _, live := open.(interface{ ReadsLive() }); live {
		t.Skip("this store has no snapshots")
	}
	s := store{t, open, World(t)}
	ctx := context.Background()
	s.put(news[1])
	r, err := archive.Read(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	count := func(r graph.Reader) (n int) {
		t.Helper()
		if err := r.Documents(func(*graph.Projection, graph.Stamp) error { n++; return nil }); err != nil {
			t.Fatal(err)
		}
		return n
	}
	if n := count(r); n != 1 {
		t.Fatalf("%d documents, want 1", n)
	}
	s.put(news[0])
	if n := count(r); n != 1 {
		t.Errorf("%d documents in a snapshot of one", n)
	}
	later, err := archive.Read(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer later.Close()
	if n := count(later); n != 2 {
		t.Errorf("%d documents, want 2", n)
	}
	d, err := graph.Diff(r, later)
	if err != nil || len(d.Documents) != 1 || d.Documents[0] != (graph.DocumentChange{What: graph.Gained, ID: "plan"}) ||
		len(d.Meetings) != 1 || d.Meetings[0].What != graph.Changed || len(d.Edges) != 1 || d.Edges[0].What != graph.Changed {
		t.Errorf("Diff: %s, %v", dump(t, d), err)
	}
	if d, err := graph.Diff(later, later); err != nil || len(d.Documents)+len(d.Meetings)+len(d.Edges) != 0 {
		t.Errorf("Diff of one with itself: %s, %v", dump(t, d), err)
	}
	stop := context.Canceled
	if err := later.Meetings(func(*graph.Meeting) error { return stop }); err != stop {
		t.Errorf("an error of yield comes back as %v", err)
	}
	for range 2 {
		if err := later.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	}
}
