package neo4j

import (
	"maps"
	"slices"
	"strings"

	"whomet/gazetteer"
	"whomet/graph"
	"whomet/ner"
)

// edgeKinds are the relationships between people who met, by mode, with the
// statement that writes them.
var edgeKinds = map[ner.Mode]string{
	ner.InPerson: "store/met_with", ner.Phone: "store/spoke_with", ner.Multilateral: "store/attended_with",
}

// merge writes the meetings of the fresh documents, and again those of everything
// connected with them or with what left.
func (b *batch) merge(left remains, fresh []*graph.Record) error {
	seeds := slices.Clone(left.reports)
	isFresh := map[string]bool{}
	for _, d := range fresh {
		for i := range d.Reports {
			seeds = append(seeds, &told{Report: d.Reports[i]})
			isFresh[d.Reports[i].ID] = true
		}
	}
	if len(seeds) == 0 && len(left.meetings) == 0 {
		return nil
	}
	members, err := b.circle(seeds)
	if err != nil {
		return err
	}
	old := map[string]bool{} // meetings that are stored
	for _, id := range left.meetings {
		old[id] = true
	}
	reports := make([]graph.Report, len(members))
	byID := make(map[string]*told, len(members))
	touched := map[pair]bool{}
	for i, r := range members {
		reports[i] = r.Report
		byID[r.ID] = r
		if r.meeting != "" {
			old[r.meeting] = true
		}
	}
	var write []*graph.Meeting
	merged := graph.Merge(reports)
	for i := range merged {
		m := &merged[i]
		// The same set of reports makes the same meeting, unless a document was
		// replaced and its report says something else under the same id.
		if old[m.ID] && !slices.ContainsFunc(m.Reports, func(id string) bool { return isFresh[id] }) {
			delete(old, m.ID)
			continue
		}
		write = append(write, m)
		touch(touched, m.Participants, m.Mode)
	}
	people := map[string][]string{} // of the meetings that go
	mode := map[string]ner.Mode{}
	for _, r := range slices.Concat(members, left.lost) {
		if old[r.meeting] {
			people[r.meeting] = append(people[r.meeting], r.Participants...)
			mode[r.meeting] = r.Mode
		}
	}
	for id, ids := range people {
		touch(touched, unique(ids), mode[id])
	}
	if err := b.exec("store/remove_meetings", params{"ids": unique(slices.Collect(maps.Keys(old)))}); err != nil {
		return err
	}
	if err := b.writeMeetings(write, byID); err != nil {
		return err
	}
	return b.writeEdges(touched)
}

// pair is two people, a of the smaller id, and how they met.
type pair struct {
	a, b string
	mode ner.Mode
}

// touch notes that the edges between these people have to be counted again.
func touch(touched map[pair]bool, people []string, mode ner.Mode) {
	for i, a := range people {
		for _, b := range people[i+1:] {
			touched[pair{a, b, mode}] = true
		}
	}
}

func (b *batch) writeMeetings(meetings []*graph.Meeting, reports map[string]*told) error {
	var rows, tellings []params
	for _, m := range meetings {
		var reach struct{ from, to gazetteer.Day } // the days any of its reports may mean
		for _, id := range m.Reports {
			r := reports[id]
			if from, to := r.Window(); from != 0 {
				if reach.from == 0 || from < reach.from {
					reach.from = from
				}
				reach.to = max(reach.to, to)
			}
			tellings = append(tellings, params{"document": r.Document, "meeting": m.ID, "report": reportParams(&r.Report)})
		}
		rows = append(rows, params{
			"participants": m.Participants, "place": some(m.Place.Entity),
			"meeting": params{
				"id": m.ID, "status": string(m.Status), "disputed": m.Disputed, "mode": string(m.Mode),
				"from": date(m.From), "to": date(m.To), "city": some(m.Place.City), "country": some(m.Place.Country),
				"reports": len(m.Reports), "documents": m.Documents, "sources": m.Sources, "origins": m.Origins,
				"may_from": date(reach.from), "may_to": date(reach.to),
			},
		})
	}
	if len(rows) == 0 {
		return nil
	}
	if err := b.exec("store/meetings", params{"rows": rows}); err != nil {
		return err
	}
	return b.exec("store/reports", params{"rows": tellings})
}

// writeEdges counts the edges of pairs anew and writes them.
func (b *batch) writeEdges(touched map[pair]bool) error {
	sorted := slices.SortedFunc(maps.Keys(touched), func(x, y pair) int {
		return slices.Compare([]string{string(x.mode), x.a, x.b}, []string{string(y.mode), y.a, y.b})
	})
	if len(sorted) == 0 {
		return nil
	}
	type edge struct {
		meetings, documents int
		first, last         any
	}
	edges := map[pair]edge{} // what was never held is not counted
	others := map[string][]string{}
	for _, p := range sorted {
		others[p.a] = append(others[p.a], p.b)
	}
	smaller := slices.Sorted(maps.Keys(others))
	p := params{"a": smaller, "others": apply(smaller, func(a string) []string { return unique(others[a]) })}
	err := b.each("store/edges_recount", p, func(r row) error {
		edges[pair{r.text("a"), r.text("b"), ner.Mode(r.text("mode"))}] = edge{r.number("meetings"), r.number("documents"), r.value("first"), r.value("last")}
		return nil
	})
	if err != nil {
		return err
	}
	for mode, name := range edgeKinds {
		var a, z, pairs []string
		var of []edge
		for _, p := range sorted {
			if p.mode == mode {
				a, z, pairs, of = append(a, p.a), append(z, p.b), append(pairs, graph.PairID(p.a, p.b)), append(of, edges[p])
			}
		}
		if len(a) == 0 {
			continue
		}
		err := b.exec(name, params{
			"a": a, "b": z, "pairs": pairs,
			"meetings":  apply(of, func(e edge) int { return e.meetings }),
			"documents": apply(of, func(e edge) int { return e.documents }),
			"first":     apply(of, func(e edge) any { return e.first }),
			"last":      apply(of, func(e edge) any { return e.last }),
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// unlistedID reports whether an id is of somebody no gazetteer lists.
func unlistedID(id string) bool { return strings.HasPrefix(id, graph.Unlisted) }
