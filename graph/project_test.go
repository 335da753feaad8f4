package graph_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"whomet/gazetteer"
	"whomet/graph"
	"whomet/graph/graphtest"
	"whomet/ner"
)

func TestUnlistedID(t *testing.T) {
	for _, c := range []struct{ name, roleOf, document, want string }{
		{"Timo  VIRTANEN", "Q33", "d1", "n:timo virtanen@Q33"},
		{"تيمو فيرتانين", "", "d1", "n:تيمو فيرتانين"},
		{"أحمد الشَّيخ", "Q79", "d1", "n:احمد الشيخ@Q79"},
		{"Virtanen", "", "d1", "n:virtanen#d1"},
		{"Virtanen", "Q33", "d1", "n:virtanen@Q33#d1"},
		{"a\x00b", "", "d1", "n:a b"},
		{" ـ ", "Q33", "d1", ""},
	} {
		if got := graph.UnlistedID(c.name, c.roleOf, c.document); got != c.want {
			t.Errorf("UnlistedID(%q, %q, %q) = %q, want %q", c.name, c.roleOf, c.document, got, c.want)
		}
	}
}

func TestTextHash(t *testing.T) {
	base := ner.Document{ID: "a", URL: "u", Source: "s", Title: "t", Body: "b", Published: 1, Language: "en"}
	seen := map[string]string{graph.TextHash(&base): "base"}
	for name, change := range map[string]func(*ner.Document){
		"url":       func(d *ner.Document) { d.URL = "v" },
		"source":    func(d *ner.Document) { d.Source = "v" },
		"title":     func(d *ner.Document) { d.Title = "v" },
		"body":      func(d *ner.Document) { d.Body = "v" },
		"published": func(d *ner.Document) { d.Published = 2 },
		"moved":     func(d *ner.Document) { d.Title, d.Body = "tb", "" },
	} {
		d := base
		change(&d)
		if other, ok := seen[graph.TextHash(&d)]; ok {
			t.Errorf("%s and %s have the same hash", name, other)
		}
		seen[graph.TextHash(&d)] = name
	}
	same := base
	same.ID, same.Warnings = "b", []string{"w"}
	if graph.TextHash(&same) != graph.TextHash(&base) {
		t.Error("the id and the warnings are no text")
	}
}

func project(t *testing.T, d graphtest.Doc) *graph.Projection {
	t.Helper()
	p, err := graph.Project(d.Put(graphtest.World(t)))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestPairs: each pair once a sentence, repeats of a sentence once a document.
func TestPairs(t *testing.T) {
	for _, c := range []struct{ name, title, text, want string }{
		{"a pair", "", "[Q58217 Lavrov] met [Q22316 Kerry].", "Q22316 Q58217 1"},
		{"twice in a sentence", "", "[Q58217 Lavrov] met [Q22316 Kerry], said [Q58217 Lavrov].", "Q22316 Q58217 1"},
		{"two sentences", "", "[Q58217 Lavrov] met [Q22316 Kerry].\n[Q22316 Kerry] saw [Q58217 Lavrov].", "Q22316 Q58217 2"},
		{"a title in the body", "[Q58217 Lavrov] meets [Q22316 Kerry]", "[Q58217 Lavrov]  meets [Q22316 Kerry].\nMore.", "Q22316 Q58217 1"},
		{"three", "", "[x:daesh ISIS], [Q58217 Lavrov], [Q22316 Kerry]", "Q22316 Q58217 1; Q22316 x:daesh 1; Q58217 x:daesh 1"},
		{"alone", "", "[Q58217 Lavrov] said [Q58217 Lavrov] spoke.", ""},
		{"descriptions, open and unlisted names", "", "[Q58217 Lavrov] met [=Q22316 the secretary], [Q22316|x:bob-kerry Kerry] and [? Timo Virtanen].", ""},
	} {
		p := project(t, graphtest.Doc{ID: "d", Title: c.title, Text: c.text})
		var got []string
		for _, pair := range p.Pairs {
			got = append(got, fmt.Sprint(pair.A, " ", pair.B, " ", pair.Sentences))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %s, want %s", c.name, strings.Join(got, "; "), c.want)
		}
	}
}

// TestPairsWithoutSentences: read back from JSON, a document has no list of
// sentences; the counts are the same and the quote is from name to name.
func TestPairsWithoutSentences(t *testing.T) {
	put := graphtest.Doc{ID: "d", Text: "Today [Q58217 Lavrov] met [Q22316 Kerry].\nThen [Q58217 Lavrov] met [Q22316 Kerry] again."}.Put(graphtest.World(t))
	put.Doc.Sentences = nil
	p, err := graph.Project(put)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Pairs) != 1 || p.Pairs[0].Sentences != 2 {
		t.Errorf("pairs %+v, want one of two sentences", p.Pairs)
	}
	if got := p.Text[p.Sentences[0].Start:p.Sentences[0].End]; got != "Lavrov met Kerry" {
		t.Errorf("the first sentence is %q", got)
	}
}

// TestReports: who takes part, and what makes two reports of a document two.
func TestReports(t *testing.T) {
	text := "[Q58217 Lavrov] met [Q22316 Kerry] and [?Q33 Timo Virtanen] and [Q22316|x:bob-kerry Kerry]."
	met := func(m graphtest.Met) graphtest.Met {
		m.Status = ner.Held
		return m
	}
	for _, c := range []struct {
		name     string
		meetings []graphtest.Met
		want     string // participants of each report
	}{
		{"two", []graphtest.Met{met(graphtest.Met{Who: "Q58217 Q22316"})}, "Q22316 Q58217"},
		{"an unlisted one", []graphtest.Met{met(graphtest.Met{Who: "Q58217 ?Q33:Timo_Virtanen"})}, "Q58217 n:timo virtanen@Q33"},
		{"an open name is nobody", []graphtest.Met{met(graphtest.Met{Who: "Q58217 ?:Kerry"})}, ""},
		{"himself twice", []graphtest.Met{met(graphtest.Met{Who: "Q58217 Q58217"})}, ""},
		{"said twice", []graphtest.Met{met(graphtest.Met{Who: "Q58217 Q22316"}), met(graphtest.Met{Who: "Q22316 Q58217"})}, "Q22316 Q58217"},
		{"two days in one sentence", []graphtest.Met{met(graphtest.Met{Who: "Q58217 Q22316", Date: "2015-08-03"}), met(graphtest.Met{Who: "Q58217 Q22316", Date: "2015-08-04"})},
			"Q22316 Q58217; Q22316 Q58217"},
	} {
		p := project(t, graphtest.Doc{ID: "d", Text: text, Meetings: c.meetings})
		reversed := slices.Clone(c.meetings)
		slices.Reverse(reversed)
		q := project(t, graphtest.Doc{ID: "d", Text: text, Meetings: reversed})
		var got []string
		ids := map[string]bool{}
		for i, r := range p.Reports {
			got = append(got, strings.Join(r.Participants, " "))
			ids[r.ID] = true
			if q.Reports[i].ID != r.ID || q.Reports[i].From != r.From {
				t.Errorf("%s: the order of the meetings decides about ids", c.name)
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %s, want %s", c.name, strings.Join(got, "; "), c.want)
		}
		if len(ids) != len(p.Reports) {
			t.Errorf("%s: two reports have one id", c.name)
		}
	}
}

// TestAnswerJSON: the form that --json prints, key by key.
func TestAnswerJSON(t *testing.T) {
	day, id := "2015-08-03", "Q1741"
	for _, c := range []struct {
		name string
		a    graph.Answer
		want string
	}{
		{"met", graph.Answer{
			Question: graph.Question{Kind: graph.Met, Who: [][]string{{"Q58217"}}, From: gazetteer.DayOf(2015, 8, 1), Status: "held", Mode: "any", Limit: 20},
			Total:    1, Undated: 2, Coverage: graph.Coverage{Documents: 3, Sources: 1, First: &day},
			Rows: graph.Counterparts{{EntityRef: graph.EntityRef{Entity: "Q22316", Type: gazetteer.Person, Name: "John Kerry", NameAr: "جون كيري"}, Meetings: 1, Documents: 1, Sources: 1, First: &day, Last: &day}},
		}, `{"schema":"whomet.answer/1","question":{"kind":"met","who":[["Q58217"]],"in":"","country":"","status":"held","mode":"any","limit":20,"from":"2015-08-01","to":null},
			"total":1,"undated":2,"coverage":{"documents":3,"sources":1,"first":"2015-08-03","last":null},
			"rows":[{"entity":"Q22316","type":"person","name":"John Kerry","name_ar":"جون كيري","meetings":1,"documents":1,"sources":1,"first":"2015-08-03","last":"2015-08-03"}]}`},
		{"meetings", graph.Answer{
			Question: graph.Question{Kind: graph.Meetings},
			Total:    1,
			Rows: graph.MeetingRows{{
				Meeting: "m:1", Status: ner.Held, Mode: ner.Phone, Date: &day, Place: &ner.Place{Entity: &id},
				Participants: []graph.EntityRef{}, Reports: []graph.ReportRow{{Document: "d", Quote: "q", ClaimedBy: &ner.Claimant{Name: "n"}, Status: ner.Planned, Mode: ner.Phone, End: 1}},
			}},
		}, `{"schema":"whomet.answer/1","question":{"kind":"meetings","who":[],"in":"","country":"","status":"","mode":"","limit":0,"from":null,"to":null},
			"total":1,"undated":0,"coverage":{"documents":0,"sources":0,"first":null,"last":null},
			"rows":[{"meeting":"m:1","status":"held","disputed":false,"mode":"phone","date":"2015-08-03","place":{"entity":"Q1741","city":null,"country":null},"participants":[],"documents":0,"sources":0,"origins":0,
			"reports":[{"document":"d","source":"","url":"","title":"","published":null,"status":"planned","mode":"phone","date":null,"claimed_by":{"entity":null,"name":"n"},"quote":"q","start":0,"end":1}]}]}`},
		{"near", graph.Answer{Question: graph.Question{Kind: graph.Near}, Rows: graph.Neighbours{{Sentences: 2, Documents: 1}}},
			`{"schema":"whomet.answer/1","question":{"kind":"near","who":[],"in":"","country":"","status":"","mode":"","limit":0,"from":null,"to":null},
			"total":0,"undated":0,"coverage":{"documents":0,"sources":0,"first":null,"last":null},
			"rows":[{"entity":"","type":"","name":"","name_ar":"","sentences":2,"documents":1,"first":null,"last":null}]}`},
		{"together", graph.Answer{Question: graph.Question{Kind: graph.Together}, Rows: graph.Sentences{{Document: "d", Published: &day, Quote: "q", Start: 3, End: 4}}},
			`{"schema":"whomet.answer/1","question":{"kind":"together","who":[],"in":"","country":"","status":"","mode":"","limit":0,"from":null,"to":null},
			"total":0,"undated":0,"coverage":{"documents":0,"sources":0,"first":null,"last":null},
			"rows":[{"document":"d","source":"","url":"","published":"2015-08-03","quote":"q","start":3,"end":4}]}`},
	} {
		got, err := json.Marshal(&c.a)
		if want := strings.ReplaceAll(c.want, "\n\t\t\t", ""); err != nil || string(got) != want {
			t.Errorf("%s: %v\n got %s\nwant %s", c.name, err, got, want)
		}
	}
}
