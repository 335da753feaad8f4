package graph

import (
	"cmp"
	"slices"
	"strings"

	"whomet/ner"
)

// Alteration is what became of something between two stores.
type Alteration string

// The three alterations.
const (
	Gained  Alteration = "gained"
	Lost    Alteration = "lost"
	Changed Alteration = "changed"
)

// Occasion is a meeting with the documents that report it.
type Occasion struct {
	Meeting
	In []string // document ids, sorted
}

// MeetingChange is a meeting that one side has and the other has not, or has
// otherwise. Before is nil for one gained, After for one lost.
type MeetingChange struct {
	What          Alteration
	Before, After *Occasion
}

// EdgeChange is the same of an edge.
type EdgeChange struct {
	What          Alteration
	Before, After *Edge
}

// DocumentChange is a document that one store has and the other has not, or has
// with another text, day or source.
type DocumentChange struct {
	What Alteration
	ID   string
}

// Difference is what it takes to come from one store to another.
type Difference struct {
	Documents []DocumentChange // by id
	Meetings  []MeetingChange  // by id, the one before if there is one
	Edges     []EdgeChange     // by kind, then A, then B
}

// Diff compares what two stores hold.
func Diff(before, after Reader) (*Difference, error) {
	a, err := load(before)
	if err != nil {
		return nil, err
	}
	b, err := load(after)
	if err != nil {
		return nil, err
	}
	d := &Difference{Meetings: DiffMeetings(a.occasions, b.occasions), Edges: DiffEdges(a.edges, b.edges)}
	for _, id := range sortedKeys(both(a.hashes, b.hashes)) {
		x, inA := a.hashes[id]
		y, inB := b.hashes[id]
		switch {
		case !inA:
			d.Documents = append(d.Documents, DocumentChange{Gained, id})
		case !inB:
			d.Documents = append(d.Documents, DocumentChange{Lost, id})
		case x != y:
			d.Documents = append(d.Documents, DocumentChange{Changed, id})
		}
	}
	return d, nil
}

// held is what a store holds, as far as Diff wants to know it.
type held struct {
	hashes    map[string]string // of the documents
	occasions []Occasion
	edges     []Edge
}

func load(r Reader) (*held, error) {
	h := &held{hashes: map[string]string{}}
	document := map[string]string{}
	err := r.Documents(func(p *Projection, _ Stamp) error {
		h.hashes[p.ID] = p.TextHash
		for i := range p.Reports {
			document[p.Reports[i].ID] = p.ID
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var meetings []Meeting
	err = r.Meetings(func(m *Meeting) error { meetings = append(meetings, *m); return nil })
	if err != nil {
		return nil, err
	}
	h.occasions = Occasions(meetings, func(report string) string { return document[report] })
	return h, r.Edges(func(e *Edge) error { h.edges = append(h.edges, *e); return nil })
}

// Occasions adds to meetings where they are reported; document tells of a report
// id in which document it stands.
func Occasions(meetings []Meeting, document func(report string) string) []Occasion {
	out := make([]Occasion, len(meetings))
	for i, m := range meetings {
		out[i].Meeting = m
		for _, r := range m.Reports {
			out[i].In = append(out[i].In, document(r))
		}
		slices.Sort(out[i].In)
		out[i].In = slices.Compact(out[i].In)
	}
	return out
}

func both[V any](a, b map[string]V) map[string]bool {
	keys := map[string]bool{}
	for k := range a {
		keys[k] = true
	}
	for k := range b {
		keys[k] = true
	}
	return keys
}

// DiffMeetings compares two sets of meetings. The id of a meeting is made of its
// reports, so one that gained a report has another id: of two meetings with
// different ids those are held for one, and changed, that share a document and
// two participants; of several those that share the most.
func DiffMeetings(before, after []Occasion) []MeetingChange {
	lost, gained := map[string]*Occasion{}, map[string]*Occasion{}
	for i := range before {
		lost[before[i].ID] = &before[i]
	}
	var out []MeetingChange
	for i := range after {
		o := &after[i]
		was := lost[o.ID]
		if was == nil {
			gained[o.ID] = o
			continue
		}
		delete(lost, o.ID)
		if !was.same(o) {
			out = append(out, MeetingChange{Changed, was, o})
		}
	}
	for _, c := range likeliest(lost, gained) {
		if lost[c.Before.ID] != nil && gained[c.After.ID] != nil {
			delete(lost, c.Before.ID)
			delete(gained, c.After.ID)
			out = append(out, c)
		}
	}
	for _, o := range lost {
		out = append(out, MeetingChange{Lost, o, nil})
	}
	for _, o := range gained {
		out = append(out, MeetingChange{Gained, nil, o})
	}
	slices.SortFunc(out, func(a, b MeetingChange) int { return strings.Compare(a.id(), b.id()) })
	return out
}

func (c *MeetingChange) id() string {
	if c.Before != nil {
		return c.Before.ID
	}
	return c.After.ID
}

// same reports whether two meetings of one id say the same.
func (o *Occasion) same(p *Occasion) bool {
	return o.Status == p.Status && o.Disputed == p.Disputed && o.Mode == p.Mode && o.From == p.From && o.To == p.To && o.Place == p.Place &&
		slices.Equal(o.Participants, p.Participants) && slices.Equal(o.In, p.In) && o.Sources == p.Sources && o.Origins == p.Origins
}

// likeliest is the pairs that may be one, the likeliest first.
func likeliest(lost, gained map[string]*Occasion) []MeetingChange {
	type pair struct {
		MeetingChange
		documents, people int
	}
	at := map[string][]*Occasion{}
	for _, id := range sortedKeys(gained) {
		for _, d := range gained[id].In {
			at[d] = append(at[d], gained[id])
		}
	}
	var pairs []pair
	for _, id := range sortedKeys(lost) {
		was := lost[id]
		seen := map[string]bool{}
		for _, d := range was.In {
			for _, o := range at[d] {
				people := common(was.Participants, o.Participants)
				if !seen[o.ID] && people >= 2 {
					pairs = append(pairs, pair{MeetingChange{Changed, was, o}, common(was.In, o.In), people})
				}
				seen[o.ID] = true
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.documents, a.documents), cmp.Compare(b.people, a.people),
			strings.Compare(a.Before.ID, b.Before.ID), strings.Compare(a.After.ID, b.After.ID))
	})
	out := make([]MeetingChange, len(pairs))
	for i, p := range pairs {
		out[i] = p.MeetingChange
	}
	return out
}

// common is how many values two sorted lists share.
func common(a, b []string) (n int) {
	for _, s := range a {
		if _, ok := slices.BinarySearch(b, s); ok {
			n++
		}
	}
	return n
}

// DiffEdges compares two sets of edges.
func DiffEdges(before, after []Edge) []EdgeChange {
	index := func(edges []Edge) map[string]*Edge {
		m := map[string]*Edge{}
		for i := range edges {
			m[string(edges[i].Kind)+" "+PairID(edges[i].A, edges[i].B)] = &edges[i]
		}
		return m
	}
	a, b := index(before), index(after)
	var out []EdgeChange
	for _, id := range sortedKeys(both(a, b)) {
		switch x, y := a[id], b[id]; {
		case x == nil:
			out = append(out, EdgeChange{Gained, nil, y})
		case y == nil:
			out = append(out, EdgeChange{Lost, x, nil})
		case *x != *y:
			out = append(out, EdgeChange{Changed, x, y})
		}
	}
	return out
}

// Same reports whether two readings of one document say the same of it, but for
// the names of those it speaks of.
func (p *Projection) Same(now *Projection) bool {
	return slices.Equal(p.Mentions, now.Mentions) && slices.Equal(p.Ambiguous, now.Ambiguous) &&
		slices.Equal(p.Sentences, now.Sentences) && slices.Equal(p.Pairs, now.Pairs) &&
		slices.EqualFunc(p.Reports, now.Reports, func(a, b Report) bool { return a.ID == b.ID && compareReports(a, b) == 0 })
}

// Unread is the document as it was before it was read: reading it again gives
// what reading the source again would.
func (d *Document) Unread() *ner.Document {
	out := &ner.Document{ID: d.ID, URL: d.URL, Source: d.Source, Title: d.Title, Body: d.Text, Published: d.Published, Language: d.Language}
	if d.Title != "" {
		out.Body = strings.TrimPrefix(strings.TrimPrefix(d.Text, d.Title), "\n")
	}
	return out
}
