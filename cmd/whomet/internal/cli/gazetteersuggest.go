package cli

import (
	"bytes"
	"context"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"whomet/graph"
	"whomet/ner"
	"whomet/ner/suggest"
)

// suggestion is what suggest was asked for.
type suggestion struct {
	min    int
	format string
	json   bool
}

func (a *app) gazetteerSuggestCommand() *cobra.Command {
	var s suggestion
	cmd := &cobra.Command{
		Use:   "suggest STORE|PATH...",
		Short: "List the people whom documents name and the gazetteer does not",
		Long: `List the people whom documents name in full and nobody listed, most frequent first: the
titles they are given, how often they are named, a sentence, and listed people whose
names sound the same. STORE is a store made by ingest, whose documents are read again; a
PATH is read as extract reads it.

--format tsv writes them as people.tsv, sorted, with what is known of each as comments. So
the gazetteer grows by what the news is about:
  whomet gazetteer suggest news/ --min 3 --format tsv > mine/people.tsv
  (correct mine/people.tsv in an editor)
  whomet gazetteer lint --gazetteer mine
  whomet ingest news/ --gazetteer mine`,
		Example: `  whomet gazetteer suggest whomet.db
  whomet gazetteer suggest news/ --min 3 --limit 50
  whomet gazetteer suggest news/ --json | jq .people[].name`,
		Args: cobra.MinimumNArgs(1),
	}
	fields := addFieldFlag(cmd)
	cmd.Flags().IntVar(&s.min, "min", 1, "only who is named this often or more")
	cmd.Flags().StringVar(&s.format, "format", "text", "text, or tsv: rows for people.tsv")
	cmd.Flags().BoolVar(&s.json, "json", false, "print one JSON object")
	addSettings(cmd.Flags(), "jobs", "limit", "data")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := oneOf("--format", s.format, []string{"text", "tsv"}); err != nil {
			return err
		}
		switch {
		case s.min < 1:
			return misuse("--min 1", "--min %d is below 1", s.min)
		case s.json && s.format == "tsv":
			return misuse("one of the two", "--json and --format tsv exclude each other")
		}
		return a.suggest(cmd.Context(), s, args, *fields)
	}
	return cmd
}

func (a *app) suggest(ctx context.Context, s suggestion, paths, fields []string) error {
	g, an, err := a.analyzer()
	if err != nil {
		return err
	}
	each, end, err := a.storedOrRead(ctx, paths, fields)
	if err != nil {
		return err
	}
	defer end()
	type outcome struct {
		doc    *ner.Annotated
		failed error
	}
	found := suggest.New(g)
	documents, failed := 0, 0
	err = inOrder(ctx, a.cfg.Jobs, each,
		func(i item) outcome {
			if i.failed != nil {
				return outcome{failed: i.failed}
			}
			doc, err := analyse(an.Document, i.doc)
			return outcome{doc, err}
		},
		func(o outcome) error {
			if o.failed != nil {
				failed++
				a.name(o.failed)
				return nil
			}
			documents++
			found.Add(o.doc)
			return nil
		})
	switch {
	case ctx.Err() != nil:
		return interrupted("")
	case err != nil:
		return err
	}
	list := found.List(s.min, a.cfg.Limit)
	switch {
	case s.json:
		err = a.writeJSON(map[string]any{"schema": "whomet.suggest/1", "documents": documents, "total": found.Len(s.min), "people": list})
	case len(list) == 0:
		return nothing("more documents, or a smaller --min", "nobody unlisted is named in full %d times or more in %s", s.min, plural(documents, "document"))
	case s.format == "tsv":
		err = suggest.WriteTable(a.stdout, g, list)
	default:
		err = a.terminal().Suggestions(g, list)
	}
	if err != nil {
		return err
	}
	if all := found.Len(s.min); all > len(list) {
		a.say("%d of %d people; --limit 0 for all", len(list), all)
	}
	if failed > 0 {
		return said(statusPartly)
	}
	return nil
}

// storedOrRead yields the documents of a store, where the one path is one, else
// those of the paths. end releases the store.
func (a *app) storedOrRead(ctx context.Context, paths, fields []string) (each func(context.Context, func(item) error) error, end func(), err error) {
	stores := 0
	for _, p := range paths {
		if isStore(p) {
			stores++
		}
	}
	switch {
	case stores == 0:
		r, err := a.reading(paths, fields)
		if err != nil {
			return nil, nil, err
		}
		return r.each, func() {}, nil
	case len(paths) > 1:
		return nil, nil, misuse("one store, or the paths of articles", "a store stands alone, but there are %d paths", len(paths))
	}
	a.cfg.Store = paths[0]
	g, err := a.gazetteer()
	if err != nil {
		return nil, nil, err
	}
	_, snapshot, end, err := a.snapshot(ctx, g)
	if err != nil {
		return nil, nil, err
	}
	return func(ctx context.Context, yield func(item) error) error {
		var stopped error
		err := snapshot.Documents(func(p *graph.Projection, _ graph.Stamp) error {
			stopped = yield(item{doc: p.Unread()})
			return stopped
		})
		if err != nil && stopped == nil {
			return storeFailure("", err)
		}
		return err
	}, end, nil
}

// isStore reports whether a path is the address of a store or a SQLite file.
func isStore(path string) bool {
	if strings.Contains(path, "://") {
		return true
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	const magic = "SQLite format 3\x00"
	head := make([]byte, len(magic))
	_, err = io.ReadFull(f, head)
	return err == nil && bytes.Equal(head, []byte(magic))
}
