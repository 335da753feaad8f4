package sqlite

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"whomet/gazetteer"
	"whomet/graph"
	"whomet/graph/graphtest"
	"whomet/ner"
)

// TestChain: two people who meet all the year, so that the reports hang together
// from one end to the other. Whatever part of the chain a batch touches, the
// file is that of one batch.
func TestChain(t *testing.T) {
	g := graphtest.World(t)
	r := rand.New(rand.NewPCG(1, 1))
	var docs []graph.Put
	for i := range 400 {
		stamp := gazetteer.DayOf(2015, 1, 1) + gazetteer.Day(r.IntN(360))
		m := graphtest.Met{Who: "Q58217 Q22316", Status: ner.Held}
		switch r.IntN(12) {
		case 0:
			m.Date = (stamp - 60).String() + "/" + stamp.String()
		case 1, 2, 3:
			m.Date = (stamp - 1).String()
		case 4:
			m.Status = ner.Planned
		case 5:
			m.Who += " x:shoukry"
		}
		docs = append(docs, graphtest.Doc{
			ID: fmt.Sprint("d", i), Published: stamp.String(), Text: "[Q58217 Lavrov] met [Q22316 Kerry] and [x:shoukry Shoukry].",
			Meetings: []graphtest.Met{m},
		}.Put(g))
	}
	ctx := context.Background()
	whole := openTest(t, filepath.Join(t.TempDir(), "graph.db"), nil)
	if _, err := whole.Put(ctx, docs); err != nil {
		t.Fatal(err)
	}
	want := dump(t, whole)
	for seed := range uint64(3) {
		r := rand.New(rand.NewPCG(seed, 2))
		r.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		s := openTest(t, filepath.Join(t.TempDir(), "graph.db"), nil)
		for i := 0; i < len(docs); {
			n := min(1+r.IntN(60), len(docs)-i)
			if _, err := s.Put(ctx, docs[i:i+n]); err != nil {
				t.Fatal(err)
			}
			if r.IntN(3) == 0 { // out again, to come back with the next batch
				n = n / 2
				if _, err := s.Remove(ctx, []string{docs[i+n].Doc.ID}); err != nil {
					t.Fatal(err)
				}
			}
			i += n
			if n == 0 {
				i++
				if _, err := s.Put(ctx, docs[i-1:i]); err != nil {
					t.Fatal(err)
				}
			}
		}
		if got := dump(t, s); got != want {
			t.Fatalf("seed %d: %s", seed, diff(got, want))
		}
	}
}

// TestUnlisted: by the beginning of an id, and by nothing that only looks like it.
func TestUnlisted(t *testing.T) {
	g := graphtest.World(t)
	s := openTest(t, filepath.Join(t.TempDir(), "graph.db"), nil)
	_, err := s.Put(context.Background(), []graph.Put{
		graphtest.Doc{ID: "d%", Text: "[?Q33 Anna Laine], [? Anna Lainela] and [?Q30 Virtanen]."}.Put(g),
		graphtest.Doc{ID: "e", Text: "[?Q30 Anna Laine], [? Virtanen] and [Q58217 Lavrov]."}.Put(g),
	})
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{
		"n:anna laine":     "[n:anna laine@Q30 n:anna laine@Q33]",
		"n:anna laine@Q33": "[n:anna laine@Q33]",
		"n:virtanen":       "[n:virtanen#e n:virtanen@Q30#d%]",
		"n:anna":           "[]",
		"n:anna%":          "[]",
		"Q58217":           "[Q58217]",
		"":                 "[]",
	} {
		refs, err := s.Unlisted(context.Background(), id)
		got := []string{}
		for _, e := range refs {
			got = append(got, e.Entity)
		}
		if fmt.Sprint(got) != want || err != nil {
			t.Errorf("Unlisted(%q) = %v, %v, want %s", id, got, err, want)
		}
	}
}
