package sqlite

import (
	"context"
	"database/sql"

	"whomet/gazetteer"
	"whomet/graph"
)

// Ask answers a question from one snapshot of the file.
func (s *Store) Ask(ctx context.Context, q graph.Question) (*graph.Answer, error) {
	if err := q.Check(); err != nil {
		return nil, err
	}
	tx, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, s.explain("ask", cause(ctx, err))
	}
	defer tx.Rollback()
	a := &asking{Store: s, ctx: ctx, tx: tx, q: q, answer: &graph.Answer{Question: q}}
	if err := a.coverage(); err != nil {
		return nil, s.explain("ask", cause(ctx, err))
	}
	ask := map[graph.QuestionKind]func() error{
		graph.Met: a.met, graph.Meetings: a.meetings, graph.Near: a.near, graph.Together: a.together,
		graph.Who: a.who, graph.Path: a.path, graph.Timeline: a.timeline,
	}[q.Kind]
	if err := ask(); err != nil {
		return nil, s.explain("ask", cause(ctx, err))
	}
	return a.answer, nil
}

// asking is one question being answered.
type asking struct {
	*Store
	ctx    context.Context
	tx     *sql.Tx
	q      graph.Question
	answer *graph.Answer
}

// each calls f for every row of a query with named parameters.
func (a *asking) each(f func(scan) error, query string, args []any) error {
	return each(a.ctx, a.tx, f, query, args...)
}

func (a *asking) coverage() error {
	c := &a.answer.Coverage
	var first, last sql.NullString
	err := a.tx.QueryRowContext(a.ctx, `
		SELECT (SELECT count(*) FROM document),
		       (SELECT count(DISTINCT source) FROM document WHERE source <> ''),
		       (SELECT min(published) FROM document), (SELECT max(published) FROM document)`).
		Scan(&c.Documents, &c.Sources, &first, &last)
	c.First, c.Last = text(first), text(last)
	return err
}

// text is the column, or nil for NULL.
func text(s sql.NullString) *string {
	if !s.Valid {
		return nil
	}
	return &s.String
}

// dates is how a meeting or report tells its days in an answer.
func dates(from, to sql.NullString) *string {
	if from == to || !from.Valid {
		return text(from)
	}
	s := from.String + "/" + to.String
	return &s
}

// keys finds entities by id; those the file does not know are left out.
func (a *asking) keys(ids []string) ([]int64, error) {
	var keys []int64
	err := a.each(func(scan scan) error {
		var key int64
		err := scan(&key)
		keys = append(keys, key)
		return err
	}, "SELECT DISTINCT e.key FROM json_each(?) j JOIN entity e ON e.id = j.value", []any{list(ids)})
	return keys, err
}

// bounds are the parameters every filter of days wants. :undated asks for what
// has no day instead.
func (a *asking) bounds(undated bool) []any {
	return []any{
		sql.Named("from", a.q.From.String()), sql.Named("to", a.q.To.String()),
		sql.Named("undated", undated), sql.Named("limit", limit(a.q.Limit)),
	}
}

// bounded reports whether the question leaves out what has no day.
func (a *asking) bounded() bool { return a.q.From != 0 || a.q.To != 0 }

func limit(n int) int {
	if n == 0 {
		return -1 // none, to SQLite
	}
	return n
}

// officers is a table of those who held an office of country :country, in SQL:
// the gazetteer knows them. since and until are ISO days, until not included, ”
// where it is not known or he is still in office.
const officers = `
officer (entity, since, until) AS MATERIALIZED (
  SELECT e.key, j.value->>1, j.value->>2 FROM json_each(:officers) j CROSS JOIN entity e ON e.id = j.value->>0)`

// officersOf is the parameter for it. Bodies of a country count as the country.
// A term whose ends are known to the month or year counts with all the days it
// may have had.
func (a *asking) officersOf(country string) []any {
	rows := [][3]string{}
	if country != "" {
		for _, o := range a.gazetteer.Offices {
			body, ok := a.gazetteer.Entity(o.Of)
			if o.Of == country || ok && body.Type == gazetteer.Organization && body.Country == country {
				rows = append(rows, [3]string{o.Person, o.From.First.String(), o.To.Last.String()})
			}
		}
	}
	return []any{sql.Named("country", country), sql.Named("officers", list(rows))}
}
