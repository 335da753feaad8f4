package graph

import (
	"cmp"
	"slices"

	"whomet/gazetteer"
	"whomet/ner"
)

// Meeting is one occasion, told by one report or more.
type Meeting struct {
	ID           string
	Status       ner.Status
	Disputed     bool // one report says held or alleged, another denies it
	Mode         ner.Mode
	From, To     gazetteer.Day // zero when no report tells a day
	Place        Place
	Participants []string // entity ids of all its reports, sorted
	Reports      []string // report ids, sorted
	Documents    int
	Sources      int // distinct, of those that are named
	Origins      int // texts behind the reports: copies of one dispatch count once
}

// Date is the day, "from/to" for an interval, or nil.
func (m *Meeting) Date() *string { return dateText(m.From, m.To) }

func (c *cluster) meeting() Meeting {
	m := Meeting{Mode: c.reports[0].Mode}
	documents, sources := map[string]bool{}, map[string]bool{}
	for _, r := range c.reports {
		m.Reports = append(m.Reports, r.ID)
		m.Participants = append(m.Participants, r.Participants...)
		documents[r.Document] = true
		if r.Source != "" {
			sources[r.Source] = true
		}
	}
	slices.Sort(m.Reports)
	slices.Sort(m.Participants)
	m.Participants = slices.Compact(m.Participants)
	m.ID = meetingID(m.Reports)
	m.Documents, m.Sources, m.Origins = len(documents), len(sources), origins(c.reports)
	m.Status, m.Disputed = decide(c.reports)
	m.From, m.To = c.day(m.Status)
	m.Place = c.place(m.Status)
	return m
}

// decide is the table of statuses in the package comment.
func decide(reports []*Report) (status ner.Status, disputed bool) {
	last := map[ner.Status]gazetteer.Day{} // stamp of the last report that says so
	for _, r := range reports {
		last[r.Status] = max(last[r.Status], r.Published)
	}
	said := func(s ner.Status) bool { _, ok := last[s]; return ok }
	disputed = said(ner.Denied) && (said(ner.Held) || said(ner.Alleged))

	refusal := ner.Cancelled
	if !said(ner.Cancelled) || last[ner.Denied] > last[ner.Cancelled] {
		refusal = ner.Denied
	}
	hope := ner.Planned
	if !said(ner.Planned) {
		hope = ner.Proposed
	}
	switch hoped := max(last[ner.Planned], last[ner.Proposed]); {
	case said(ner.Held):
		return ner.Held, disputed
	case said(ner.Alleged):
		return ner.Alleged, disputed
	case !said(refusal):
		return hope, disputed
	case !said(hope) || last[refusal] >= hoped:
		return refusal, disputed
	}
	return hope, disputed
}

// most is what the most of values say, of several the one that compares least.
func most[T comparable](values []T, compare func(a, b T) int) (best T) {
	count := map[T]int{}
	for _, v := range values {
		count[v]++
		if count[v] > count[best] || count[v] == count[best] && compare(v, best) < 0 {
			best = v
		}
	}
	return best
}

// day is the narrowest told interval, see the package comment.
func (c *cluster) day(status ner.Status) (from, to gazetteer.Day) {
	type interval struct{ from, to gazetteer.Day }
	var told []interval
	for _, fits := range []func(r *Report) bool{
		func(r *Report) bool { return r.Status == status && r.DateTold },
		func(r *Report) bool { return r.Status == status },
		func(r *Report) bool { return r.DateTold },
		func(r *Report) bool { return true },
	} {
		for _, r := range c.reports {
			if r.From != 0 && fits(r) {
				told = append(told, interval{r.From, r.To})
			}
		}
		if len(told) > 0 {
			break
		}
	}
	if len(told) == 0 {
		return 0, 0
	}
	width := func(i interval) gazetteer.Day { return i.to - i.from }
	narrowest := slices.MinFunc(told, func(a, b interval) int { return cmp.Compare(width(a), width(b)) })
	told = slices.DeleteFunc(told, func(i interval) bool { return width(i) > width(narrowest) })
	best := most(told, func(a, b interval) int { return cmp.Compare(a.from, b.from) })
	return best.from, best.to
}

// place is the one told most often, a city before a country; reports of the
// meeting's status are heard first.
func (c *cluster) place(status ner.Status) Place {
	for _, fits := range []func(r *Report) bool{
		func(r *Report) bool { return r.Status == status && r.Place.City != "" },
		func(r *Report) bool { return r.Place.City != "" },
		func(r *Report) bool { return r.Status == status && r.Place != Place{} },
		func(r *Report) bool { return r.Place != Place{} },
	} {
		var places []Place
		for _, r := range c.reports {
			if fits(r) {
				places = append(places, r.Place)
			}
		}
		if len(places) > 0 {
			return most(places, comparePlaces)
		}
	}
	return Place{}
}

func comparePlaces(a, b Place) int {
	return cmp.Or(cmp.Compare(a.City, b.City), cmp.Compare(a.Country, b.Country), cmp.Compare(a.Entity, b.Entity))
}
