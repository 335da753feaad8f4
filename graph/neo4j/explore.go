package neo4j

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"whomet/gazetteer"
)

// Query is a statement for exploring. Its file begins with what it shows, then a
// line for each parameter:
//
//	// Who bridged two countries: people who met office holders of both.
//	// $one id = Q159: the one country
//	MATCH …
type Query struct {
	Name   string
	Shows  string
	Params []Param
	Text   string // of the whole file
}

// Param is a parameter of a Query.
type Param struct {
	Name    string
	Kind    string // id (of an entity), day, number or text
	Default string // as it would be typed; "" of a day is none
	Says    string
}

// Queries are those that come with the program, by name.
func Queries() []Query {
	var all []Query
	for _, file := range slices.Sorted(maps.Keys(statements)) {
		if name, ok := strings.CutPrefix(file, "explore/"); ok {
			q, err := ParseQuery(name, statements[file])
			if err != nil {
				panic(err) // they are embedded, and tested
			}
			all = append(all, q)
		}
	}
	return all
}

// ParseQuery reads the comment at the head of a statement.
func ParseQuery(name, text string) (Query, error) {
	q := Query{Name: name, Text: strings.TrimSpace(text)}
	var shows []string
	for _, line := range strings.Split(q.Text, "\n") {
		says, comment := strings.CutPrefix(line, "//")
		says = strings.TrimSpace(says)
		if !comment {
			break
		}
		if !strings.HasPrefix(says, "$") {
			shows = append(shows, says)
			continue
		}
		head, what, _ := strings.Cut(says[1:], ": ")
		left, def, ok := strings.Cut(head, "=")
		fields := strings.Fields(left)
		if !ok || len(fields) != 2 || !slices.Contains([]string{"id", "day", "number", "text"}, fields[1]) {
			return q, fmt.Errorf("%s: %q is not  $name id|day|number|text = default: what it is", name, says)
		}
		q.Params = append(q.Params, Param{fields[0], fields[1], strings.TrimSpace(def), what})
	}
	q.Shows = strings.Join(shows, " ")
	return q, nil
}

// Statement is the query with values for its parameters, as they are typed; those
// that are not given have their defaults.
func (q Query) Statement(values map[string]string) (Statement, error) {
	st := Statement{Name: "explore/" + q.Name, Text: q.Text, Params: params{}}
	for _, p := range q.Params {
		value, given := values[p.Name]
		if !given {
			value = p.Default
		}
		var err error
		switch p.Kind {
		case "number":
			st.Params[p.Name], err = strconv.Atoi(value)
		case "day":
			var d gazetteer.Day
			if value != "" {
				d, err = gazetteer.ParseDay(value)
			}
			st.Params[p.Name] = date(d)
		default:
			st.Params[p.Name] = value
		}
		if err != nil {
			return st, fmt.Errorf("%s: %s is no %s: %w", p.Name, value, p.Kind, err)
		}
	}
	for name := range values {
		if !slices.ContainsFunc(q.Params, func(p Param) bool { return p.Name == name }) {
			return st, fmt.Errorf("%s has no parameter %s", q.Name, name)
		}
	}
	return st, nil
}
