package cli

import (
	"context"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"whomet/ner"
	"whomet/ner/analyze"
	"whomet/ner/score"
)

func (a *app) evalCommand() *cobra.Command {
	var gold string
	var errors int
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "eval --gold FILE PATH...",
		GroupID: "know",
		Short:   "Measure the meetings found against those a reader found",
		Long: `Read documents, compare the meetings found in them with those that a reader wrote down,
and print how many are right, invented and missed, and why. A PATH is read as extract
reads it; documents that the gold does not speak of are passed over.

FILE is a JSON array with one object a document:
  {"id": "a1", "people": [{"key": "l", "en": "Sergey Lavrov", "ar": "سيرغي لافروف",
    "surfaces": ["لافروف"], "refs": ["وزير الخارجية الروسي"], "known": true}, …],
   "meetings": [{"who": ["l", "k"], "status": "held", "mode": "in_person",
    "date": "2015-08-03", "place": "Doha", "quote": "…"}]}
id is that of the document as extract prints it, or url its url. known marks whom a
gazetteer should list; "sure": false a meeting that is neither demanded nor punished.

A meeting of n people counts as n(n-1)/2 pairs of weight 1/(n-1). any counts pairs whatever
their status, held those that are held; status, mode, date and place are the parts of the
pairs found that are right; broken are pairs told as held that the reader found otherwise.`,
		Example: `  whomet eval --gold gold.json articles.jsonl
  whomet eval --gold gold.json articles/ --errors 20
  whomet eval --gold gold.json articles/ --json | jq '."known.held"'`,
		Args: cobra.MinimumNArgs(1),
	}
	fields := addFieldFlag(cmd)
	cmd.Flags().StringVar(&gold, "gold", "", "what a reader found: a JSON file")
	cmd.Flags().IntVar(&errors, "errors", -1, "how many errors to print with their rules (0: none, -1: all)")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object (schema "+score.Schema+")")
	addSettings(cmd.Flags(), "jobs", "data")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if gold == "" {
			return misuse("--gold gold.json", "--gold FILE is missing")
		}
		if errors < -1 {
			return misuse("--errors 20", "--errors %d is below -1", errors)
		}
		return a.eval(cmd.Context(), gold, args, *fields, errors, asJSON)
	}
	return cmd
}

func (a *app) eval(ctx context.Context, file string, paths, fields []string, errors int, asJSON bool) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return misuse("", "gold: %w", err)
	}
	gold, err := score.ReadGold(data)
	if err != nil {
		return misuse("whomet eval --help, which shows the form of the file", "gold %s: %w", file, err)
	}
	_, an, err := a.analyzer()
	if err != nil {
		return err
	}
	r, err := a.reading(paths, fields)
	if err != nil {
		return err
	}
	docs, failed, err := a.evaluated(ctx, gold, r, an)
	if err != nil {
		return err
	}
	result := score.Of(gold, func(id string) *ner.Annotated {
		if d := docs[id]; d != nil {
			return d.read
		}
		return nil
	})
	if len(result.Missing) == len(gold) {
		return nothing("the articles the gold was made from; their id or url must be that of the gold",
			"none of the %s of %s is in %s", plural(len(gold), "document"), file, strings.Join(paths, " "))
	}
	if errors >= 0 && errors < len(result.Errors) {
		result.Errors = result.Errors[:errors]
	}
	for i := range result.Errors {
		e := &result.Errors[i]
		d := docs[e.Document.ID]
		if d == nil {
			d = docs[e.Document.URL]
		}
		if d == nil {
			e.Trace = e.Why(nil, nil)
			continue
		}
		e.Trace = e.Why(an.Trace(d.doc))
	}
	if asJSON {
		err = a.writeJSON(result)
	} else {
		err = a.terminal().Score(result)
	}
	if err != nil {
		return err
	}
	for _, id := range result.Missing {
		a.say("whomet: document %s of the gold is not among the articles; its meetings count as missed", id)
	}
	if failed > 0 || len(result.Missing) > 0 {
		return said(statusPartly)
	}
	return nil
}

// evaluation is a document with what was found in it.
type evaluation struct {
	doc  *ner.Document
	read *ner.Annotated
}

// evaluated reads the documents that the gold speaks of, by id and by url, and
// counts the inputs that failed. Of two with one id the later stays.
func (a *app) evaluated(ctx context.Context, gold []score.Document, r *reading, an *analyze.Analyzer) (docs map[string]*evaluation, failed int, err error) {
	asked := map[string]bool{}
	for _, g := range gold {
		asked[g.ID], asked[g.URL] = true, true
	}
	delete(asked, "")
	docs = map[string]*evaluation{}
	type outcome struct {
		*evaluation
		failed error
	}
	err = inOrder(ctx, a.cfg.Jobs, r.each,
		func(i item) outcome {
			if i.failed != nil {
				return outcome{failed: i.failed}
			}
			if !asked[i.doc.ID] && !asked[i.doc.URL] {
				return outcome{}
			}
			read, err := analyse(an.Document, i.doc)
			return outcome{&evaluation{i.doc, read}, err}
		},
		func(o outcome) error {
			switch {
			case o.failed != nil:
				failed++
				a.name(o.failed)
			case o.evaluation != nil:
				docs[o.doc.ID] = o.evaluation
				if o.doc.URL != "" {
					docs[o.doc.URL] = o.evaluation
				}
			}
			return nil
		})
	if ctx.Err() != nil {
		err = interrupted("")
	}
	return docs, failed, err
}
