package graph

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/fold"
)

// Document is what the graph keeps of a document itself.
type Document struct {
	ID        string
	URL       string
	Source    string
	Title     string
	Published gazetteer.Day // zero when unknown
	Language  string
	TextHash  string
	Text      string // what every offset counts in
}

// Named is an entity with the names one document has for it.
type Named struct {
	ID     string
	Type   gazetteer.Type
	Name   string
	NameAr string
}

// Mention says where the text names an entity.
type Mention struct {
	Entity     string
	Start, End int // bytes of Text
	Sentence   int
}

// Candidate says that a surface may mean the entity, and may mean others.
type Candidate struct {
	Entity string
	Text   string // the surface, as written
	Start  int
}

// Sentence is one that names two linked entities.
type Sentence struct {
	N          int
	Start, End int
}

// Pair counts the sentences of a document that name both; A is the smaller id.
type Pair struct {
	A, B      string
	Sentences int
}

// Projection is one document as every store keeps it. All lists are sorted and
// free of doubles.
type Projection struct {
	Document
	Entities  []Named // everyone the rest speaks of, by id
	Mentions  []Mention
	Ambiguous []Candidate
	Sentences []Sentence
	Pairs     []Pair
	Reports   []Report
}

// Project works out what the graph keeps of a document: a pure function. It
// refuses a document without an id or with control characters in it, with a day
// that does not exist or with an offset outside its text.
func Project(p Put) (*Projection, error) {
	d := p.Doc
	if d == nil || d.ID == "" {
		return nil, errors.New("document without an id")
	}
	if !utf8.ValidString(d.ID) || strings.ContainsFunc(d.ID, unicode.IsControl) {
		return nil, fmt.Errorf("document %q: its id is not plain UTF-8 text", d.ID)
	}
	out := &Projection{Document: Document{
		ID: d.ID, URL: d.URL, Source: d.Source, Title: d.Title,
		Language: d.Language, TextHash: p.TextHash, Text: d.Text,
	}}
	if d.Published != nil {
		day, err := gazetteer.ParseDay(*d.Published)
		if err != nil {
			return nil, fmt.Errorf("document %s: published: %w", d.ID, err)
		}
		out.Published = day
	}
	for i, s := range d.Sentences {
		if s.Start < 0 || s.End < s.Start || s.End > len(d.Text) {
			return nil, fmt.Errorf("document %s: sentence %d [%d, %d) is outside the text of %d bytes", d.ID, i, s.Start, s.End, len(d.Text))
		}
	}
	for i := range d.Mentions {
		if m := &d.Mentions[i]; m.Start < 0 || m.End < m.Start || m.End > len(d.Text) {
			return nil, fmt.Errorf("document %s: mention %d [%d, %d) is outside the text of %d bytes", d.ID, i, m.Start, m.End, len(d.Text))
		}
	}

	w := newWho(d)
	out.mentions(d, w)
	out.pairs(d, w)
	if err := out.reports(d, w); err != nil {
		return nil, fmt.Errorf("document %s: %w", d.ID, err)
	}
	out.Entities = w.named()
	return out, nil
}

// mentions keeps the names; descriptions ("the Russian foreign minister") are
// no names and count nowhere.
func (p *Projection) mentions(d *ner.Annotated, w *who) {
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Kind != ner.Name {
			continue
		}
		if m.Status == ner.Ambiguous {
			for _, id := range m.Candidates {
				p.Ambiguous = append(p.Ambiguous, Candidate{Entity: id, Text: m.Text, Start: m.Start})
			}
			continue
		}
		if id := w.mention[i]; id != "" {
			w.add(id, m.Type, m.Name, m.NameAr)
			p.Mentions = append(p.Mentions, Mention{Entity: id, Start: m.Start, End: m.End, Sentence: m.Sentence})
		}
	}
	slices.SortFunc(p.Mentions, func(a, b Mention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Entity, b.Entity))
	})
	p.Mentions = slices.CompactFunc(p.Mentions, func(a, b Mention) bool {
		return a.Start == b.Start && a.End == b.End && a.Entity == b.Entity
	})
	slices.SortFunc(p.Ambiguous, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Entity, b.Entity), cmp.Compare(a.Text, b.Text))
	})
	p.Ambiguous = slices.CompactFunc(p.Ambiguous, func(a, b Candidate) bool {
		return a.Start == b.Start && a.Entity == b.Entity
	})
}

// pairs finds the sentences that name two linked entities. A sentence that
// stands in the page a second time (title and caption) is passed over.
func (p *Projection) pairs(d *ner.Annotated, w *who) {
	bySentence := map[int][]*ner.Mention{}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Kind == ner.Name && m.Status == ner.Linked && w.mention[i] != "" {
			bySentence[m.Sentence] = append(bySentence[m.Sentence], m)
		}
	}
	count := map[[2]string]int{}
	seen := map[string]bool{}
	for _, n := range sortedKeys(bySentence) {
		ms := bySentence[n]
		ids := make([]string, len(ms))
		span := ner.Span{Start: ms[0].Start, End: ms[0].End}
		for i, m := range ms {
			ids[i] = *m.Entity
			span.Start, span.End = min(span.Start, m.Start), max(span.End, m.End)
		}
		slices.Sort(ids)
		ids = slices.Compact(ids)
		if len(ids) < 2 {
			continue
		}
		// Without a list of sentences (read back from JSON) the names and what
		// is between them must do, and repeats cannot be told.
		if n >= 0 && n < len(d.Sentences) {
			span = d.Sentences[n]
			text := fold.String(d.Text[span.Start:span.End])
			if seen[text] {
				continue
			}
			seen[text] = true
		}
		p.Sentences = append(p.Sentences, Sentence{N: n, Start: span.Start, End: span.End})
		for i, a := range ids {
			for _, b := range ids[i+1:] {
				count[[2]string{a, b}]++
			}
		}
	}
	for pair, n := range count {
		p.Pairs = append(p.Pairs, Pair{A: pair[0], B: pair[1], Sentences: n})
	}
	slices.SortFunc(p.Pairs, func(a, b Pair) int {
		return cmp.Or(strings.Compare(a.A, b.A), strings.Compare(a.B, b.B))
	})
}

func sortedKeys[M map[K]V, K cmp.Ordered, V any](m M) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
