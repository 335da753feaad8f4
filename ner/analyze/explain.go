package analyze

import (
	"fmt"
	"io"
	"sort"
	"strings"

	"whomet/ner"
)

// Explain writes every step of one document in words: each name with who was
// meant and why, each name that lost, each cue with what became of it, and the
// meetings. An error of the writer is returned.
func (a *Analyzer) Explain(w io.Writer, d *ner.Document) error {
	doc, st := a.read(d, true, new(workspace))
	p := &printer{w: w}
	p.printf("document %s\n", doc.ID)
	p.printf("  source     %s\n", orNone(doc.Source))
	p.printf("  published  %s\n", orNone(deref(doc.Published)))
	p.printf("  language   %s\n", orNone(doc.Language))
	p.printf("  size       %d bytes, %d words, %d sentences\n", len(doc.Text), words(st.tagged.Tokens), len(doc.Sentences))
	for _, warning := range doc.Warnings {
		p.printf("  warning    %s\n", warning)
	}

	p.printf("\nWho is meant (bytes, status, rule, reading, text)\n")
	for i := range doc.Mentions {
		a.mention(p, &doc.Mentions[i])
	}
	if len(doc.Mentions) == 0 {
		p.printf("  no listed name, title or person introduced by a title\n")
	}

	p.printf("\nNames and titles that were passed over\n")
	kept := map[ner.Span]bool{}
	for i := range doc.Mentions {
		kept[doc.Mentions[i].Span()] = true
	}
	passed := 0
	for _, n := range st.tagged.Notes {
		if !kept[n.Span] {
			passed++
			p.printf("  %d-%d  %s: %s\n      %s\n", n.Span.Start, n.Span.End, n.Rule, n.Text, doc.Text[n.Span.Start:n.Span.End])
		}
	}
	if passed == 0 {
		p.printf("  none\n")
	}

	p.printf("\nCues of a meeting, and what became of each\n")
	notes := st.notes
	sort.SliceStable(notes, func(i, j int) bool { return notes[i].Span.Start < notes[j].Span.Start })
	for _, n := range notes {
		p.printf("  %d-%d  %s: %s\n      %s\n", n.Span.Start, n.Span.End, n.Rule, n.Text, doc.Text[n.Span.Start:n.Span.End])
	}
	if len(notes) == 0 {
		p.printf("  no cue with two parties\n")
	}

	p.printf("\nMeetings\n")
	for i := range doc.Meetings {
		meeting(p, doc, &doc.Meetings[i])
	}
	if len(doc.Meetings) == 0 {
		p.printf("  none told\n")
	}
	return p.err
}

// mention prints one mention: the decision first, the text last.
func (a *Analyzer) mention(p *printer, m *ner.Mention) {
	reading := m.Name
	switch m.Status {
	case ner.Linked:
		reading = *m.Entity + " " + m.Name
	case ner.Ambiguous:
		var names []string
		for _, c := range m.Candidates {
			if e, ok := a.v.Gazetteer.Entity(c); ok {
				names = append(names, c+" "+e.Name)
			}
		}
		reading = "one of: " + strings.Join(names, "; ")
	case ner.Unlinked:
		reading = "nobody listed"
		if m.Role != "" {
			reading += ", " + m.Role
		}
		if e, ok := a.v.Gazetteer.Entity(m.RoleOf); ok {
			reading += " of " + e.Name
		}
	}
	extra := ""
	if m.Metonym {
		extra = ", speaks for its government"
	}
	p.printf("  %d-%d  %s %s %s, %s%s → %s\n      %s\n", m.Start, m.End, m.Status, m.Type, m.Kind, m.Rule, extra, reading, m.Text)
}

func meeting(p *printer, doc *ner.Annotated, m *ner.Meeting) {
	var who []string
	for _, x := range m.Participants {
		who = append(who, x.Name)
	}
	p.printf("  %s, %s: %s\n", m.Status, m.Mode, strings.Join(who, " · "))
	p.printf("      rule   %s\n", m.Rule)
	if m.Date != nil {
		p.printf("      day    %s, from %q\n", *m.Date, deref(m.DateOrigin))
	}
	if m.Place != nil {
		p.printf("      place  %s\n", strings.Join(nonEmpty(deref(m.Place.City), deref(m.Place.Country)), ", "))
	}
	if m.ClaimedBy != nil {
		p.printf("      told by %s\n", m.ClaimedBy.Name)
	}
	for _, e := range m.Evidence {
		p.printf("      %d-%d\n      %s\n", e.Start, e.End, strings.ReplaceAll(e.Text, "\n", " "))
	}
}

// printer remembers the first error, so that a report reads as a list of lines.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) printf(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func orNone(s string) string {
	if s == "" {
		return "unknown"
	}
	return s
}

func nonEmpty(list ...string) (out []string) {
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

func words(t *ner.Tokens) (n int) {
	for i := range t.List {
		if t.List[i].Kind == ner.Word {
			n++
		}
	}
	return n
}
