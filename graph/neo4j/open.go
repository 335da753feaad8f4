package neo4j

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"whomet/graph"
)

// oldest is the oldest server that knows the Cypher of the statements.
var oldest = [2]int{5, 26}

// open looks at the server and the database, and makes a new store of an empty one.
func (s *Store) open(ctx context.Context) error {
	if err := s.reach(ctx); err != nil {
		return err
	}
	nodes, have, err := s.look(ctx)
	switch {
	case err != nil:
		return err
	case have.Schema == SchemaVersion && s.readOnly:
		return nil
	case have.Schema == SchemaVersion:
		return s.constrain(ctx)
	case have.Schema != 0:
		return &SchemaError{Store: s.address.String(), Have: have.Schema}
	case nodes > 0:
		return fmt.Errorf("%s: %w: the database holds something else; name another one", s.address, graph.ErrNotStore)
	case s.readOnly:
		return fmt.Errorf("%s: %w: the database is empty: ingest some documents first (whomet ingest)", s.address, graph.ErrNotFound)
	}
	if err := s.constrain(ctx); err != nil {
		return err
	}
	return s.writeTx(ctx, "make a new store", func(t *tx, _ int) error {
		if err := t.exec("store/set_stamp", stampParams(s.stamp)); err != nil {
			return err
		}
		return (&batch{Store: s, tx: t}).list()
	})
}

// SchemaError says that a store was laid out by another version of whomet.
type SchemaError struct {
	Store string
	Have  int
}

func (e *SchemaError) Error() string {
	return fmt.Sprintf("%s: laid out by another whomet (schema %d, this one knows %d): use that version, or empty the database (MATCH (n) DETACH DELETE n) and ingest again",
		e.Store, e.Have, SchemaVersion)
}

func stampParams(st graph.Stamp) params {
	return params{"schema": st.Schema, "gazetteer": st.Gazetteer, "pipeline": st.Pipeline}
}

// reach waits for the server's first answer, and not for long.
func (s *Store) reach(ctx context.Context) error {
	ctx, cancel := context.WithTimeoutCause(ctx, reach, fmt.Errorf("%w: no answer after %v: is it running, and does the address say where?", ErrUnreachable, reach))
	defer cancel()
	info, err := s.driver.GetServerInfo(ctx)
	if err != nil {
		return s.explain(ctx, "connect", err)
	}
	return s.checkVersion(info.Agent())
}

// checkVersion reads an agent such as "Neo4j/5.26.30".
func (s *Store) checkVersion(agent string) error {
	_, version, _ := strings.Cut(agent, "/")
	var have [2]int
	parts := strings.SplitN(version, ".", 3)
	for i := range min(len(parts), len(have)) {
		have[i], _ = strconv.Atoi(parts[i])
	}
	if slices.Compare(have[:], oldest[:]) < 0 {
		return fmt.Errorf("%s: %w: it is %s, and whomet wants Neo4j %d.%d or later", s.address, ErrOldServer, agent, oldest[0], oldest[1])
	}
	return nil
}

// look says what is in the database: how many nodes, and by what they were written.
func (s *Store) look(ctx context.Context) (nodes int, have graph.Stamp, err error) {
	ctx, cancel := context.WithTimeoutCause(ctx, reach, fmt.Errorf("%w: no answer after %v", ErrUnreachable, reach))
	defer cancel()
	// Not the driver's own retries: who misspelt a database is told at once.
	session := s.session(ctx, neo4j.AccessModeRead)
	defer session.Close(context.WithoutCancel(ctx))
	result, err := session.Run(ctx, statement("store/look"), nil)
	if err == nil {
		var record *neo4j.Record
		if record, err = result.Single(ctx); err == nil {
			r := row{record}
			have = graph.Stamp{Schema: r.number("schema"), Gazetteer: r.text("gazetteer"), Pipeline: r.text("pipeline")}
			return r.number("nodes"), have, nil
		}
	}
	return 0, have, s.explain(ctx, "look at the database", err)
}

// schema is what there has to be, by name: the statements of cypher/schema, which
// are named as what they make.
func schema() map[string]string {
	all := map[string]string{}
	for name, text := range statements {
		if base, ok := strings.CutPrefix(name, "schema/"); ok {
			all[base] = text
		}
	}
	return all
}

// constrain makes what is missing of constraints and indexes, and waits until
// they are in force.
func (s *Store) constrain(ctx context.Context) error {
	missing, err := s.missing(ctx)
	if err != nil || len(missing) == 0 {
		return err
	}
	for _, name := range missing {
		err := s.writeTx(ctx, "make "+name, func(t *tx, _ int) error { return t.exec("schema/"+name, nil) })
		if err != nil {
			return err
		}
	}
	if err := s.readTx(ctx, "wait for the indexes", func(t *tx) error { return t.exec("store/await_indexes", nil) }); err != nil {
		return err
	}
	if missing, err = s.missing(ctx); err == nil && len(missing) > 0 {
		err = fmt.Errorf("%s: %w: the server did not make %s", s.address, ErrRefused, strings.Join(missing, ", "))
	}
	return err
}

// missing names the constraints and indexes that are not there or not in force.
func (s *Store) missing(ctx context.Context) (names []string, err error) {
	err = s.readTx(ctx, "look at the schema", func(t *tx) error {
		want := schema()
		// An index of that name backs each constraint.
		err := t.each("store/indexes", nil, func(r row) error {
			if r.text("state") == "ONLINE" {
				delete(want, r.text("name"))
			}
			return nil
		})
		names = slices.Sorted(maps.Keys(want))
		return err
	})
	return names, err
}
