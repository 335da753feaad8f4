package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"whomet/gazetteer"
	"whomet/graph"
	"whomet/graph/graphtest"
)

// dumps has a query for every table and view that says all of it, keys replaced
// by what they stand for, in an order of its own.
var dumps = map[string]string{
	"stamp":    "SELECT * FROM stamp",
	"entity":   "SELECT id, type, name, name_ar, listed, iso, kind, country FROM entity ORDER BY id",
	"document": "SELECT id, url, source, title, published, language, text_hash, gazetteer, pipeline FROM document ORDER BY id",
	"text":     "SELECT d.id, t.text FROM text t JOIN document d ON d.key = t.document ORDER BY d.id",
	"given_name": `SELECT e.id, d.id, n.type, n.name, n.name_ar FROM given_name n
		JOIN entity e ON e.key = n.entity JOIN document d ON d.key = n.document ORDER BY e.id, d.id`,
	"mention": `SELECT d.id, m.start, m.stop, e.id, m.sentence FROM mention m
		JOIN entity e ON e.key = m.entity JOIN document d ON d.key = m.document ORDER BY d.id, m.start, m.stop, e.id`,
	"ambiguous": "SELECT d.id, a.start, a.candidate, a.text FROM ambiguous a JOIN document d ON d.key = a.document ORDER BY d.id, a.start, a.candidate",
	"sentence":  "SELECT d.id, s.n, s.start, s.stop FROM sentence s JOIN document d ON d.key = s.document ORDER BY d.id, s.n",
	"comention": `SELECT x.id, y.id, d.id, c.sentences, c.published FROM comention c
		JOIN entity x ON x.key = c.a JOIN entity y ON y.key = c.b JOIN document d ON d.key = c.document ORDER BY x.id, y.id, d.id`,
	"meeting": `SELECT m.id, m.status, m.disputed, m.mode, m.day_from, m.day_to, p.id, m.city, m.country, m.reports, m.documents, m.sources, m.origins
		FROM meeting m LEFT JOIN entity p ON p.key = m.place ORDER BY m.id`,
	"participant": "SELECT m.id, e.id FROM participant p JOIN meeting m ON m.key = p.meeting JOIN entity e ON e.key = p.entity ORDER BY m.id, e.id",
	"report": `SELECT r.id, d.id, m.id, r.status, r.mode, r.day_from, r.day_to, r.date_told, r.date_words, x.id, y.id, p.id, r.city, r.country,
		c.id, r.claimed_name, r.quote, r.start, r.stop, r.rule
		FROM report r JOIN document d ON d.key = r.document JOIN meeting m ON m.key = r.meeting
		JOIN entity x ON x.key = r.principal JOIN entity y ON y.key = r.other_principal
		LEFT JOIN entity p ON p.key = r.place LEFT JOIN entity c ON c.key = r.claimed_by ORDER BY r.id`,
	"report_participant": `SELECT r.id, e.id FROM report_participant p
		JOIN report r ON r.key = p.report JOIN entity e ON e.key = p.entity ORDER BY r.id, e.id`,
	"report_pair": `SELECT min(x.id, y.id), max(x.id, y.id), p.mode, p.win_from, p.win_to, r.id FROM report_pair p
		JOIN entity x ON x.key = p.a JOIN entity y ON y.key = p.b JOIN report r ON r.key = p.report ORDER BY r.id, 1, 2`,
	"edge":         "SELECT * FROM edge ORDER BY kind, a, b",
	"co_mentioned": "SELECT * FROM co_mentioned ORDER BY a, b",
}

// dump is everything in the store as text, and checks that the file is sound:
// no key points nowhere, and every table is in the dump.
func dump(t *testing.T, s *Store) string {
	t.Helper()
	ctx := context.Background()
	var b strings.Builder
	var names []string
	err := each(ctx, s.read, func(scan scan) error {
		var name string
		err := scan(&name)
		names = append(names, name)
		return err
	}, "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY name")
	if err != nil {
		t.Fatal(err)
	}
	if len(names) != len(dumps) {
		t.Fatalf("tables %v, but %d dumps", names, len(dumps))
	}
	for _, name := range names {
		if dumps[name] == "" {
			t.Fatalf("no dump of table %s", name)
		}
		var all, dumped int
		if err := s.read.QueryRow("SELECT count(*) FROM " + name).Scan(&all); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "== %s\n", name)
		rows, err := s.read.Query(dumps[name])
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		columns, err := rows.Columns()
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			cells := make([]sql.NullString, len(columns))
			dest := make([]any, len(columns))
			for i := range cells {
				dest[i] = &cells[i]
			}
			if err := rows.Scan(dest...); err != nil {
				t.Fatal(err)
			}
			for _, c := range cells {
				fmt.Fprintf(&b, "%t %q\t", c.Valid, c.String)
			}
			b.WriteByte('\n')
			dumped++
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
		if dumped != all {
			t.Errorf("%s has %d rows, %d of them with keys that mean something", name, all, dumped)
		}
	}
	for _, check := range []string{"foreign_key_check", "integrity_check"} {
		err := each(ctx, s.read, func(scan scan) error {
			var row [4]any
			if scan(&row[0]) == nil && row[0] == "ok" {
				return nil
			}
			return fmt.Errorf("it found %v", row)
		}, "PRAGMA "+check)
		if err != nil {
			t.Errorf("%s: %v", check, err)
		}
	}
	return b.String()
}

// diff is the first line in which two dumps differ.
func diff(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d:\n got %s\nwant %s", i, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}

// TestSameDump: what is in the file is a function of the set of documents.
func TestSameDump(t *testing.T) {
	g := graphtest.World(t)
	docs := graphtest.Random(g, 120, 1)
	ctx := context.Background()
	whole := openTest(t, filepath.Join(t.TempDir(), "graph.db"), nil)
	if _, err := whole.Put(ctx, docs); err != nil {
		t.Fatal(err)
	}
	want := dump(t, whole)
	if strings.Count(want, "\n") < 1000 {
		t.Fatalf("a dump of %d lines proves little", strings.Count(want, "\n"))
	}
	for seed := range uint64(5) {
		r := rand.New(rand.NewPCG(seed, 1))
		s := openTest(t, filepath.Join(t.TempDir(), "graph.db"), nil)
		detour := graphtest.Random(g, 160, seed+2) // other versions, and 40 documents more
		for left := slices.Clone(docs); len(left) > 0; {
			r.Shuffle(len(left), func(i, j int) { left[i], left[j] = left[j], left[i] })
			n := min(len(left), 1+r.IntN(25))
			batch := left[:n]
			if r.IntN(2) == 0 {
				batch = append(slices.Clone(detour[120:]), batch...)
			}
			if len(left) == len(docs) {
				batch = append(slices.Clone(detour), batch...)
			}
			if _, err := s.Put(ctx, batch); err != nil {
				t.Fatal(err)
			}
			left = left[n:]
		}
		var extra []string
		for _, d := range detour[120:] {
			extra = append(extra, d.Doc.ID)
		}
		if n, err := s.Remove(ctx, extra); err != nil || n > 40 {
			t.Fatal(n, err)
		}
		if got := dump(t, s); got != want {
			t.Fatalf("seed %d: the same documents, another file: %s", seed, diff(got, want))
		}
	}
	ids := make([]string, len(docs))
	for i, d := range docs {
		ids[i] = d.Doc.ID
	}
	if _, err := whole.Remove(ctx, ids); err != nil {
		t.Fatal(err)
	}
	empty := openTest(t, filepath.Join(t.TempDir(), "graph.db"), nil)
	if got, want := dump(t, whole), dump(t, empty); got != want {
		t.Errorf("all removed, and something is left: %s", diff(got, want))
	}
}

// TestRecount: the counts that are stored equal those of the reports.
func TestRecount(t *testing.T) {
	g := graphtest.World(t)
	s := openTest(t, filepath.Join(t.TempDir(), "graph.db"), nil)
	if _, err := s.Put(context.Background(), graphtest.Random(g, 150, 5)); err != nil {
		t.Fatal(err)
	}
	for name, query := range map[string]string{
		"meetings": `SELECT count(*) FROM meeting m WHERE (reports, documents, sources) <> (
			SELECT count(*), count(DISTINCT r.document), count(DISTINCT nullif(d.source, ''))
			FROM report r JOIN document d ON d.key = r.document WHERE r.meeting = m.key)`,
		"participants": `SELECT count(*) FROM (
			SELECT meeting, entity FROM participant EXCEPT
			SELECT r.meeting, p.entity FROM report r JOIN report_participant p ON p.report = r.key)`,
		"co-mentions": `SELECT count(*) FROM comention c WHERE sentences <> (
			SELECT count(DISTINCT s.n) FROM sentence s
			JOIN mention x ON x.document = s.document AND x.sentence = s.n AND x.entity = c.a
			JOIN mention y ON y.document = s.document AND y.sentence = s.n AND y.entity = c.b
			WHERE s.document = c.document)`,
		"two records of a document": "SELECT count(*) FROM (SELECT 1 FROM report GROUP BY meeting, document HAVING count(*) > 1)",
	} {
		n := -1
		if err := s.read.QueryRow(query).Scan(&n); err != nil || n != 0 {
			t.Errorf("%s: %d wrong, %v", name, n, err)
		}
	}
	var edges, meetings int
	if err := s.read.QueryRow("SELECT count(*), sum(meetings) FROM edge WHERE kind = 'MET_WITH'").Scan(&edges, &meetings); err != nil || edges < 10 || meetings <= edges {
		t.Errorf("%d edges of %d meetings, %v", edges, meetings, err)
	}
}

// TestStamp: another gazetteer or pipeline reads everything anew.
func TestStamp(t *testing.T) {
	g := graphtest.World(t)
	docs := graphtest.Random(g, 20, 3)
	path := filepath.Join(t.TempDir(), "graph.db")
	ctx := context.Background()
	s := openTest(t, path, nil)
	if _, err := s.Put(ctx, docs); err != nil {
		t.Fatal(err)
	}
	before := dump(t, s)
	s.Close()

	newer := func(o *Options) {
		o.Stamp.Pipeline = "graphtest/2"
		o.Stamp.Gazetteer = "renamed"
		o.Gazetteer = rename(t, g)
	}
	s = openTest(t, path, newer)
	if hashes, err := s.Has(ctx, []string{docs[0].Doc.ID}); err != nil || hashes[0] != "" {
		t.Errorf("Has: %q, %v; want nothing that the new pipeline read", hashes, err)
	}
	if st, err := s.Stamp(ctx); err != nil || st.Pipeline != "graphtest/1" {
		t.Errorf("Stamp before writing: %+v, %v", st, err)
	}
	outcomes, err := s.Put(ctx, docs)
	if err != nil || slices.ContainsFunc(outcomes, func(o graph.Outcome) bool { return o != graph.Replaced }) {
		t.Errorf("Put: %v, %v", outcomes, err)
	}
	if st, err := s.Stamp(ctx); err != nil || st != (graph.Stamp{Schema: 1, Gazetteer: "renamed", Pipeline: "graphtest/2"}) {
		t.Errorf("Stamp: %+v, %v", st, err)
	}
	fresh := openTest(t, filepath.Join(t.TempDir(), "graph.db"), newer)
	if _, err := fresh.Put(ctx, docs); err != nil {
		t.Fatal(err)
	}
	if got, want := dump(t, s), dump(t, fresh); got != want || got == before {
		t.Errorf("read anew, and not as a new store: %s", diff(got, want))
	}
}

// rename is the gazetteer with another name for everybody.
func rename(t *testing.T, g *gazetteer.Gazetteer) *gazetteer.Gazetteer {
	t.Helper()
	other := graphtest.World(t)
	for i := range other.Entities {
		other.Entities[i].Name = "Renamed " + g.Entities[i].Name
	}
	return other
}

func TestMain(m *testing.M) {
	if child() {
		return
	}
	os.Exit(m.Run())
}
