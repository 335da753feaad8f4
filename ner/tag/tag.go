// Package tag decides who is meant: it takes every hit of the matcher and gives
// back the mentions and references of a document, the noun phrases they stand
// in, and the cue words between them.
//
// It works in two passes. The first (scan) reads left to right and builds noun
// phrases out of titles, roles and names, longest name first:
//
//	[honorific|role|office]* name [role]*      معالي وزير الخارجية الروسي سيرغي لافروف
//	role                                       وزير الخارجية الروسي
//	counterpart nisba                          نظيره العراقي
//
// The second (link) decides each person by evidence of the whole document, rule
// by rule; the name of the rule that decided stands in Mention.Rule.
package tag

import (
	"slices"
	"sort"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
	"whomet/ner/match"
)

// Cue is a hit of the lexicon outside of names and titles.
type Cue struct {
	First, Last int // tokens, Last included
	Class       lexicon.Class
	Value       int
	Clitics     ner.Clitic
	Place       *gazetteer.Entity // of a CapitalCue: the city meant, العاصمة الفرنسية; nil where none is
}

// Phrase is a noun phrase around one mention: its titles, the name and what
// stands in apposition.
type Phrase struct {
	First, Last int        // tokens, Last included
	Clitics     ner.Clitic // attached to its first word: بنظيره, وكيري
	Mention     int        // index into Tagged.Mentions
	Inside      bool       // inside another's title or a body's name: حكومة نتنياهو
	Delegation  bool       // وفد من الائتلاف
}

// Note tells of one decision, for explain.
type Note struct {
	Span ner.Span
	Rule string
	Text string
}

// Tagged is a document with its mentions.
type Tagged struct {
	Tokens   *ner.Tokens
	Mentions []ner.Mention // by start
	Phrases  []Phrase      // by first token
	Cues     []Cue         // by first token
	Notes    []Note        // only when asked for
	Again    []ner.Span    // where the text says its first line again
	Warnings []string
}

// Scratch is storage that Tag uses again from one document to the next. What
// Tagged points at lies in it, and is good until the next use. The zero Scratch
// is ready; it serves one document at a time.
type Scratch struct {
	hits    []match.Hit
	at      []int32
	about   []about
	drafts  []draft
	phrases []Phrase
	cues    []Cue
}

func (s *scanner) take(x *Scratch) {
	s.about = x.about[:0]
	s.hits, s.at, s.drafts, s.phrases, s.cues = x.hits[:0], x.at[:0], x.drafts[:0], x.phrases[:0], x.cues[:0]
}

func (s *scanner) give(x *Scratch) {
	clear(s.drafts)
	x.about = s.about
	x.hits, x.at, x.drafts, x.phrases, x.cues = s.hits, s.at, s.drafts, s.phrases, s.cues
}

// Tag finds and links the mentions of a text. published is the day of the
// article, zero when unknown: then no dated fact is used. notes asks for Notes.
func (v *Vocabulary) Tag(t *ner.Tokens, published gazetteer.Day, notes bool, scratch *Scratch) *Tagged {
	s := &scanner{v: v, t: t, day: published, notes: notes}
	s.take(scratch)
	defer s.give(scratch)
	s.hits = v.matcher.Find(t, s.hits)
	s.dropByYeh()
	s.index()
	s.scan()
	s.link()
	s.again = s.titleAgain()
	return s.result()
}

// result turns the drafts that survived into mentions, in text order.
func (s *scanner) result() *Tagged {
	out := &Tagged{Tokens: s.t, Cues: s.cues, Notes: s.noted, Again: s.again}
	order := make([]int, 0, len(s.drafts))
	outside := s.outside()
	for i := range s.drafts {
		if d := &s.drafts[i]; !d.dropped && !slices.ContainsFunc(outside, func(r ner.Span) bool { return r.Start <= d.span.Start && d.span.End <= r.End }) {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(a, b int) bool { return s.drafts[order[a]].span.Start < s.drafts[order[b]].span.Start })
	place := make(map[int]int, len(order))
	for n, i := range order {
		place[i] = n
		out.Mentions = append(out.Mentions, s.mention(&s.drafts[i]))
	}
	out.Phrases = s.phrases[:0]
	for _, p := range s.phrases {
		if m, ok := place[p.Mention]; ok {
			p.Mention = m
			out.Phrases = append(out.Phrases, p)
		}
	}
	sort.SliceStable(out.Phrases, func(a, b int) bool { return out.Phrases[a].First < out.Phrases[b].First })
	if s.undated {
		out.Warnings = append(out.Warnings, "the document has no date: offices were not used to tell who is meant")
	}
	return out
}

func (s *scanner) mention(d *draft) ner.Mention {
	g := s.v.Gazetteer
	m := ner.Mention{
		Start: d.span.Start, End: d.span.End, Text: s.t.Text[d.span.Start:d.span.End],
		Kind: d.kind, Type: d.typ, Status: ner.Unlinked, Candidates: []string{},
		Metonym: d.metonym, Rule: d.rule, Sentence: int(s.t.List[d.first].Sentence),
	}
	m.Name = m.Text
	if d.unlisted != "" {
		m.Name = d.unlisted
	}
	if len(d.roles) > 0 {
		m.Role = d.roles[0].role
		if of := d.roles[0].of; of >= 0 {
			m.RoleOf = g.Entities[of].ID
		}
	} else if d.titleOf >= 0 {
		m.RoleOf = g.Entities[d.titleOf].ID
	}
	switch {
	case d.entity >= 0:
		e := &g.Entities[d.entity]
		m.Status, m.Entity, m.Name, m.NameAr = ner.Linked, &e.ID, e.Name, e.NameAr
	case len(d.candidates) > 0:
		m.Status = ner.Ambiguous
		for _, c := range d.candidates {
			m.Candidates = append(m.Candidates, g.Entities[c].ID)
		}
		sort.Strings(m.Candidates)
	}
	return m
}
