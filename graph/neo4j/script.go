package neo4j

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"whomet/graph"
)

// Script is the Cypher that answers a question, with its parameters as :param
// lines before it: ready for Neo4j Browser and cypher-shell.
func Script(q graph.Question) (string, error) {
	if err := q.Check(); err != nil {
		return "", err
	}
	return statementOf(q).Script(), nil
}

// Script is the statement with its parameters as :param lines before it.
func (st Statement) Script() string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(st.Params)) {
		fmt.Fprintf(&b, ":param %s => %s\n", name, literal(st.Params[name]))
	}
	return b.String() + st.Text + ";\n"
}

// literal is a value as it is written in Cypher.
func literal(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case string:
		return quoted(v)
	case bool:
		return strconv.FormatBool(v)
	case int:
		return strconv.Itoa(v)
	case neo4j.Date:
		return "date('" + v.String() + "')"
	case []string:
		return "[" + strings.Join(apply(v, quoted), ", ") + "]"
	case [][]string:
		return "[" + strings.Join(apply(v, func(list []string) string { return literal(list) }), ", ") + "]"
	}
	panic(fmt.Sprintf("no literal for %T", v)) // parameters are ours
}

// quoted is text as a Cypher string on one line. Whatever could end the string or
// the line is escaped, and so is what could turn its order on a screen.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('\'')
	for _, r := range valid(s) {
		switch {
		case r == '\'' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == 0x2028 || r == 0x2029 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('\'')
	return b.String()
}
