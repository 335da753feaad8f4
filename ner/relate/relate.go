// Package relate finds the meetings a document tells of: from mentions and cue
// words to who met whom, in what status, when, where and by whose account.
//
// Every cue word opens a frame that says where its parties stand (see frames.go):
// استقبل takes a host and a guest, محادثات a pair behind بين or a partner behind
// مع. The status is decided by what governs the cue (status.go), never by the
// nearest word. Records of one occasion are joined at the end (merge.go).
package relate

import (
	"slices"
	"strings"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
	"whomet/ner/tag"
)

// Note tells, for explain, of a cue and what became of it.
type Note struct {
	Span ner.Span
	Rule string
	Text string
}

// Input is one tagged document.
type Input struct {
	Tagged    *tag.Tagged
	Published gazetteer.Day
	HasTitle  bool // the first sentence is a headline
	Notes     bool // ask for notes
	Scratch   *Scratch
}

// Scratch is storage that Relate uses again from one document to the next. The
// zero Scratch is ready; it serves one document at a time.
type Scratch struct{ items []item }

// Relate returns the meetings of a document in the order of their evidence.
func Relate(g *gazetteer.Gazetteer, in Input) ([]ner.Meeting, []Note) {
	r := &reader{g: g, in: in, tg: in.Tagged, t: in.Tagged.Tokens}
	if in.Scratch == nil {
		in.Scratch = &Scratch{}
	}
	defer func() { in.Scratch.items = r.arena }()
	r.arena = in.Scratch.items[:0]
	r.titleEnd = -1
	if in.HasTitle {
		for i := range r.t.List {
			if r.t.List[i].Kind == ner.Break {
				r.titleEnd = i
				break
			}
		}
	}
	r.sentences()
	r.repeatedHeadline()
	r.readChronicle()
	for i := range r.seqs {
		r.read(i)
	}
	return r.finish(), r.notes
}

type reader struct {
	g          *gazetteer.Gazetteer
	in         Input
	tg         *tag.Tagged
	t          *ner.Tokens
	titleEnd   int // token of the line break behind the headline, or -1
	seqs       []seq
	arena      []item // of all sentences, one behind the other
	dayByDay   bool   // the article is an account day by day
	chronicled *item  // whom such an account is of, or nil
	records    []record
	notes      []Note
	last       int // index of the record told last, or -1
}

// itemKind is what a sentence is made of once names and cues are known.
type itemKind uint8

const (
	word itemKind = iota
	person
	thing // country, city or organization
	cue
	punct
	number
)

// item is one element of a sentence.
type item struct {
	first, last int // tokens
	phrase      int // person, thing: index into Tagged.Phrases
	cues        []tag.Cue
	classes     lexicon.Set // of the cues
	kind        itemKind
	clitics     ner.Clitic
	latin       bool
}

// is reports whether the item is a cue of one of the classes.
func (it *item) is(classes ...lexicon.Class) bool {
	for _, c := range classes {
		if it.classes.Has(c) {
			return true
		}
	}
	return false
}

// isComma reports whether an item is a comma of either script.
func (r *reader) isComma(it *item) bool {
	raw := r.raw(it)
	return raw == "," || raw == "\u060c"
}

// value returns the value of the cue of that class.
func (it *item) value(class lexicon.Class) (int, bool) {
	for _, c := range it.cues {
		if c.Class == class {
			return c.Value, true
		}
	}
	return 0, false
}

// seq is a sentence as a sequence of items.
type seq struct {
	span     ner.Span
	items    []item
	classes  lexicon.Set // of all cues in it
	headline bool
}

// sentences cuts the document into sequences.
func (r *reader) sentences() {
	r.last = -1
	p, c := 0, 0
	sentence := int32(-1)
	begin := 0
	flush := func() {
		if len(r.seqs) > 0 {
			r.seqs[len(r.seqs)-1].items = r.arena[begin:len(r.arena):len(r.arena)]
		}
		begin = len(r.arena)
	}
	if n := len(r.t.List); cap(r.arena) < n {
		r.arena = make([]item, 0, n+n/4) // no growth below: sequences point into it
	}
	r.seqs = make([]seq, 0, len(r.t.Sentences))
	defer flush()
	for i := 0; i < len(r.t.List); {
		tok := &r.t.List[i]
		if tok.Kind == ner.Break {
			i++
			continue
		}
		if tok.Sentence != sentence {
			sentence = tok.Sentence
			flush()
			r.seqs = append(r.seqs, seq{span: r.t.Sentences[sentence], headline: i < r.titleEnd})
		}
		for p < len(r.tg.Phrases) && r.tg.Phrases[p].First < i {
			p++
		}
		if p < len(r.tg.Phrases) && r.tg.Phrases[p].First == i {
			ph := &r.tg.Phrases[p]
			k := thing
			if r.tg.Mentions[ph.Mention].Type == gazetteer.Person {
				k = person
			}
			r.arena = append(r.arena, item{kind: k, first: i, last: ph.Last, phrase: p, clitics: ph.Clitics, latin: tok.Latin})
			i = ph.Last + 1
			continue
		}
		for c < len(r.tg.Cues) && r.tg.Cues[c].First < i {
			c++
		}
		if c < len(r.tg.Cues) && r.tg.Cues[c].First == i {
			e := c
			var classes lexicon.Set
			for ; e < len(r.tg.Cues) && r.tg.Cues[e].First == i; e++ {
				classes.Add(r.tg.Cues[e].Class)
			}
			k := cue
			if r.tg.Cues[c].Class.Plain() {
				k = word
			}
			r.seqs[len(r.seqs)-1].classes.Join(classes)
			r.arena = append(r.arena, item{kind: k, first: i, last: r.tg.Cues[c].Last, cues: r.tg.Cues[c:e], classes: classes, clitics: r.tg.Cues[c].Clitics, latin: tok.Latin})
			i = r.tg.Cues[c].Last + 1
			continue
		}
		k := word
		switch tok.Kind {
		case ner.Punct:
			k = punct
		case ner.Number:
			k = number
		}
		r.arena = append(r.arena, item{kind: k, first: i, last: i, latin: tok.Latin})
		i++
	}
}

// repeatedHeadline marks the sentences that only say the headline again, as the
// feet of pages do: their tense is that of a headline.
func (r *reader) repeatedHeadline() {
	if r.titleEnd <= 0 {
		return
	}
	title := strings.TrimSpace(r.t.Text[:r.t.List[r.titleEnd].Start])
	for i := range r.seqs {
		s := &r.seqs[i]
		text := r.t.Text[s.span.Start:s.span.End]
		s.headline = s.headline || slices.ContainsFunc(r.tg.Again, s.span.Contains) || len(text) > 40 && strings.Contains(title, text)
	}
}

// mention of an item that is a phrase.
func (r *reader) mention(it *item) *ner.Mention {
	return &r.tg.Mentions[r.tg.Phrases[it.phrase].Mention]
}

// identified reports whether an item may take part: somebody linked, a person
// nobody listed, or a body met as such. No guess, no edge: an ambiguous name and
// a title that nobody fits take no part.
func (r *reader) identified(it *item) bool {
	m := r.mention(it)
	if it.kind == person {
		return m.Status == ner.Linked || m.Status == ner.Unlinked && m.Kind == ner.Name || m.Status == ner.Unlinked && m.Name != m.Text
	}
	return it.kind == thing && m.Type == gazetteer.Organization && m.Status == ner.Linked && r.tg.Phrases[it.phrase].Delegation
}

func (r *reader) raw(it *item) string {
	return r.t.Text[r.t.List[it.first].Start:r.t.List[it.last].End]
}

func (r *reader) note(it *item, rule, text string) {
	if r.in.Notes {
		r.notes = append(r.notes, Note{ner.Span{Start: r.t.List[it.first].Start, End: r.t.List[it.last].End}, rule, text})
	}
}
