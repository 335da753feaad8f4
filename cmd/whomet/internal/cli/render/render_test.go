package render

import (
	"strings"
	"testing"

	"whomet/gazetteer"
	"whomet/graph"
	"whomet/ner"
)

func p(s string) *string { return &s }

var (
	lavrov = graph.EntityRef{Entity: "Q58217", Type: gazetteer.Person, Name: "Sergey Lavrov", NameAr: "سيرغي لافروف"}
	kerry  = graph.EntityRef{Entity: "Q22316", Type: gazetteer.Person, Name: "John Kerry", NameAr: "جون كيري"}
	nobody = graph.EntityRef{Entity: "n:تيمو سويني@Q33", Type: gazetteer.Person, Name: "تيمو سويني", NameAr: "تيمو سويني"}

	counterparts = &graph.Answer{Total: 2, Rows: graph.Counterparts{
		{EntityRef: kerry, Meetings: 12, Documents: 30, Sources: 4, First: p("2015-07-01"), Last: p("2015-08-03")},
		{EntityRef: nobody, Meetings: 1, Documents: 1, Sources: 1},
	}}
	meetings = &graph.Answer{Total: 2, Rows: graph.MeetingRows{
		{
			Meeting: "m:1", Status: ner.Held, Disputed: true, Mode: ner.InPerson, Date: p("2015-08-03"),
			Place:        &ner.Place{Entity: p("Q3861"), City: p("Doha"), Country: p("Qatar")},
			Participants: []graph.EntityRef{kerry, lavrov},
			Reports: []graph.ReportRow{
				{Document: "d1", Source: "The Paper", URL: "https://example.org/1", Published: p("2015-08-04"), Status: ner.Held,
					Mode: ner.InPerson, Date: p("2015-08-03"), Quote: "التقى لافروف\nنظيره كيري في الدوحة."},
				{Document: "d2", Status: ner.Denied, Mode: ner.Phone, Date: p("2015-08-02"),
					ClaimedBy: &ner.Claimant{Entity: p("x:ministry"), Name: "الوزارة"}, Quote: "No\x1b[31m talks\u202e were held."},
			},
		},
		{Meeting: "m:2", Status: ner.Planned, Mode: ner.Multilateral, Participants: []graph.EntityRef{lavrov, nobody}},
	}}
)

const plainCounterparts = `id                meetings  documents  sources  first       last        name        arabic
Q22316                  12         30        4  2015-07-01  2015-08-03  John Kerry  جون كيري
n:تيمو سويني@Q33         1          1        1  -           -           تيمو سويني
`

const plainMeetings = `m:1  held, disputed  2015-08-03  Doha, Qatar  in person
  Q22316  John Kerry     جون كيري
  Q58217  Sergey Lavrov  سيرغي لافروف
  2015-08-04  held  The Paper
    https://example.org/1
    التقى لافروف نظيره كيري في الدوحة.
  no date  denied, phone, 2015-08-02  d2, says الوزارة (x:ministry)
    No[31m talks were held.

m:2  planned  no date  no place  multilateral
  Q58217            Sergey Lavrov  سيرغي لافروف
  n:تيمو سويني@Q33  تيمو سويني
`

func written(t *testing.T, term Terminal, a *graph.Answer) string {
	t.Helper()
	var b strings.Builder
	term.Out = &b
	if err := term.Answer(a); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func equal(t *testing.T, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestPlain(t *testing.T) {
	equal(t, written(t, Terminal{}, counterparts), plainCounterparts)
	equal(t, written(t, Terminal{}, meetings), plainMeetings)
}

// TestTerminal says that a terminal gets the words of a pipe with isolates
// around Arabic names, and colours, and nothing else.
func TestTerminal(t *testing.T) {
	for _, a := range []*graph.Answer{counterparts, meetings} {
		plain := written(t, Terminal{}, a)
		isolated := written(t, Terminal{Isolate: true}, a)
		if !strings.Contains(isolated, fsi+"جون كيري"+pdi) {
			t.Errorf("an Arabic name stands without isolates in:\n%s", isolated)
		}
		if strings.Contains(isolated, fsi+"John") || strings.Contains(isolated, fsi+"التقى") {
			t.Errorf("isolates around what is no Arabic name in:\n%s", isolated)
		}
		equal(t, strings.NewReplacer(fsi, "", pdi, "").Replace(isolated), plain)

		coloured := written(t, Terminal{Color: true}, a)
		if !strings.Contains(coloured, "\x1b["+bold+"m") {
			t.Errorf("no colour in:\n%s", coloured)
		}
		var undo []string
		for _, c := range []string{bold, dim, red, green, yellow, "0"} {
			undo = append(undo, "\x1b["+c+"m", "")
		}
		equal(t, strings.NewReplacer(undo...).Replace(coloured), plain)
	}
}

func TestNeighboursAndSentences(t *testing.T) {
	equal(t, written(t, Terminal{}, &graph.Answer{Rows: graph.Neighbours{
		{EntityRef: kerry, Sentences: 3, Documents: 2, First: p("2015-08-01"), Last: p("2015-08-02")},
	}}), `id      type    sentences  documents  first       last        name        arabic
Q22316  person          3          2  2015-08-01  2015-08-02  John Kerry  جون كيري
`)
	equal(t, written(t, Terminal{}, &graph.Answer{Rows: graph.Sentences{
		{Document: "d1", Source: "The Paper", URL: "https://example.org/1", Published: p("2015-08-04"), Quote: "One."},
		{Document: "d2", Quote: "Two."},
	}}), `2015-08-04  The Paper
  https://example.org/1
    One.

no date  d2
    Two.
`)
}

func TestEntity(t *testing.T) {
	equal(t, written(t, Terminal{}, &graph.Answer{Rows: graph.Entities{{
		EntityRef: lavrov, Listed: true, Names: []string{"لافروف", "Lavrov"},
		Offices: []graph.OfficeRow{
			{Role: "foreign_minister", Of: "Q159", OfName: "Russia", From: p("2004-03-09")},
			{Role: "ambassador", Of: "Q159", OfName: "Russia", Scope: "United Nations", From: p("1994"), To: p("2004-03"), Acting: true},
		},
		Mentions: 9, Documents: 4, First: p("2015-08-01"), Last: p("2015-08-04"), Meetings: 2,
		Ambiguous: []graph.Ambiguity{{Text: "سيرغي", Mentions: 3}},
	}}}), `Q58217  person  Sergey Lavrov  سيرغي لافروف
  names      لافروف
             Lavrov
  offices    foreign minister of Russia, since 2004-03-09
             acting ambassador of Russia (United Nations), 1994 until 2004-03
  mentions   9
  documents  4, 2015-08-01 to 2015-08-04
  meetings   2 held in person
  unclear    3 times, سيرغي
`)
	equal(t, written(t, Terminal{}, &graph.Answer{Rows: graph.Entities{{EntityRef: nobody, Mentions: 1, Documents: 1}}}),
		`n:تيمو سويني@Q33  person  تيمو سويني
  is         not in the gazetteer
  mentions   1
  documents  1
  meetings   0 held in person
`)
}

func TestNothingWritesNothing(t *testing.T) {
	equal(t, written(t, Terminal{}, &graph.Answer{Rows: graph.Counterparts{}}), "")
	equal(t, written(t, Terminal{}, &graph.Answer{}), "")
}

func TestClean(t *testing.T) {
	for s, want := range map[string]string{
		"a\x00b\x1b]0;x\x07c":           "ab]0;xc",
		" two\r\n\tlines ":              "two lines",
		"\u202eabc\u202c \u2066x\u2069": "abc x",
		"\u0085\u009b31m":               "31m",
		"ل\u200dا \u200f\u064b":         "ل\u200dا \u200f\u064b", // joiners, marks and vowels are text
		"bad \xff byte":                 "bad \ufffd byte",
		"":                              "",
		"\u00a0no-break\u00a0":          "no-break",
		"مُحَمَّد":                      "مُحَمَّد",
	} {
		if got := Clean(s); got != want {
			t.Errorf("Clean(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestWidth(t *testing.T) {
	for s, want := range map[string]int{"Kerry": 5, "جون كيري": 8, "مُحَمَّد": 4, fsi + "كيري" + pdi: 4, "会": 2} {
		if got := width(s); got != want {
			t.Errorf("width(%q) = %d, want %d", s, got, want)
		}
	}
}
