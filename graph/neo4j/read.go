package neo4j

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"whomet/gazetteer"
	"whomet/graph"
	"whomet/ner"
)

// ReadsLive marks a store whose readers see what is written meanwhile.
func (s *Store) ReadsLive() {}

// Read begins to read the store back. Neo4j has no snapshots: what another
// program writes meanwhile may be seen in part.
func (s *Store) Read(ctx context.Context) (graph.Reader, error) { return &reader{s, ctx}, nil }

// Check looks for faults that no Reader shows.
func (s *Store) Check(ctx context.Context) (faults []string, err error) {
	missing, err := s.missing(ctx)
	for _, name := range missing {
		faults = append(faults, "constraint or index "+name+" is not there")
	}
	if err != nil {
		return nil, err
	}
	r := &reader{s, ctx}
	err = r.each("read/unsound", nil, func(r row) error {
		faults = append(faults, r.text("fault"))
		return nil
	})
	return faults, err
}

type reader struct {
	*Store
	ctx context.Context
}

// Close ends the reading.
func (r *reader) Close() error { return nil }

// each passes on the rows of a statement as they come; it is not tried again.
func (r *reader) each(name string, p params, f func(row) error) error {
	session := r.session(r.ctx, neo4j.AccessModeRead)
	defer session.Close(context.WithoutCancel(r.ctx))
	var own error // of f, which is the caller's and no fault of the server
	m, err := session.BeginTransaction(r.ctx)
	if err == nil {
		defer m.Close(context.WithoutCancel(r.ctx))
		err = (&tx{r.ctx, m}).each(name, p, func(r row) error {
			own = f(r)
			return own
		})
	}
	if own != nil {
		return own
	}
	return r.explain(r.ctx, "read", err)
}

// atOnce is how many documents are read at once.
const atOnce = 500

// Documents yields every document with all that is kept of it, by id.
func (r *reader) Documents(yield func(*graph.Projection, graph.Stamp) error) error {
	for after := ""; ; {
		var rows []row
		err := r.readTx(r.ctx, "read", func(t *tx) error {
			rows = rows[:0]
			return t.each("read/documents", params{"after": after, "limit": atOnce}, func(r row) error {
				rows = append(rows, r)
				return nil
			})
		})
		if err != nil || len(rows) == 0 {
			return err
		}
		docs := apply(rows, projectionOf)
		if err := r.name(docs); err != nil {
			return err
		}
		for i, d := range docs {
			p, _ := rows[i].value("document").(map[string]any)
			st := graph.Stamp{Schema: SchemaVersion, Gazetteer: textOf(p["gazetteer"]), Pipeline: textOf(p["pipeline"])}
			if err := yield(d, st); err != nil {
				return err
			}
		}
		after = docs[len(docs)-1].ID
	}
}

// projectionOf reads a row of read/documents. Entities without a name of the
// document's own have their id only.
func projectionOf(r row) *graph.Projection {
	p, _ := r.value("document").(map[string]any)
	d := &graph.Projection{Document: graph.Document{
		ID: textOf(p["id"]), URL: textOf(p["url"]), Source: textOf(p["source"]), Title: textOf(p["title"]), Published: dayOf(p["published"]),
		Language: textOf(p["language"]), TextHash: textOf(p["text_hash"]), Text: textOf(p["text"]),
	}}
	starts, ends := numbersOf(p["starts"]), numbersOf(p["ends"])
	sentences := numbersOf(p["sentences"])
	for i, n := range sentences {
		d.Sentences = append(d.Sentences, graph.Sentence{N: n, Start: starts[i], End: ends[i]})
	}
	spoken := map[string]graph.Named{}
	var pairs []any
	for _, v := range r.list("mentions") {
		m := v.([]any)
		id := textOf(m[0])
		spoken[id] = graph.Named{ID: id}
		starts, ends, in := numbersOf(m[1]), numbersOf(m[2]), numbersOf(m[3])
		for i := range starts {
			d.Mentions = append(d.Mentions, graph.Mention{Entity: id, Start: starts[i], End: ends[i], Sentence: in[i]})
		}
		pairs = append(pairs, []any{id, m[3]})
	}
	slices.SortFunc(d.Mentions, func(a, b graph.Mention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), strings.Compare(a.Entity, b.Entity))
	})
	for _, v := range r.list("ambiguous") {
		m := v.([]any)
		texts := textsOf(m[2])
		for i, start := range numbersOf(m[1]) {
			d.Ambiguous = append(d.Ambiguous, graph.Candidate{Entity: textOf(m[0]), Start: start, Text: texts[i]})
		}
	}
	slices.SortFunc(d.Ambiguous, func(a, b graph.Candidate) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), strings.Compare(a.Entity, b.Entity))
	})
	d.Pairs = pairsOf(sentences, pairs)
	slices.SortFunc(d.Pairs, func(a, b graph.Pair) int {
		return cmp.Or(strings.Compare(a.A, b.A), strings.Compare(a.B, b.B))
	})
	for _, v := range r.list("reports") {
		report := reportFrom(v.(map[string]any))
		report.Document, report.Source, report.Published = d.ID, d.Source, d.Published
		d.Reports = append(d.Reports, report)
		for _, id := range append([]string{report.Place.Entity, report.ClaimedBy}, report.Participants...) {
			if id != "" {
				spoken[id] = graph.Named{ID: id}
			}
		}
	}
	slices.SortFunc(d.Reports, func(a, b graph.Report) int { return strings.Compare(a.ID, b.ID) })
	for _, v := range r.list("calls") {
		m := v.([]any)
		id := textOf(m[0])
		spoken[id] = graph.Named{ID: id, Type: gazetteer.Type(textOf(m[1])), Name: textOf(m[2]), NameAr: textOf(m[3])}
	}
	for _, id := range slices.Sorted(maps.Keys(spoken)) {
		d.Entities = append(d.Entities, spoken[id])
	}
	return d
}

// name fills in the names that the store has for those whom it is not the
// documents that name.
func (r *reader) name(docs []*graph.Projection) error {
	var ids []string
	each := func(f func(n *graph.Named)) {
		for _, d := range docs {
			for i := range d.Entities {
				if n := &d.Entities[i]; n.Type == "" && n.Name == "" && n.NameAr == "" {
					f(n)
				}
			}
		}
	}
	each(func(n *graph.Named) { ids = append(ids, n.ID) })
	names := map[string]graph.Named{}
	err := r.readTx(r.ctx, "read", func(t *tx) error {
		return t.each("read/named", params{"ids": unique(ids)}, func(r row) error {
			names[r.text("id")] = graph.Named{ID: r.text("id"), Type: gazetteer.Type(r.text("type")), Name: r.text("name"), NameAr: r.text("name_ar")}
			return nil
		})
	})
	each(func(n *graph.Named) {
		if known, ok := names[n.ID]; ok {
			*n = known
		}
	})
	return err
}

// Entities yields everyone a document speaks of, by id.
func (r *reader) Entities(yield func(*graph.Entity) error) error {
	return r.each("read/entities", nil, func(r row) error {
		listed, _ := r.value("listed").(bool)
		return yield(&graph.Entity{
			Named:  graph.Named{ID: r.text("id"), Type: gazetteer.Type(r.text("type")), Name: r.text("name"), NameAr: r.text("name_ar")},
			Listed: listed, ISO: r.text("iso"), Kind: r.text("kind"), Country: r.text("country"),
		})
	})
}

// Meetings yields every meeting, by id.
func (r *reader) Meetings(yield func(*graph.Meeting) error) error {
	return r.each("read/meetings", nil, func(r row) error {
		p, ok := r.value("meeting").(map[string]any)
		if !ok {
			return fmt.Errorf("a meeting without properties")
		}
		m := &graph.Meeting{
			ID: textOf(p["id"]), Status: ner.Status(textOf(p["status"])), Mode: ner.Mode(textOf(p["mode"])), From: dayOf(p["from"]), To: dayOf(p["to"]),
			Place:        graph.Place{Entity: r.text("place"), City: textOf(p["city"]), Country: textOf(p["country"])},
			Participants: unique(textsOf(r.value("participants"))), Reports: unique(textsOf(r.value("reports"))),
			Documents: numberOf(p["documents"]), Sources: numberOf(p["sources"]), Origins: numberOf(p["origins"]),
		}
		m.Disputed, _ = p["disputed"].(bool)
		return yield(m)
	})
}

// Edges yields who met whom, by kind, then A, then B.
func (r *reader) Edges(yield func(*graph.Edge) error) error {
	return r.each("read/edges", nil, func(r row) error {
		return yield(&graph.Edge{
			Kind: graph.EdgeKind(r.text("kind")), A: r.text("a"), B: r.text("b"), Meetings: r.number("meetings"), Documents: r.number("documents"),
			First: dayOf(r.value("first")), Last: dayOf(r.value("last")),
		})
	})
}

// CoMentions yields who is named beside whom, by A, then B.
func (r *reader) CoMentions(yield func(*graph.CoMention) error) error {
	return r.each("read/co_mentions", nil, func(r row) error {
		return yield(&graph.CoMention{
			A: r.text("a"), B: r.text("b"), Sentences: r.number("sentences"), Documents: r.number("documents"),
			First: dayOf(r.value("first")), Last: dayOf(r.value("last")),
		})
	})
}
