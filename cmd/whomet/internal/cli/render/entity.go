package render

import (
	"bufio"
	"fmt"
	"strings"

	"whomet/gazetteer"
	"whomet/graph"
)

// entity writes what a store and its gazetteer know of somebody.
func (t Terminal) entity(out *bufio.Writer, e *graph.EntityRow) {
	t.heading(out, e.EntityRef)
	var is []string
	for _, s := range []string{e.ISO, e.Kind} {
		if s != "" {
			is = append(is, s)
		}
	}
	if !e.Listed {
		is = append(is, "not in the gazetteer")
	}
	t.field(out, "is", strings.Join(is, ", "))
	for i, n := range e.Names {
		t.field(out, label("names", i), t.Name(n))
	}
	for i, o := range e.Offices {
		t.field(out, label("offices", i), t.office(o))
	}
	t.field(out, "mentions", fmt.Sprint(e.Mentions))
	t.field(out, "documents", fmt.Sprint(e.Documents)+between(e.First, e.Last))
	t.field(out, "meetings", fmt.Sprintf("%d held in person", e.Meetings))
	for i, a := range e.Ambiguous {
		t.field(out, label("unclear", i), fmt.Sprintf("%d times, %s", a.Mentions, t.Name(a.Text)))
	}
}

// Entity writes all that the gazetteer says of an entity, with file and line, and
// what its layers changed. Where there are any, layer names the one of each fact.
func (t Terminal) Entity(g *gazetteer.Gazetteer, e *gazetteer.Entity, layer func(gazetteer.Pos) string) error {
	at := gazetteer.Pos.String
	if g.Layered() {
		at = func(p gazetteer.Pos) string { return p.String() + " (" + layer(p) + ")" }
	}
	out := bufio.NewWriter(t.Out)
	t.heading(out, graph.EntityRef{Entity: e.ID, Type: e.Type, Name: e.Name, NameAr: e.NameAr})
	t.field(out, "iso", e.ISO)
	t.field(out, "kind", e.Kind)
	if c, ok := g.Entity(e.Country); ok {
		t.field(out, "country", c.Name+" ("+c.ID+")")
	}
	for i, w := range [][]string{e.Demonym.Adjective, e.Demonym.Nisba, e.Demonym.Feminine, e.Demonym.Plural} {
		for _, s := range w {
			t.field(out, []string{"adjective", "nisba", "feminine", "plural"}[i], t.Name(s))
		}
	}
	for i, l := range g.Listings(e.ID) {
		t.field(out, label("source", i), l.Source+", "+at(l.Pos))
	}
	for i, c := range g.Changes(e.ID) {
		t.field(out, label("changed", i), t.change(c, at))
	}
	for i, a := range e.Aliases {
		what := []string{a.Kind, a.Strength}
		if len(a.When) > 0 {
			what = append(what, "beside "+strings.Join(a.When, " or "))
		}
		if !a.From.Zero() || !a.To.Zero() {
			what = append(what, term(a.From.String(), a.To.String()))
		}
		t.field(out, label("aliases", i), fmt.Sprintf("%s, %s: %s", strings.Join(what, ", "), at(a.Pos), t.Name(a.Text)))
	}
	for i, o := range g.OfficesOf(e.ID) {
		row := graph.OfficeRow{Role: o.Role, Of: o.Of, OfName: o.Of, Scope: o.Scope, Acting: o.Acting}
		if of, ok := g.Entity(o.Of); ok {
			row.OfName = of.Name
		}
		row.From, row.To = text(o.From.String()), text(o.To.String())
		t.field(out, label("offices", i), t.office(row)+", "+at(o.Pos))
	}
	return out.Flush()
}

// change is what one layer did to a fact of another. What may be Arabic comes last
// or stands alone between marks of Latin text.
func (t Terminal) change(c gazetteer.Change, at func(gazetteer.Pos) string) string {
	if c.New == "" {
		return fmt.Sprintf("%s taken away by %s, from %s: %s", c.What, at(c.Pos), at(c.OldPos), t.Name(c.Old))
	}
	return fmt.Sprintf("%s by %s: %s, over %s: %s", c.What, at(c.Pos), t.Name(c.New), at(c.OldPos), t.Name(c.Old))
}

// heading is the first line of an entity.
func (t Terminal) heading(out *bufio.Writer, e graph.EntityRef) {
	line := fmt.Sprintf("%s  %s  %s  %s", Clean(e.Entity), e.Type, t.paint(bold, t.Name(e.Name)), t.Name(other(e)))
	fmt.Fprintln(out, strings.TrimRight(line, " "))
}

// field writes a labelled line; an empty value none.
func (t Terminal) field(out *bufio.Writer, name, value string) {
	if value != "" {
		fmt.Fprintf(out, "  %s  %s\n", t.paint(dim, fmt.Sprintf("%-9s", name)), value)
	}
}

// label names the first line of a list and leaves the others blank.
func label(name string, i int) string {
	if i > 0 {
		return ""
	}
	return name
}

// office is "foreign minister of Russia, 2004-03-09 to now".
func (t Terminal) office(o graph.OfficeRow) string {
	s := words(o.Role) + " of " + t.Name(o.OfName)
	if o.Scope != "" {
		s += " (" + t.Name(o.Scope) + ")"
	}
	if o.Acting {
		s = "acting " + s
	}
	return s + ", " + term(or(o.From, ""), or(o.To, ""))
}

// term is a half-open interval in words.
func term(from, to string) string {
	switch {
	case from == "" && to == "":
		return "dates unknown"
	case to == "":
		return "since " + from
	case from == "":
		return "until " + to
	}
	return from + " until " + to
}

func between(first, last *string) string {
	switch {
	case first == nil || last == nil:
		return ""
	case *first == *last:
		return ", " + *first
	}
	return ", " + *first + " to " + *last
}

func text(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
