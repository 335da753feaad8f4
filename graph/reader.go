package graph

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"whomet/gazetteer"
	"whomet/ner"
)

// Reader gives back all that a store holds, from one snapshot of it if the store
// has such a thing (Neo4j has not). Each method
// may be called any number of times; an error of yield ends it and is returned.
type Reader interface {
	// Documents yields every document with all that is kept of it and by what it
	// was read, by id. Of its Entities, those that are listed go by the names the
	// store has for them.
	Documents(yield func(p *Projection, read Stamp) error) error
	// Entities yields everyone a document speaks of, by id.
	Entities(yield func(e *Entity) error) error
	// Meetings yields every meeting, by id.
	Meetings(yield func(m *Meeting) error) error
	// Edges yields who met whom, by kind, then A, then B.
	Edges(yield func(e *Edge) error) error
	// CoMentions yields who is named beside whom, by A, then B.
	CoMentions(yield func(c *CoMention) error) error
	// Close ends the snapshot; a second Close does nothing.
	Close() error
}

// Archive is a Store that can be read back whole: verified, exported, compared.
type Archive interface {
	Store
	Read(ctx context.Context) (Reader, error)
	// Check looks for faults of the store itself that no Reader shows: a damaged
	// file, an index that lacks a row. Each fault is a sentence.
	Check(ctx context.Context) ([]string, error)
}

// EdgeKind is how two people met.
type EdgeKind string

// The kinds of edges, one a mode.
const (
	MetWith      EdgeKind = "MET_WITH"      // held, in person
	SpokeWith    EdgeKind = "SPOKE_WITH"    // held, by phone or video
	AttendedWith EdgeKind = "ATTENDED_WITH" // held, multilateral
)

// EdgeKindOf is the kind of edge that a held meeting of the mode makes.
func EdgeKindOf(m ner.Mode) EdgeKind {
	switch m {
	case ner.Phone:
		return SpokeWith
	case ner.Multilateral:
		return AttendedWith
	}
	return MetWith
}

// Edge is two entities with at least one meeting held; A is the smaller id.
type Edge struct {
	Kind        EdgeKind
	A, B        string
	Meetings    int
	Documents   int           // that report one of them
	First, Last gazetteer.Day // of the dated meetings; zero when none is
}

// CoMention is two linked entities named in the same sentence; A is the smaller
// id.
type CoMention struct {
	A, B        string
	Sentences   int
	Documents   int
	First, Last gazetteer.Day // publication of the dated documents; zero when none is
}

// PairID names a pair in files and in Neo4j; a is the smaller id. A bar inside an
// id is doubled, so that no two pairs have one name.
func PairID(a, b string) string {
	double := func(s string) string { return strings.ReplaceAll(s, "|", "||") }
	return double(a) + "|" + double(b)
}

// widen makes first and last hold the days from to to; zero days change nothing.
func widen(first, last *gazetteer.Day, from, to gazetteer.Day) {
	if from == 0 {
		return
	}
	if *first == 0 || from < *first {
		*first = from
	}
	*last = max(*last, to)
}

// EdgesOf counts the edges that meetings make; document tells of a report id
// which document it stands in. By kind, then A, then B.
func EdgesOf(meetings []Meeting, document func(report string) string) []Edge {
	type key struct {
		kind EdgeKind
		a, b string
	}
	edges := map[key]*Edge{}
	documents := map[key]map[string]bool{}
	for i := range meetings {
		m := &meetings[i]
		if m.Status != ner.Held {
			continue
		}
		for j, a := range m.Participants {
			for _, b := range m.Participants[j+1:] {
				k := key{EdgeKindOf(m.Mode), min(a, b), max(a, b)}
				if edges[k] == nil {
					edges[k] = &Edge{Kind: k.kind, A: k.a, B: k.b}
					documents[k] = map[string]bool{}
				}
				edges[k].Meetings++
				widen(&edges[k].First, &edges[k].Last, m.From, m.To)
				for _, r := range m.Reports {
					documents[k][document(r)] = true
				}
			}
		}
	}
	out := make([]Edge, 0, len(edges))
	for k, e := range edges {
		e.Documents = len(documents[k])
		out = append(out, *e)
	}
	slices.SortFunc(out, func(x, y Edge) int {
		return cmp.Or(cmp.Compare(x.Kind, y.Kind), strings.Compare(x.A, y.A), strings.Compare(x.B, y.B))
	})
	return out
}
