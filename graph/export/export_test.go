package export

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"whomet/graph"
	"whomet/graph/graphtest"
	"whomet/graph/sqlite"
	"whomet/ner"
	"whomet/ner/token"
)

// odd are documents with letters of one, two, three and four bytes before,
// inside and after the names, and with what each format has to escape.
var odd = []graphtest.Doc{
	{ID: "خبر;1|a", Source: "صحيفة \"اليوم\"", Published: "2015-08-04", Title: "😀 [Q58217 لافروف] و[Q22316 كيري]",
		Text:     "😀 التقى [Q58217 لافرُوف] وَ[Q22316 كيري] في [Q1741 فيينا] يوم الاثنين.\n«قال» <b>[Q22316 Kerry]</b> & 'met' [?Q33 Timo\tVirtanen]; \\n \x01:begin",
		Meetings: []graphtest.Met{{Who: "Q58217 Q22316", Status: ner.Held, Date: "2015-08-03", Words: "يوم الاثنين", Place: "Q1741", Line: 1}}},
	{ID: "two", Source: "Gazette, \"weekly\"", Published: "2015-08-05", Title: "",
		Text:     "[Q58217 Lavrov] 👨‍👩‍👧 phoned [Q22316 Kerry].\n\n:commit\n[x:putin Putin] was to meet [Q58217 Lavrov].",
		Meetings: []graphtest.Met{{Who: "Q58217 Q22316", Status: ner.Held, Mode: ner.Phone}, {Who: "x:putin Q58217", Status: ner.Planned, Line: 3}}},
	{ID: "a blank", Text: " "},
}

// world is a store of the odd documents and random ones, put in an order and in
// batches that seed decides.
func world(t *testing.T, seed uint64) *Graph {
	t.Helper()
	g := graphtest.World(t)
	s, err := sqlite.Open(filepath.Join(t.TempDir(), "whomet.db"), sqlite.Options{Stamp: graphtest.Stamp(g), Gazetteer: g})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	docs := graphtest.Random(g, 60, 9)
	for _, d := range odd {
		docs = append(docs, d.Put(g))
	}
	r := rand.New(rand.NewPCG(seed, 1))
	r.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
	for len(docs) > 0 {
		n := min(len(docs), 1+r.IntN(30))
		if _, err := s.Put(context.Background(), docs[:n]); err != nil {
			t.Fatal(err)
		}
		docs = docs[n:]
	}
	reader, err := s.Read(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { reader.Close() })
	return &Graph{Reader: reader, Stamp: graphtest.Stamp(g), Gazetteer: g, Cutter: token.New(nil)}
}

// everything is all formats, each as one file or as files joined by name.
func everything(t *testing.T, g *Graph) map[string]map[string]string {
	t.Helper()
	all := map[string]map[string]string{}
	for _, f := range Formats() {
		path := filepath.Join(t.TempDir(), f.Name)
		if err := f.Write(path, g); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		all[f.Name] = map[string]string{}
		if !f.Folder() {
			all[f.Name][""] = read(t, path)
			continue
		}
		files, err := os.ReadDir(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			all[f.Name][file.Name()] = read(t, filepath.Join(path, file.Name()))
		}
	}
	return all
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestSameBytes: whatever order and batches the documents came in.
func TestSameBytes(t *testing.T) {
	want := everything(t, world(t, 0))
	for seed := range uint64(6) {
		got := everything(t, world(t, seed+1))
		for format, files := range want {
			for name, text := range files {
				if got[format][name] != text {
					t.Errorf("seed %d: %s %s differs", seed+1, format, name)
				}
			}
		}
	}
}

// counts of what is in a graph.
type counts struct{ entities, documents, mentions, reports, meetings, participants, edges, coMentions int }

func count(t *testing.T, g *Graph) (c counts) {
	t.Helper()
	err := errors.Join(
		g.Entities(func(*graph.Entity) error { c.entities++; return nil }),
		g.Documents(func(p *graph.Projection, _ graph.Stamp) error {
			c.documents++
			c.mentions += len(p.Mentions)
			c.reports += len(p.Reports)
			return nil
		}),
		g.Meetings(func(m *graph.Meeting) error { c.meetings++; c.participants += len(m.Participants); return nil }),
		g.Edges(func(*graph.Edge) error { c.edges++; return nil }),
		g.CoMentions(func(*graph.CoMention) error { c.coMentions++; return nil }),
	)
	if err != nil || min(c.entities, c.documents, c.mentions, c.reports, c.meetings, c.edges, c.coMentions) == 0 {
		t.Fatalf("a poor graph to export: %+v, %v", c, err)
	}
	return c
}

// TestReadBack: a parser of each format finds as much as there is.
func TestReadBack(t *testing.T) {
	g := world(t, 3)
	want := count(t, g)
	all := everything(t, g)
	texts := map[string]string{}
	if err := g.Documents(func(p *graph.Projection, _ graph.Stamp) error { texts[p.ID] = p.Text; return nil }); err != nil {
		t.Fatal(err)
	}

	t.Run("jsonl", func(t *testing.T) {
		var got counts
		lines := bufio.NewScanner(strings.NewReader(all["jsonl"][""]))
		lines.Buffer(nil, 1<<20)
		for n := 0; lines.Scan(); n++ {
			var l struct {
				Schema, Kind, ID, Text string
				Mentions               []struct{ Start, End int }
				Reports                json.RawMessage
				Participants           []string
			}
			var reports []struct {
				Quote, Meeting string
				Start, End     int
			}
			if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
				t.Fatal(err)
			}
			switch l.Kind {
			case "stamp":
				if n != 0 || l.Schema != Schema {
					t.Errorf("line %d: %s", n, lines.Text())
				}
			case "entity":
				got.entities++
			case "document":
				got.documents++
				got.mentions += len(l.Mentions)
				if err := json.Unmarshal(l.Reports, &reports); err != nil {
					t.Fatal(err)
				}
				got.reports += len(reports)
				if l.Text != texts[l.ID] {
					t.Errorf("the text of %s is another", l.ID)
				}
				for _, r := range reports {
					if l.Text[r.Start:r.End] != r.Quote || r.Meeting == "" {
						t.Errorf("report %+v", r)
					}
				}
			case "meeting":
				got.meetings++
				got.participants += len(l.Participants)
			case "edge":
				got.edges++
			case "co_mention":
				got.coMentions++
			default:
				t.Errorf("a line of kind %q", l.Kind)
			}
		}
		if got != want {
			t.Errorf("%+v, want %+v", got, want)
		}
	})

	t.Run("csv", func(t *testing.T) {
		rows := func(name string) []map[string]string { return table(t, all["csv"][name+".csv"]) }
		got := counts{
			len(rows("entities")), len(rows("documents")), len(rows("mentions")), len(rows("reports")),
			len(rows("meetings")), len(rows("participants")), len(rows("edges")), len(rows("co_mentions")),
		}
		if got != want {
			t.Errorf("%+v, want %+v", got, want)
		}
		for _, d := range rows("documents") {
			if d["text"] != texts[d["id"]] {
				t.Errorf("the text of %s: %q", d["id"], d["text"])
			}
		}
		for _, r := range rows("reports") {
			start, _ := strconv.Atoi(r["start"])
			end, _ := strconv.Atoi(r["end"])
			if texts[r["document"]][start:end] != r["quote"] {
				t.Errorf("report %v", r)
			}
		}
	})

	t.Run("neo4j", func(t *testing.T) {
		files := all["neo4j"]
		ids := map[string]map[string]bool{"Entity": {}, "Document": {}, "Meeting": {}}
		for _, name := range []string{"person", "country", "organization", "city", "document", "meeting"} {
			for _, r := range table(t, files[name+".csv"]) {
				for space := range ids {
					if id := r["id:ID("+space+")"]; id != "" {
						if ids[space][id] {
							t.Errorf("%s %s twice", space, id)
						}
						ids[space][id] = true
					}
				}
			}
		}
		n := map[string]int{}
		for name, text := range files {
			rows := table(t, text)
			if !strings.HasPrefix(text, ":START_ID") {
				continue
			}
			n[strings.TrimSuffix(name, ".csv")] = len(rows)
			for _, r := range rows {
				for space := range ids {
					for _, end := range []string{":START_ID(", ":END_ID("} {
						if id, ok := r[end+space+")"]; ok && !ids[space][id] {
							t.Errorf("%s: nobody has id %q", name, id)
						}
					}
				}
			}
		}
		mentions := 0
		for _, r := range table(t, files["mentions.csv"]) {
			mentions += len(strings.Split(r["starts:long[]"], ";"))
		}
		got := counts{
			len(ids["Entity"]), len(ids["Document"]), mentions, n["reports"], len(ids["Meeting"]), n["took_part"],
			n["met_with"] + n["spoke_with"] + n["attended_with"], n["co_mentioned"],
		}
		if got != want || n["held_office"] == 0 || n["in_country"] == 0 {
			t.Errorf("%+v, want %+v; %v", got, want, n)
		}
		if schema := files["schema.cypher"]; !strings.Contains(schema, "full neo4j --multiline-fields=true") || strings.Count(schema, "CREATE CONSTRAINT") != 9 {
			t.Errorf("schema.cypher: %s", schema)
		}
	})

	t.Run("cypher", func(t *testing.T) {
		got := script(t, all["cypher"][""])
		sum := got["MET_WITH"] + got["SPOKE_WITH"] + got["ATTENDED_WITH"]
		if got["Entity"] != want.entities || got["Document"] != want.documents || got["Meeting"] != want.meetings || got["TOOK_PART"] != want.participants ||
			got["REPORTS"] != want.reports || sum != want.edges || got["CO_MENTIONED"] != want.coMentions {
			t.Errorf("%v, want %+v", got, want)
		}
	})

	t.Run("graphml", func(t *testing.T) {
		var doc struct {
			Graph struct {
				Nodes []struct {
					ID string `xml:"id,attr"`
				} `xml:"node"`
				Edges []struct {
					ID     string `xml:"id,attr"`
					Source string `xml:"source,attr"`
					Target string `xml:"target,attr"`
				} `xml:"edge"`
			} `xml:"graph"`
		}
		if err := xml.Unmarshal([]byte(all["graphml"][""]), &doc); err != nil {
			t.Fatal(err)
		}
		if len(doc.Graph.Nodes) != want.entities || len(doc.Graph.Edges) != want.edges+want.coMentions {
			t.Errorf("%d nodes, %d edges, want %+v", len(doc.Graph.Nodes), len(doc.Graph.Edges), want)
		}
		seen := map[string]bool{}
		for _, n := range doc.Graph.Nodes {
			seen[n.ID] = true
		}
		for _, e := range doc.Graph.Edges {
			if !seen[e.Source] || !seen[e.Target] || seen[e.ID] {
				t.Errorf("edge %+v", e)
			}
			seen[e.ID] = true
		}
	})

	t.Run("gexf", func(t *testing.T) {
		var doc struct {
			Nodes []struct{} `xml:"graph>nodes>node"`
			Edges []struct {
				Weight int `xml:"weight,attr"`
				Spells []struct {
					Start string `xml:"start,attr"`
					End   string `xml:"end,attr"`
				} `xml:"spells>spell"`
			} `xml:"graph>edges>edge"`
		}
		if err := xml.Unmarshal([]byte(all["gexf"][""]), &doc); err != nil {
			t.Fatal(err)
		}
		if len(doc.Edges) != want.edges || len(doc.Nodes) == 0 {
			t.Errorf("%d nodes, %d edges, want %+v", len(doc.Nodes), len(doc.Edges), want)
		}
		day := regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)
		spells := 0
		for _, e := range doc.Edges {
			for _, s := range e.Spells {
				spells++
				if !day.MatchString(s.Start) || s.Start != s.End {
					t.Errorf("spell %v", s)
				}
			}
			if e.Weight < len(e.Spells) {
				t.Errorf("%d days of %d meetings", len(e.Spells), e.Weight)
			}
		}
		if spells == 0 {
			t.Error("no edge has a day")
		}
	})

	t.Run("ftm", func(t *testing.T) {
		n := map[string]int{}
		ids := map[string]string{}
		var things []thing
		for _, line := range strings.Split(strings.TrimSpace(all["ftm"][""]), "\n") {
			var x thing
			if err := json.Unmarshal([]byte(line), &x); err != nil {
				t.Fatal(err)
			}
			if ids[x.ID] != "" {
				t.Errorf("%s twice", x.ID)
			}
			ids[x.ID] = x.Schema
			n[x.Schema]++
			things = append(things, x)
		}
		for _, x := range things {
			for _, property := range []string{"involved", "document", "resolved", "subject", "object"} {
				for _, id := range x.Properties[property] {
					if ids[id] == "" {
						t.Errorf("%s of %s: nobody is %s", property, x.ID, id)
					}
				}
			}
			if x.Schema == "Event" && len(x.Properties["involved"]) < 2 {
				t.Errorf("event %v", x)
			}
		}
		if n["Event"] != want.meetings || n["Article"] != want.documents || n["UnknownLink"] != want.edges || n["Person"]+n["PublicBody"]+n["Organization"]+n["Company"]+n["Address"] != want.entities {
			t.Errorf("%v, want %+v", n, want)
		}
	})

	t.Run("brat", func(t *testing.T) { readBrat(t, all["brat"], want) })

	t.Run("conll", func(t *testing.T) {
		names, documents := 0, 0
		last := "O"
		for _, line := range strings.Split(all["conll"][""], "\n") {
			switch {
			case strings.HasPrefix(line, "# newdoc"):
				documents++
				last = "O"
			case strings.HasPrefix(line, "#"):
			case line == "":
				last = "O"
			default:
				word, tag, ok := strings.Cut(line, "\t")
				if !ok || word == "" || strings.ContainsAny(word, " \t") {
					t.Errorf("line %q", line)
				}
				if kind, inside := strings.CutPrefix(tag, "I-"); inside && last[1:] != "-"+kind {
					t.Errorf("%q follows %s", line, last)
				}
				if strings.HasPrefix(tag, "B-") {
					names++
				}
				last = tag
			}
		}
		if names != want.mentions || documents != want.documents {
			t.Errorf("%d names in %d documents, want %+v", names, documents, want)
		}
		// The particle before a name is a word of its own.
		if !strings.Contains(all["conll"][""], "وَ\tO\nكيري\tB-PER\n") || !strings.Contains(all["conll"][""], "لافرُوف\tB-PER\n") {
			t.Error("names with particles and marks are cut wrongly")
		}
	})
}

// table reads a CSV file with its header.
func table(t *testing.T, text string) []map[string]string {
	t.Helper()
	r := csv.NewReader(strings.NewReader(text))
	r.LazyQuotes = false
	all, err := r.ReadAll()
	if err != nil {
		if !strings.Contains(text, "\t") && !strings.HasPrefix(text, "{") && !strings.HasPrefix(text, "//") {
			t.Fatal(err)
		}
		return nil // no table: the note, schema.cypher
	}
	var rows []map[string]string
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, h := range all[0] {
			row[h] = cells[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// script reads a Cypher script as cypher-shell does: a command is a line that
// begins with a colon between statements, a statement ends with a semicolon
// outside of strings. It returns how many rows are merged into each label or type.
func script(t *testing.T, text string) map[string]int {
	t.Helper()
	rows := map[string]int{}
	merged := regexp.MustCompile(`(?:MERGE \(n:|MERGE \(a\)-\[r:)(\w+)`)
	n, st := 0, "" // rows of the parameter, the statement as far as it was read
	for _, line := range strings.Split(text, "\n") {
		switch {
		case st == "" && (line == "" || strings.HasPrefix(line, "//")):
		case st == "" && strings.HasPrefix(line, ":"):
			list, ok := strings.CutPrefix(line, ":param rows => ")
			if !ok || n > 0 {
				t.Fatalf("command %.100q where none may stand", line)
			}
			n = maps(t, list)
		case strings.HasSuffix(line, ";"):
			if m := merged.FindStringSubmatch(st + line); m != nil {
				rows[m[1]] += n
				n = 0
			}
			st = ""
		default:
			st += line + "\n"
		}
	}
	if n != 0 || st != "" {
		t.Fatalf("the script ends inside of something: %q", st)
	}
	return rows
}

// maps counts the maps in a list literal, those inside of others left out.
func maps(t *testing.T, list string) (n int) {
	t.Helper()
	depth, quoted := 0, false
	for i := 0; i < len(list); i++ {
		switch c := list[i]; {
		case quoted && c == '\\':
			i++
		case c == '\'':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			if depth++; c == '{' && depth == 2 {
				n++
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	if depth != 0 || quoted {
		t.Fatalf("an open list: %.100q", list)
	}
	return n
}

// readBrat lays every annotation on its text, counting letters.
func readBrat(t *testing.T, files map[string]string, want counts) {
	t.Helper()
	mentions, relations, texts := 0, 0, 0
	for name, ann := range files {
		if !strings.HasSuffix(name, ".ann") {
			continue
		}
		texts++
		letters := []rune(files[strings.TrimSuffix(name, ".ann")+".txt"])
		known := map[string]bool{}
		for _, line := range strings.Split(strings.TrimSuffix(ann, "\n"), "\n") {
			if line == "" {
				continue
			}
			f := strings.Split(line, "\t")
			if known[f[0]] {
				t.Errorf("%s: %s twice", name, f[0])
			}
			known[f[0]] = true
			switch f[0][0] {
			case 'T':
				mentions++
				var typ string
				var start, end int
				if _, err := fmt.Sscan(f[1], &typ, &start, &end); err != nil {
					t.Fatalf("%s: %q: %v", name, line, err)
				}
				if got := strings.NewReplacer("\n", " ", "\t", " ").Replace(string(letters[start:end])); got != f[2] {
					t.Errorf("%s: %q stands at %d, not %q", name, got, start, f[2])
				}
			case 'R':
				relations++
				m := regexp.MustCompile(`^(MET_WITH|SPOKE_WITH|ATTENDED_WITH) Arg1:(T\d+) Arg2:(T\d+)$`).FindStringSubmatch(f[1])
				if m == nil || !known[m[2]] || !known[m[3]] || m[2] == m[3] {
					t.Errorf("%s: %q", name, line)
				}
			case 'A':
				if m := regexp.MustCompile(`^Status (R\d+) (held|planned|proposed|cancelled|denied|alleged)$`).FindStringSubmatch(f[1]); m == nil || !known[m[1]] {
					t.Errorf("%s: %q", name, line)
				}
			case 'N', '#':
			default:
				t.Errorf("%s: %q", name, line)
			}
		}
	}
	if mentions != want.mentions || texts != want.documents || relations < want.reports {
		t.Errorf("%d mentions, %d relations, %d texts, want %+v", mentions, relations, texts, want)
	}
	if n := strings.Count(files["index.tsv"], "\n"); n != want.documents {
		t.Errorf("index.tsv has %d lines", n)
	}
}

// TestWhole: an export that fails leaves what was there, and nothing beside it.
func TestWhole(t *testing.T) {
	g := world(t, 1)
	dir := t.TempDir()
	fails := errors.New("the disk is full")
	path := filepath.Join(dir, "graph.jsonl")
	for _, format := range []string{"jsonl", "brat"} {
		f := Find(format)
		path := filepath.Join(dir, format)
		if err := f.Write(path, g); err != nil {
			t.Fatal(err)
		}
		if err := f.Write(path, g); err != nil {
			t.Errorf("%s over an older one: %v", format, err)
		}
	}
	err := writeFile(path, func(w io.Writer) error { io.WriteString(w, "half"); return fails })
	if !errors.Is(err, fails) {
		t.Errorf("error %v", err)
	}
	before := read(t, filepath.Join(dir, "brat", "000001.txt"))
	err = writeFolder(filepath.Join(dir, "brat"), func(d *folder) error {
		return errors.Join(d.file("000001.txt", func(o *out) error { o.WriteString("half"); return nil }), fails)
	})
	if !errors.Is(err, fails) || read(t, filepath.Join(dir, "brat", "000001.txt")) != before {
		t.Errorf("error %v, or the old folder is gone", err)
	}
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range files {
		names = append(names, f.Name())
	}
	if !slices.Equal(names, []string{"brat", "jsonl"}) {
		t.Errorf("left behind: %q", names)
	}
	if info, err := os.Stat(filepath.Join(dir, "jsonl")); err != nil || info.Mode().Perm() != 0o644 {
		t.Errorf("%v, %v", info.Mode(), err)
	}

	other := filepath.Join(dir, "letters")
	if err := os.Mkdir(other, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := Find("csv").Write(other, g); err != nil {
		t.Errorf("an empty folder: %v", err)
	}
	if err := os.Remove(filepath.Join(other, marker)); err != nil {
		t.Fatal(err)
	}
	if err := Find("csv").Write(other, g); err == nil || !strings.Contains(err.Error(), "letters") {
		t.Errorf("somebody's files: error %v", err)
	}
	var b bytes.Buffer
	if err := Find("csv").Stream(&b, g); err == nil {
		t.Error("a folder was streamed")
	}
	if Find("xlsx") != nil {
		t.Error("there is no such format")
	}
}
