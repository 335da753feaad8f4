package neo4j

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"whomet/gazetteer"
	"whomet/graph"
)

// params are the parameters of a statement.
type params = map[string]any

// tx is one transaction. What it does may be done again from the start, in
// another transaction, when the server asks for it.
type tx struct {
	ctx context.Context
	neo4j.ManagedTransaction
}

// each runs a statement by the name of its file and calls f for every row.
func (t *tx) each(name string, p params, f func(row) error) error {
	result, err := t.Run(t.ctx, statement(name), p)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for result.Next(t.ctx) {
		if err := f(row{result.Record()}); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	if err := result.Err(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// exec runs a statement for what it does.
func (t *tx) exec(name string, p params) error {
	result, err := t.Run(t.ctx, statement(name), p)
	if err == nil {
		_, err = result.Consume(t.ctx)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// longest bounds a transaction on the server, where a client may have gone without
// a word.
const longest = 10 * time.Minute

func (s *Store) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	return s.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: mode, DatabaseName: s.address.Database, BookmarkManager: s.bookmarks})
}

// readPatience is for a connection that broke since it was last used, not for a
// server that is gone: who asks a question wants to know that at once.
const readPatience = 3 * time.Second

// readTx runs f in a transaction that can only read. f may run several times.
func (s *Store) readTx(ctx context.Context, op string, f func(*tx) error) error {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer session.Close(context.WithoutCancel(ctx))
	err := persist(ctx, readPatience, func(int) error {
		_, err := session.ExecuteRead(ctx, func(m neo4j.ManagedTransaction) (any, error) { return nil, f(&tx{ctx, m}) }, neo4j.WithTxTimeout(longest))
		return err
	})
	return s.explain(ctx, op, err)
}

// writeTx runs f in a transaction; on an error nothing f did is kept. f may run
// several times: when the server asks for it, when it is gone and comes back, and
// when the answer to a COMMIT is lost. In that last case what f did may be there
// already; attempt tells how often that may have happened before.
func (s *Store) writeTx(ctx context.Context, op string, f func(t *tx, attempt int) error) error {
	if s.readOnly {
		return fmt.Errorf("%s: %s: %w: it was opened for questions only", s.address, op, graph.ErrReadOnly)
	}
	select {
	case <-s.writing:
		defer func() { s.writing <- struct{}{} }()
	case <-ctx.Done():
		return s.explain(ctx, op, ctx.Err())
	}
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer session.Close(context.WithoutCancel(ctx))
	err := persist(ctx, s.patience, func(attempt int) error {
		_, err := session.ExecuteWrite(ctx, func(m neo4j.ManagedTransaction) (any, error) { return nil, f(&tx{ctx, m}, attempt) },
			neo4j.WithTxTimeout(longest))
		return err
	})
	return s.explain(ctx, op, err)
}

// persist does something again while the server calls its failure passing or is
// gone, until patience is over. The driver would do so too, but with pauses that
// double without end, and never for a COMMIT whose answer is lost.
func persist(ctx context.Context, patience time.Duration, do func(attempt int) error) error {
	pause := 50 * time.Millisecond
	for start, attempt := time.Now(), 0; ; attempt++ {
		err := do(attempt)
		if err == nil || ctx.Err() != nil || !passing(err) || time.Since(start) > patience {
			return err
		}
		select {
		case <-time.After(pause + rand.N(pause)): // two that got into each other's way do not meet again
		case <-ctx.Done():
		}
		pause = min(2*pause, time.Second)
	}
}

// passing reports whether a failure may be gone when the same is done again.
func passing(err error) bool {
	var server *neo4j.Neo4jError
	return lost(err) || errors.As(short(err), &server) && strings.HasPrefix(server.Code, "Neo.TransientError.")
}

// lost reports whether the connection broke, so that it may not be known what
// became of the transaction. The driver gives up trying again (a limit) only on
// that and on what the server said; a message that ends in its midst it passes on
// as it is.
func lost(err error) bool {
	var server *neo4j.Neo4jError
	var connectivity *neo4j.ConnectivityError
	var limit *neo4j.TransactionExecutionLimit
	return errors.As(err, &connectivity) || errors.Is(err, io.ErrUnexpectedEOF) || errors.As(err, &limit) && !errors.As(short(err), &server)
}

// row is one row of a result.
type row struct{ *neo4j.Record }

func (r row) value(column string) any {
	v, ok := r.Get(column)
	if !ok {
		panic("no column " + column) // the statements are ours
	}
	return v
}

// text is a column of text; "" where there is none.
func (r row) text(column string) string { return textOf(r.value(column)) }

// number is a column of numbers; 0 where there is none.
func (r row) number(column string) int { return numberOf(r.value(column)) }

func (r row) list(column string) []any {
	list, _ := r.value(column).([]any)
	return list
}

func textOf(v any) string {
	s, _ := v.(string)
	return s
}

func numberOf(v any) int {
	n, _ := v.(int64)
	return int(n)
}

func textsOf(v any) []string {
	list, _ := v.([]any)
	out := make([]string, len(list))
	for i, e := range list {
		out[i] = textOf(e)
	}
	return out
}

func numbersOf(v any) []int {
	list, _ := v.([]any)
	out := make([]int, len(list))
	for i, e := range list {
		out[i] = numberOf(e)
	}
	return out
}

func dayOf(v any) gazetteer.Day {
	d, ok := v.(neo4j.Date)
	if !ok {
		return 0
	}
	t := d.Time()
	return gazetteer.DayOf(t.Year(), t.Month(), t.Day())
}

// date is a day as the server wants it, or nothing.
func date(d gazetteer.Day) any {
	if d == 0 {
		return nil
	}
	return neo4j.DateOf(d.Time())
}

// some is text that is left out where it is empty.
func some(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// unique is the values sorted, each once.
func unique(values []string) []string {
	out := slices.Compact(slices.Sorted(slices.Values(values)))
	if out == nil {
		return []string{}
	}
	return out
}
