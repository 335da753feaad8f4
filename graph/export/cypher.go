package export

import (
	"fmt"
	"strconv"
	"strings"

	"whomet/gazetteer"
)

// batch is how many rows one statement of the script is given.
const batch = 500

// cypher is a script that makes the graph, or brings one that the same script
// made before up to date: constraints first, then MERGE in batches, each in a
// transaction of its own. The rows are a parameter, so that a statement is planned
// once and not for each of its batches, and hold plain literals only: cypher-shell
// reads those itself, but lets the server plan a list with a date() in it as an
// expression.
func cypher(g *Graph, o *out) error {
	o.printf("// %s, gazetteer %s, pipeline %s\n", Schema, g.Stamp.Gazetteer, g.Stamp.Pipeline)
	o.printf("// cypher-shell --fail-fast -f FILE\n\n")
	for _, c := range constraints() {
		o.printf("%s;\n", c)
	}
	o.printf("CALL db.awaitIndexes(300);\n")
	kinds, relations := g.propertyGraph()
	for _, n := range kinds {
		s := &statement{out: o, end: fmt.Sprintf("MERGE (n:%s {id: row.id})\nSET n = row%s", n.labels[0], dates("n", "row", n.columns))}
		for _, label := range n.labels[1:] {
			s.end += ", n:" + label
		}
		if err := n.rows(func(values []any) error { s.add(properties(n.columns, values)); return nil }); err != nil {
			return err
		}
		s.close()
	}
	for _, l := range relations {
		key := ""
		if l.key != "" {
			key = fmt.Sprintf(" {%s: row.of.%[1]s}", l.key)
		}
		s := &statement{out: o, end: fmt.Sprintf("MATCH (a:%s {id: row.a})\nMATCH (b:%s {id: row.b})\nMERGE (a)-[r:%s%s]->(b)\nSET r = row.of%s",
			l.from, l.to, l.kind, key, dates("r", "row.of", l.columns))}
		err := l.rows(func(from, to string, values []any) error {
			s.add("{a: " + literal(from) + ", b: " + literal(to) + ", of: " + properties(l.columns, values) + "}")
			return nil
		})
		if err != nil {
			return err
		}
		s.close()
	}
	return nil
}

// dates makes days of the ISO days in a row.
func dates(to, from string, columns []column) string {
	var set strings.Builder
	for _, c := range columns {
		if c.typ == "date" {
			fmt.Fprintf(&set, ", %s.`%s` = date(%s.`%[2]s`)", to, c.name, from)
		}
	}
	return set.String()
}

// statement collects rows and writes them batch by batch.
type statement struct {
	out *out
	end string // what is done with each row
	n   int
}

func (s *statement) add(row string) {
	if s.n == 0 {
		s.out.printf("\n:param rows => [")
	} else {
		s.out.printf(", ")
	}
	s.out.WriteString(row)
	if s.n++; s.n == batch {
		s.close()
	}
}

func (s *statement) close() {
	if s.n > 0 {
		s.out.printf("]\nUNWIND $rows AS row\n%s;\n", s.end)
		s.n = 0
	}
}

// properties is a map of what is not empty.
func properties(columns []column, values []any) string {
	var parts []string
	for i, c := range columns {
		if v := literal(values[i]); v != "" {
			parts = append(parts, "`"+c.name+"`: "+v) // some names are words of Cypher
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// literal is a value in Cypher, "" for none; a day is a string.
func literal(v any) string {
	switch v := v.(type) {
	case string:
		if v == "" {
			return ""
		}
		return quote(v)
	case int:
		return strconv.Itoa(v)
	case bool:
		return strconv.FormatBool(v)
	case gazetteer.Day:
		if v == 0 {
			return ""
		}
		return quote(v.String())
	case []int:
		parts := make([]string, len(v))
		for i, n := range v {
			parts[i] = strconv.Itoa(n)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case []string:
		parts := make([]string, len(v))
		for i, s := range v {
			parts[i] = quote(s)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	panic(fmt.Sprintf("no literal for %T", v)) // the columns are ours
}

// quote is a string literal. A line of the script that begins with a colon would
// be a command to cypher-shell, so line breaks are written as escapes; bytes
// that are no UTF-8 become U+FFFD.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('\'')
	for _, r := range s {
		switch {
		case r == '\'' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7f || r == 0x85 || r == 0x2028 || r == 0x2029:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('\'')
	return b.String()
}
