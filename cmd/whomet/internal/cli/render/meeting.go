package render

import (
	"bufio"
	"fmt"
	"strings"

	"whomet/graph"
	"whomet/ner"
)

// meeting writes one meeting: a line of what is known of it, its participants,
// and every report with its sentence.
func (t Terminal) meeting(out *bufio.Writer, m *graph.MeetingRow) {
	status := t.paint(statusColor(m.Status), string(m.Status))
	if m.Disputed {
		status += t.paint(red, ", disputed")
	}
	fmt.Fprintf(out, "%s  %s  %s  %s  %s\n",
		t.paint(dim, m.Meeting), status, t.paint(bold, or(m.Date, "no date")), t.place(m.Place), words(string(m.Mode)))

	ids, names := 0, 0
	for _, p := range m.Participants {
		ids, names = max(ids, width(Clean(p.Entity))), max(names, width(Clean(p.Name)))
	}
	for _, p := range m.Participants {
		line := "  " + t.pad(p.Entity, ids) + gap + t.pad(p.Name, names) + gap + t.Name(other(p))
		fmt.Fprintln(out, strings.TrimRight(line, " "))
	}
	if m.Documents > 1 {
		fmt.Fprintf(out, "  %d documents, %d sources, %d origins\n", m.Documents, m.Sources, m.Origins)
	}
	for i := range m.Reports {
		t.report(out, m, &m.Reports[i])
	}
}

// report writes when and as what a meeting was told, by which paper and claimed
// by whom, and the sentence alone on its line. What may be Arabic comes last.
func (t Terminal) report(out *bufio.Writer, m *graph.MeetingRow, r *graph.ReportRow) {
	told := t.paint(statusColor(r.Status), string(r.Status))
	if r.Mode != m.Mode {
		told += ", " + words(string(r.Mode))
	}
	if day := or(r.Date, ""); day != "" && day != or(m.Date, "") {
		told += ", " + day
	}
	by := t.paper(r.Source, r.Document)
	if c := r.ClaimedBy; c != nil {
		by += ", says " + t.Name(c.Name)
		if c.Entity != nil {
			by += " (" + *c.Entity + ")"
		}
	}
	fmt.Fprintf(out, "  %s  %s  %s\n", or(r.Published, "no date"), told, by)
	if r.URL != "" {
		fmt.Fprintf(out, "    %s\n", t.paint(dim, Clean(r.URL)))
	}
	fmt.Fprintf(out, "    %s\n", Clean(r.Quote))
}

// place is "Doha, Qatar", with what is not told left out.
func (t Terminal) place(p *ner.Place) string {
	if p == nil {
		return "no place"
	}
	var parts []string
	for _, s := range []*string{p.City, p.Country} {
		if s != nil && *s != "" {
			parts = append(parts, t.Name(*s))
		}
	}
	if len(parts) == 0 {
		return "no place"
	}
	return strings.Join(parts, ", ")
}

// pad is a name with blanks up to a width.
func (t Terminal) pad(s string, to int) string {
	s = Clean(s)
	return t.Name(s) + strings.Repeat(" ", to-width(s))
}

func statusColor(s ner.Status) string {
	switch s {
	case ner.Held:
		return green
	case ner.Cancelled, ner.Denied:
		return red
	}
	return yellow
}
