package neo4j

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Table is the rows of a statement as plain values: nil, bool, int64, float64,
// string, []any and map[string]any. A day is its ISO text; a node is a map of its
// labels and properties, a relationship of its type and properties.
type Table struct {
	Columns []string
	Rows    [][]any
}

// harmless are the procedures that a statement to be run may call.
var harmless = []string{"db.index.fulltext.queryNodes", "db.labels", "db.relationshipTypes", "db.propertyKeys", "db.schema.visualization", "db.schema.nodeTypeProperties", "db.schema.relTypeProperties"}

// Run runs a statement that somebody wrote, if the server's plan for it only
// reads: no writing, no LOAD CSV, which could fetch from anywhere, and none but the
// harmless procedures. It then runs in a transaction that the server lets only
// read. Errors: ErrWrites; ErrStatement for one that the server does not understand.
func (s *Store) Run(ctx context.Context, st Statement) (*Table, error) {
	table := &Table{}
	err := s.readTx(ctx, "run", func(t *tx) error {
		if err := t.reads(st); err != nil {
			return err
		}
		result, err := t.ManagedTransaction.Run(t.ctx, st.Text, st.Params)
		if err != nil {
			return err
		}
		table.Columns, err = result.Keys()
		if err != nil {
			return err
		}
		table.Rows = [][]any{}
		for result.Next(t.ctx) {
			table.Rows = append(table.Rows, apply(result.Record().Values, plain))
		}
		return result.Err()
	})
	return table, err
}

// ErrStatement says that a statement is no good Cypher.
var ErrStatement = errors.New("the statement is faulty")

// reads asks the server for its plan and refuses one that does more than read.
func (t *tx) reads(st Statement) error {
	result, err := t.ManagedTransaction.Run(t.ctx, "EXPLAIN "+st.Text, st.Params)
	if err != nil {
		return err
	}
	summary, err := result.Consume(t.ctx)
	if err != nil {
		return err
	}
	if kind := summary.StatementType(); kind != neo4j.StatementTypeReadOnly || summary.Plan() == nil {
		return fmt.Errorf("%w: the server takes it for one that may write", ErrWrites)
	}
	all, err := operators(summary.Plan())
	if err != nil {
		return fmt.Errorf("%w: %w", ErrWrites, err)
	}
	for o := range all {
		if !o.harmless() {
			return fmt.Errorf("%w: %s %s", ErrWrites, o.name, o.details)
		}
	}
	return nil
}

// harmless reports whether a step of a plan that only reads does no more than that.
func (o operator) harmless() bool {
	switch {
	case o.name == "LoadCSV", strings.HasPrefix(o.name, "Terminate"), o.name == "TransactionForeach", o.name == "TransactionApply":
		return false
	case o.name == "ProcedureCall":
		return slices.ContainsFunc(harmless, func(name string) bool { return strings.HasPrefix(o.details, name+"(") })
	}
	return true
}

// plain is a value of the driver as a Table holds it.
func plain(v any) any {
	switch v := v.(type) {
	case neo4j.Node:
		return map[string]any{"labels": apply(v.Labels, func(s string) any { return s }), "properties": plain(v.Props)}
	case neo4j.Relationship:
		return map[string]any{"type": v.Type, "properties": plain(v.Props)}
	case neo4j.Path:
		steps := []any{}
		for i, n := range v.Nodes {
			steps = append(steps, plain(n))
			if i < len(v.Relationships) {
				steps = append(steps, plain(v.Relationships[i]))
			}
		}
		return steps
	case map[string]any:
		out := make(map[string]any, len(v))
		for key, value := range v {
			out[key] = plain(value)
		}
		return out
	case []any:
		return apply(v, plain)
	case nil, bool, int64, float64, string:
		return v
	}
	return fmt.Sprint(v) // days, times, points
}
