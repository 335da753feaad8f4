package neo4j

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"whomet/graph"
)

// insert writes documents and all they say but the reports, which need to know
// their meetings first. It returns whom it may have given another name.
func (b *batch) insert(docs []*graph.Record, pairs *pairs) (unlisted []string, err error) {
	var rows []params
	var mentions, calls, open columns
	for _, d := range docs {
		rows = append(rows, documentParams(d))
		pairs.count(d.Published, d.Pairs, 1)
		for _, m := range gather(d.Mentions, func(m graph.Mention) string { return m.Entity }) {
			mentions.add(d.ID, m[0].Entity)
			mentions.append("starts", apply(m, func(m graph.Mention) int { return m.Start }))
			mentions.append("ends", apply(m, func(m graph.Mention) int { return m.End }))
			mentions.append("sentences", apply(m, func(m graph.Mention) int { return m.Sentence }))
		}
		for _, c := range gather(d.Ambiguous, func(c graph.Candidate) string { return c.Entity }) {
			open.add(d.ID, c[0].Entity)
			open.append("starts", apply(c, func(c graph.Candidate) int { return c.Start }))
			open.append("texts", apply(c, func(c graph.Candidate) string { return valid(c.Text) }))
			if _, listed := b.gazetteer.Entity(c[0].Entity); !listed {
				unlisted = append(unlisted, c[0].Entity)
			}
		}
		for _, n := range d.Entities {
			if _, listed := b.gazetteer.Entity(n.ID); listed {
				continue
			}
			unlisted = append(unlisted, n.ID)
			calls.add(d.ID, n.ID)
			calls.append("types", string(n.Type))
			calls.append("names", valid(n.Name))
			calls.append("names_ar", valid(n.NameAr))
		}
	}
	if len(docs) == 0 {
		return nil, nil
	}
	unlisted = unique(unlisted)
	if err := b.exec("store/entities", params{"ids": unlisted}); err != nil {
		return nil, err
	}
	if err := b.exec("store/documents", params{"rows": rows}); err != nil {
		return nil, err
	}
	for name, c := range map[string]columns{"store/mentions": mentions, "store/calls": calls, "store/may_mention": open} {
		if len(c.documents) == 0 {
			continue
		}
		if err := b.exec(name, c.params()); err != nil {
			return nil, err
		}
	}
	return unlisted, nil
}

func documentParams(d *graph.Record) params {
	return params{
		"id": d.ID, "url": valid(d.URL), "source": valid(d.Source), "title": valid(d.Title), "published": date(d.Published), "language": d.Language,
		"text": sameLength(d.Text), "text_hash": d.TextHash, "gazetteer": d.Gazetteer, "pipeline": d.Pipeline,
		"sentences": apply(d.Sentences, func(s graph.Sentence) int { return s.N }),
		"starts":    apply(d.Sentences, func(s graph.Sentence) int { return s.Start }),
		"ends":      apply(d.Sentences, func(s graph.Sentence) int { return s.End }),
		"quotes":    apply(d.Sentences, func(s graph.Sentence) string { return valid(d.Text[s.Start:s.End]) }),
	}
}

// columns are rows of relationships from a document to an entity, a list a
// column: that costs client and server less than a map a row.
type columns struct {
	documents, entities []any
	more                map[string][]any
}

func (c *columns) add(document, entity string) {
	c.documents = append(c.documents, document)
	c.entities = append(c.entities, entity)
}

func (c *columns) append(column string, value any) {
	if c.more == nil {
		c.more = map[string][]any{}
	}
	c.more[column] = append(c.more[column], value)
}

func (c *columns) params() params {
	p := params{"documents": c.documents, "entities": c.entities}
	for name, values := range c.more {
		p[name] = values
	}
	return p
}

// gather is the values by key, keys sorted, those of a key in their order.
func gather[T any](values []T, key func(T) string) (groups [][]T) {
	sorted := slices.Clone(values)
	slices.SortStableFunc(sorted, func(a, b T) int { return cmp.Compare(key(a), key(b)) })
	for len(sorted) > 0 {
		n := 1
		for n < len(sorted) && key(sorted[n]) == key(sorted[0]) {
			n++
		}
		groups = append(groups, sorted[:n])
		sorted = sorted[n:]
	}
	return groups
}

func apply[T, U any](values []T, f func(T) U) []U {
	out := make([]U, len(values))
	for i, v := range values {
		out[i] = f(v)
	}
	return out
}

// valid is text as the server takes it and as JSON would show it: a byte that is
// no UTF-8 becomes a replacement character.
func valid(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return string([]rune(s))
}

// sameLength is valid for a text that offsets count in.
func sameLength(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		if _, n := utf8.DecodeRuneInString(s[i:]); r == utf8.RuneError && n == 1 {
			r = '?'
		}
		b.WriteRune(r)
	}
	return b.String()
}
