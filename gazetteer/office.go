package gazetteer

import (
	"cmp"
	"sort"
)

// Holders returns who held the role of a country or body on a day, in the order
// of Offices. scope "" asks for offices without scope only.
//
// certain are those whose term surely covers the day. possible are those whose
// term may: the ends are known to the month or the year only, the day is the day
// of a hand-over or next to it (papers and sources differ by a day), or the term
// was open when last looked at and the day is later. Where one person's terms
// follow on each other there is no hand-over, and the later term is certain. Of
// the zero Day nothing is certain.
func (g *Gazetteer) Holders(role, of, scope string, on Day) (certain, possible []*Office) {
	for i := g.firstOffice(of, role); i < len(g.Offices) && g.Offices[i].Of == of && g.Offices[i].Role == role; i++ {
		if g.Offices[i].Scope == scope {
			certain, possible = g.place(&g.Offices[i], on, certain, possible)
		}
	}
	return certain, possible
}

// HoldersOf returns who held any office of a country or body on a day, as
// Holders does. A person with two offices is there twice.
func (g *Gazetteer) HoldersOf(of string, on Day) (certain, possible []*Office) {
	for i := g.firstOffice(of, ""); i < len(g.Offices) && g.Offices[i].Of == of; i++ {
		certain, possible = g.place(&g.Offices[i], on, certain, possible)
	}
	return certain, possible
}

// firstOffice is where the offices of that body and role begin or would begin.
func (g *Gazetteer) firstOffice(of, role string) int {
	return sort.Search(len(g.Offices), func(i int) bool {
		o := &g.Offices[i]
		return cmp.Or(cmp.Compare(o.Of, of), cmp.Compare(o.Role, role)) >= 0
	})
}

// OfficesOf returns the offices of a person in the order of Offices.
func (g *Gazetteer) OfficesOf(person string) []*Office {
	list := make([]*Office, 0, len(g.byPerson[person]))
	for _, i := range g.byPerson[person] {
		list = append(list, &g.Offices[i])
	}
	return list
}

// place adds the office to those that surely or possibly cover the day.
func (g *Gazetteer) place(o *Office, on Day, certain, possible []*Office) (c, p []*Office) {
	switch surely, maybe := g.covers(o, on); {
	case surely:
		return append(certain, o), possible
	case maybe:
		return certain, append(possible, o)
	}
	return certain, possible
}

// covers is Office.Covers, but knows that a term which follows on another of the
// same person makes no hand-over: the later one surely covers the days of the seam.
func (g *Gazetteer) covers(o *Office, on Day) (surely, maybe bool) {
	surely, maybe = o.Covers(on)
	if surely || !maybe {
		return surely, maybe
	}
	for _, i := range g.byPerson[o.Person] {
		other := &g.Offices[i]
		if other.Of != o.Of || other.Role != o.Role || other.Scope != o.Scope {
			continue
		}
		if !o.From.Zero() && other.To == o.From {
			both := Office{From: other.From, To: o.To, AsOf: o.AsOf}
			if s, _ := both.Covers(on); s {
				return true, true
			}
		}
		if !o.To.Zero() && other.From == o.To {
			both := Office{From: o.From, To: other.To, AsOf: other.AsOf}
			if s, _ := both.Covers(on); s {
				return false, false
			}
		}
	}
	return surely, maybe
}

// Covers reports whether the term surely covers the day, and whether it may.
func (o *Office) Covers(on Day) (surely, maybe bool) {
	if on == 0 {
		return false, true
	}
	surely, maybe = true, true
	if !o.From.Zero() {
		surely = on > o.From.Last+1
		maybe = on >= o.From.First-1
	}
	switch {
	case !o.To.Zero():
		surely = surely && on < o.To.First-1
		maybe = maybe && on <= o.To.Last+1
	case on > o.AsOf:
		surely = false
	}
	return surely, maybe
}
