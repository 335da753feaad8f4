package suggest

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"whomet/gazetteer"
	"whomet/ner/fold"
)

// WriteTable writes suggestions as people.tsv of a layer, sorted by id, above each
// row as comments what is known of him. What cannot be a row as it stands is written
// as one behind "#": whoever has no id, and whoever may be a listed person, with
// the row for people-aliases.tsv that says so. The table passes the checks of the
// gazetteer; what is in it is for a reader to check.
func WriteTable(w io.Writer, g *gazetteer.Gazetteer, list []Suggestion) error {
	out := bufio.NewWriter(w) // keeps its first error for Flush
	fmt.Fprintln(out, "# People whom articles name and the gazetteer does not list. Check every row: keep, correct or delete it.")
	fmt.Fprintln(out, strings.Join([]string{"id", "country", "name_en", "name_ar", "source"}, "\t"))
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b Suggestion) int { return cmp.Compare(a.ID, b.ID) })
	for i := range list {
		s := &list[i]
		for _, line := range s.comments(g) {
			fmt.Fprintln(out, "# "+line)
		}
		row := s.row(g)
		if row[0] == "" || len(s.Like) > 0 {
			fmt.Fprint(out, "#")
		}
		fmt.Fprintln(out, strings.Join(row, "\t"))
	}
	return out.Flush()
}

// comments say what an analyst needs to judge a row.
func (s *Suggestion) comments(g *gazetteer.Gazetteer) (lines []string) {
	line := fmt.Sprintf("mentions %d, documents %d", s.Mentions, s.Documents)
	if t := s.Said(g); len(t) > 0 {
		line += "; " + strings.Join(t, ", ")
	}
	lines = append(lines, line, s.Sample.Text)
	if len(s.Spellings) > 1 {
		var other []string
		for _, c := range s.Spellings[1:] {
			other = append(other, c.Key)
		}
		lines = append(lines, "also written "+strings.Join(other, ", "))
	}
	if !s.Sure {
		lines = append(lines, "name_en and id are spelt from the Arabic letters: correct the vowels")
	}
	for _, id := range s.Like {
		name := id
		if e, ok := g.Entity(id); ok {
			name += " " + e.Name
		}
		lines = append(lines, "may be "+name+"; then this row is for people-aliases.tsv:",
			strings.Join([]string{id, s.Name, language(s.Name), "spelling", gazetteer.Weak, "", "", "", s.source()}, "\t"))
	}
	return lines
}

// row is the row of people.tsv.
func (s *Suggestion) row(g *gazetteer.Gazetteer) []string {
	country := s.Country
	if e, ok := g.Entity(country); ok && e.ISO != "" {
		country = e.ISO
	}
	ar := ""
	if language(s.Name) == "ar" {
		ar = writable(s.Spellings)
	}
	return []string{s.ID, country, s.Latin, ar, s.source()}
}

// writable is the first spelling that a table may hold, else the first without its
// vowel marks and such.
func writable(spellings []gazetteer.Count) string {
	for _, c := range spellings {
		if len(gazetteer.CheckText(gazetteer.Pos{}, "", "ar", c.Key)) == 0 {
			return c.Key
		}
	}
	return fold.String(spellings[0].Key)
}

func language(name string) string {
	if strings.ContainsFunc(name, arabic) {
		return "ar"
	}
	return "en"
}

// source is where the name was read.
func (s *Suggestion) source() string {
	return clean("read in " + strings.Join(slices.DeleteFunc([]string{s.Sample.Source, cmp.Or(s.Sample.URL, s.Sample.Document)}, func(w string) bool { return w == "" }), ", "))
}

// Said is the titles in words, most frequent first: "foreign minister of Finland (7)".
func (s *Suggestion) Said(g *gazetteer.Gazetteer) (list []string) {
	for _, t := range s.Titles {
		words := strings.ReplaceAll(t.Role, "_", " ")
		if words == "" {
			words = "title"
		}
		if t.Of != "" {
			of := t.Of
			if e, ok := g.Entity(of); ok {
				of = e.Name
			}
			words += " of " + of
		}
		list = append(list, fmt.Sprintf("%s (%d)", words, t.N))
	}
	return list
}
