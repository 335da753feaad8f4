package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"whomet/gazetteer"
	"whomet/graph"
	"whomet/graph/neo4j"
	"whomet/ner/analyze"
)

func (a *app) doctorCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "doctor",
		GroupID: "keep",
		Short:   "Look whether everything is in order: store, counts, gazetteer, terminal",
		Long: `Look whether the store can be reached, what it is and by what it was written, whether its
constraints are in force and what it counts is what its documents say, which gazetteer is
in force, and how this terminal shows Arabic. Status 3 with the reason when the store is
not in order.`,
		Example: `  whomet doctor
  whomet doctor --store neo4j://neo4j@localhost`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.doctor(cmd.Context()) },
	}
	addSettings(cmd.Flags(), "store", "data")
	return cmd
}

// finding writes one line of the doctor's.
func (a *app) finding(what, format string, args ...any) error {
	_, err := fmt.Fprintf(a.stdout, "%-12s %s\n", what, fmt.Sprintf(format, args...))
	return err
}

func (a *app) doctor(ctx context.Context) error {
	if err := a.doctorTerminal(); err != nil {
		return err
	}
	g, err := a.gazetteer()
	if err != nil {
		return err
	}
	if err := a.finding("gazetteer", "%s, %d entities, %d offices%s", g.Version, len(g.Entities), len(g.Offices), a.layerFlags()); err != nil {
		return err
	}
	if err := a.finding("rules", "%s", analyze.Version); err != nil {
		return err
	}
	s, err := a.store(ctx, g, true)
	if err != nil {
		_ = a.finding("store", "%s: not in order", redacted(a.cfg.Store)) // the error says more
		return err
	}
	defer s.Close()
	return a.doctorStore(ctx, g, s)
}

// doctorTerminal shows a line of both scripts, which only eyes can judge.
func (a *app) doctorTerminal() error {
	tty := "no terminal"
	if isTerminal(a.stdout) {
		tty = "a terminal (TERM=" + os.Getenv("TERM") + ")"
	}
	if err := a.finding("output", "%s, bidi %s", tty, a.cfg.Bidi); err != nil {
		return err
	}
	g, err := a.gazetteer()
	if err != nil {
		return err
	}
	for i := range g.Entities {
		if e := &g.Entities[i]; e.Type == gazetteer.Person && e.NameAr != "" {
			return a.finding("arabic", "%s | %s | read from the right, its letters joined? else try --bidi none or another terminal", a.terminal().Name(e.NameAr), e.Name)
		}
	}
	return nil
}

func (a *app) doctorStore(ctx context.Context, g *gazetteer.Gazetteer, s store) error {
	broken := func(err error) error {
		if ctx.Err() != nil {
			return interrupted("")
		}
		return storeFailure("", err)
	}
	kind := "SQLite file"
	if server, ok := s.(*neo4j.Store); ok {
		about, err := server.About(ctx)
		if err != nil {
			return broken(err)
		}
		kind = "Neo4j " + about.Version + " " + about.Edition
	}
	if err := a.finding("store", "%s: %s", redacted(a.cfg.Store), kind); err != nil {
		return err
	}
	stamp, err := s.Stamp(ctx)
	if err != nil {
		return broken(err)
	}
	current := "as in force"
	if stamp.Gazetteer != g.Version || stamp.Pipeline != analyze.Version {
		current = "not as in force: whomet retag reads its documents again"
	}
	if err := a.finding("stamp", "schema %d, gazetteer %s, rules %s: %s", stamp.Schema, stamp.Gazetteer, stamp.Pipeline, current); err != nil {
		return err
	}
	unsound, err := s.Check(ctx)
	if err != nil {
		return broken(err)
	}
	if len(unsound) == 0 {
		unsound = nil
		if err := a.finding("structure", "constraints and indexes in force"); err != nil {
			return err
		}
	}
	r, err := s.Read(ctx)
	if err != nil {
		return broken(err)
	}
	defer r.Close()
	want := graph.Expected{Stamp: stamp, Gazetteer: g, Hashes: true}
	if stamp.Gazetteer != g.Version {
		want.Gazetteer = nil
	}
	v, err := graph.Verify(r, want)
	if err != nil {
		return broken(err)
	}
	err = a.finding("counts", "%s, %s, %s, %s, %s: %s that differ when counted again", plural(v.Documents, "document"), plural(v.Reports, "report"),
		plural(v.Meetings, "meeting"), plural(v.Edges, "edge"), plural(v.CoMentions, "pair"), plural(len(v.Faults), "thing"))
	if err != nil {
		return err
	}
	if n := len(unsound) + len(v.Faults); n > 0 {
		first := strings.Join(unsound, "; ")
		if first == "" {
			first = v.Faults[0].What + " " + v.Faults[0].ID + ": " + v.Faults[0].Says
		}
		return storeFailure("whomet verify, which names every fault", errors.New("the store is not in order: "+first))
	}
	return nil
}
