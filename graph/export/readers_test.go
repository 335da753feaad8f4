package export

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"whomet/graph"
)

// TestForeignReaders: programs that are not ours find in each export as much as
// there is, and no fault. WHOMET_TEST_READERS names a Python that has what
// testdata/readers/requirements.txt lists.
func TestForeignReaders(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a Python")
	}
	python := os.Getenv("WHOMET_TEST_READERS")
	if python == "" {
		t.Skip("SKIPPED, NO FOREIGN PROGRAM READ THE EXPORTS: set WHOMET_TEST_READERS to a Python with what graph/export/testdata/readers/requirements.txt lists")
	}
	g := world(t, 3)
	folder := t.TempDir()
	for _, f := range Formats() {
		if err := f.Write(filepath.Join(folder, f.Name), g); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(python, filepath.Join("testdata", "readers", "read.py"), folder)
	var said strings.Builder
	cmd.Stderr = &said
	text, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, said.String())
	}
	var found map[string]map[string]int
	if err := json.Unmarshal(text, &found); err != nil {
		t.Fatal(err)
	}

	n := count(t, g)
	kinds, days, shown, linked := map[string]int{"CO_MENTIONED": n.coMentions}, 0, map[string]bool{}, 0
	err = g.Edges(func(e *graph.Edge) error {
		kinds[string(e.Kind)]++
		shown[e.A], shown[e.B] = true, true
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if days, err = datedPairs(g); err != nil {
		t.Fatal(err)
	}
	err = g.Documents(func(p *graph.Projection, _ graph.Stamp) error {
		for _, m := range p.Mentions {
			if wikidata(m.Entity) {
				linked++
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	people := func(f map[string]int) int {
		return f["Person"] + f["PublicBody"] + f["Organization"] + f["Company"] + f["Address"]
	}
	jsonl, csv, graphml, gexf, ftm, brat, conll := found["jsonl"], found["csv"], found["graphml"], found["gexf"], found["ftm"], found["brat"], found["conll"]
	for _, c := range []struct {
		what      string
		got, want int
	}{
		{"entities of jsonl", jsonl["entity"], n.entities},
		{"documents of jsonl", jsonl["document"], n.documents},
		{"mentions of jsonl", jsonl["mention"], n.mentions},
		{"reports of jsonl", jsonl["report"], n.reports},
		{"meetings of jsonl", jsonl["meeting"], n.meetings},
		{"edges of jsonl", jsonl["edge"], n.edges},
		{"co-mentions of jsonl", jsonl["co_mention"], n.coMentions},
		{"entities of csv", csv["entities"], n.entities},
		{"documents of csv", csv["documents"], n.documents},
		{"mentions of csv", csv["mentions"], n.mentions},
		{"reports of csv", csv["reports"], n.reports},
		{"meetings of csv", csv["meetings"], n.meetings},
		{"participants of csv", csv["participants"], n.participants},
		{"edges of csv", csv["edges"], n.edges},
		{"co-mentions of csv", csv["co_mentions"], n.coMentions},
		{"nodes of graphml", graphml["nodes"], n.entities},
		{"edges of graphml", graphml["edges"], n.edges + n.coMentions},
		{"MET_WITH of graphml", graphml["MET_WITH"], kinds["MET_WITH"]},
		{"SPOKE_WITH of graphml", graphml["SPOKE_WITH"], kinds["SPOKE_WITH"]},
		{"ATTENDED_WITH of graphml", graphml["ATTENDED_WITH"], kinds["ATTENDED_WITH"]},
		{"CO_MENTIONED of graphml", graphml["CO_MENTIONED"], kinds["CO_MENTIONED"]},
		{"nodes of gexf", gexf["nodes"], len(shown)},
		{"edges of gexf", gexf["edges"], n.edges},
		{"days of gexf", gexf["days"], days},
		{"entities of ftm", people(ftm), n.entities},
		{"articles of ftm", ftm["Article"], n.documents},
		{"events of ftm", ftm["Event"], n.meetings},
		{"links of ftm", ftm["UnknownLink"], n.edges},
		{"texts of brat", brat["documents"], n.documents},
		{"mentions of brat", brat["EntityAnnotation"], n.mentions},
		{"links of brat", brat["NormalizationAnnotation"], linked},
		{"statuses of brat", brat["AttributeAnnotation"], brat["RelationAnnotation"]},
		{"documents of conll", conll["documents"], n.documents},
		{"names of conll", conll["names"], n.mentions},
	} {
		if c.got != c.want {
			t.Errorf("%s: %d, want %d", c.what, c.got, c.want)
		}
	}
	if brat["RelationAnnotation"] < n.reports || ftm["Mention"] == 0 || conll["words"] <= conll["names"] || days == 0 || linked == 0 {
		t.Errorf("%+v of %+v", found, n)
	}
}

// datedPairs counts the days on which each pair met, by each kind of edge.
func datedPairs(g *Graph) (int, error) {
	days := map[[4]string]bool{}
	err := g.Meetings(func(m *graph.Meeting) error {
		if m.Status != "held" || m.From == 0 {
			return nil
		}
		for i, a := range m.Participants {
			for _, b := range m.Participants[i+1:] {
				days[[4]string{string(graph.EdgeKindOf(m.Mode)), a, b, m.From.String()}] = true
			}
		}
		return nil
	})
	return len(days), err
}
