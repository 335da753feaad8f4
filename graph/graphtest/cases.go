package graphtest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"whomet/gazetteer"
	"whomet/graph"
	"whomet/ner"
)

// news is what the cases below are about.
var news = []Doc{
	// One meeting in Vienna: announced, told, told again with one more present.
	{ID: "plan", Source: "Gazette", Published: "2015-08-02",
		Text:     "[Q58217 Lavrov] and [Q22316 Kerry] will meet in [Q1741 Vienna] on Monday.",
		Meetings: []Met{{Who: "Q58217 Q22316", Status: ner.Planned, Date: "2015-08-03", Words: "Monday"}}},
	{ID: "vienna", Source: "Morning Post", Published: "2015-08-04", Title: "[Q58217 Lavrov] meets [Q22316 Kerry]",
		Text:     "[Q58217 Lavrov] met [Q22316 Kerry] in [Q1741 Vienna] on Monday.\n[Q58217 Lavrov] meets [Q22316 Kerry]\n[Q22316 Kerry] thanked [Q58217 Lavrov].",
		Meetings: []Met{{Who: "Q58217 Q22316", Status: ner.Held, Date: "2015-08-03", Words: "Monday", Place: "Q1741", Line: 1}}},
	{ID: "three", Source: "Evening Star", Published: "2015-08-05",
		Text:     "[Q58217 Lavrov], [Q22316 Kerry] and [x:shoukry Shoukry] met on Monday in [Q40 Austria], said [x:mid the ministry].",
		Meetings: []Met{{Who: "Q58217 Q22316 x:shoukry", Status: ner.Held, Date: "2015-08-03", Words: "Monday", Place: "Q40", By: "x:mid"}}},
	// A call is no visit.
	{ID: "call", Source: "Morning Post", Published: "2015-08-04",
		Text:     "[Q58217 Lavrov] phoned [Q22316 Kerry] on Monday.",
		Meetings: []Met{{Who: "Q58217 Q22316", Status: ner.Held, Mode: ner.Phone, Date: "2015-08-03", Words: "Monday"}}},
	// Nobody knows when.
	{ID: "undated", Source: "Gazette",
		Text:     "[Q58217 Lavrov] has met [x:shoukry Shoukry] and spoke of [x:daesh ISIS].",
		Meetings: []Met{{Who: "Q58217 x:shoukry", Status: ner.Held}}},
	// The next secretary of state, and the last one out of office.
	{ID: "next", Source: "Gazette", Published: "2017-04-13",
		Text:     "[x:tillerson Tillerson] met [Q58217 Lavrov] in [Q649 Moscow] on 12 April.",
		Meetings: []Met{{Who: "x:tillerson Q58217", Status: ner.Held, Date: "2017-04-12", Words: "12 April", Place: "Q649"}}},
	{ID: "private", Source: "Gazette", Published: "2017-06-03",
		Text:     "[Q22316 Kerry] met [Q58217 Lavrov] on Friday.",
		Meetings: []Met{{Who: "Q22316 Q58217", Status: ner.Held, Date: "2017-06-02", Words: "Friday"}}},
	// Said and denied.
	{ID: "said", Source: "Gazette", Published: "2015-09-02",
		Text:     "[x:putin Putin] met [Q22316 Kerry] in secret on Tuesday, an official said.",
		Meetings: []Met{{Who: "x:putin Q22316", Status: ner.Alleged, Date: "2015-09-01", Words: "Tuesday", By: "?an official"}}},
	{ID: "denied", Source: "Evening Star", Published: "2015-09-03",
		Text:     "[x:putin Putin] did not meet [Q22316 Kerry], [x:mid the ministry] said of [x:daesh ISIS].",
		Meetings: []Met{{Who: "x:putin Q22316", Status: ner.Denied, By: "x:mid"}}},
	// A summit of several days.
	{ID: "summit", Source: "Gazette", Published: "2015-10-09",
		Text:     "[x:putin Putin] and [x:sisi Sisi] sat in the summit of [Q71 Geneva].",
		Meetings: []Met{{Who: "x:putin x:sisi", Status: ner.Held, Mode: ner.Multilateral, Date: "2015-10-05/2015-10-08", Place: "Q71"}}},
}

func day(s string) gazetteer.Day {
	d, err := gazetteer.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return d
}

func questions(t *testing.T, open graph.Store) {
	s := store{t, open, World(t)}
	docs := slices.Clone(news)
	slices.Reverse(docs)
	s.put(docs...)
	lavrov, kerry := []string{"Q58217"}, []string{"Q22316"}

	for _, c := range []struct {
		name string
		q    graph.Question
		want string
	}{
		{"met", graph.Question{Kind: graph.Met, Who: [][]string{lavrov}, Status: "held", Mode: "in_person"}, `
			3 rows
			Q22316 John Kerry: 2 meetings, 4 documents, 3 sources, 2015-08-03 to 2017-06-02
			x:shoukry Sameh Shoukry: 2 meetings, 4 documents, 3 sources, 2015-08-03 to 2015-08-03
			x:tillerson Rex Tillerson: 1 meetings, 1 documents, 1 sources, 2017-04-12 to 2017-04-12`},
		{"limit", graph.Question{Kind: graph.Met, Who: [][]string{lavrov}, Status: "held", Mode: "in_person", Limit: 1}, `
			3 rows
			Q22316 John Kerry: 2 meetings, 4 documents, 3 sources, 2015-08-03 to 2017-06-02`},
		{"days", graph.Question{Kind: graph.Met, Who: [][]string{lavrov}, Status: "held", Mode: "in_person", From: day("2015-08-03"), To: day("2015-08-03")}, `
			2 rows, 1 undated
			Q22316 John Kerry: 1 meetings, 3 documents, 3 sources, 2015-08-03 to 2015-08-03
			x:shoukry Sameh Shoukry: 1 meetings, 3 documents, 3 sources, 2015-08-03 to 2015-08-03`},
		{"from", graph.Question{Kind: graph.Met, Who: [][]string{lavrov}, Status: "held", From: day("2015-08-04")}, `
			2 rows, 1 undated
			Q22316 John Kerry: 1 meetings, 1 documents, 1 sources, 2017-06-02 to 2017-06-02
			x:tillerson Rex Tillerson: 1 meetings, 1 documents, 1 sources, 2017-04-12 to 2017-04-12`},
		{"in country", graph.Question{Kind: graph.Met, Who: [][]string{lavrov}, In: "Q40"}, `
			2 rows
			Q22316 John Kerry: 1 meetings, 3 documents, 3 sources, 2015-08-03 to 2015-08-03
			x:shoukry Sameh Shoukry: 1 meetings, 3 documents, 3 sources, 2015-08-03 to 2015-08-03`},
		{"in city", graph.Question{Kind: graph.Met, Who: [][]string{lavrov}, In: "Q649"}, `
			1 rows
			x:tillerson Rex Tillerson: 1 meetings, 1 documents, 1 sources, 2017-04-12 to 2017-04-12`},
		// Kerry's meeting of 2017 is not one with the United States.
		{"country", graph.Question{Kind: graph.Met, Who: [][]string{lavrov}, Mode: "in_person", Country: "Q30"}, `
			2 rows
			x:tillerson Rex Tillerson: 1 meetings, 1 documents, 1 sources, 2017-04-12 to 2017-04-12
			Q22316 John Kerry: 1 meetings, 3 documents, 3 sources, 2015-08-03 to 2015-08-03`},
		{"a country's people", graph.Question{Kind: graph.Met, Who: [][]string{{"Q22316", "x:tillerson"}}, Status: "held", Mode: "in_person"}, `
			2 rows
			Q58217 Sergey Lavrov: 3 meetings, 5 documents, 3 sources, 2015-08-03 to 2017-06-02
			x:shoukry Sameh Shoukry: 1 meetings, 3 documents, 3 sources, 2015-08-03 to 2015-08-03`},
		{"phone", graph.Question{Kind: graph.Met, Who: [][]string{lavrov}, Status: "held", Mode: "phone"}, `
			1 rows
			Q22316 John Kerry: 1 meetings, 1 documents, 1 sources, 2015-08-03 to 2015-08-03`},
		{"alleged", graph.Question{Kind: graph.Met, Who: [][]string{{"x:putin"}}, Status: "alleged"}, `
			1 rows
			Q22316 John Kerry: 1 meetings, 2 documents, 2 sources, 2015-09-01 to 2015-09-01`},
		{"nobody", graph.Question{Kind: graph.Met, Who: [][]string{{"x:nobody"}}}, `
			0 rows`},

		{"meetings of two", graph.Question{Kind: graph.Meetings, Who: [][]string{lavrov, kerry}}, `
			3 rows
			held in_person 2017-06-02 at -: Q22316 Q58217
				private Gazette 2017-06-03 held 2017-06-02 by -: "Kerry met Lavrov on Friday."
			held in_person 2015-08-03 at Q1741/Vienna/Austria: Q22316 Q58217 x:shoukry
				plan Gazette 2015-08-02 planned 2015-08-03 by -: "Lavrov and Kerry will meet in Vienna on Monday."
				vienna Morning Post 2015-08-04 held 2015-08-03 by -: "Lavrov met Kerry in Vienna on Monday."
				three Evening Star 2015-08-05 held 2015-08-03 by x:mid/Russian Foreign Ministry: "Lavrov, Kerry and Shoukry met on Monday in Austria, said the ministry."
			held phone 2015-08-03 at -: Q22316 Q58217
				call Morning Post 2015-08-04 held 2015-08-03 by -: "Lavrov phoned Kerry on Monday."`},
		{"disputed", graph.Question{Kind: graph.Meetings, Who: [][]string{{"x:putin"}}, Status: "any", Limit: 2}, `
			2 rows
			held multilateral 2015-10-05/2015-10-08 at Q71/Geneva/Switzerland: x:putin x:sisi
				summit Gazette 2015-10-09 held 2015-10-05/2015-10-08 by -: "Putin and Sisi sat in the summit of Geneva."
			alleged (disputed) in_person 2015-09-01 at -: Q22316 x:putin
				said Gazette 2015-09-02 alleged 2015-09-01 by -/an official: "Putin met Kerry in secret on Tuesday, an official said."
				denied Evening Star 2015-09-03 denied - by x:mid/Russian Foreign Ministry: "Putin did not meet Kerry, the ministry said of ISIS."`},
		{"undated last", graph.Question{Kind: graph.Meetings, Who: [][]string{{"x:shoukry"}}, Limit: 5}, `
			2 rows
			held in_person 2015-08-03 at Q1741/Vienna/Austria: Q22316 Q58217 x:shoukry
				plan Gazette 2015-08-02 planned 2015-08-03 by -: "Lavrov and Kerry will meet in Vienna on Monday."
				vienna Morning Post 2015-08-04 held 2015-08-03 by -: "Lavrov met Kerry in Vienna on Monday."
				three Evening Star 2015-08-05 held 2015-08-03 by x:mid/Russian Foreign Ministry: "Lavrov, Kerry and Shoukry met on Monday in Austria, said the ministry."
			held in_person - at -: Q58217 x:shoukry
				undated Gazette - held - by -: "Lavrov has met Shoukry and spoke of ISIS."`},
		{"an interval", graph.Question{Kind: graph.Meetings, From: day("2015-10-08"), To: day("2016-01-01")}, `
			1 rows, 1 undated
			held multilateral 2015-10-05/2015-10-08 at Q71/Geneva/Switzerland: x:putin x:sisi
				summit Gazette 2015-10-09 held 2015-10-05/2015-10-08 by -: "Putin and Sisi sat in the summit of Geneva."`},
		{"all, the newest", graph.Question{Kind: graph.Meetings, Limit: 1}, `
			7 rows
			held in_person 2017-06-02 at -: Q22316 Q58217
				private Gazette 2017-06-03 held 2017-06-02 by -: "Kerry met Lavrov on Friday."`},
		{"nobody meets himself", graph.Question{Kind: graph.Meetings, Who: [][]string{lavrov, lavrov}}, `
			0 rows`},

		{"path", graph.Question{Kind: graph.Path, Who: [][]string{{"x:tillerson"}, {"x:shoukry"}}, Status: "held", Mode: "in_person"}, `
			2 rows
			x:tillerson to Q58217
			held in_person 2017-04-12 at Q649/Moscow/Russia: Q58217 x:tillerson
				next Gazette 2017-04-13 held 2017-04-12 by -: "Tillerson met Lavrov in Moscow on 12 April."
			Q58217 to x:shoukry
			held in_person 2015-08-03 at Q1741/Vienna/Austria: Q22316 Q58217 x:shoukry
				plan Gazette 2015-08-02 planned 2015-08-03 by -: "Lavrov and Kerry will meet in Vienna on Monday."
				vienna Morning Post 2015-08-04 held 2015-08-03 by -: "Lavrov met Kerry in Vienna on Monday."
				three Evening Star 2015-08-05 held 2015-08-03 by x:mid/Russian Foreign Ministry: "Lavrov, Kerry and Shoukry met on Monday in Austria, said the ministry."`},
		{"no path", graph.Question{Kind: graph.Path, Who: [][]string{{"x:tillerson"}, {"x:sisi"}}, Status: "held", Mode: "in_person"}, `
			0 rows`},
		{"path by any mode, the limit does not cut it", graph.Question{Kind: graph.Path, Who: [][]string{{"x:sisi"}, lavrov}, Limit: 1, From: day("2015-09-01")}, `
			3 rows, 1 undated
			x:sisi to x:putin
			held multilateral 2015-10-05/2015-10-08 at Q71/Geneva/Switzerland: x:putin x:sisi
				summit Gazette 2015-10-09 held 2015-10-05/2015-10-08 by -: "Putin and Sisi sat in the summit of Geneva."
			x:putin to Q22316
			alleged (disputed) in_person 2015-09-01 at -: Q22316 x:putin
				said Gazette 2015-09-02 alleged 2015-09-01 by -/an official: "Putin met Kerry in secret on Tuesday, an official said."
				denied Evening Star 2015-09-03 denied - by x:mid/Russian Foreign Ministry: "Putin did not meet Kerry, the ministry said of ISIS."
			Q22316 to Q58217
			held in_person 2017-06-02 at -: Q22316 Q58217
				private Gazette 2017-06-03 held 2017-06-02 by -: "Kerry met Lavrov on Friday."`},
		{"timeline", graph.Question{Kind: graph.Timeline, Who: [][]string{{"x:putin"}}}, `
			2 rows
			alleged (disputed) in_person 2015-09-01 at -: Q22316 x:putin
				said Gazette 2015-09-02 alleged 2015-09-01 by -/an official: "Putin met Kerry in secret on Tuesday, an official said."
				denied Evening Star 2015-09-03 denied - by x:mid/Russian Foreign Ministry: "Putin did not meet Kerry, the ministry said of ISIS."
			held multilateral 2015-10-05/2015-10-08 at Q71/Geneva/Switzerland: x:putin x:sisi
				summit Gazette 2015-10-09 held 2015-10-05/2015-10-08 by -: "Putin and Sisi sat in the summit of Geneva."`},

		// The title stands in the body of "vienna" again, and counts once.
		{"near", graph.Question{Kind: graph.Near, Who: [][]string{lavrov}, Limit: 3}, `
			8 rows
			Q22316 John Kerry: 7 sentences, 5 documents, 2015-08-02 to 2017-06-03
			Q1741 Vienna: 2 sentences, 2 documents, 2015-08-02 to 2015-08-04
			x:shoukry Sameh Shoukry: 2 sentences, 2 documents, 2015-08-05 to 2015-08-05`},
		{"near in days", graph.Question{Kind: graph.Near, Who: [][]string{{"x:shoukry"}}, From: day("2015-08-05"), To: day("2015-08-05")}, `
			4 rows, 1 undated
			Q22316 John Kerry: 1 sentences, 1 documents, 2015-08-05 to 2015-08-05
			Q40 Austria: 1 sentences, 1 documents, 2015-08-05 to 2015-08-05
			Q58217 Sergey Lavrov: 1 sentences, 1 documents, 2015-08-05 to 2015-08-05
			x:mid Russian Foreign Ministry: 1 sentences, 1 documents, 2015-08-05 to 2015-08-05`},
		{"near officials", graph.Question{Kind: graph.Near, Who: [][]string{lavrov}, Country: "Q79"}, `
			1 rows
			x:shoukry Sameh Shoukry: 2 sentences, 2 documents, 2015-08-05 to 2015-08-05`},
		{"near several", graph.Question{Kind: graph.Near, Who: [][]string{{"x:putin", "x:mid"}}, Limit: 2}, `
			7 rows
			Q22316 John Kerry: 3 sentences, 3 documents, 2015-08-05 to 2015-09-03
			Q40 Austria: 1 sentences, 1 documents, 2015-08-05 to 2015-08-05`},
		{"together", graph.Question{Kind: graph.Together, Who: [][]string{lavrov, {"x:shoukry"}}}, `
			2 rows
			three 2015-08-05: "Lavrov, Kerry and Shoukry met on Monday in Austria, said the ministry."
			undated -: "Lavrov has met Shoukry and spoke of ISIS."`},
		{"together in one document", graph.Question{Kind: graph.Together, Who: [][]string{kerry, lavrov}, From: day("2015-08-04"), To: day("2015-08-04"), Limit: 3}, `
			4 rows
			call 2015-08-04: "Lavrov phoned Kerry on Monday."
			vienna 2015-08-04: "Lavrov meets Kerry"
			vienna 2015-08-04: "Lavrov met Kerry in Vienna on Monday."`},
		{"together undated", graph.Question{Kind: graph.Together, Who: [][]string{lavrov, {"x:daesh"}}, From: day("2015-08-04")}, `
			0 rows, 1 undated`},

		{"who", graph.Question{Kind: graph.Who, Who: [][]string{kerry}}, `
			1 rows
			Q22316 John Kerry (person, listed): 10 mentions, 7 documents, 2015-08-02 to 2017-06-03, 2 meetings
				foreign_minister of Q30 United States, 2013-02-01 to 2017-01-20`},
		{"who, never named", graph.Question{Kind: graph.Who, Who: [][]string{{"x:ban", "x:nobody"}}}, `
			1 rows
			x:ban Ban Ki-moon (person, listed): 0 mentions, 0 documents, - to -, 0 meetings
				secretary_general of Q1065 United Nations, 2007-01-01 to 2017-01-01`},
	} {
		t.Run(c.name, func(t *testing.T) {
			s.T = t
			a := s.ask(c.q)
			if got, want := brief(a), strings.ReplaceAll(strings.TrimSpace(c.want), "\n\t\t\t", "\n"); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			cover := a.Coverage
			if got := fmt.Sprintln(cover.Documents, cover.Sources, or(cover.First), or(cover.Last)); got != "10 3 2015-08-02 2017-06-03\n" {
				t.Errorf("coverage %s", got)
			}
		})
	}
}

// or is the text, or "-".
func or(s *string) string {
	if s == nil {
		return "-"
	}
	return *s
}

// brief is an answer in lines.
func brief(a *graph.Answer) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d rows", a.Total)
	if a.Undated > 0 {
		fmt.Fprintf(&b, ", %d undated", a.Undated)
	}
	switch rows := a.Rows.(type) {
	case graph.Counterparts:
		for _, r := range rows {
			fmt.Fprintf(&b, "\n%s %s: %d meetings, %d documents, %d sources, %s to %s",
				r.Entity, r.Name, r.Meetings, r.Documents, r.Sources, or(r.First), or(r.Last))
		}
	case graph.MeetingRows:
		for _, r := range rows {
			briefMeeting(&b, r)
		}
	case graph.Steps:
		for _, r := range rows {
			fmt.Fprintf(&b, "\n%s to %s", r.From.Entity, r.To.Entity)
			briefMeeting(&b, r.Meeting)
		}
	case graph.Neighbours:
		for _, r := range rows {
			fmt.Fprintf(&b, "\n%s %s: %d sentences, %d documents, %s to %s", r.Entity, r.Name, r.Sentences, r.Documents, or(r.First), or(r.Last))
		}
	case graph.Sentences:
		for _, r := range rows {
			fmt.Fprintf(&b, "\n%s %s: %q", r.Document, or(r.Published), r.Quote)
		}
	case graph.Entities:
		for _, r := range rows {
			briefEntity(&b, r)
		}
	default:
		fmt.Fprintf(&b, "\nrows of type %T", rows)
	}
	return b.String()
}

func briefMeeting(b *strings.Builder, m graph.MeetingRow) {
	disputed, place := "", "-"
	if m.Disputed {
		disputed = " (disputed)"
	}
	if m.Place != nil {
		place = or(m.Place.Entity) + "/" + or(m.Place.City) + "/" + or(m.Place.Country)
	}
	fmt.Fprintf(b, "\n%s%s %s %s at %s:", m.Status, disputed, m.Mode, or(m.Date), place)
	for _, p := range m.Participants {
		b.WriteString(" " + p.Entity)
	}
	for _, r := range m.Reports {
		by := "-"
		if r.ClaimedBy != nil {
			by = or(r.ClaimedBy.Entity) + "/" + r.ClaimedBy.Name
		}
		fmt.Fprintf(b, "\n\t%s %s %s %s %s by %s: %q", r.Document, r.Source, or(r.Published), r.Status, or(r.Date), by, r.Quote)
	}
}

func briefEntity(b *strings.Builder, r graph.EntityRow) {
	listed := "not listed"
	if r.Listed {
		listed = "listed"
	}
	fmt.Fprintf(b, "\n%s %s (%s, %s): %d mentions, %d documents, %s to %s, %d meetings",
		r.Entity, r.Name, r.Type, listed, r.Mentions, r.Documents, or(r.First), or(r.Last), r.Meetings)
	for _, o := range r.Offices {
		fmt.Fprintf(b, "\n\t%s of %s %s, %s to %s", o.Role, o.Of, o.OfName, or(o.From), or(o.To))
	}
	for _, m := range r.Ambiguous {
		fmt.Fprintf(b, "\n\tambiguous: %d %q", m.Mentions, m.Text)
	}
}

// put: what is there twice, changed or gone.
func put(t *testing.T, open graph.Store) {
	s := store{t, open, World(t)}
	ctx := context.Background()
	expect := func(step string, got []graph.Outcome, want ...graph.Outcome) {
		t.Helper()
		if !slices.Equal(got, want) {
			t.Errorf("%s: outcomes %v, want %v", step, got, want)
		}
	}
	meetings := func(step string, who []string, want int) {
		t.Helper()
		if a := s.ask(graph.Question{Kind: graph.Meetings, Who: [][]string{who}}); a.Total != want {
			t.Errorf("%s: %d meetings of %s, want %d", step, a.Total, who, want)
		}
	}
	if stamp, err := s.Stamp(ctx); err != nil || stamp.Gazetteer != s.g.Version || stamp.Pipeline != "graphtest/1" || stamp.Schema == 0 {
		t.Errorf("Stamp: %+v, %v", stamp, err)
	}
	expect("nothing", s.put())
	vienna, plan := news[1], news[0]
	expect("new", s.put(vienna, plan), graph.Stored, graph.Stored)
	before := Snapshot(t, s, s.g)
	expect("again", s.put(plan, vienna), graph.Unchanged, graph.Unchanged)
	if Snapshot(t, s, s.g) != before {
		t.Error("putting a document again changed something")
	}

	hashes, err := s.Has(ctx, []string{"vienna", "nobody", "plan", "vienna"})
	want := []string{vienna.Put(s.g).TextHash, "", plan.Put(s.g).TextHash, vienna.Put(s.g).TextHash}
	if err != nil || !slices.Equal(hashes, want) {
		t.Errorf("Has: %q, %v, want %q", hashes, err, want)
	}

	// It says now that he met somebody else.
	changed := vienna
	changed.Meetings = []Met{{Who: "Q58217 x:sisi", Status: ner.Held, Line: 1}}
	expect("changed", s.put(changed), graph.Replaced)
	meetings("changed", []string{"x:sisi"}, 1)
	if a := s.ask(graph.Question{Kind: graph.Meetings, Who: [][]string{{"Q22316"}}}); a.Total != 1 || a.Rows.(graph.MeetingRows)[0].Status != ner.Planned {
		t.Errorf("the plan alone should be left: %s", brief(a))
	}
	expect("twice in one batch", s.put(vienna, changed, vienna, vienna), graph.Replaced, graph.Replaced, graph.Replaced, graph.Unchanged)
	meetings("twice in one batch", []string{"x:sisi"}, 0)
	if Snapshot(t, s, s.g) != before {
		t.Error("the first text back, and the graph is another")
	}

	if n := s.remove("vienna", "nobody", "vienna"); n != 1 {
		t.Errorf("removed %d, want 1", n)
	}
	meetings("removed", []string{"Q22316"}, 1)
	if n := s.remove("plan"); n != 1 {
		t.Errorf("removed %d, want 1", n)
	}
	for _, kind := range []graph.QuestionKind{graph.Met, graph.Meetings, graph.Near} {
		if a := s.ask(graph.Question{Kind: kind, Who: [][]string{{"Q58217"}}}); a.Total != 0 || a.Coverage != (graph.Coverage{}) {
			t.Errorf("an empty graph answers %s", brief(a))
		}
	}
	expect("back", s.put(plan, vienna), graph.Stored, graph.Stored)
	if Snapshot(t, s, s.g) != before {
		t.Error("removed and put again, and the graph is another")
	}
}

// unlisted: people whom no gazetteer lists, names that are left open, ids and
// texts of any script.
func unlisted(t *testing.T, open graph.Store) {
	s := store{t, open, World(t)}
	s.put(
		Doc{ID: "خبر/١ 'x' \"y\" %_", Source: "صحيفة", Published: "2015-08-04",
			Text:     "التقى [Q58217 لافروف] [?Q33 تيمو فيرتانين].\nوقال [? تيمو فيرتانين] إن [Q22316|x:bob-kerry كيري] غائب.",
			Meetings: []Met{{Who: "Q58217 ?Q33:تيمو_فيرتانين", Status: ner.Held}}},
		Doc{ID: "b", Published: "2015-08-05",
			Text:     "[Q58217 Lavrov] met [?Q33 Timo Virtanen].\n[?Q30 Timo Virtanen] is somebody else.",
			Meetings: []Met{{Who: "Q58217 ?Q33:Timo_Virtanen", Status: ner.Held}}},
		Doc{ID: "c", Published: "2015-08-05",
			Text:     "[Q58217 Lavrov] met [?Q33 TIMO  Virtanen] and [?Q33 Virtanen] and [?org Blue Committee].",
			Meetings: []Met{{Who: "Q58217 ?Q33:TIMO__Virtanen ?org:Blue_Committee", Status: ner.Held}}},
		Doc{ID: "d", Published: "2015-08-05",
			Text:     "[Q58217 Lavrov] met [? Virtanen] and [=Q22316 the secretary] and [Q22316|x:bob-kerry Kerry].",
			Meetings: []Met{{Who: "Q58217 ?:Virtanen Q22316", Status: ner.Held}}},
		Doc{ID: "e", Published: "2015-08-05", Text: "[? Virtanen] came.\n[=Q22316 The secretary] was with [Q58217 Lavrov].\xff"},
	)
	for _, c := range []struct {
		q    graph.Question
		want string
	}{
		{graph.Question{Kind: graph.Met, Who: [][]string{{"Q58217"}}}, `
			5 rows
			Q22316 John Kerry: 1 meetings, 1 documents, 0 sources, - to -
			n:blue committee Blue Committee: 1 meetings, 2 documents, 0 sources, - to -
			n:timo virtanen@Q33 TIMO  Virtanen: 1 meetings, 2 documents, 0 sources, - to -
			n:virtanen#d Virtanen: 1 meetings, 1 documents, 0 sources, - to -
			n:تيمو فيرتانين@Q33 تيمو فيرتانين: 1 meetings, 1 documents, 1 sources, - to -`},
		{graph.Question{Kind: graph.Who, Who: [][]string{{"n:تيمو فيرتانين@Q33", "n:timo virtanen@Q33", "n:timo virtanen@Q30", "n:virtanen#d", "n:virtanen", "Q22316"}}}, `
			5 rows
			Q22316 John Kerry (person, listed): 0 mentions, 0 documents, - to -, 1 meetings
				foreign_minister of Q30 United States, 2013-02-01 to 2017-01-20
				ambiguous: 1 "Kerry"
				ambiguous: 1 "كيري"
			n:timo virtanen@Q30 Timo Virtanen (person, not listed): 1 mentions, 1 documents, 2015-08-05 to 2015-08-05, 0 meetings
			n:timo virtanen@Q33 TIMO  Virtanen (person, not listed): 2 mentions, 2 documents, 2015-08-05 to 2015-08-05, 1 meetings
			n:virtanen#d Virtanen (person, not listed): 1 mentions, 1 documents, 2015-08-05 to 2015-08-05, 1 meetings
			n:تيمو فيرتانين@Q33 تيمو فيرتانين (person, not listed): 2 mentions, 1 documents, 2015-08-04 to 2015-08-04, 1 meetings`},
		// Descriptions and people who are not listed are nobody's neighbours.
		{graph.Question{Kind: graph.Near, Who: [][]string{{"Q58217"}}}, "0 rows"},
		{graph.Question{Kind: graph.Near, Who: [][]string{{"n:timo virtanen@Q33"}}}, "0 rows"},
	} {
		if got, want := brief(s.ask(c.q)), strings.ReplaceAll(strings.TrimSpace(c.want), "\n\t\t\t", "\n"); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
	if n := s.remove("خبر/١ 'x' \"y\" %_"); n != 1 {
		t.Errorf("removed %d, want 1", n)
	}
	if a := s.ask(graph.Question{Kind: graph.Who, Who: [][]string{{"n:تيمو فيرتانين@Q33"}}}); a.Total != 0 {
		t.Errorf("nobody speaks of him any more: %s", brief(a))
	}
}

// misuse: errors that leave the graph as it was.
func misuse(t *testing.T, open graph.Store) {
	s := store{t, open, World(t)}
	ctx := context.Background()
	s.put(news[0])
	before := Snapshot(t, s, s.g)
	for name, spoil := range map[string]func(*ner.Annotated){
		"no id":          func(a *ner.Annotated) { a.ID = "" },
		"an odd id":      func(a *ner.Annotated) { a.ID = "a\x00b" },
		"no such day":    func(a *ner.Annotated) { day := "2015-02-30"; a.Published = &day },
		"outside":        func(a *ner.Annotated) { a.Mentions[0].End = len(a.Text) + 1 },
		"backward":       func(a *ner.Annotated) { date := "2015-08-03/2015-08-01"; a.Meetings[0].Date = &date },
		"half sentences": func(a *ner.Annotated) { a.Sentences[0].End = len(a.Text) + 1 },
	} {
		bad := news[3].Put(s.g)
		spoil(bad.Doc)
		if _, err := s.Put(ctx, []graph.Put{news[1].Put(s.g), bad}); err == nil || bad.Doc.ID == "call" && !strings.Contains(err.Error(), "call") {
			t.Errorf("%s: error %v, want one that names the document", name, err)
		}
	}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := s.Put(cancelled, []graph.Put{news[1].Put(s.g)}); err == nil {
		t.Error("Put went on after it was cancelled")
	}
	if Snapshot(t, s, s.g) != before {
		t.Error("a refused batch changed the graph")
	}
	for _, q := range []graph.Question{
		{Kind: "why"},
		{Kind: graph.Met},
		{Kind: graph.Met, Who: [][]string{{}}},
		{Kind: graph.Together, Who: [][]string{{"Q58217"}}},
		{Kind: graph.Timeline},
		{Kind: graph.Path, Who: [][]string{{"Q58217"}}},
		{Kind: graph.Path, Who: [][]string{{"Q58217"}, {"Q22316", "Q58217"}}},
		{Kind: graph.Path, Who: [][]string{{"Q58217"}, {"Q22316"}}, Country: "Q30"},
		{Kind: graph.Meetings, Status: "maybe"},
		{Kind: graph.Meetings, Mode: "by mail"},
		{Kind: graph.Meetings, From: 10, To: 9},
		{Kind: graph.Meetings, Limit: -1},
	} {
		if a, err := s.Ask(ctx, q); err == nil {
			t.Errorf("Ask %+v: %s, want an error", q, brief(a))
		}
	}
}
