package graphtest

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"whomet/gazetteer"
	"whomet/graph"
)

// Run puts a store through the suite. open returns an empty store that was
// opened with World and Stamp, and sees to its closing.
func Run(t *testing.T, open func(t *testing.T) graph.Store) {
	t.Run("questions", func(t *testing.T) { questions(t, open(t)) })
	t.Run("put", func(t *testing.T) { put(t, open(t)) })
	t.Run("names", func(t *testing.T) { unlisted(t, open(t)) })
	t.Run("misuse", func(t *testing.T) { misuse(t, open(t)) })
	t.Run("archive", func(t *testing.T) { archives(t, open(t)) })
	t.Run("random", func(t *testing.T) { random(t, open) })
	t.Run("same", func(t *testing.T) { same(t, open) })
	t.Run("many", func(t *testing.T) { many(t, open(t)) })
	t.Run("close", func(t *testing.T) {
		s := open(t)
		for range 2 {
			if err := s.Close(); err != nil {
				t.Errorf("Close: %v", err)
			}
		}
	})
}

// store wraps the store under test for short tests.
type store struct {
	*testing.T
	graph.Store
	g *gazetteer.Gazetteer
}

func (s store) put(docs ...Doc) []graph.Outcome {
	s.Helper()
	puts := make([]graph.Put, len(docs))
	for i, d := range docs {
		puts[i] = d.Put(s.g)
	}
	outcomes, err := s.Put(context.Background(), puts)
	if err != nil {
		s.Fatalf("Put: %v", err)
	}
	return outcomes
}

func (s store) remove(ids ...string) int {
	s.Helper()
	n, err := s.Remove(context.Background(), ids)
	if err != nil {
		s.Fatalf("Remove: %v", err)
	}
	return n
}

func (s store) ask(q graph.Question) *graph.Answer {
	s.Helper()
	a, err := s.Ask(context.Background(), q)
	if err != nil {
		s.Fatalf("Ask %+v: %v", q, err)
	}
	return a
}

// dump is a value as readers of a failure want it.
func dump(t *testing.T, v any) string {
	t.Helper()
	text, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Snapshot is the answers to every question about everybody, as JSON: two stores
// that give the same hold the same.
func Snapshot(t testing.TB, s graph.Store, g *gazetteer.Gazetteer) string {
	t.Helper()
	var ids []string
	for _, e := range g.Entities {
		ids = append(ids, e.ID)
	}
	for _, p := range people {
		if p[0] == '?' {
			mark, name, _ := cutMark(p)
			ids = append(ids, graph.UnlistedID(name, mark, ""))
		}
	}
	out := ""
	for _, id := range ids {
		for _, kind := range []graph.QuestionKind{graph.Met, graph.Meetings, graph.Near, graph.Who, graph.Timeline} {
			a, err := s.Ask(context.Background(), graph.Question{Kind: kind, Who: [][]string{{id}}})
			if err != nil {
				t.Fatal(err)
			}
			text, err := json.Marshal(a)
			if err != nil {
				t.Fatal(err)
			}
			out += string(text) + "\n"
		}
	}
	return out
}

// random puts, replaces and removes random documents in random batches, and
// after each step compares random questions with the model.
func random(t *testing.T, open func(t *testing.T) graph.Store) {
	g := World(t)
	for seed := range uint64(4) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			s := store{t, open(t), g}
			m := newModel(g)
			r := rand.New(rand.NewPCG(seed, 2))
			// Two versions of each document, so that putting may replace.
			versions := [2][]graph.Put{Random(g, 60, 2*seed), Random(g, 60, 2*seed+1)}
			hashes := map[string]string{}
			for range 12 {
				if r.IntN(4) == 0 {
					removeSome(s, m, r, hashes)
				} else {
					putSome(s, m, r, versions, hashes)
				}
				for range 25 {
					compare(s, m, randomQuestion(g, r))
				}
				whole(s, m)
				if t.Failed() {
					return
				}
			}
		})
	}
}

func putSome(s store, m *model, r *rand.Rand, versions [2][]graph.Put, hashes map[string]string) {
	var batch []graph.Put
	var want []graph.Outcome
	for range 1 + r.IntN(30) {
		p := pick(r, versions[r.IntN(2)])
		batch = append(batch, p)
		switch have := hashes[p.Doc.ID]; have {
		case "":
			want = append(want, graph.Stored)
		case p.TextHash:
			want = append(want, graph.Unchanged)
		default:
			want = append(want, graph.Replaced)
		}
		hashes[p.Doc.ID] = p.TextHash
		if err := m.put(p); err != nil {
			s.Fatal(err)
		}
	}
	got, err := s.Put(context.Background(), batch)
	if err != nil {
		s.Fatalf("Put: %v", err)
	}
	if !slices.Equal(got, want) {
		s.Errorf("Put: outcomes %v, want %v", got, want)
	}
}

func removeSome(s store, m *model, r *rand.Rand, hashes map[string]string) {
	ids := []string{"nobody"}
	want := 0
	for range r.IntN(15) {
		id := fmt.Sprintf("doc-%04d", r.IntN(60))
		if m.docs[id] != nil {
			want++
		}
		delete(m.docs, id)
		delete(hashes, id)
		ids = append(ids, id)
	}
	if got := s.remove(ids...); got != want {
		s.Errorf("Remove: %d, want %d", got, want)
	}
}

func randomQuestion(g *gazetteer.Gazetteer, r *rand.Rand) graph.Question {
	q := graph.Question{Kind: pick(r, []graph.QuestionKind{graph.Met, graph.Meetings, graph.Near, graph.Together, graph.Who, graph.Path, graph.Timeline})}
	n := map[graph.QuestionKind]int{
		graph.Met: 1, graph.Near: 1, graph.Together: 2, graph.Who: 1, graph.Path: 2, graph.Timeline: 1, graph.Meetings: r.IntN(4),
	}[q.Kind]
	for range n {
		var ids []string
		for range 1 + r.IntN(2) {
			if r.IntN(4) == 0 && q.Kind != graph.Meetings {
				ids = append(ids, pick(r, others))
				continue
			}
			id := pick(r, people)
			if mark, name, ok := cutMark(id); ok {
				id = graph.UnlistedID(name, mark, "doc-0001")
			}
			ids = append(ids, id)
		}
		q.Who = append(q.Who, ids)
	}
	day := func() gazetteer.Day {
		if r.IntN(2) == 0 {
			return 0
		}
		return gazetteer.DayOf(2015, 7, 27) + gazetteer.Day(r.IntN(20))
	}
	q.From, q.To = day(), day()
	if q.To != 0 && q.From > q.To {
		q.From, q.To = q.To, q.From
	}
	if q.Kind == graph.Path {
		q.Who[1] = slices.DeleteFunc(q.Who[1], func(id string) bool { return slices.Contains(q.Who[0], id) })
		if len(q.Who[1]) == 0 {
			q.Who[1] = []string{"x:nobody"}
		}
	} else if r.IntN(3) == 0 {
		q.Country = pick(r, []string{"Q159", "Q30", "Q79", "Q39"})
	}
	q.Status = pick(r, []string{"", graph.Any, "held", "held", "planned", "denied"})
	q.Mode = pick(r, []string{"", graph.Any, "in_person", "in_person", "phone"})
	if r.IntN(4) == 0 {
		q.In = pick(r, []string{"Q1741", "Q40", "Q39", "Q649", "x:nowhere"})
	}
	q.Limit = pick(r, []int{0, 0, 1, 5})
	return q
}

func compare(s store, m *model, q graph.Question) {
	s.Helper()
	got, want := s.ask(q), m.ask(q)
	if !reflect.DeepEqual(got, want) {
		s.Errorf("Ask %s:\ngot %s\nwant %s", dump(s.T, q), dump(s.T, got), dump(s.T, want))
	}
}

// same: the order, the batches and what was there in between leave no trace.
func same(t *testing.T, open func(t *testing.T) graph.Store) {
	g := World(t)
	docs := Random(g, 80, 7)
	others := Random(g, 80, 8)
	want := ""
	for seed := range uint64(4) {
		s := store{t, open(t), g}
		r := rand.New(rand.NewPCG(seed, 3))
		shuffled := slices.Clone(docs)
		if seed > 0 {
			r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
			// Detours: other versions first, some of them removed again.
			if _, err := s.Put(context.Background(), others[:20*seed]); err != nil {
				t.Fatal(err)
			}
			s.remove("doc-0001", "doc-0010", "doc-0011")
		}
		for len(shuffled) > 0 {
			n := min(len(shuffled), 1+r.IntN(40))
			if _, err := s.Put(context.Background(), shuffled[:n]); err != nil {
				t.Fatal(err)
			}
			shuffled = shuffled[n:]
		}
		got := Snapshot(t, s, g)
		if want == "" {
			want = got
		}
		if got != want {
			t.Fatalf("seed %d: the same documents in another order make another graph", seed)
		}
	}
}
