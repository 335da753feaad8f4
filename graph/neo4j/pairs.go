package neo4j

import (
	"slices"
	"strings"

	"whomet/gazetteer"
	"whomet/graph"
)

// pairs is by how much a batch changes who is named beside whom.
type pairs struct{ change map[[2]string]*change }

// change of one pair.
type change struct {
	sentences, documents int             // more than before
	added, removed       []gazetteer.Day // of documents with a day
}

func newPairs() *pairs { return &pairs{map[[2]string]*change{}} }

// count notes that a document came (sign 1) or went (-1).
func (p *pairs) count(published gazetteer.Day, list []graph.Pair, sign int) {
	for _, pair := range list {
		key := [2]string{pair.A, pair.B}
		c := p.change[key]
		if c == nil {
			c = &change{}
			p.change[key] = c
		}
		c.sentences += sign * pair.Sentences
		c.documents += sign
		switch {
		case published == 0:
		case sign > 0:
			c.added = append(c.added, published)
		default:
			c.removed = append(c.removed, published)
		}
	}
}

// pairsOf is the pairs of a stored document: which linked entities stand in one
// of its counted sentences. mentions are pairs of id and sentences.
func pairsOf(counted []int, mentions []any) []graph.Pair {
	in := map[int][]string{}
	for _, m := range mentions {
		m := m.([]any)
		id := textOf(m[0])
		if strings.HasPrefix(id, graph.Unlisted) {
			continue
		}
		for _, n := range unrepeated(numbersOf(m[1])) {
			in[n] = append(in[n], id)
		}
	}
	sentences := map[[2]string]int{}
	for _, n := range counted {
		ids := in[n]
		slices.Sort(ids)
		for i, a := range ids {
			for _, b := range ids[i+1:] {
				sentences[[2]string{a, b}]++
			}
		}
	}
	var out []graph.Pair
	for pair, n := range sentences {
		out = append(out, graph.Pair{A: pair[0], B: pair[1], Sentences: n})
	}
	return out
}

func unrepeated(numbers []int) []int {
	slices.Sort(numbers)
	return slices.Compact(numbers)
}

// counts of a CO_MENTIONED edge.
type counts struct {
	sentences, documents int
	first, last          gazetteer.Day
}

// with is the counts after a change, or false where only the documents that are
// left can tell the first or the last day.
func (c counts) with(d *change) (counts, bool) {
	c.sentences += d.sentences
	c.documents += d.documents
	first, last := c.first, c.last
	for _, day := range d.added {
		if first == 0 || day < first {
			first = day
		}
		last = max(last, day)
	}
	certain := true
	for _, day := range d.removed {
		// The day of one that came with this batch stands fast.
		certain = certain && (day != first || slices.Contains(d.added, day)) && (day != last || slices.Contains(d.added, day))
	}
	c.first, c.last = first, last
	return c, certain
}

// writePairs brings the CO_MENTIONED edges up to date. The documents are in the
// graph by now.
func (b *batch) writePairs(p *pairs) error {
	type edge struct {
		id, a, b string
		*change
	}
	var edges []edge
	for pair, c := range p.change {
		if c.sentences == 0 && c.documents == 0 && slices.Equal(sortedDays(c.added), sortedDays(c.removed)) {
			continue
		}
		edges = append(edges, edge{graph.PairID(pair[0], pair[1]), pair[0], pair[1], c})
	}
	if len(edges) == 0 {
		return nil
	}
	slices.SortFunc(edges, func(a, b edge) int { return strings.Compare(a.id, b.id) })
	have := map[string]counts{}
	err := b.each("store/pairs", params{"pairs": apply(edges, func(e edge) string { return e.id })}, func(r row) error {
		have[r.text("pair")] = countsOf(r)
		return nil
	})
	if err != nil {
		return err
	}
	var fresh, changed edgeColumns
	var gone []string
	var unsure []edge
	for _, e := range edges {
		before, there := have[e.id]
		after, certain := before.with(e.change)
		switch {
		case after.documents == 0:
			gone = append(gone, e.id)
		case !certain:
			unsure = append(unsure, e)
		case there:
			changed.add(e.id, e.a, e.b, after)
		default:
			fresh.add(e.id, e.a, e.b, after)
		}
	}
	if len(unsure) > 0 {
		p := params{"a": apply(unsure, func(e edge) string { return e.a }), "b": apply(unsure, func(e edge) string { return e.b })}
		err := b.each("store/pairs_recount", p, func(r row) error {
			e := unsure[r.number("i")]
			changed.add(e.id, e.a, e.b, countsOf(r))
			return nil
		})
		if err != nil {
			return err
		}
	}
	if len(gone) > 0 {
		if err := b.exec("store/pairs_gone", params{"pairs": gone}); err != nil {
			return err
		}
	}
	if len(changed.pairs) > 0 {
		if err := b.exec("store/pairs_set", changed.params()); err != nil {
			return err
		}
	}
	if len(fresh.pairs) > 0 {
		return b.exec("store/pairs_new", fresh.params())
	}
	return nil
}

func sortedDays(days []gazetteer.Day) []gazetteer.Day { return slices.Sorted(slices.Values(days)) }

func countsOf(r row) counts {
	return counts{r.number("sentences"), r.number("documents"), dayOf(r.value("first")), dayOf(r.value("last"))}
}

// edgeColumns are CO_MENTIONED edges, a list a column.
type edgeColumns struct {
	pairs, a, b          []string
	sentences, documents []int
	first, last          []any
}

func (c *edgeColumns) add(id, a, b string, n counts) {
	c.pairs, c.a, c.b = append(c.pairs, id), append(c.a, a), append(c.b, b)
	c.sentences, c.documents = append(c.sentences, n.sentences), append(c.documents, n.documents)
	c.first, c.last = append(c.first, date(n.first)), append(c.last, date(n.last))
}

func (c *edgeColumns) params() params {
	return params{"pairs": c.pairs, "a": c.a, "b": c.b, "sentences": c.sentences, "documents": c.documents, "first": c.first, "last": c.last}
}
