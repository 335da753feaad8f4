package tag_test

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"sync"
	"testing"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
	"whomet/ner/tag"
	"whomet/ner/token"
	"whomet/seeds"
)

// shipped compiles the shipped data once for all tests of the package.
var shipped = sync.OnceValues(func() (*tag.Vocabulary, error) {
	fsys := seeds.FS()
	g, err := gazetteer.Load(fsys)
	if err != nil {
		return nil, err
	}
	lex, findings := lexicon.Load(fsys)
	abbreviations, more := lexicon.Abbreviations(fsys)
	if err := gazetteer.NewCheckError(append(findings, more...)); err != nil {
		return nil, err
	}
	return tag.Compile(g, lex, token.New(abbreviations))
})

// read tags a text of that day ("" for none).
func read(t *testing.T, day, text string) *tag.Tagged {
	t.Helper()
	v, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	var published gazetteer.Day
	if day != "" {
		if published, err = gazetteer.ParseDay(day); err != nil {
			t.Fatal(err)
		}
	}
	var tokens ner.Tokens
	v.Cutter.Cut(text, &tokens)
	return v.Tag(&tokens, published, true, new(tag.Scratch))
}

// lines writes the mentions as the tables do: type (or "reference"), the run of
// the text, who is meant ("?" nobody listed, "A | B" ambiguous) and the rule.
func lines(t *testing.T, tg *tag.Tagged) (out []string) {
	t.Helper()
	v, _ := shipped()
	for i := range tg.Mentions {
		m := &tg.Mentions[i]
		if got := tg.Tokens.Text[m.Start:m.End]; got != m.Text {
			t.Errorf("mention %d-%d is %q, the text there is %q", m.Start, m.End, m.Text, got)
		}
		what, who := string(m.Type), m.Name
		if m.Kind == ner.Reference {
			what = "reference"
		}
		switch m.Status {
		case ner.Unlinked:
			who = "?"
			if m.Name != m.Text {
				who = "? " + m.Name
			}
		case ner.Ambiguous:
			var names []string
			for _, id := range m.Candidates {
				e, _ := v.Gazetteer.Entity(id)
				names = append(names, e.Name)
			}
			sort.Strings(names)
			who = strings.Join(names, " | ")
		}
		line := fmt.Sprintf("%s %s → %s, %s", what, m.Text, who, m.Rule)
		if m.Metonym {
			line += ", metonym"
		}
		out = append(out, line)
	}
	return out
}

// rule is one text and every mention in it. A name that begins with "bug:" marks
// a reading that is known to be wrong still; it must go when the reading is right.
type rule struct {
	name, day, text string
	want            []string
}

func check(t *testing.T, rules []rule) {
	t.Helper()
	for _, c := range rules {
		t.Run(c.name, func(t *testing.T) {
			if c.day == "" {
				c.day = "2015-08-04"
			}
			got := lines(t, read(t, strings.TrimPrefix(c.day, "none"), c.text))
			right := slices.Equal(got, c.want)
			difference := fmt.Sprintf("%s\n got %s\nwant %s", c.text, strings.Join(got, "\n     "), strings.Join(c.want, "\n     "))
			switch bug := strings.HasPrefix(c.name, "bug:"); {
			case bug && right:
				t.Error("is right now: take the mark from its name")
			case bug:
				t.Skip(difference)
			case !right:
				t.Error(difference)
			}
		})
	}
}

func TestWarnings(t *testing.T) {
	const warning = "the document has no date: offices were not used to tell who is meant"
	for _, c := range []struct {
		day, text string
		want      []string
	}{
		{"", "وصل وزير الخارجية الروسي إلى القاهرة.", []string{warning}},
		{"", "The Russian foreign minister and the US secretary of state left.", []string{warning}}, // once a document
		{"2015-08-04", "وصل وزير الخارجية الروسي إلى القاهرة.", nil},
		{"", "وصل سيرغي لافروف إلى القاهرة.", nil},
	} {
		if got := read(t, c.day, c.text).Warnings; !slices.Equal(got, c.want) {
			t.Errorf("%q of day %q: warnings %q, want %q", c.text, c.day, got, c.want)
		}
	}
}

// TestNotes asserts that what was passed over is told, for explain.
func TestNotes(t *testing.T) {
	for _, c := range []struct{ text, span, rule string }{
		{"هبطت الطائرة في مطار رفيق الحريري.", "مطار رفيق الحريري", "inside-place-name"},
		{"قال سيرغي لافروف ذلك.", "سيرغي لافروف", "full-name"},
		{"قال الجعفري ذلك.", "الجعفري", "no-evidence"},
	} {
		tg := read(t, "2015-08-04", c.text)
		found := slices.ContainsFunc(tg.Notes, func(n tag.Note) bool {
			return n.Rule == c.rule && c.text[n.Span.Start:n.Span.End] == c.span && n.Text != ""
		})
		if !found {
			t.Errorf("%s: no note %s of %s in %v", c.text, c.rule, c.span, tg.Notes)
		}
	}
}

// TestScratch asserts that what a document leaves behind does not show in the next.
func TestScratch(t *testing.T) {
	v, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	const first, second = "التقى سيرغي لافروف نظيره العراقي إبراهيم الجعفري في موسكو.", "قال الجعفري ذلك."
	fresh := lines(t, read(t, "2015-08-04", second))
	var tokens ner.Tokens
	var scratch tag.Scratch
	day := gazetteer.DayOf(2015, 8, 4)
	v.Cutter.Cut(first, &tokens)
	if n := len(v.Tag(&tokens, day, false, &scratch).Mentions); n != 3 {
		t.Errorf("%d mentions in the first text, want 3", n)
	}
	v.Cutter.Cut(second, &tokens)
	if got := lines(t, v.Tag(&tokens, day, false, &scratch)); !slices.Equal(got, fresh) {
		t.Errorf("with used storage %q, with fresh %q", got, fresh)
	}
}
