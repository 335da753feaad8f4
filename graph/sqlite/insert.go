package sqlite

import (
	"context"
	"database/sql"
	"strings"
)

// chunk is how many rows one statement inserts: enough that the rows, not the
// calls, are what costs.
const chunk = 64

// table names a table with the columns that inserter fills, in order.
type table struct {
	name    string
	columns int
}

var (
	entityTable            = table{"entity", 9}
	documentTable          = table{"document", 10}
	textTable              = table{"text", 2}
	givenNameTable         = table{"given_name", 5}
	mentionTable           = table{"mention", 5}
	ambiguousTable         = table{"ambiguous", 4}
	sentenceTable          = table{"sentence", 4}
	comentionTable         = table{"comention", 5}
	meetingTable           = table{"meeting", 14}
	participantTable       = table{"participant", 2}
	reportTable            = table{"report", 21}
	reportParticipantTable = table{"report_participant", 2}
	reportPairTable        = table{"report_pair", 6}

	tables = []table{
		entityTable, documentTable, textTable, givenNameTable, mentionTable, ambiguousTable, sentenceTable,
		comentionTable, meetingTable, participantTable, reportTable, reportParticipantTable, reportPairTable,
	}
)

func (t table) insert(rows int) string {
	row := "(?" + strings.Repeat(",?", t.columns-1) + ")"
	return "INSERT INTO " + t.name + " VALUES " + row + strings.Repeat(","+row, rows-1)
}

// statements are prepared once, on the only connection that writes.
type statements map[table]*sql.Stmt

func (s *Store) prepare(ctx context.Context) error {
	s.stmt = statements{}
	for _, t := range tables {
		stmt, err := s.write.PrepareContext(ctx, t.insert(chunk))
		if err != nil {
			return err
		}
		s.stmt[t] = stmt
	}
	return nil
}

// inserter collects rows for one table and writes them chunk by chunk.
type inserter struct {
	table table
	stmt  *sql.Stmt
	tx    *sql.Tx
	args  []any
}

func (s *Store) inserter(ctx context.Context, tx *sql.Tx, t table) *inserter {
	return &inserter{table: t, stmt: tx.StmtContext(ctx, s.stmt[t]), tx: tx, args: make([]any, 0, chunk*t.columns)}
}

// add takes one value for each column.
func (in *inserter) add(ctx context.Context, values ...any) error {
	in.args = append(in.args, values...)
	if len(in.args) < chunk*in.table.columns {
		return nil
	}
	_, err := in.stmt.ExecContext(ctx, in.args...)
	in.args = in.args[:0]
	return err
}

// flush writes what is left.
func (in *inserter) flush(ctx context.Context) error {
	if len(in.args) == 0 {
		return nil
	}
	_, err := in.tx.ExecContext(ctx, in.table.insert(len(in.args)/in.table.columns), in.args...)
	in.args = in.args[:0]
	return err
}
