package sqlite

import (
	"slices"

	"whomet/graph"
)

// insert writes documents and all they say but the reports, which need to know
// their meetings first and are returned.
func (b *batch) insert(docs []*graph.Record) ([]*told, error) {
	if err := b.insertEntities(docs); err != nil {
		return nil, err
	}
	ctx := b.ctx
	documents := b.inserter(ctx, b.tx, documentTable)
	texts := b.inserter(ctx, b.tx, textTable)
	names := b.inserter(ctx, b.tx, givenNameTable)
	mentions := b.inserter(ctx, b.tx, mentionTable)
	ambiguous := b.inserter(ctx, b.tx, ambiguousTable)
	sentences := b.inserter(ctx, b.tx, sentenceTable)

	var reports []*told
	var pairs []comention
	for _, d := range docs {
		b.next.document++
		doc := b.next.document
		err := documents.add(ctx, doc, d.ID, d.URL, d.Source, d.Title, day(d.Published), d.Language, d.TextHash,
			d.Gazetteer, d.Pipeline)
		if err != nil {
			return nil, err
		}
		if err := texts.add(ctx, doc, d.Text); err != nil {
			return nil, err
		}
		for _, n := range d.Entities {
			if graph.Describe(b.gazetteer, n).Listed {
				continue
			}
			if err := names.add(ctx, b.entity[n.ID], doc, string(n.Type), n.Name, n.NameAr); err != nil {
				return nil, err
			}
		}
		for _, m := range d.Mentions {
			if err := mentions.add(ctx, doc, m.Start, m.End, b.entity[m.Entity], m.Sentence); err != nil {
				return nil, err
			}
		}
		for _, c := range d.Ambiguous {
			if err := ambiguous.add(ctx, doc, c.Start, c.Entity, c.Text); err != nil {
				return nil, err
			}
		}
		for _, st := range d.Sentences {
			if err := sentences.add(ctx, doc, st.N, st.Start, st.End); err != nil {
				return nil, err
			}
		}
		published := day(d.Published)
		for _, p := range d.Pairs {
			pairs = append(pairs, comention{b.entity[p.A], b.entity[p.B], doc, p.Sentences, published})
		}
		for i := range d.Reports {
			b.next.report++
			r := &told{Report: d.Reports[i], key: b.next.report, document: doc, fresh: true}
			for _, id := range r.Participants {
				r.people = append(r.people, b.entity[id])
			}
			reports = append(reports, r)
		}
	}
	for _, in := range []*inserter{documents, texts, names, mentions, ambiguous, sentences} {
		if err := in.flush(ctx); err != nil {
			return nil, err
		}
	}
	return reports, b.insertPairs(pairs)
}

// comention is a row of that table.
type comention struct {
	a, b, document int64
	sentences      int
	published      any
}

// insertPairs writes them in the order of the table, which is faster than the
// order of the documents.
func (b *batch) insertPairs(pairs []comention) error {
	slices.SortFunc(pairs, func(x, y comention) int {
		return slices.Compare([]int64{x.a, x.b, x.document}, []int64{y.a, y.b, y.document})
	})
	rows := b.inserter(b.ctx, b.tx, comentionTable)
	for _, p := range pairs {
		if err := rows.add(b.ctx, p.a, p.b, p.document, p.sentences, p.published); err != nil {
			return err
		}
	}
	return rows.flush(b.ctx)
}

// insertEntities finds the key of everyone the documents speak of, and writes
// those who are new.
func (b *batch) insertEntities(docs []*graph.Record) error {
	b.entity = map[string]int64{}
	var ids []string
	named := map[string]graph.Named{}
	for _, d := range docs {
		for _, n := range d.Entities {
			if _, ok := named[n.ID]; !ok {
				named[n.ID] = n
				ids = append(ids, n.ID)
			}
		}
	}
	err := each(b.ctx, b.tx, func(scan scan) error {
		var key int64
		var id string
		err := scan(&key, &id)
		b.entity[id] = key
		return err
	}, "SELECT e.key, e.id FROM json_each(?) j JOIN entity e ON e.id = j.value", list(ids))
	if err != nil {
		return err
	}
	rows := b.inserter(b.ctx, b.tx, entityTable)
	for _, id := range ids {
		if b.entity[id] != 0 {
			continue
		}
		b.next.entity++
		b.entity[id] = b.next.entity
		e := graph.Describe(b.gazetteer, named[id])
		err := rows.add(b.ctx, b.next.entity, id, string(e.Type), e.Name, e.NameAr, e.Listed, e.ISO, e.Kind, e.Country)
		if err != nil {
			return err
		}
	}
	return rows.flush(b.ctx)
}
