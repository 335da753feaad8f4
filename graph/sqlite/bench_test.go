package sqlite

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"whomet/gazetteer"
	"whomet/graph"
	"whomet/ner"
)

// corpus is n small articles as news has them: ten names each, of which a few
// are in most articles, and a meeting in two of three.
func corpus(tb testing.TB, n int) (*gazetteer.Gazetteer, []graph.Put) {
	tb.Helper()
	const entities = 3000
	people := []string{"id\tcountry\tname_en\tname_ar\tsource"}
	for i := range entities {
		people = append(people, fmt.Sprintf("x:p%04d\t\tPerson Number %d\tشخص رقم %d\tours", i, i, i))
	}
	g, err := gazetteer.Load(fstest.MapFS{
		"gazetteer/people.tsv":        {Data: []byte(strings.Join(people, "\n") + "\n")},
		"lexicon/name-particles.tsv":  {Data: []byte("lang\tform\ttext\n")},
		"gazetteer/organizations.tsv": {Data: []byte("id\tkind\tcountry\tname_en\tname_ar\tsource\n")},
	})
	if err != nil {
		tb.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 1))
	zipf := rand.NewZipf(r, 1.2, 4, entities-1)
	filler := strings.Repeat("and more was said about it in the course of the day ", 2)
	puts := make([]graph.Put, n)
	for i := range puts {
		stamp := (gazetteer.DayOf(2015, 6, 1) + gazetteer.Day(i*60/n)).String()
		a := &ner.Annotated{ID: fmt.Sprintf("article-%06d", i), Source: fmt.Sprintf("paper %d", i%40), URL: fmt.Sprintf("https://example.org/%d", i),
			Title: "An article", Published: &stamp, Language: "en"}
		var text strings.Builder
		for n := range 5 {
			start := text.Len()
			for range 2 {
				id := fmt.Sprintf("x:p%04d", zipf.Uint64())
				e, _ := g.Entity(id)
				m := ner.Mention{Start: text.Len(), Kind: ner.Name, Type: e.Type, Entity: &id, Name: e.Name, NameAr: e.NameAr, Status: ner.Linked, Sentence: n}
				text.WriteString(e.Name)
				m.End = text.Len()
				m.Text = e.Name
				a.Mentions = append(a.Mentions, m)
				text.WriteString(" " + filler)
			}
			text.WriteString(fmt.Sprint(i, "\n"))
			a.Sentences = append(a.Sentences, ner.Span{Start: start, End: text.Len() - 1})
		}
		a.Text = text.String()
		if r.IntN(3) > 0 {
			k := 2 * r.IntN(5)
			x, y := &a.Mentions[k], &a.Mentions[k+1]
			s := a.Sentences[k/2]
			a.Meetings = []ner.Meeting{{
				Participants: []ner.Participant{{Entity: x.Entity, Type: x.Type, Name: x.Name, Mentions: []int{k}}, {Entity: y.Entity, Type: y.Type, Name: y.Name, Mentions: []int{k + 1}}},
				Status:       ner.Held, Mode: ner.InPerson, Evidence: []ner.Evidence{{Start: s.Start, End: s.End, Text: a.Text[s.Start:s.End]}}, Rule: "test",
			}}
			if r.IntN(2) == 0 {
				a.Meetings[0].Date = &stamp
			}
		}
		puts[i] = graph.Put{Doc: a, TextHash: a.ID}
	}
	return g, puts
}

const batchSize = 500

func fill(tb testing.TB, s *Store, puts []graph.Put) {
	tb.Helper()
	for i := 0; i < len(puts); i += batchSize {
		if _, err := s.Put(context.Background(), puts[i:min(i+batchSize, len(puts))]); err != nil {
			tb.Fatal(err)
		}
	}
}

// BenchmarkPut/store is what writing articles costs; /raw is the yardstick: the
// same text and as many rows, in one table without an index.
func BenchmarkPut(b *testing.B) {
	g, puts := corpus(b, 15000)
	var bytes int64
	for _, p := range puts {
		bytes += int64(len(p.Doc.Text))
	}
	report := func(b *testing.B) {
		b.ReportMetric(float64(b.N*len(puts))/b.Elapsed().Seconds(), "docs/s")
	}
	b.Run("store", func(b *testing.B) {
		b.SetBytes(bytes)
		for range b.N {
			b.StopTimer()
			s := openTest(b, filepath.Join(b.TempDir(), "graph.db"), func(o *Options) { o.Gazetteer = g })
			b.StartTimer()
			fill(b, s, puts)
		}
		report(b)
	})
	b.Run("raw", func(b *testing.B) {
		b.SetBytes(bytes)
		for range b.N {
			b.StopTimer()
			s := openTest(b, filepath.Join(b.TempDir(), "graph.db"), func(o *Options) { o.Gazetteer = g })
			rows := rowsOf(b, s, puts)
			if _, err := s.write.Exec("CREATE TABLE raw (a, b, c, d, e)"); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			fillRaw(b, s, puts, rows/len(puts))
		}
		report(b)
	})
}

// rowsOf counts the rows that the store makes of the documents.
func rowsOf(b *testing.B, s *Store, puts []graph.Put) (n int) {
	fill(b, s, puts)
	for _, t := range tables {
		var rows int
		if err := s.read.QueryRow("SELECT count(*) FROM " + t.name).Scan(&rows); err != nil {
			b.Fatal(err)
		}
		n += rows
	}
	return n
}

func fillRaw(b *testing.B, s *Store, puts []graph.Put, perDoc int) {
	ctx := context.Background()
	raw := table{"raw", 5}
	stmt, err := s.write.Prepare(raw.insert(chunk))
	if err != nil {
		b.Fatal(err)
	}
	defer stmt.Close()
	for i := 0; i < len(puts); i += batchSize {
		tx, err := s.write.BeginTx(ctx, nil)
		if err != nil {
			b.Fatal(err)
		}
		in := &inserter{table: raw, stmt: tx.StmtContext(ctx, stmt), tx: tx}
		for _, p := range puts[i:min(i+batchSize, len(puts))] {
			if err := in.add(ctx, p.Doc.Text, p.Doc.ID, 0, 0, 0); err != nil {
				b.Fatal(err)
			}
			for k := range perDoc - 1 {
				if err := in.add(ctx, i, k, k, 7, 1); err != nil {
					b.Fatal(err)
				}
			}
		}
		if err := in.flush(ctx); err != nil {
			b.Fatal(err)
		}
		if err := tx.Commit(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAsk(b *testing.B) {
	g, puts := corpus(b, 15000)
	s := openTest(b, filepath.Join(b.TempDir(), "graph.db"), func(o *Options) { o.Gazetteer = g })
	fill(b, s, puts)
	first, second := []string{"x:p0000"}, []string{"x:p0001"}
	several := []string{"x:p0000", "x:p0001", "x:p0002", "x:p0003", "x:p0004", "x:p0005", "x:p0006", "x:p0007"}
	from, to := gazetteer.DayOf(2015, 6, 10), gazetteer.DayOf(2015, 7, 10)
	for _, c := range []struct {
		name string
		q    graph.Question
	}{
		{"met", graph.Question{Kind: graph.Met, Who: [][]string{first}, Status: "held", Limit: 20}},
		{"met-several", graph.Question{Kind: graph.Met, Who: [][]string{several}, Status: "held", Limit: 20, From: from, To: to}},
		{"meetings", graph.Question{Kind: graph.Meetings, Limit: 20}},
		{"meetings-two", graph.Question{Kind: graph.Meetings, Who: [][]string{first, second}, Limit: 20}},
		{"near", graph.Question{Kind: graph.Near, Who: [][]string{first}, Limit: 20}},
		{"near-between", graph.Question{Kind: graph.Near, Who: [][]string{first}, Limit: 20, From: from, To: to}},
		{"near-several", graph.Question{Kind: graph.Near, Who: [][]string{several}, Limit: 20}},
		{"together", graph.Question{Kind: graph.Together, Who: [][]string{first, second}, Limit: 20}},
		{"who", graph.Question{Kind: graph.Who, Who: [][]string{first}}},
	} {
		b.Run(c.name, func(b *testing.B) {
			for range b.N {
				a, err := s.Ask(context.Background(), c.q)
				if err != nil {
					b.Fatal(err)
				}
				if a.Rows.Len() == 0 {
					b.Fatal("nothing found")
				}
			}
		})
	}
}
