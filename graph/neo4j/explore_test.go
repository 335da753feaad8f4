package neo4j

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"whomet/graph"
	"whomet/graph/graphtest"
	"whomet/graph/neo4j/neo4jtest"
)

// exploring is a store of the suite's documents, wiped for this test binary.
func exploring(t *testing.T) *Store {
	s := fresh(t)
	if _, err := s.Put(context.Background(), graphtest.Random(graphtest.World(t), 150, 5)); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestQueries: every shipped query says what it shows and runs; most find
// something among the suite's documents.
func TestQueries(t *testing.T) {
	s := exploring(t)
	found := map[string]int{}
	for _, q := range Queries() {
		if len(q.Shows) < 20 || !strings.HasSuffix(q.Shows, ".") {
			t.Errorf("%s: %q is no sentence", q.Name, q.Shows)
		}
		values := map[string]string{}
		for name, value := range map[string]string{"person": "Q58217", "one": "Q58217", "other": "x:sisi", "before": "2026-01-01", "organization": "x:mid"} {
			for _, p := range q.Params {
				if p.Name == name {
					values[name] = value
				}
			}
		}
		if q.Name == "bridge" {
			values["one"], values["other"] = "Q159", "Q30"
		}
		st, err := q.Statement(values)
		if err != nil {
			t.Errorf("%s: %v", q.Name, err)
			continue
		}
		table, err := s.Run(context.Background(), st)
		if err != nil {
			t.Errorf("%s: %v", q.Name, err)
			continue
		}
		found[q.Name] = len(table.Rows)
	}
	if len(found) < 12 {
		t.Errorf("only %d queries ran", len(found))
	}
	for _, name := range []string{"busiest", "chain", "claimants", "disputed", "itinerary", "months", "never-held", "papers", "places", "search", "unlisted"} {
		if found[name] == 0 {
			t.Errorf("%s found nothing", name)
		}
	}
}

// TestRunRefuses: whatever writes, loads or calls is refused before it runs, and
// what only reads is not.
func TestRunRefuses(t *testing.T) {
	s := exploring(t)
	before := neo4jtest.Shared(t).Dump(t)
	for text, want := range map[string]error{
		"MATCH (n) DETACH DELETE n": ErrWrites,
		"MATCH (n) SET n.x = 1":     ErrWrites,
		"CREATE (:Cat)":             ErrWrites,
		"CREATE INDEX x IF NOT EXISTS FOR (n:Cat) ON (n.name)":                                                                            ErrWrites,
		"MATCH (n:Meeting) CALL (n) { DETACH DELETE n } IN TRANSACTIONS":                                                                  ErrWrites,
		"LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line":                                                                          ErrWrites,
		"CALL dbms.killConnections(['x']) YIELD message RETURN message":                                                                   ErrWrites,
		"TERMINATE TRANSACTIONS 'neo4j-transaction-1'":                                                                                    ErrWrites,
		"LOAD CSV FROM 'file:///etc/passwd' AS line CALL (line) { MATCH (e:Entity {id: 'Q58217'}) RETURN e LIMIT 1 } RETURN line, e.name": ErrWrites,
		"CALL () { LOAD CSV FROM 'http://localhost/' AS line RETURN line LIMIT 1 } MATCH (e:Entity {id: 'Q58217'}) RETURN line, e.name":   ErrWrites,
		"CALL db.ping() YIELD success CALL (success) { MATCH (e:Entity {id: 'Q58217'}) RETURN e LIMIT 1 } RETURN success, e.name":         ErrWrites,
		"MATCH (n RETURN n":                       ErrStatement,
		"RETURN 1; MATCH (n) DETACH DELETE n":     ErrStatement,
		"// a comment\nMATCH (n) RETURN count(n)": nil,
		"CALL db.index.fulltext.queryNodes('entity_names', 'lavrov') YIELD node RETURN node": nil,
	} {
		_, err := s.Run(context.Background(), Statement{Text: text})
		if !errors.Is(err, want) || want == nil && err != nil {
			t.Errorf("%s: %v, want %v", text, err, want)
		}
	}
	if neo4jtest.Shared(t).Dump(t) != before {
		t.Error("the graph is another")
	}
}

// TestScript: the text of --cypher is the statement with its parameters, and no
// name can end a string or a line of it.
func TestScript(t *testing.T) {
	script, err := Script(graph.Question{Kind: graph.Met, Who: [][]string{{"n:o'brien\\`\n\u202e@Q1"}}, From: 735000})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`:param who => ['n:o\'brien\\` + "`" + `\u000a\u202e@Q1']`, ":param from => date('", ":param to => null\n", "MATCH (w:Entity)"} {
		if !strings.Contains(script, want) {
			t.Errorf("%s\nlacks %s", script, want)
		}
	}
	for _, kind := range []graph.QuestionKind{graph.Meetings, graph.Near, graph.Together, graph.Who, graph.Path, graph.Timeline} {
		who := [][]string{{"Q1"}}
		if kind == graph.Together || kind == graph.Path {
			who = append(who, []string{"Q2"})
		}
		if script, err := Script(graph.Question{Kind: kind, Who: who}); err != nil || !strings.HasPrefix(script, ":param ") {
			t.Errorf("%s: %v: %s", kind, err, script)
		}
	}
}

// TestStatementsAreFiles: no statement is put together from strings in the code.
func TestStatementsAreFiles(t *testing.T) {
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	looked := 0
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		text, err := os.ReadFile(f.Name())
		if err != nil {
			t.Fatal(err)
		}
		looked++
		for i, line := range strings.Split(string(text), "\n") {
			if code, _, _ := strings.Cut(line, "//"); strings.Contains(code, "MATCH ") || strings.Contains(code, "MERGE ") {
				if !strings.Contains(code, "DETACH DELETE n) and ingest") { // words for people
					t.Errorf("%s:%d holds Cypher: %s", f.Name(), i+1, code)
				}
			}
		}
	}
	if looked < 10 {
		t.Errorf("looked at %d files", looked)
	}
	for name, text := range statements {
		if !strings.HasPrefix(text, "// ") || len(text) < 30 {
			t.Errorf("%s does not say what it is for", name)
		}
	}
}

// TestCopy: documents of one store put into another make the same graph.
func TestCopy(t *testing.T) {
	s := exploring(t)
	ctx := context.Background()
	server := neo4jtest.Shared(t)
	dump := server.Dump(t)
	var records []graph.Record
	r, err := s.Read(ctx)
	if err != nil {
		t.Fatal(err)
	}
	err = r.Documents(func(p *graph.Projection, read graph.Stamp) error {
		records = append(records, graph.Record{Projection: *p, Gazetteer: read.Gazetteer, Pipeline: read.Pipeline})
		return nil
	})
	if err != nil || len(records) != 150 {
		t.Fatalf("%d documents, %v", len(records), err)
	}
	v, err := graph.Verify(r, graph.Expected{Stamp: graph.Stamp{Schema: SchemaVersion, Gazetteer: graphtest.World(t).Version, Pipeline: "graphtest/1"}, Gazetteer: graphtest.World(t)})
	if err != nil || len(v.Faults) != 0 || v.Documents != 150 {
		t.Errorf("Verify: %+v, %v", v, err)
	}
	if faults, err := s.Check(ctx); err != nil || len(faults) != 0 {
		t.Errorf("Check: %v, %v", faults, err)
	}
	copied := fresh(t)
	for i := 0; i < len(records); i += 40 {
		if _, err := copied.PutRecords(ctx, records[i:min(i+40, len(records))]); err != nil {
			t.Fatal(err)
		}
	}
	expectDump(t, dump)
	outcomes, err := copied.PutRecords(ctx, records)
	for _, o := range outcomes {
		if o != graph.Unchanged {
			t.Fatalf("copied again: %v, %v", outcomes, err)
		}
	}
	expectDump(t, dump)
}

// TestStamp: another gazetteer or pipeline reads everything anew, and leaves the
// graph that a new store would be.
func TestStamp(t *testing.T) {
	g := graphtest.World(t)
	docs := graphtest.Random(g, 20, 3)
	ctx := context.Background()
	server := neo4jtest.Shared(t)
	s := fresh(t)
	if _, err := s.Put(ctx, docs); err != nil {
		t.Fatal(err)
	}
	renamed := graphtest.World(t)
	for i := range renamed.Entities {
		renamed.Entities[i].Name = "Renamed " + renamed.Entities[i].Name
	}
	opt := options(t, server)
	opt.Gazetteer, opt.Stamp = renamed, graph.Stamp{Gazetteer: "renamed", Pipeline: "graphtest/2"}
	newer := openTest(t, server.URL(), opt)
	if hashes, err := newer.Has(ctx, []string{docs[0].Doc.ID}); err != nil || hashes[0] != "" {
		t.Errorf("Has: %q, %v; want nothing that the new pipeline read", hashes, err)
	}
	if st, err := newer.Stamp(ctx); err != nil || st.Pipeline != "graphtest/1" {
		t.Errorf("Stamp before writing: %+v, %v", st, err)
	}
	outcomes, err := newer.Put(ctx, docs)
	if err != nil || outcomes[0] != graph.Replaced {
		t.Errorf("Put: %v, %v", outcomes, err)
	}
	got := server.Dump(t)
	server.Wipe(t)
	anew := openTest(t, server.URL(), opt)
	if _, err := anew.Put(ctx, docs); err != nil {
		t.Fatal(err)
	}
	expectDump(t, got)
}
