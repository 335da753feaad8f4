package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"whomet/ner"
	"whomet/ner/source"
)

// item is one input of a command: a document, or why there is none.
type item struct {
	doc    *ner.Document
	failed error
}

// reading reads the documents of a command's paths.
type reading struct {
	paths []string
	stdin io.Reader
	opt   source.Options
}

// addFieldFlag gives a command --field, which may be repeated. It is no setting:
// names of fields differ from corpus to corpus.
func addFieldFlag(cmd *cobra.Command) *[]string {
	return cmd.Flags().StringArray("field", nil, "where a field is found in JSON and CSV, such as text=content; repeatable\n(id, url, source, title, text, published, language)")
}

// reading prepares to read paths.
func (a *app) reading(paths, fields []string) (*reading, error) {
	r := &reading{paths: paths, stdin: a.stdin, opt: source.Options{Fields: map[string]string{}}}
	for _, f := range fields {
		key, name, ok := strings.Cut(f, "=")
		if !ok || key == "" || name == "" {
			return nil, misuse("--field text=content", "--field %q is not FIELD=NAME", f)
		}
		r.opt.Fields[key] = name
	}
	if r.fromStdin() && isTerminal(a.stdin) {
		a.say("reading standard input; end it with ^D")
	}
	return r, nil
}

func (r *reading) fromStdin() bool { return slices.Contains(r.paths, "-") }

// each yields the documents and the failures in input order. Standard input ends
// with ctx, so that ^C is heard while it waits for more.
func (r *reading) each(ctx context.Context, yield func(item) error) error {
	opt := r.opt
	if r.fromStdin() {
		in, feed := io.Pipe()
		go func() {
			_, err := io.Copy(feed, r.stdin)
			feed.CloseWithError(err)
		}()
		defer context.AfterFunc(ctx, func() { in.CloseWithError(ctx.Err()) })()
		opt.Stdin = in
	}
	var stopped error
	pass := func(i item) error {
		if stopped == nil {
			stopped = yield(i)
		}
		return stopped
	}
	err := source.Read(ctx, r.paths, opt,
		func(d ner.Document) error { return pass(item{doc: &d}) },
		func(f source.Failure) { _ = pass(item{failed: f}) }) // a stop is kept for the next document
	switch {
	case stopped != nil:
		return stopped
	case err != nil && ctx.Err() == nil:
		return misuse("", "%w", err) // a field that does not exist
	}
	return err
}

// count is how many inputs each would yield, read without keeping them; false
// when that cannot be told without using them up, or ctx ended.
func (r *reading) count(ctx context.Context) (n int, ok bool) {
	if r.fromStdin() {
		return 0, false
	}
	err := source.Read(ctx, r.paths, r.opt, func(ner.Document) error { n++; return nil }, func(source.Failure) { n++ })
	return n, err == nil
}

// analyse runs the rules over one document. A fault of the rules costs that
// document and not the run.
func analyse(rules func(*ner.Document) *ner.Annotated, d *ner.Document) (doc *ner.Annotated, err error) {
	defer func() {
		if p := recover(); p != nil {
			doc, err = nil, fmt.Errorf("document %s: the rules broke on it: %v; please report it with the document", d.ID, p)
		}
	}()
	return rules(d), nil
}
