package score

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"whomet/gazetteer"
	"whomet/ner"
)

func p(s string) *string { return &s }

// person is a participant by his names.
func person(name, nameAr string) ner.Participant {
	return ner.Participant{Type: gazetteer.Person, Name: name, NameAr: nameAr}
}

func met(status ner.Status, mode ner.Mode, date, city string, who ...ner.Participant) ner.Meeting {
	m := ner.Meeting{Participants: who, Status: status, Mode: mode, Rule: "test"}
	if date != "" {
		m.Date = &date
	}
	if city != "" {
		m.Place = &ner.Place{City: &city}
	}
	return m
}

// gold is what a reader found in three made-up articles.
//
//	d1  a reception of four on the 3rd in Doha, held (a, b, c known; d not), and a plan of a and b
//	d2  the same a and b again, held by phone; a and c, of which the reader is not sure
//	d3  a planned meeting of a and c
const gold = `[
 {"id": "d1", "n": 7, "people": [
   {"key": "a", "en": "Adam Ashby", "ar": "آدم أشبي", "surfaces": ["أشبي"], "known": true},
   {"key": "b", "en": "Boris Brand", "ar": "", "surfaces": [], "known": true},
   {"key": "c", "en": "Carl bin Cole", "ar": "", "refs": ["the minister"], "known": true},
   {"key": "d", "en": "Dina Dahl", "ar": "", "known": false}],
  "orgs": [{"key": "o"}],
  "meetings": [
   {"who": ["a", "b", "c", "d", "o"], "status": "held", "mode": "in_person", "date": "2015-08-03", "place": "Doha, Qatar", "quote": "They met."},
   {"who": ["a", "b"], "status": "planned", "mode": "in_person", "date": null, "place": null}]},
 {"url": "u2", "people": [
   {"key": "a", "en": "Adam Ashby", "known": true}, {"key": "b", "en": "Boris Brand", "known": true}, {"key": "c", "en": "Carl Cole", "known": true}],
  "meetings": [
   {"who": ["a", "b"], "status": "held", "mode": "phone", "date": "2015-08-10/2015-08-20"},
   {"who": ["a", "c"], "status": "held", "mode": "in_person", "sure": false}]},
 {"id": "d3", "people": [{"key": "a", "en": "Adam Ashby", "known": true}, {"key": "c", "en": "Carl Cole", "known": true}],
  "meetings": [{"who": ["a", "c"], "status": "planned", "mode": "in_person"}]}
]`

func goldOf(t *testing.T) []Document {
	t.Helper()
	g, err := ReadGold([]byte(gold))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// program is what a program might find in them.
//
//	d1  a, b and c (by a reference) on the 4th in Doha, held; nobody found d. A stranger and a, alleged.
//	d2  a and b, held, in person, with a day inside the interval; a and c, held, unsure
//	d3  a and c, told as held
func program() map[string]*ner.Annotated {
	a, b := person("Adam Ashby", "آدم اشبي"), person("Mr. Boris J. Brand", "")
	c := person("Carl Cole", "")
	d1 := &ner.Annotated{ID: "d1", Mentions: []ner.Mention{{Text: "the Minister"}}}
	minister := ner.Participant{Type: gazetteer.Person, Name: "the Minister", Mentions: []int{0}}
	body := ner.Participant{Type: gazetteer.Organization, Name: "Some Council"}
	d1.Meetings = []ner.Meeting{
		met(ner.Held, ner.InPerson, "2015-08-04", "Doha", a, b, minister, body),
		met(ner.Alleged, ner.InPerson, "", "", a, person("Egon Stranger", "")),
	}
	d2 := &ner.Annotated{ID: "x", URL: "u2", Meetings: []ner.Meeting{
		met(ner.Held, ner.InPerson, "2015-08-12", "", a, b),
		met(ner.Held, ner.InPerson, "", "", a, c),
	}}
	d3 := &ner.Annotated{ID: "d3", Meetings: []ner.Meeting{met(ner.Held, ner.InPerson, "2015-08-01", "", a, c)}}
	return map[string]*ner.Annotated{"d1": d1, "u2": d2, "d3": d3}
}

func of(t *testing.T, docs map[string]*ner.Annotated) *Result {
	t.Helper()
	return Of(goldOf(t), func(id string) *ner.Annotated { return docs[id] })
}

func figures(r Rates) string {
	return fmt.Sprintf("P %.3f R %.3f F1 %.3f, tp %.3f fp %.3f fn %.3f", r.Precision(), r.Recall(), r.F1(), r.TP, r.FP, r.FN)
}

func fields(s Scope) string {
	return fmt.Sprintf("status %.3f mode %.3f date %.3f place %.3f, matched %d broken %d", s.Status(), s.Mode(), s.Date(), s.Place(), s.Matched, s.Broken)
}

// The figures are worked out by hand. d1 of the gold has six pairs of weight 1/3;
// that of a and b weighs 1, by the plan of the two. The program finds ab, ac and bc
// (1 + 1/3 + 1/3) and misses ad, bd and cd (1); the stranger is invented (1). d2
// finds ab (1). d3 finds ac (1), which is held only with the program, hence broken.
func TestFigures(t *testing.T) {
	r := of(t, program())
	for _, c := range []struct{ what, got, want string }{
		{"known any", figures(r.Known.Any), "P 1.000 R 1.000 F1 1.000, tp 3.667 fp 0.000 fn 0.000"},
		{"known held", figures(r.Known.Held), "P 0.727 R 1.000 F1 0.842, tp 2.667 fp 1.000 fn 0.000"},
		{"all any", figures(r.All.Any), "P 0.786 R 0.786 F1 0.786, tp 3.667 fp 1.000 fn 1.000"},
		{"all held", figures(r.All.Held), "P 0.727 R 0.727 F1 0.727, tp 2.667 fp 1.000 fn 1.000"},
		// Five pairs match: of their statuses that of d3 is wrong; of the modes that of d2;
		// of the dates that of d3, where the gold has none; three have a place.
		{"known fields", fields(r.Known), "status 0.800 mode 0.800 date 0.800 place 1.000, matched 5 broken 1"},
		{"all fields", fields(r.All), "status 0.800 mode 0.800 date 0.800 place 1.000, matched 5 broken 1"},
	} {
		if c.got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.what, c.got, c.want)
		}
	}
	var errors []string
	for _, e := range r.Errors {
		errors = append(errors, fmt.Sprintf("%s %s %s/%s %v %v", e.Kind, e.Document.Name(), e.Who[0], e.Who[1], e.Gold, e.Told))
	}
	want := []string{
		"missed 7 آدم أشبي/Dina Dahl [held] []",
		"missed 7 Boris Brand/Dina Dahl [held] []",
		"missed 7 Carl bin Cole/Dina Dahl [held] []",
		"invented 7 Egon Stranger/آدم أشبي [] [alleged]",
		"status d3 Adam Ashby/Carl Cole [planned] [held]",
	}
	if !slices.Equal(errors, want) {
		t.Errorf("errors:\n got %q\nwant %q", errors, want)
	}
}

func TestNothingRead(t *testing.T) {
	r := of(t, nil)
	if !slices.Equal(r.Missing, []string{"d1", "u2", "d3"}) || r.Documents != 3 {
		t.Errorf("missing %q of %d", r.Missing, r.Documents)
	}
	if got, want := figures(r.All.Any), "P 0.000 R 0.000 F1 0.000, tp 0.000 fp 0.000 fn 4.667"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := fields(r.All), "status 0.000 mode 0.000 date 0.000 place 0.000, matched 0 broken 0"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestJSON(t *testing.T) {
	docs := program()
	delete(docs, "d3")
	r := of(t, docs)
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`{"schema":"whomet.eval/1","documents":3,"documents_missing":1,"known.any":{"P":1,"R":0.727,"F1":0.842,"tp":2.7,"fp":0,"fn":1}`,
		`"all.fields":{"status":1,"mode":0.75,"date":1,"place":1,"matched":4,"broken":0},"missing":["d3"],"errors":[{"kind":"missed","document":"d1","n":7,"who":["آدم أشبي","Dina Dahl"],"gold":["held"],"told":[],"quote":"They met.","evidence":[],"trace":[]}`,
	} {
		if !strings.Contains(string(b), want) {
			t.Errorf("no %s in\n%s", want, b)
		}
	}
}

func TestFolded(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Ibrahim al-Jaafari", "ibrahim jaafari"},
		{"The Emir", "emir"},
		{"al", "al"},
		{"(al)", ""},
		{"Sana'a", "sana a"},
		{"عبد الله بن عبد العزيز", "عبدالله بن عبدالعزيز"},
		{"ﻻﻓﺮﻭﻑ «السيسى»", "لافروف السيسي"},
		{"أنقرة", "انقره"},
		{"عبد", "عبد"},
		{"Çavuşoğlu ١٢", "cavusoglu ١٢"},
	} {
		if got := folded(c.in); got != c.want {
			t.Errorf("folded(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestLikeness(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"Sergey Lavrov", "Sergey Lavrov", 2},
		{"Lavrov", "Sergey Lavrov", 0}, // a surname alone proves nothing
		{"Sergey Lavrov", "Sergey Viktorovich Lavrov", 2.0 / 3},
		{"Sergey Lavrov", "Sergey Ivanov", 0},
	} {
		if got := likeness(formsOf(c.a), formsOf(c.b)); got != c.want {
			t.Errorf("likeness(%s, %s) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestSameDate(t *testing.T) {
	for _, c := range []struct {
		gold, read string
		want       bool
	}{
		{"", "", true}, {"2015-08-03", "", false}, {"", "2015-08-03", false},
		{"2015-08-03", "2015-08-04", true}, {"2015-08-03", "2015-08-02", true}, {"2015-08-03", "2015-08-05", false},
		{"2015-08-03", "2015-08-03/2015-08-04", false},
		{"2015-08-03/2015-08-09", "2015-08-05", true}, {"2015-08-03/2015-08-09", "2015-07-31/2015-08-12", true},
		{"2015-08-03/2015-08-09", "2015-07-30/2015-08-09", false}, {"2015-08-03", "soon", false},
	} {
		if got := sameDate(&c.gold, &c.read); got != c.want {
			t.Errorf("sameDate(%q, %q) = %v", c.gold, c.read, got)
		}
	}
	if !sameDate(nil, nil) || sameDate(p("2015-08-03"), nil) {
		t.Error("no date is right only where there is none")
	}
}

func TestSamePlace(t *testing.T) {
	doha := &ner.Place{Entity: p("Q3861"), City: p("Doha"), Country: p("Qatar")}
	for gold, want := range map[string]bool{"Doha": true, "qatar": true, "Vienna, Doha": true, "Vienna": false, "Vienna / Geneva": false, "Q3861": true} {
		if got := samePlace(gold, doha); got != want {
			t.Errorf("samePlace(%q) = %v", gold, got)
		}
	}
	if samePlace("Doha", nil) {
		t.Error("no place is no Doha")
	}
}

func TestReadGoldRefuses(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"no JSON", "[\n{\"id\": \"a\",}]", "line 2"},
		{"no list", `{"id": "a"}`, "line 1: json: cannot unmarshal object"},
		{"wrong type", "[{\"id\": \"a\",\n\n\"people\": 3}]", "line 3"},
		{"empty", "[]", "the gold is empty"},
		{"no id", `[{"people": []}]`, "document 1 (): it has neither id nor url"},
		{"twice", `[{"id": "a"}, {"id": "a"}]`, "document 2 (a): it is document 1 already"},
		{"key twice", `[{"id": "a", "people": [{"key": "x"}, {"key": "x"}]}]`, `key "x" of a person is empty or not his alone`},
		{"no such key", `[{"id": "a", "meetings": [{"who": ["x"], "status": "held", "mode": "phone"}]}]`, `meeting 1: who: no key "x"`},
		{"status", `[{"id": "a", "meetings": [{"who": [], "status": "hold", "mode": "phone"}]}]`, `status "hold" is none of held, planned`},
		{"mode", `[{"id": "a", "meetings": [{"who": [], "status": "held", "mode": "letter"}]}]`, `mode "letter" is none of`},
		{"date", `[{"id": "a", "meetings": [{"who": [], "status": "held", "mode": "phone", "date": "2015-02-30"}]}]`, "date: "},
	} {
		if _, err := ReadGold([]byte(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", c.name, err, c.want)
		}
	}
	// All at once.
	_, err := ReadGold([]byte(`[{"id": "a"}, {"id": "a"}, {"id": ""}]`))
	if err == nil || strings.Count(err.Error(), "document ") < 2 || !strings.Contains(err.Error(), "document 3") {
		t.Errorf("got %v", err)
	}
}
