package analyze

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"whomet/gazetteer"
	"whomet/ner"
)

// FuzzDocument asserts that no text breaks the rules, and that every span is
// bytes of the untouched text on rune boundaries.
func FuzzDocument(f *testing.F) {
	files, _ := filepath.Glob("testdata/cases/*.txtar")
	if len(files) == 0 {
		f.Fatal("no case files to begin from")
	}
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, x := range ar.Files {
			if strings.HasSuffix(x.Name, "input.txt") {
				f.Add("", string(x.Data))
			}
		}
	}
	f.Add("\u0623", "\u0648 .\n\n- \u0628\u0646 \u0628\u0646")
	f.Add("", "- \u060c \u0639\u0628\u062f \u0627\u0644")
	a := analyzer(f)
	day := gazetteer.DayOf(2015, 8, 4)
	f.Fuzz(func(t *testing.T, title, body string) {
		if !utf8.ValidString(title) || !utf8.ValidString(body) {
			t.Skip("sources give valid UTF-8 only")
		}
		d := &ner.Document{ID: "f", Title: title, Body: body, Published: day}
		got := a.Document(d)
		checkSpans(t, got)
		for i := range got.Mentions {
			m := &got.Mentions[i]
			if m.Start >= m.End || !utf8.ValidString(m.Text) {
				t.Errorf("mention %d-%d %q is empty or cuts a character", m.Start, m.End, m.Text)
			}
		}
		for _, m := range got.Meetings {
			if len(m.Participants) < 2 {
				t.Errorf("a meeting of %d", len(m.Participants))
			}
			for _, p := range m.Participants {
				for _, x := range p.Mentions {
					if x < 0 || x >= len(got.Mentions) {
						t.Errorf("participant %s points at mention %d of %d", p.Name, x, len(got.Mentions))
					}
				}
			}
		}
	})
}
