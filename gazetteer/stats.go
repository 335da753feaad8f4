package gazetteer

import (
	"cmp"
	"slices"
	"strings"
)

// Count is how often something is there.
type Count struct {
	Key string `json:"key"`
	N   int    `json:"n"`
}

// Stats tells how much a gazetteer holds. Every list is sorted by falling number,
// then by key.
type Stats struct {
	Entities []Count // by type
	Arabic   []Count // by type: those with an Arabic name
	Aliases  []Count // by language and strength: "ar strong"
	Offices  []Count // by role
	Holders  []Count // offices by country or body: iso code or entity id
	Sources  []Count // entities by source
	Patterns int     // role patterns
}

// Stats counts what the gazetteer holds.
func (g *Gazetteer) Stats() Stats {
	entities, arabic, aliases := tally{}, tally{}, tally{}
	offices, holders, sources := tally{}, tally{}, tally{}
	for _, e := range g.Entities {
		entities[string(e.Type)]++
		if e.NameAr != "" {
			arabic[string(e.Type)]++
		}
		sources[e.Source]++
		for _, a := range e.Aliases {
			aliases[a.Lang+" "+a.Strength]++
		}
	}
	for _, o := range g.Offices {
		offices[o.Role]++
		holders[g.label(o.Of)]++
	}
	return Stats{
		Entities: entities.list(), Arabic: arabic.list(), Aliases: aliases.list(),
		Offices: offices.list(), Holders: holders.list(), Sources: sources.list(),
		Patterns: len(g.Roles),
	}
}

type tally map[string]int

func (t tally) list() []Count {
	list := make([]Count, 0, len(t))
	for k, n := range t {
		list = append(list, Count{k, n})
	}
	slices.SortFunc(list, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.N, a.N), strings.Compare(a.Key, b.Key))
	})
	return list
}
