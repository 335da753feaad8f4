package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"whomet/cmd/whomet/internal/cli/render"
	"whomet/graph"
	"whomet/ner"
	"whomet/ner/analyze"
)

func (a *app) retagCommand() *cobra.Command {
	var dryRun bool
	cmd := &cobra.Command{
		Use:     "retag",
		GroupID: "keep",
		Short:   "Read the store's documents again with the gazetteer and rules in force",
		Long: `Read those documents again that another gazetteer or other rules have read, from the text
in the store. Afterwards the store is what ingesting the documents into a new one would
make. An interrupted run is resumed by the same command.

--dry-run changes nothing and shows which documents would say something else (~), and
which meetings the store would lose (-), gain (+) or have otherwise (- and +).`,
		Example: `  whomet retag --dry-run
  whomet retag --gazetteer own/`,
		Args: cobra.NoArgs,
	}
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, "show what would change and change nothing")
	addSettings(cmd.Flags(), "store", "jobs", "batch", "quiet", "data")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return a.retag(cmd.Context(), dryRun) }
	return cmd
}

// retag reads stale documents again and writes them, or shows what that would
// change.
func (a *app) retag(ctx context.Context, dryRun bool) error {
	g, an, err := a.analyzer()
	if err != nil {
		return err
	}
	s, err := a.store(ctx, g, dryRun)
	if err != nil {
		return err
	}
	defer s.Close()
	r, err := s.Read(ctx)
	if err != nil {
		return a.cannotRead(ctx, err)
	}
	defer r.Close()

	run := &retagging{app: a, store: s, dryRun: dryRun, stamp: graph.Stamp{Gazetteer: g.Version, Pipeline: analyze.Version}}
	err = inOrder(ctx, a.cfg.Jobs,
		func(ctx context.Context, yield func(stale) error) error {
			return r.Documents(func(p *graph.Projection, read graph.Stamp) error {
				valid := read.Gazetteer == run.stamp.Gazetteer && read.Pipeline == run.stamp.Pipeline
				if valid && !dryRun {
					run.valid++
					return ctx.Err()
				}
				return yield(stale{stored: p, valid: valid})
			})
		},
		func(d stale) reread { return d.again(an.Document) },
		run.take)
	var fault *failure
	if !errors.As(err, &fault) && !dryRun { // what was read when ^C came is written too
		if wrote := run.write(); wrote != nil {
			err = wrote
		}
	}
	switch {
	case errors.As(err, &fault):
		return err
	case ctx.Err() != nil:
		return interrupted("the same command again: it goes on where it stopped")
	case err != nil:
		return storeFailure("", err)
	}
	if dryRun {
		err = run.show(r)
	} else if !a.cfg.Quiet {
		a.say("%s = %d read again (%d of them say something else) + %d as they should be + %d failed (%s)", plural(run.valid+run.again+run.failed, "document"),
			run.again, run.changed, run.valid, run.failed, redacted(a.cfg.Store))
	}
	if err == nil && run.failed > 0 {
		return said(statusPartly)
	}
	return err
}

// stale is a document on its way to be read again; valid ones are passed through
// so that a dry run knows all reports.
type stale struct {
	stored *graph.Projection
	valid  bool
}

// reread is a document as it was stored and as it reads now.
type reread struct {
	stored, now *graph.Projection
	put         graph.Put
	valid       bool
	failed      error
}

func (d stale) again(rules func(*ner.Document) *ner.Annotated) reread {
	out := reread{stored: d.stored, now: d.stored, valid: d.valid}
	if d.valid {
		return out
	}
	doc, err := analyse(rules, d.stored.Unread())
	if err != nil {
		out.failed = err
		return out
	}
	out.put = graph.Put{Doc: doc, TextHash: d.stored.TextHash}
	out.now, out.failed = graph.Project(out.put)
	return out
}

// retagging is one run of retag.
type retagging struct {
	*app
	store  graph.Archive
	stamp  graph.Stamp
	dryRun bool

	batch []graph.Put
	held  int // bytes of text in batch

	valid, again, changed, failed int

	altered []string          // ids of the documents that say something else
	reports []graph.Report    // of a dry run: all there would be
	in      map[string]string // of a dry run: the document of each report, as it is and would be
	names   map[string]graph.EntityRef
}

func (run *retagging) take(d reread) error {
	if d.failed != nil {
		run.failed++
		run.name(d.failed)
		d.now = d.stored // it stays as it is
	}
	switch {
	case d.valid:
		run.valid++
	case d.failed == nil:
		run.again++
		if !d.stored.Same(d.now) {
			run.changed++
			run.altered = append(run.altered, d.stored.ID)
		}
	}
	if run.dryRun {
		run.remember(d)
		return nil
	}
	if d.failed != nil {
		return nil
	}
	run.batch = append(run.batch, d.put)
	run.held += len(d.put.Doc.Text)
	if len(run.batch) < run.cfg.Batch && run.held < maxHeld {
		return nil
	}
	return run.write()
}

func (run *retagging) remember(d reread) {
	if run.in == nil {
		run.in, run.names = map[string]string{}, map[string]graph.EntityRef{}
	}
	for _, n := range d.now.Entities {
		run.names[n.ID] = graph.EntityRef{Entity: n.ID, Name: n.Name}
	}
	for _, p := range []*graph.Projection{d.stored, d.now} {
		for i := range p.Reports {
			run.in[p.Reports[i].ID] = p.ID
		}
	}
	run.reports = append(run.reports, d.now.Reports...)
}

// write puts the batch into the store, to its end even after ^C.
func (run *retagging) write() error {
	if len(run.batch) == 0 {
		return nil
	}
	_, err := run.store.Put(context.Background(), run.batch)
	run.batch, run.held = run.batch[:0], 0
	if err != nil {
		return storeFailure("", err)
	}
	return nil
}

// show writes what would change.
func (run *retagging) show(r graph.Reader) error {
	if run.names == nil {
		run.names = map[string]graph.EntityRef{} // no documents
	}
	var before []graph.Meeting
	if err := r.Meetings(func(m *graph.Meeting) error { before = append(before, *m); return nil }); err != nil {
		return storeFailure("", err)
	}
	err := r.Entities(func(e *graph.Entity) error {
		if _, ok := run.names[e.ID]; !ok {
			run.names[e.ID] = graph.EntityRef{Entity: e.ID, Name: e.Name}
		}
		return nil
	})
	if err != nil {
		return storeFailure("", err)
	}
	document := func(report string) string { return run.in[report] }
	changes := graph.DiffMeetings(graph.Occasions(before, document), graph.Occasions(graph.Merge(run.reports), document))
	d := newDifference(&graph.Difference{Meetings: changes}, run.names)
	for _, id := range run.altered {
		if _, err := fmt.Fprintf(run.stdout, "~ document %s\n", render.Clean(id)); err != nil {
			return err
		}
	}
	var out strings.Builder
	for _, c := range d.Meetings {
		c.write(&out)
	}
	if _, err := io.WriteString(run.stdout, out.String()); err != nil {
		return err
	}
	run.say("%s to be read again, %d of them would say something else; %s would change", plural(run.again, "document"), run.changed, plural(len(d.Meetings), "meeting"))
	return nil
}
