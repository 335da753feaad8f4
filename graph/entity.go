package graph

import (
	"slices"
	"strings"

	"whomet/gazetteer"
)

// Entity is everyone the graph speaks of.
type Entity struct {
	Named
	Listed  bool   // in the gazetteer
	ISO     string // countries
	Kind    string // organizations
	Country string // cities: entity id of their country
}

// Describe says of an entity what the gazetteer knows; of one it does not list,
// what the document says.
func Describe(g *gazetteer.Gazetteer, n Named) Entity {
	e, ok := g.Entity(n.ID)
	if !ok {
		return Entity{Named: n}
	}
	out := Entity{Named: Named{ID: e.ID, Type: e.Type, Name: e.Name, NameAr: e.NameAr}, Listed: true, ISO: e.ISO, Kind: e.Kind}
	if e.Type == gazetteer.City {
		out.Country = e.Country
	}
	return out
}

// EntityRowOf is what the gazetteer knows of an entity, without counts; nil
// when it does not list it.
func EntityRowOf(g *gazetteer.Gazetteer, id string) *EntityRow {
	e, ok := g.Entity(id)
	if !ok {
		return nil
	}
	row := &EntityRow{
		EntityRef: EntityRef{Entity: id, Type: e.Type, Name: e.Name, NameAr: e.NameAr},
		Listed:    true, ISO: e.ISO, Kind: e.Kind,
		Names: []string{}, Offices: []OfficeRow{}, Ambiguous: []Ambiguity{},
	}
	for _, a := range e.Aliases {
		row.Names = append(row.Names, a.Text)
	}
	for _, o := range g.Offices {
		if o.Person != id {
			continue
		}
		r := OfficeRow{Role: o.Role, Of: o.Of, Scope: o.Scope, From: dateOrNil(o.From), To: dateOrNil(o.To), Acting: o.Acting}
		if of, ok := g.Entity(o.Of); ok {
			r.OfName = of.Name
		}
		row.Offices = append(row.Offices, r)
	}
	slices.SortStableFunc(row.Offices, func(a, b OfficeRow) int { return strings.Compare(deref(a.From), deref(b.From)) })
	return row
}

func dateOrNil(d gazetteer.Date) *string {
	if d.Zero() {
		return nil
	}
	s := d.String()
	return &s
}
