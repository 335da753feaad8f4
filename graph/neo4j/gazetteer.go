package neo4j

import (
	"slices"

	"whomet/gazetteer"
)

// portion is how many rows of the gazetteer one statement writes.
const portion = 2000

// list brings what the graph knows by the gazetteer in line with the one in force:
// everybody it lists, offices, and which country places and bodies belong to. It
// is all there whether or not a document speaks of it, so that one can ask for
// those who are never named.
func (b *batch) list() error {
	var before []string
	err := b.each("store/listed", nil, func(r row) error {
		before = append(before, r.text("id"))
		return nil
	})
	if err != nil {
		return err
	}
	dropped := unique(slices.DeleteFunc(before, func(id string) bool {
		_, listed := b.gazetteer.Entity(id)
		return listed
	}))
	if err := b.exec("store/unrelate", nil); err != nil {
		return err
	}
	for _, name := range []string{"store/unlist", "store/unlisted", "store/orphans"} {
		if len(dropped) == 0 {
			break
		}
		if err := b.exec(name, params{"ids": dropped}); err != nil {
			return err
		}
	}
	var entities, offices, cities, bodies []params
	for i := range b.gazetteer.Entities {
		e := &b.gazetteer.Entities[i]
		aliases := make([]string, len(e.Aliases))
		for i, a := range e.Aliases {
			aliases[i] = a.Text
		}
		entities = append(entities, params{"id": e.ID, "type": string(e.Type), "entity": params{
			"id": e.ID, "name": e.Name, "name_ar": e.NameAr, "listed": true, "iso": some(e.ISO), "kind": some(e.Kind), "aliases": aliases,
		}})
		switch {
		case e.Country == "":
		case e.Type == gazetteer.City:
			cities = append(cities, params{"id": e.ID, "country": e.Country})
		case e.Type == gazetteer.Organization:
			bodies = append(bodies, params{"id": e.ID, "country": e.Country})
		}
	}
	for i := range b.gazetteer.Offices {
		o := &b.gazetteer.Offices[i]
		offices = append(offices, params{"person": o.Person, "of": o.Of, "office": params{
			"role": o.Role, "scope": some(o.Scope), "acting": o.Acting,
			"from": date(o.From.First), "to": date(o.To.Last),
			"from_told": asTold(o.From), "to_told": asTold(o.To),
		}})
	}
	for _, write := range []struct {
		name string
		rows []params
	}{
		{"store/list", entities}, {"store/offices", offices}, {"store/in_country", cities}, {"store/part_of", bodies},
	} {
		for rows := range slices.Chunk(write.rows, portion) {
			if err := b.exec(write.name, params{"rows": rows}); err != nil {
				return err
			}
		}
	}
	return nil
}

// asTold is a date as the gazetteer tells it, to the day, the month or the year.
func asTold(d gazetteer.Date) any {
	if d.Zero() {
		return nil
	}
	return d.String()
}
