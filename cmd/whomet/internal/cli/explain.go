package cli

import (
	"bufio"
	"context"
	"errors"

	"github.com/spf13/cobra"

	"whomet/ner"
)

func (a *app) explainCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "explain FILE",
		GroupID: "read",
		Short:   "Show step by step how one document was understood",
		Long: `Show every step for one document: each candidate name and why it won or lost, each cue
of a meeting, each rule by name. FILE is read like the paths of extract; of several
documents the first is explained, or the one that --id names.`,
		Example: `  whomet explain article.txt
  whomet explain news.jsonl --id 2015-08-04-kerry`,
		Args: cobra.ExactArgs(1),
	}
	fields := addFieldFlag(cmd)
	id := cmd.Flags().String("id", "", "id of the document to explain (default: the first)")
	addSettings(cmd.Flags(), "data")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return a.explain(cmd.Context(), args[0], *id, *fields)
	}
	return cmd
}

// errFound ends the reading once the document is there.
var errFound = errors.New("found")

func (a *app) explain(ctx context.Context, path, id string, fields []string) error {
	_, an, err := a.analyzer()
	if err != nil {
		return err
	}
	r, err := a.reading([]string{path}, fields)
	if err != nil {
		return err
	}
	var doc *ner.Document
	var ids []string
	err = r.each(ctx, func(i item) error {
		switch {
		case i.failed != nil:
			a.name(i.failed)
		case id == "" || i.doc.ID == id:
			doc = i.doc
			return errFound
		default:
			ids = append(ids, i.doc.ID)
		}
		return nil
	})
	switch {
	case ctx.Err() != nil:
		return interrupted("")
	case doc == nil && err != nil:
		return err
	case doc == nil && id == "": // an input without a document is a failure, and named
		return said(statusPartly)
	case doc == nil:
		try := "whomet explain " + path + " without --id, for the first document"
		if near := nearest(id, ids); near != "" {
			try = "--id " + near
		}
		return nothing(try, "no document %s in %s", id, path)
	}
	out := bufio.NewWriter(a.stdout)
	if err := an.Explain(out, doc); err != nil {
		return err
	}
	return out.Flush()
}
