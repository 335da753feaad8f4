package cli

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"whomet/cmd/whomet/internal/cli/render"
	"whomet/gazetteer"
	"whomet/graph"
	"whomet/graph/ask"
	"whomet/graph/neo4j"
)

func (a *app) queriesCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "queries",
		GroupID: "ask",
		Short:   "Explore a Neo4j store with Cypher: shipped queries, or your own",
		Long: `Explore a store in Neo4j beyond the questions: a dozen queries to begin with, each a file
of Cypher to read, run and change, and your own, read-only.`,
		Example: `  whomet queries list
  whomet queries show bridge
  whomet queries run bridge --param one=Russia --param other="United States" --store neo4j://neo4j@localhost`,
		Args: subcommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.queriesListCommand(), a.queriesShowCommand(), a.queriesRunCommand())
	return cmd
}

func (a *app) queriesListCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "list",
		Short:   "The shipped queries, each with what it shows",
		Example: `  whomet queries list`,
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			table := render.Table{Columns: []render.Column{{Title: "query"}, {Title: "shows"}}}
			for _, q := range neo4j.Queries() {
				table.Rows = append(table.Rows, []string{q.Name, q.Shows})
			}
			return a.terminal().Write(table)
		},
	}
}

func (a *app) queriesShowCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "show NAME",
		Short:   "The Cypher of a shipped query, ready to paste into Neo4j Browser",
		Example: `  whomet queries show itinerary`,
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			q, err := shipped(args[0])
			if err != nil {
				return err
			}
			st, err := q.Statement(nil)
			if err != nil {
				return err
			}
			_, err = io.WriteString(a.stdout, st.Script())
			return err
		},
	}
}

// shipped is the shipped query of that name.
func shipped(name string) (neo4j.Query, error) {
	all := neo4j.Queries()
	var names []string
	for _, q := range all {
		if q.Name == name {
			return q, nil
		}
		names = append(names, q.Name)
	}
	return neo4j.Query{}, misuse("whomet queries list", "there is no query %q%s", name, meant(nearest(name, names)))
}

func (a *app) queriesRunCommand() *cobra.Command {
	var values []string
	var asJSON, asCSV bool
	cmd := &cobra.Command{
		Use:   "run NAME|FILE",
		Short: "Run a shipped query or a file of your own, read-only",
		Long: `Run a shipped query, or a file of Cypher that you wrote (its name holds a dot or a slash; - is
standard input). A statement that would write, load files or call procedures is refused:
the server is asked for its plan first, and then runs it in a transaction that only reads.

A parameter of a shipped query that means somebody takes a name as the questions do. In a
file of your own, comment lines at the head declare parameters:
  // $person id = Q58217: the person
  // $from day = : first day, or none           (kinds: id, day, number, text)`,
		Example: `  whomet queries run months --store neo4j://neo4j@localhost
  whomet queries run itinerary --param person=Lavrov --json
  whomet queries run own.cypher --csv`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if asJSON && asCSV {
				return misuse("one of them", "--json and --csv exclude each other")
			}
			table, err := a.runQuery(cmd.Context(), args[0], values)
			if err != nil {
				return err
			}
			switch {
			case asJSON:
				err = a.tableAsJSON(args[0], table)
			case asCSV:
				err = tableAsCSV(a.stdout, table)
			default:
				err = a.terminal().Write(asRendered(table))
			}
			if err == nil && len(table.Rows) == 0 {
				return nothing("whomet queries show "+quoted(args[0])+", for what it looks for and its parameters", "no rows")
			}
			return err
		},
	}
	cmd.Flags().StringArrayVar(&values, "param", nil, "a parameter, such as person=Lavrov; repeatable")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object (schema whomet.rows/1)")
	cmd.Flags().BoolVar(&asCSV, "csv", false, "print CSV")
	addSettings(cmd.Flags(), "store", "data")
	return cmd
}

// query is the shipped query or the file that name means.
func (a *app) query(name string) (neo4j.Query, error) {
	if name != "-" && !strings.ContainsAny(name, `./\`) {
		return shipped(name)
	}
	var text []byte
	var err error
	if name == "-" {
		text, err = io.ReadAll(a.stdin)
	} else {
		text, err = os.ReadFile(name)
	}
	if err != nil {
		return neo4j.Query{}, misuse("whomet queries list, for the shipped ones", "%w", err)
	}
	q, err := neo4j.ParseQuery(name, strings.TrimSuffix(strings.TrimSpace(string(text)), ";"))
	if err != nil {
		return q, misuse("whomet queries run --help", "%w", err)
	}
	return q, nil
}

func (a *app) runQuery(ctx context.Context, name string, typed []string) (*neo4j.Table, error) {
	q, err := a.query(name)
	if err != nil {
		return nil, err
	}
	if !isAddress(a.cfg.Store) {
		return nil, misuse("--store neo4j://user@host:7687/database (whomet copy --from "+quoted(a.cfg.Store)+" --to neo4j://… fills one)",
			"Cypher runs in Neo4j, and --store %s is a file", a.cfg.Store)
	}
	g, err := a.gazetteer()
	if err != nil {
		return nil, err
	}
	s, err := a.server(ctx, a.cfg.Store, neo4j.Options{ReadOnly: true, Gazetteer: g})
	if err != nil {
		return nil, err
	}
	defer s.Close()
	values, err := namedValues(ctx, g, s, q, typed)
	if err != nil {
		return nil, err
	}
	st, err := q.Statement(values)
	if err != nil {
		return nil, misuse("whomet queries show "+quoted(name), "--param %w", err)
	}
	table, err := s.Run(ctx, st)
	switch {
	case err == nil:
		return table, nil
	case ctx.Err() != nil:
		return nil, interrupted("")
	case errors.Is(err, neo4j.ErrWrites), errors.Is(err, neo4j.ErrStatement):
		return nil, misuse("a statement that only reads (MATCH … RETURN …)", "%s: %w", name, err)
	}
	return nil, storeFailure("", err)
}

// namedValues reads NAME=VALUE, and where a parameter means somebody finds whom.
func namedValues(ctx context.Context, g *gazetteer.Gazetteer, find ask.Finder, q neo4j.Query, typed []string) (map[string]string, error) {
	values := map[string]string{}
	r := ask.New(g, find)
	for _, t := range typed {
		name, value, ok := strings.Cut(t, "=")
		if !ok {
			return nil, misuse("--param person=Lavrov", "--param %q is not NAME=VALUE", t)
		}
		i := slices.IndexFunc(q.Params, func(p neo4j.Param) bool { return p.Name == name })
		if i >= 0 && q.Params[i].Kind == "id" {
			ids, err := r.Resolve(ctx, value, 0, graph.Who)
			if err != nil {
				return nil, unresolved(err)
			}
			value = ids[0]
		}
		values[name] = value
	}
	return values, nil
}

func (a *app) tableAsJSON(name string, t *neo4j.Table) error {
	rows := make([]map[string]any, len(t.Rows))
	for i, row := range t.Rows {
		rows[i] = map[string]any{}
		for j, column := range t.Columns {
			rows[i][column] = row[j]
		}
	}
	return a.writeJSON(struct {
		Schema  string           `json:"schema"`
		Query   string           `json:"query"`
		Columns []string         `json:"columns"`
		Rows    []map[string]any `json:"rows"`
	}{"whomet.rows/1", name, t.Columns, rows})
}

func tableAsCSV(w io.Writer, t *neo4j.Table) error {
	out := csv.NewWriter(w)
	_ = out.Write(t.Columns) // errors are kept until the end
	for _, row := range t.Rows {
		cells := make([]string, len(row))
		for i, v := range row {
			cells[i] = cell(v)
		}
		_ = out.Write(cells)
	}
	out.Flush()
	return out.Error()
}

func asRendered(t *neo4j.Table) render.Table {
	out := render.Table{}
	for i, column := range t.Columns {
		number := slices.ContainsFunc(t.Rows, func(row []any) bool { _, ok := row[i].(int64); return ok })
		out.Columns = append(out.Columns, render.Column{Title: column, Right: number && i < len(t.Columns)-1})
	}
	for _, row := range t.Rows {
		cells := make([]string, len(row))
		for i, v := range row {
			cells[i] = cell(v)
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}

// cell is a value as a table shows it: a list of plain values with commas, what is
// not plain as JSON.
func cell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case []any:
		words := make([]string, len(v))
		for i, e := range v {
			words[i] = cell(e)
		}
		return strings.Join(words, ", ")
	case map[string]any:
		line, err := marshal(v)
		if err != nil {
			return fmt.Sprint(v)
		}
		return strings.TrimSpace(string(line))
	}
	return fmt.Sprint(v)
}
