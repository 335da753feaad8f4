package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"whomet/graph"
	"whomet/ner"
)

func (a *app) ingestCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "ingest PATH...",
		GroupID: "read",
		Short:   "Read documents into a store, to ask questions of",
		Long: `Read documents, find who met whom and write it to the store, which is made if it is not
there. A PATH is read as extract reads it.

Ingesting again is safe and quick: documents that are in the store unchanged are
skipped, changed ones replace what they said before. So an interrupted run is resumed by
the same command. A document that cannot be read is named on standard error, the
others are stored all the same, and the exit status is 1.`,
		Example: `  whomet ingest news/
  whomet ingest 2015-07.zip 2015-08.zip --store summer.db
  whomet ingest archive.csv --field text=content --field published=date_extracted`,
		Args: cobra.MinimumNArgs(1),
	}
	fields := addFieldFlag(cmd)
	addSettings(cmd.Flags(), "store", "jobs", "batch", "quiet", "data")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return a.ingest(cmd.Context(), args, *fields)
	}
	return cmd
}

// ingest reads paths into the store in force and tells on standard error how it
// went.
func (a *app) ingest(ctx context.Context, paths, fields []string) error {
	g, an, err := a.analyzer()
	if err != nil {
		return err
	}
	r, err := a.reading(paths, fields)
	if err != nil {
		return err
	}
	store, err := a.store(ctx, g, false)
	if err != nil {
		return err
	}
	defer store.Close()

	in := &ingestion{app: a, store: store, sent: map[string]bool{}, outcomes: map[graph.Outcome]int{}}
	in.bar = a.progress(ctx, r)
	defer context.AfterFunc(ctx, func() {
		in.bar.around(func() { a.say("stopping after the documents in hand; ^C again stops at once") })
	})()
	err = inOrder(ctx, a.cfg.Jobs,
		func(ctx context.Context, yield func(candidate) error) error { return in.admit(ctx, r, yield) },
		func(c candidate) entry { return c.analyse(an.Document) },
		in.take)
	var fault *failure
	if !errors.As(err, &fault) { // what was analysed when ^C came is written too
		if wrote := in.write(); wrote != nil {
			err = wrote
		}
	}
	in.bar.end()
	if closed := store.Close(); err == nil && closed != nil {
		err = storeFailure("", closed)
	}
	if !a.cfg.Quiet {
		a.say("%s", in.summary())
	}
	switch {
	case errors.As(err, &fault):
		return err
	case ctx.Err() != nil:
		return interrupted("the same command again: it goes on where it stopped")
	case err != nil:
		return err
	case in.failed > 0:
		return said(statusPartly)
	}
	return nil
}

// maxHeld bounds the text that waits for a look-up or for the writer, in bytes:
// a batch of very long documents is cut short.
const maxHeld = 8 << 20

// ingestion is one run of ingest. Of its fields sent belongs to the reading
// goroutine, the others to the writing one.
type ingestion struct {
	*app
	store graph.Store
	bar   *progress

	sent map[string]bool // ids that are or were on their way to the writer

	batch    []graph.Put
	held     int // bytes of text in batch
	outcomes map[graph.Outcome]int
	failed   int
	lost     int // analysed, but refused by the store
}

// candidate is an input on its way to be analysed.
type candidate struct {
	item
	hash  string
	known bool // the store has it unchanged
}

// entry is a candidate on its way to the writer.
type entry struct {
	graph.Put
	known  bool
	failed error
}

// admit yields the inputs in order, having asked the store, a batch at a time,
// which documents it has already: those need not be analysed.
func (in *ingestion) admit(ctx context.Context, r *reading, yield func(candidate) error) error {
	var waiting []candidate
	size := 0
	flush := func() error {
		if err := in.lookUp(ctx, waiting); err != nil {
			return err
		}
		for _, c := range waiting {
			if err := yield(c); err != nil {
				return err
			}
		}
		waiting, size = waiting[:0], 0
		return nil
	}
	err := r.each(ctx, func(i item) error {
		c := candidate{item: i}
		if i.failed == nil {
			c.hash = graph.TextHash(i.doc)
			size += len(i.doc.Title) + len(i.doc.Body)
		}
		waiting = append(waiting, c)
		if len(waiting) < in.cfg.Batch && size < maxHeld {
			return nil
		}
		return flush()
	})
	if err != nil {
		return err
	}
	return flush()
}

// lookUp marks the candidates that the store has unchanged. A document whose id
// was sent to the writer before in this run is left to the writer, who alone
// knows what is stored under it by then.
func (in *ingestion) lookUp(ctx context.Context, list []candidate) error {
	ids := make([]string, len(list))
	for i, c := range list {
		if c.failed == nil {
			ids[i] = c.doc.ID
		}
	}
	hashes, err := in.store.Has(ctx, ids)
	if err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return storeFailure("", err)
	}
	for i := range list {
		c := &list[i]
		if c.failed != nil {
			continue
		}
		c.known = hashes[i] == c.hash && !in.sent[c.doc.ID]
		if !c.known {
			in.sent[c.doc.ID] = true
		}
	}
	return nil
}

// analyse makes of a candidate what the store takes. A document that cannot be
// stored fails here, so that it does not take its batch along.
func (c candidate) analyse(rules func(*ner.Document) *ner.Annotated) entry {
	if c.failed != nil || c.known {
		return entry{known: c.known, failed: c.failed}
	}
	doc, err := analyse(rules, c.doc)
	if err != nil {
		return entry{failed: err}
	}
	put := graph.Put{Doc: doc, TextHash: c.hash}
	_, err = graph.Project(put)
	return entry{Put: put, failed: err}
}

// take counts an entry and writes the batch it fills.
func (in *ingestion) take(e entry) error {
	defer in.bar.add()
	switch {
	case e.failed != nil:
		in.failed++
		in.bar.around(func() { in.name(e.failed) })
		return nil
	case e.known:
		in.outcomes[graph.Unchanged]++
		return nil
	}
	in.batch = append(in.batch, e.Put)
	in.held += len(e.Doc.Text)
	if len(in.batch) < in.cfg.Batch && in.held < maxHeld {
		return nil
	}
	return in.write()
}

// write puts the batch into the store, to its end even after ^C.
func (in *ingestion) write() error {
	if len(in.batch) == 0 {
		return nil
	}
	outcomes, err := in.store.Put(context.Background(), in.batch)
	if err != nil {
		in.lost += len(in.batch)
		err = storeFailure("the same command again, when that is mended: it goes on where it stopped", err)
	}
	for _, o := range outcomes {
		in.outcomes[o]++
	}
	in.batch, in.held = in.batch[:0], 0
	return err
}

// summary adds up: read = stored + unchanged + replaced + failed, and what the
// store refused.
func (in *ingestion) summary() string {
	stored, unchanged, replaced := in.outcomes[graph.Stored], in.outcomes[graph.Unchanged], in.outcomes[graph.Replaced]
	read := stored + unchanged + replaced + in.failed + in.lost
	s := fmt.Sprintf("%s read = %d stored + %d unchanged + %d replaced + %d failed",
		plural(read, "document"), stored, unchanged, replaced, in.failed)
	if in.lost > 0 {
		s += fmt.Sprintf(" + %d not written", in.lost)
	}
	return s + " (" + redacted(in.cfg.Store) + ")"
}
