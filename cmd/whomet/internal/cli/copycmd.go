package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"whomet/graph"
	"whomet/ner/analyze"
)

func (a *app) copyCommand() *cobra.Command {
	var from, to string
	cmd := &cobra.Command{
		Use:     "copy --from STORE --to STORE",
		GroupID: "keep",
		Short:   "Copy a store into another, such as a file into Neo4j",
		Long: `Copy all documents of one store into another, with all they say: a file into Neo4j or back.
The other store is made if it is not there. At the end both are counted and have to hold
the same, or it is an error. An interrupted copy is resumed by the same command.

Both are opened with the gazetteer in force, which has to be the one the store was
written with.`,
		Example: `  whomet copy --from whomet.db --to neo4j://neo4j@localhost
  whomet copy --from neo4j://neo4j@localhost --to copy.db`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.copyStore(cmd.Context(), from, to) },
	}
	cmd.Flags().StringVar(&from, "from", "", "the store to read")
	cmd.Flags().StringVar(&to, "to", "", "the store to write")
	_ = cmd.MarkFlagRequired("from") // fails only for no flag
	_ = cmd.MarkFlagRequired("to")
	addSettings(cmd.Flags(), "password_file", "insecure", "quiet", "data")
	cmd.Flags().Int("batch", copyBatch, "documents written in one transaction")
	return cmd
}

// copyBatch is larger than the batch of ingest: nothing has to be analysed, and
// what is counted of pairs is written once a batch.
const copyBatch = 1000

func (a *app) copyStore(ctx context.Context, from, to string) error {
	if from == to {
		return misuse("another --to", "--from and --to are the same store")
	}
	g, err := a.gazetteer()
	if err != nil {
		return err
	}
	source, err := a.storeAt(ctx, from, g, true)
	if err != nil {
		return err
	}
	defer source.Close()
	stamp, err := source.Stamp(ctx)
	if err != nil {
		return storeFailure("", err)
	}
	if stamp.Gazetteer != g.Version {
		return storeFailure("whomet retag --store "+quoted(redacted(from))+", or --data with the gazetteer it was written with",
			fmt.Errorf("%s was written with gazetteer %s, and %s is in force", redacted(from), stamp.Gazetteer, g.Version))
	}
	if stamp.Pipeline != analyze.Version {
		a.say("%s was written by the rules %s; its documents keep that mark", redacted(from), stamp.Pipeline)
	}
	target, err := a.storeAt(ctx, to, g, false)
	if err != nil {
		return err
	}
	defer target.Close()
	r, err := source.Read(ctx)
	if err != nil {
		return a.cannotRead(ctx, err)
	}
	defer r.Close()

	c := &copying{app: a, to: target, outcomes: map[graph.Outcome]int{}}
	covered, err := source.Ask(ctx, graph.Question{Kind: graph.Meetings, Limit: 1})
	if err != nil {
		return storeFailure("", err)
	}
	c.bar = a.documentBar("copying", covered.Coverage.Documents)
	err = c.all(ctx, r)
	c.bar.end()
	if !a.cfg.Quiet {
		a.say("%s copied, %d were there already (%s → %s)", plural(c.outcomes[graph.Stored]+c.outcomes[graph.Replaced], "document"),
			c.outcomes[graph.Unchanged], redacted(from), redacted(to))
	}
	switch {
	case ctx.Err() != nil:
		return interrupted("the same command again: it goes on where it stopped")
	case err != nil:
		return storeFailure("the same command again: it goes on where it stopped", err)
	}
	return a.compareCounts(ctx, from, to, r, target)
}

// copying is one run of copy.
type copying struct {
	*app
	to       graph.Importer
	bar      *progress
	outcomes map[graph.Outcome]int
}

// all copies what r reads: while a batch is written, the next one is read.
func (c *copying) all(ctx context.Context, r graph.Reader) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	batches := make(chan []graph.Record)
	var read error
	go func() {
		defer close(batches)
		read = c.read(r, func(batch []graph.Record) error {
			select {
			case batches <- batch:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
	}()
	var wrote error
	for batch := range batches {
		if wrote == nil {
			if wrote = c.write(batch); wrote != nil {
				stop()
			}
		}
	}
	if wrote != nil {
		return wrote
	}
	return read
}

// read passes on documents in batches.
func (c *copying) read(r graph.Reader, yield func([]graph.Record) error) error {
	var batch []graph.Record
	held := 0 // bytes of text in batch
	err := r.Documents(func(p *graph.Projection, read graph.Stamp) error {
		batch = append(batch, graph.Record{Projection: *p, Gazetteer: read.Gazetteer, Pipeline: read.Pipeline})
		held += len(p.Text)
		if len(batch) < c.cfg.Batch && held < maxHeld {
			return nil
		}
		full := batch
		batch, held = nil, 0
		return yield(full)
	})
	if err != nil || len(batch) == 0 {
		return err
	}
	return yield(batch)
}

// write puts a batch into the store, to its end even after ^C.
func (c *copying) write(batch []graph.Record) error {
	outcomes, err := c.to.PutRecords(context.Background(), batch)
	for _, o := range outcomes {
		c.outcomes[o]++
		c.bar.add()
	}
	return err
}

// compareCounts says whether both stores hold as much.
func (a *app) compareCounts(ctx context.Context, from, to string, r graph.Reader, target graph.Archive) error {
	s, err := target.Read(ctx)
	if err != nil {
		return a.cannotRead(ctx, err)
	}
	defer s.Close()
	var want, have held
	var counted [2]error
	var both sync.WaitGroup
	both.Go(func() { want, counted[0] = countAll(r) })
	both.Go(func() { have, counted[1] = countAll(s) })
	both.Wait()
	switch err := errors.Join(counted[:]...); {
	case ctx.Err() != nil:
		return interrupted("the same command again")
	case err != nil:
		return storeFailure("", err)
	}
	if want != have {
		return storeFailure("an empty store for --to", fmt.Errorf("%s holds %s, %s holds %s", redacted(from), want, redacted(to), have))
	}
	if !a.cfg.Quiet {
		a.say("both hold %s", want)
	}
	return nil
}

// held is how much of each thing a store holds.
type held struct{ documents, mentions, reports, entities, meetings, edges, pairs int }

func (c held) String() string {
	return strings.Join([]string{
		plural(c.documents, "document"), plural(c.mentions, "mention"), plural(c.reports, "report"), plural(c.meetings, "meeting"),
		plural(c.edges, "edge"), plural(c.pairs, "pair"), fmt.Sprintf("%d entities", c.entities),
	}, ", ")
}

func countAll(r graph.Reader) (c held, err error) {
	for _, count := range []func() error{
		func() error {
			return r.Documents(func(p *graph.Projection, _ graph.Stamp) error {
				c.documents++
				c.mentions += len(p.Mentions)
				c.reports += len(p.Reports)
				return nil
			})
		},
		func() error { return r.Entities(func(*graph.Entity) error { c.entities++; return nil }) },
		func() error { return r.Meetings(func(*graph.Meeting) error { c.meetings++; return nil }) },
		func() error { return r.Edges(func(*graph.Edge) error { c.edges++; return nil }) },
		func() error { return r.CoMentions(func(*graph.CoMention) error { c.pairs++; return nil }) },
	} {
		if err := count(); err != nil {
			return c, err
		}
	}
	return c, nil
}
