package render

import (
	"bufio"
	"fmt"

	"whomet/gazetteer"
	"whomet/ner/suggest"
)

// Suggestions writes the people nobody listed, a paragraph each.
func (t Terminal) Suggestions(g *gazetteer.Gazetteer, list []suggest.Suggestion) error {
	return paragraphs(t, list, func(out *bufio.Writer, s *suggest.Suggestion) {
		fmt.Fprintf(out, "%s  %s  mentions %d, documents %d\n", or(&s.ID, "-"), t.paint(bold, t.Name(s.Name)), s.Mentions, s.Documents)
		for i, title := range s.Said(g) {
			t.field(out, label("titles", i), title)
		}
		for i, c := range s.Spellings {
			if i > 0 {
				t.field(out, label("also", i-1), fmt.Sprintf("%d times, %s", c.N, t.Name(c.Key)))
			}
		}
		for i, id := range s.Like {
			if e, ok := g.Entity(id); ok {
				t.field(out, label("like", i), id+" "+t.Name(e.Name))
			}
		}
		t.field(out, "text", Clean(s.Sample.Text))
		t.field(out, "", t.paint(dim, t.paper(s.Sample.Source, s.Sample.Document)))
	})
}
