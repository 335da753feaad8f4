package export

import (
	"encoding/csv"
	"fmt"
	"strings"
)

// constraints are what the import does not make: every id once, and the names to
// be searched.
func constraints() []string {
	var all []string
	for _, label := range []string{inEntity, inDocument, inMeeting, "Whomet"} {
		all = append(all, fmt.Sprintf("CREATE CONSTRAINT %s_id IF NOT EXISTS FOR (n:%s) REQUIRE n.id IS UNIQUE", strings.ToLower(label), label))
	}
	for _, kind := range []string{"MET_WITH", "SPOKE_WITH", "ATTENDED_WITH", "CO_MENTIONED"} {
		all = append(all, fmt.Sprintf("CREATE CONSTRAINT %s_pair IF NOT EXISTS FOR ()-[r:%s]-() REQUIRE r.pair_id IS UNIQUE", strings.ToLower(kind), kind))
	}
	return append(all,
		"CREATE CONSTRAINT reports_id IF NOT EXISTS FOR ()-[r:REPORTS]-() REQUIRE r.id IS UNIQUE",
		"CREATE FULLTEXT INDEX entity_names IF NOT EXISTS FOR (e:Entity) ON EACH [e.name, e.name_ar]")
}

// neo4jAdmin writes a file of nodes a kind and one of relationships a kind, each
// with its header in its first line, and schema.cypher with the constraints and
// the command. Lists of ids are left out of the header's care: an id holds no ";".
func neo4jAdmin(g *Graph, d *folder) error {
	kinds, relations := g.propertyGraph()
	command := []string{"neo4j-admin database import full neo4j --multiline-fields=true --array-delimiter=';'"}
	for _, n := range kinds {
		name := strings.ToLower(n.labels[len(n.labels)-1])
		command = append(command, fmt.Sprintf("--nodes=%s=%s.csv", strings.Join(n.labels, ":"), name))
		header := []string{"id:ID(" + n.labels[0] + ")"}
		for _, c := range n.columns[1:] {
			header = append(header, c.header())
		}
		err := d.bulk(name, header, func(write func([]string) error) error {
			return n.rows(func(values []any) error { return write(cells(values)) })
		})
		if err != nil {
			return err
		}
	}
	for _, l := range relations {
		name := strings.ToLower(l.kind)
		command = append(command, fmt.Sprintf("--relationships=%s=%s.csv", l.kind, name))
		header := []string{":START_ID(" + l.from + ")", ":END_ID(" + l.to + ")"}
		for _, c := range l.columns {
			header = append(header, c.header())
		}
		err := d.bulk(name, header, func(write func([]string) error) error {
			return l.rows(func(from, to string, values []any) error { return write(append([]string{from, to}, cells(values)...)) })
		})
		if err != nil {
			return err
		}
	}
	return d.file("schema.cypher", func(o *out) error {
		o.printf("// Import these files into an empty database, in this folder:\n//\n//   %s\n//\n// then run this script (cypher-shell -f schema.cypher).\n\n",
			strings.Join(command, " \\\n//     "))
		for _, c := range constraints() {
			o.printf("%s;\n", c)
		}
		return nil
	})
}

func (c column) header() string {
	if c.typ == "" {
		return c.name
	}
	return c.name + ":" + c.typ
}

func (d *folder) bulk(name string, header []string, rows func(write func([]string) error) error) error {
	return d.file(name+".csv", func(o *out) error {
		w := csv.NewWriter(o)
		if err := w.Write(header); err != nil {
			return err
		}
		if err := rows(w.Write); err != nil {
			return err
		}
		w.Flush()
		return w.Error()
	})
}
