package score

import (
	"slices"
	"testing"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/analyze"
)

// An article in which the first sentence tells of a meeting, the second speaks of
// something else, and a cue in each was judged.
func traced() (*ner.Annotated, []analyze.Step) {
	const text = "Adam Ashby will meet Dina Dahl. The weather met expectations."
	name := func(start, end int, id *string, rule string, status ner.LinkStatus) ner.Mention {
		return ner.Mention{Start: start, End: end, Text: text[start:end], Name: text[start:end], Kind: ner.Name, Type: gazetteer.Person, Entity: id, Rule: rule, Status: status}
	}
	doc := &ner.Annotated{
		ID: "d1", Text: text,
		Sentences: []ner.Span{{Start: 0, End: 31}, {Start: 32, End: 61}},
		Mentions:  []ner.Mention{name(0, 10, p("x:ashby"), "full-name", ner.Linked), name(21, 30, nil, "unlisted-name", ner.Unlinked)},
	}
	steps := []analyze.Step{
		{Span: ner.Span{Start: 0, End: 10}, Rule: "full-name", Text: "won"},
		{Span: ner.Span{Start: 16, End: 20}, Cue: true, Rule: "met", Text: "a meeting planned"},
		{Span: ner.Span{Start: 44, End: 47}, Cue: true, Rule: "met", Text: "no second person"},
	}
	return doc, steps
}

func TestWhy(t *testing.T) {
	doc, steps := traced()
	names := []string{"name آدم أشبي: x:ashby by full-name", "name Dina Dahl: unlinked by unlisted-name"}
	r := of(t, map[string]*ner.Annotated{"d1": doc})
	missed := r.Errors[slices.IndexFunc(r.Errors, func(e Error) bool {
		return e.Kind == Missed && e.Who[1] == "Dina Dahl" && e.Who[0] == "آدم أشبي"
	})]
	for _, c := range []struct {
		name  string
		quote string
		want  []string
	}{
		{"the sentence that names both", "", append(slices.Clone(names), "cue 16-20 met: a meeting planned: meet")},
		{"the sentence most like the quote too", "weather expectations", append(slices.Clone(names), "cue 16-20 met: a meeting planned: meet", "cue 44-47 met: no second person: met")},
	} {
		e := missed
		e.Quote = c.quote
		if got := e.Why(doc, steps); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}

	e := missed
	e.Quote, e.Who[1], e.people[1] = "", "Nobody Here", nil
	want := []string{names[0], "name Nobody Here: in no mention", "cue: no sentence names both, and the quote is not in the text"}
	if got := e.Why(doc, steps); !slices.Equal(got, want) {
		t.Errorf("not there:\n got %q\nwant %q", got, want)
	}

	told := missed
	told.Kind, told.Meeting = Wrong, &ner.Meeting{Status: ner.Planned, Mode: ner.InPerson, Rule: "met+future", Evidence: []ner.Evidence{{Start: 0, End: 31}}}
	told.Quote = ""
	want = append(slices.Clone(names), "cue 16-20 met: a meeting planned: meet", "told as planned, in_person by met+future")
	if got := told.Why(doc, steps); !slices.Equal(got, want) {
		t.Errorf("told:\n got %q\nwant %q", got, want)
	}
	if got := told.Why(nil, nil); !slices.Equal(got, []string{"the document was not read"}) {
		t.Errorf("not read: %q", got)
	}
}
