package graphtest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"whomet/gazetteer"
	"whomet/graph"
)

// crowd is how many documents the suite puts into one store.
const crowd = 10_000

// Many makes n documents as Random does, over ten years instead of a week, about
// in the order of their days, as news come.
func Many(g *gazetteer.Gazetteer, n int, seed uint64) []graph.Put {
	r := rand.New(rand.NewPCG(seed, 4))
	puts := make([]graph.Put, n)
	for i := range puts {
		stamp := gazetteer.DayOf(2006, 1, 1) + gazetteer.Day(i*3650/n+r.IntN(5))
		puts[i] = randomDoc(g, r, fmt.Sprintf("doc-%05d", i), stamp).Put(g)
	}
	return puts
}

// many puts a crowd of documents in random batches, some of them twice, and asks a few questions about it.
func many(t *testing.T, open graph.Store) {
	if testing.Short() {
		t.Skip("10,000 documents")
	}
	s := store{t, open, World(t)}
	m := newModel(s.g)
	r := rand.New(rand.NewPCG(1, 5))
	left := Many(s.g, crowd, 1)
	for _, p := range left {
		if err := m.put(p); err != nil {
			t.Fatal(err)
		}
	}
	for len(left) > 0 {
		n := min(len(left), 1+r.IntN(2500))
		again := r.IntN(n)
		outcomes, err := s.Put(context.Background(), slices.Concat(left[:n], left[:again]))
		if err != nil {
			t.Fatal(err)
		}
		for i, o := range outcomes {
			if want := map[bool]graph.Outcome{true: graph.Stored, false: graph.Unchanged}[i < n]; o != want {
				t.Fatalf("document %d of %d: %s, want %s", i, n, o, want)
			}
		}
		left = left[n:]
	}
	for _, q := range []graph.Question{
		{Kind: graph.Met, Who: [][]string{{"Q58217"}}, Status: "held"},
		{Kind: graph.Meetings, Who: [][]string{{"Q58217"}, {"Q22316"}}, Status: graph.Any, Limit: 50},
		{Kind: graph.Meetings, From: gazetteer.DayOf(2010, 3, 1), To: gazetteer.DayOf(2010, 3, 31)},
		{Kind: graph.Near, Who: [][]string{{"Q58217"}}},
		{Kind: graph.Near, Who: [][]string{{"Q22316"}}, From: gazetteer.DayOf(2010, 3, 1), Country: "Q159"},
		{Kind: graph.Together, Who: [][]string{{"Q58217"}, {"x:daesh"}}, Limit: 100},
		{Kind: graph.Who, Who: [][]string{{"Q58217"}}},
	} {
		compare(s, m, q)
	}
}
