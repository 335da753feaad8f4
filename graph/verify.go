package graph

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"whomet/gazetteer"
)

// Fault is something in a store that is not as it should be.
type Fault struct {
	What string `json:"what"` // stamp, document, entity, meeting, edge, co_mention, store
	ID   string `json:"id"`   // of the thing, or ""
	Says string `json:"says"` // a sentence about it
}

// Verified is what Verify looked at.
type Verified struct {
	Documents  int     `json:"documents"`
	Mentions   int     `json:"mentions"`
	Reports    int     `json:"reports"`
	Meetings   int     `json:"meetings"`
	Entities   int     `json:"entities"`
	Edges      int     `json:"edges"`
	CoMentions int     `json:"co_mentions"`
	Stale      int     `json:"stale"` // documents another gazetteer or pipeline read: to be read again
	Faults     []Fault `json:"faults"`
}

// Expected is what a store is compared with beside itself.
type Expected struct {
	Stamp     Stamp                // of the store
	Gazetteer *gazetteer.Gazetteer // whose names the entities go by; nil: not compared
	Hashes    bool                 // TextHash made the hashes of the documents
}

// Verify recounts all that a store holds from its documents and their reports:
// whether spans lie in the stored text and quotes are what stands there, ids are
// what they name, meetings are what merging all reports makes, edges and
// co-mentions what meetings and sentences make, and entities those that a
// document speaks of. The faults are sorted. The error is that of reading.
func Verify(r Reader, want Expected) (*Verified, error) {
	v := &verifier{Expected: want, reader: r, spoken: map[string]bool{}, document: map[string]string{}, co: map[string]*CoMention{}}
	v.Faults = []Fault{}
	for _, step := range []func() error{v.documents, v.meetings, v.edges, v.coMentions, v.entities} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(v.Faults, func(a, b Fault) int {
		return slices.Compare([]string{a.What, a.ID, a.Says}, []string{b.What, b.ID, b.Says})
	})
	return &v.Verified, nil
}

type verifier struct {
	Verified
	Expected
	reader   Reader
	reports  []Report
	merged   []Meeting
	document map[string]string // of each report
	spoken   map[string]bool   // entities
	co       map[string]*CoMention
}

func (v *verifier) fault(what, id, format string, args ...any) {
	v.Faults = append(v.Faults, Fault{what, id, fmt.Sprintf(format, args...)})
}

func (v *verifier) documents() error {
	return v.reader.Documents(func(p *Projection, read Stamp) error {
		v.Documents++
		v.Mentions += len(p.Mentions)
		v.Reports += len(p.Reports)
		if read.Gazetteer != v.Stamp.Gazetteer || read.Pipeline != v.Stamp.Pipeline {
			v.Stale++
		}
		if !strings.HasPrefix(p.Text, p.Title) {
			v.fault("document", p.ID, "its text does not begin with its title")
		}
		if v.Hashes && !p.hashFits() {
			v.fault("document", p.ID, "its text, day or source is not what was stored")
		}
		for _, m := range p.Mentions {
			v.spoken[m.Entity] = true
			v.span(p, "a mention of "+m.Entity, m.Start, m.End)
		}
		for _, s := range p.Sentences {
			v.span(p, fmt.Sprintf("sentence %d", s.N), s.Start, s.End)
		}
		for _, c := range p.Ambiguous {
			if v.span(p, "an open name of "+c.Entity, c.Start, c.Start+len(c.Text)) && p.Text[c.Start:c.Start+len(c.Text)] != c.Text {
				v.fault("document", p.ID, "at %d it does not say %q", c.Start, c.Text)
			}
		}
		v.pairs(p)
		v.told(p)
		return nil
	})
}

// hashFits reports whether the document is what its hash was made of. The
// language is part of it as far as the source told it.
func (p *Projection) hashFits() bool {
	d := p.Unread()
	if TextHash(d) == p.TextHash {
		return true
	}
	d.Language = ""
	return TextHash(d) == p.TextHash
}

// span reports whether a span lies in the text, on rune boundaries.
func (v *verifier) span(p *Projection, what string, start, end int) bool {
	ok := start >= 0 && start <= end && end <= len(p.Text) && boundary(p.Text, start) && boundary(p.Text, end)
	if !ok {
		v.fault("document", p.ID, "%s [%d, %d) is outside the text of %d bytes, or inside a letter", what, start, end, len(p.Text))
	}
	return ok
}

// boundary reports whether no rune spreads over byte i; broken bytes are runes
// of their own.
func boundary(text string, i int) bool {
	return i == len(text) || utf8.RuneStart(text[i]) || !utf8.ValidString(text[max(0, i-3):min(len(text), i+4)])
}

// pairs recounts who is named beside whom. Sentences that repeat others are not
// kept, so a mention may stand in none.
func (v *verifier) pairs(p *Projection) {
	in := map[int]map[string]bool{}
	for _, s := range p.Sentences {
		in[s.N] = map[string]bool{}
	}
	for _, m := range p.Mentions {
		if names := in[m.Sentence]; names != nil && !strings.HasPrefix(m.Entity, Unlisted) {
			names[m.Entity] = true
		}
	}
	count := map[string]int{}
	for _, names := range in {
		ids := sortedKeys(names)
		for i, a := range ids {
			for _, b := range ids[i+1:] {
				count[PairID(a, b)]++
			}
		}
	}
	for _, pair := range p.Pairs {
		id := PairID(pair.A, pair.B)
		if count[id] != pair.Sentences {
			v.fault("document", p.ID, "it counts %d sentences that name %s and %s, and has %d", pair.Sentences, pair.A, pair.B, count[id])
		}
		delete(count, id)
		c := v.co[id]
		if c == nil {
			c = &CoMention{A: pair.A, B: pair.B}
			v.co[id] = c
		}
		c.Sentences += pair.Sentences
		c.Documents++
		widen(&c.First, &c.Last, p.Published, p.Published)
	}
	for _, id := range sortedKeys(count) {
		v.fault("document", p.ID, "%d sentences name %s, and it counts none", count[id], strings.Replace(id, "|", " and ", 1))
	}
}

// told looks at the reports of a document.
func (v *verifier) told(p *Projection) {
	again := make([]Report, len(p.Reports))
	for i := range p.Reports {
		r := p.Reports[i]
		if v.document[r.ID] != "" {
			v.fault("document", p.ID, "report %s stands in document %s too", r.ID, v.document[r.ID])
		}
		v.document[r.ID] = p.ID
		v.reports = append(v.reports, r)
		for _, id := range r.Participants {
			v.spoken[id] = true
		}
		v.spoken[r.Place.Entity], v.spoken[r.ClaimedBy] = true, true
		if v.span(p, "the quote of report "+r.ID, r.Start, r.End) && p.Text[r.Start:r.End] != r.Quote {
			v.fault("document", p.ID, "the quote of report %s is not what stands at [%d, %d)", r.ID, r.Start, r.End)
		}
		if len(r.Participants) < 2 || !r.names(r.Principals) || r.Principals[0] >= r.Principals[1] {
			v.fault("document", p.ID, "report %s has no two principals among its participants", r.ID)
		}
		again[i] = r
		again[i].ID = ""
	}
	for _, r := range identify(again) {
		if !slices.ContainsFunc(p.Reports, func(o Report) bool { return o.ID == r.ID }) {
			v.fault("document", p.ID, "it lacks a report %s, or has it under another id", r.ID)
		}
	}
}

func (v *verifier) meetings() error {
	v.merged = Merge(v.reports)
	want := map[string]*Meeting{}
	for i := range v.merged {
		want[v.merged[i].ID] = &v.merged[i]
	}
	err := v.reader.Meetings(func(m *Meeting) error {
		v.Meetings++
		w := want[m.ID]
		if w == nil {
			v.fault("meeting", m.ID, "merging the reports makes no such meeting")
			return nil
		}
		delete(want, m.ID)
		for what, pair := range map[string][2]string{
			"status":       {string(m.Status), string(w.Status)},
			"disputed":     {fmt.Sprint(m.Disputed), fmt.Sprint(w.Disputed)},
			"mode":         {string(m.Mode), string(w.Mode)},
			"date":         {deref(m.Date()), deref(w.Date())},
			"place":        {fmt.Sprint(m.Place), fmt.Sprint(w.Place)},
			"participants": {strings.Join(m.Participants, " "), strings.Join(w.Participants, " ")},
			"reports":      {strings.Join(m.Reports, " "), strings.Join(w.Reports, " ")},
			"documents":    {fmt.Sprint(m.Documents), fmt.Sprint(w.Documents)},
			"sources":      {fmt.Sprint(m.Sources), fmt.Sprint(w.Sources)},
			"origins":      {fmt.Sprint(m.Origins), fmt.Sprint(w.Origins)},
		} {
			if pair[0] != pair[1] {
				v.fault("meeting", m.ID, "its %s: %s; its reports make it %s", what, pair[0], pair[1])
			}
		}
		return nil
	})
	for _, id := range sortedKeys(want) {
		v.fault("meeting", id, "it is missing: %d reports make it", len(want[id].Reports))
	}
	return err
}

func (v *verifier) edges() error {
	want := map[string]Edge{}
	for _, e := range EdgesOf(v.merged, func(report string) string { return v.document[report] }) {
		want[string(e.Kind)+" "+PairID(e.A, e.B)] = e
	}
	err := v.reader.Edges(func(e *Edge) error {
		v.Edges++
		id := string(e.Kind) + " " + PairID(e.A, e.B)
		if w := want[id]; w != *e {
			v.fault("edge", id, "it says %s; the meetings say %s", e.counts(), w.counts())
		}
		delete(want, id)
		return nil
	})
	for _, id := range sortedKeys(want) {
		e := want[id]
		v.fault("edge", id, "it is missing; the meetings say %s", e.counts())
	}
	return err
}

func (e *Edge) counts() string {
	return fmt.Sprintf("%d meetings, %d documents, %v to %v", e.Meetings, e.Documents, e.First, e.Last)
}

func (v *verifier) coMentions() error {
	err := v.reader.CoMentions(func(c *CoMention) error {
		v.CoMentions++
		id := PairID(c.A, c.B)
		switch w := v.co[id]; {
		case w == nil:
			v.fault("co_mention", id, "no sentence names both")
		case *w != *c:
			v.fault("co_mention", id, "it says %d sentences of %d documents, %v to %v; the documents say %d of %d, %v to %v",
				c.Sentences, c.Documents, c.First, c.Last, w.Sentences, w.Documents, w.First, w.Last)
		}
		delete(v.co, id)
		return nil
	})
	for _, id := range sortedKeys(v.co) {
		v.fault("co_mention", id, "it is missing: %d sentences name both", v.co[id].Sentences)
	}
	return err
}

func (v *verifier) entities() error {
	delete(v.spoken, "")
	err := v.reader.Entities(func(e *Entity) error {
		v.Entities++
		if !v.spoken[e.ID] {
			v.fault("entity", e.ID, "no document speaks of it")
		}
		delete(v.spoken, e.ID)
		if v.Gazetteer == nil {
			return nil
		}
		if want := Describe(v.Gazetteer, e.Named); want != *e && (want.Listed || e.Listed) {
			v.fault("entity", e.ID, "it is %s %q %q, in the gazetteer %s %q %q", e.Type, e.Name, e.NameAr, want.Type, want.Name, want.NameAr)
		}
		return nil
	})
	for _, id := range sortedKeys(v.spoken) {
		v.fault("entity", id, "it is missing: a document speaks of it")
	}
	return err
}
