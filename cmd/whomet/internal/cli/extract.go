package cli

import (
	"bufio"
	"context"

	"github.com/spf13/cobra"
)

func (a *app) extractCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "extract [PATH|-]...",
		GroupID: "read",
		Short:   "Print what is in documents, one JSON object a line",
		Long: `Read documents and print each with its mentions and meetings as one JSON object a
line (schema whomet.document/1), in the order of the input. Needs no store.

A PATH is a file, a folder or an archive; - or none is standard input. Plain text, HTML,
JSON Lines, JSON, CSV, RSS and Atom are told apart by content and extension, in gzip
or zip too. A document that cannot be read is named on standard error and the others are
printed all the same; the exit status is then 1.`,
		Example: `  whomet extract article.txt
  whomet extract news/ > news.jsonl
  whomet extract archive.csv.gz --field text=content --field published=date_extracted
  curl -s https://example.org/feed.xml | whomet extract - | jq .meetings`,
	}
	fields := addFieldFlag(cmd)
	addSettings(cmd.Flags(), "jobs", "data")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			args = []string{"-"}
		}
		return a.extract(cmd.Context(), args, *fields)
	}
	return cmd
}

func (a *app) extract(ctx context.Context, paths, fields []string) error {
	_, an, err := a.analyzer()
	if err != nil {
		return err
	}
	r, err := a.reading(paths, fields)
	if err != nil {
		return err
	}
	type line struct {
		json   []byte
		failed error
	}
	out := bufio.NewWriterSize(a.stdout, 1<<16)
	failed := 0
	err = inOrder(ctx, a.cfg.Jobs, r.each,
		func(i item) line {
			if i.failed != nil {
				return line{failed: i.failed}
			}
			doc, err := analyse(an.Document, i.doc)
			if err != nil {
				return line{failed: err}
			}
			json, err := marshal(doc)
			return line{json, err}
		},
		func(l line) error {
			if l.failed != nil {
				failed++
				a.name(l.failed)
				return nil
			}
			_, err := out.Write(l.json)
			return err
		})
	if flushed := out.Flush(); err == nil {
		err = flushed
	}
	switch {
	case ctx.Err() != nil:
		return interrupted("")
	case err != nil:
		return err
	case failed > 0:
		return said(statusPartly)
	}
	return nil
}
