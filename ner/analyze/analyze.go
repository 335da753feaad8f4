// Package analyze is the only place that knows the order of the steps from a
// document to what is in it: cut into tokens, match every name and cue, tag who
// is meant, relate who met whom.
package analyze

import (
	"fmt"
	"io/fs"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/fold"
	"whomet/ner/lexicon"
	"whomet/ner/relate"
	"whomet/ner/tag"
	"whomet/ner/token"
)

// Version names the rules of reading. It changes when the same text may be read
// otherwise, so that a store knows by what it was written.
const Version = "whomet/1 " + fold.Version

// Analyzer reads documents. It is read only once made, and safe for concurrent use.
type Analyzer struct {
	v    *tag.Vocabulary
	pool sync.Pool // of *workspace
}

// workspace is the storage one document is read in.
type workspace struct {
	tokens ner.Tokens
	tag    tag.Scratch
	relate relate.Scratch
}

// New compiles a gazetteer with the lexicon and abbreviations of a data tree
// (see seeds/README.md). The error is a *gazetteer.CheckError that lists every
// fault of the lexicon with file and line, or names the patterns that cannot be
// matched.
func New(g *gazetteer.Gazetteer, seeds fs.FS) (*Analyzer, error) {
	lex, findings := lexicon.Load(seeds)
	abbreviations, more := lexicon.Abbreviations(seeds)
	if err := gazetteer.NewCheckError(append(findings, more...)); err != nil {
		return nil, err
	}
	v, err := tag.Compile(g, lex, token.New(abbreviations))
	if err != nil {
		return nil, fmt.Errorf("compile the gazetteer: %w", err)
	}
	return &Analyzer{v: v, pool: sync.Pool{New: func() any { return new(workspace) }}}, nil
}

// Document reads one document: a pure function of the document and the data.
func (a *Analyzer) Document(d *ner.Document) *ner.Annotated {
	w := a.pool.Get().(*workspace)
	defer a.pool.Put(w)
	out, _ := a.read(d, false, w)
	return out
}

// steps is what each step found, for Explain.
type steps struct {
	tagged *tag.Tagged
	notes  []relate.Note
}

func (a *Analyzer) read(d *ner.Document, notes bool, w *workspace) (*ner.Annotated, steps) {
	text := d.Text()
	t := &w.tokens
	a.v.Cutter.Cut(text, t)
	tg := a.v.Tag(t, d.Published, notes, &w.tag)
	meetings, why := relate.Relate(a.v.Gazetteer, relate.Input{Tagged: tg, Published: d.Published, HasTitle: d.Title != "", Notes: notes, Scratch: &w.relate})
	out := &ner.Annotated{
		Schema: ner.Schema, ID: d.ID, URL: d.URL, Source: d.Source, Title: d.Title, Language: d.Language, Text: text,
		Mentions: tg.Mentions, Meetings: meetings, Sentences: slices.Clone(t.Sentences), Warnings: append(append([]string{}, d.Warnings...), tg.Warnings...),
	}
	if d.Published != 0 {
		s := d.Published.String()
		out.Published = &s
	}
	if out.Language == "" {
		out.Language = language(t)
	}
	if out.Mentions == nil {
		out.Mentions = []ner.Mention{}
	}
	return out, steps{tg, why}
}

// language is the script most words are written in; "" for a text without words.
func language(t *ner.Tokens) string {
	latin, other := 0, 0
	for i := range t.List {
		if t.List[i].Kind != ner.Word {
			continue
		}
		if t.List[i].Latin {
			latin++
		} else if r, _ := utf8.DecodeRuneInString(t.Fold(i)); r >= '\u0621' && r <= '\u064a' || unicode.Is(unicode.Arabic, r) {
			other++
		}
	}
	switch {
	case other > 0 && other >= latin:
		return "ar"
	case latin > 0:
		return "en"
	}
	return ""
}
