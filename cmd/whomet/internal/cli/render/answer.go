package render

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"

	"whomet/graph"
)

// Answer writes the rows of an answer: a table of counterparts or neighbours, or
// a paragraph for each meeting, sentence or entity. An answer without rows writes
// nothing.
func (t Terminal) Answer(a *graph.Answer) error {
	if a.Rows == nil || a.Rows.Len() == 0 {
		return nil
	}
	switch rows := a.Rows.(type) {
	case graph.Counterparts:
		return t.counterparts(rows)
	case graph.Neighbours:
		return t.neighbours(rows)
	case graph.Steps:
		return paragraphs(t, rows, t.step)
	case graph.MeetingRows:
		if a.Question.Kind == graph.Timeline {
			return t.timeline(rows, a.Question.Who[0])
		}
		return paragraphs(t, rows, t.meeting)
	case graph.Sentences:
		return paragraphs(t, rows, t.sentence)
	case graph.Entities:
		return paragraphs(t, rows, t.entity)
	}
	return fmt.Errorf("no way to write %T", a.Rows)
}

func (t Terminal) counterparts(rows graph.Counterparts) error {
	table := Table{Columns: []Column{
		{Title: "id"}, {Title: "meetings", Right: true}, {Title: "documents", Right: true}, {Title: "sources", Right: true},
		{Title: "first"}, {Title: "last"}, {Title: "name"}, {Title: "arabic"},
	}}
	for _, r := range rows {
		table.Rows = append(table.Rows, []string{
			r.Entity, strconv.Itoa(r.Meetings), strconv.Itoa(r.Documents), strconv.Itoa(r.Sources),
			or(r.First, "-"), or(r.Last, "-"), r.Name, other(r.EntityRef),
		})
	}
	return t.Write(table)
}

func (t Terminal) neighbours(rows graph.Neighbours) error {
	table := Table{Columns: []Column{
		{Title: "id"}, {Title: "type"}, {Title: "sentences", Right: true}, {Title: "documents", Right: true},
		{Title: "first"}, {Title: "last"}, {Title: "name"}, {Title: "arabic"},
	}}
	for _, r := range rows {
		table.Rows = append(table.Rows, []string{
			r.Entity, string(r.Type), strconv.Itoa(r.Sentences), strconv.Itoa(r.Documents),
			or(r.First, "-"), or(r.Last, "-"), r.Name, other(r.EntityRef),
		})
	}
	return t.Write(table)
}

// other is the Arabic name where it is not the only one: somebody nobody listed
// has the name he has in the text.
func other(e graph.EntityRef) string {
	if e.NameAr == e.Name {
		return ""
	}
	return e.NameAr
}

// paragraphs writes the rows one under the other with an empty line between.
func paragraphs[Row any](t Terminal, rows []Row, write func(*bufio.Writer, *Row)) error {
	out := bufio.NewWriter(t.Out)
	for i := range rows {
		if i > 0 {
			out.WriteByte('\n')
		}
		write(out, &rows[i])
	}
	return out.Flush()
}

// sentence writes where a sentence stands and, alone on its line, the sentence.
func (t Terminal) sentence(out *bufio.Writer, q *graph.Quote) {
	fmt.Fprintf(out, "%s  %s\n", or(q.Published, "no date"), t.paint(bold, t.paper(q.Source, q.Document)))
	if q.URL != "" {
		fmt.Fprintf(out, "  %s\n", t.paint(dim, Clean(q.URL)))
	}
	fmt.Fprintf(out, "    %s\n", Clean(q.Quote))
}

// paper is where something stands: the paper, or the document where no paper is
// named.
func (t Terminal) paper(source, document string) string {
	if source == "" {
		return t.Name(document)
	}
	return t.Name(source)
}

// or is the text, or what stands for none.
func or(s *string, none string) string {
	if s == nil || *s == "" {
		return none
	}
	return Clean(*s)
}

// words turns an identifier such as in_person into words.
func words(s string) string { return strings.ReplaceAll(s, "_", " ") }
