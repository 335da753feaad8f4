package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/fold"
)

// Place of a meeting; every part may be "".
type Place struct {
	Entity  string // id of the city, or of the country where no city is told
	City    string // English name
	Country string // English name
}

// Report is one document telling of one meeting.
type Report struct {
	ID            string
	Document      string
	Source        string
	Published     gazetteer.Day // of the document; zero when unknown
	Participants  []string      // entity ids, sorted, two or more
	Principals    [2]string     // of them the two the text names first: who receives or calls, and whom; sorted
	Status        ner.Status
	Mode          ner.Mode
	From, To      gazetteer.Day // told days, both included; zero when the text tells none
	DateTold      bool          // a weekday or a date is told; else the day is counted from the stamp ("yesterday")
	DateWords     string        // the words the day came from, folded
	Place         Place
	ClaimedBy     string // entity id of who says so, or ""
	ClaimedByName string // his name, or ""
	Quote         string // the sentence a reader would quote
	Start, End    int    // where it stands in the text
	Rule          string
}

// Date is the told day, "from/to" for an interval, or nil.
func (r *Report) Date() *string { return dateText(r.From, r.To) }

func dateText(from, to gazetteer.Day) *string {
	if from == to {
		return DayText(from)
	}
	s := from.String() + "/" + to.String()
	return &s
}

// reports turns the meetings of the document into reports. One with fewer than
// two identified participants is none.
func (p *Projection) reports(d *ner.Annotated, w *who) error {
	for i := range d.Meetings {
		m := &d.Meetings[i]
		r := Report{
			Document: p.ID, Source: p.Source, Published: p.Published,
			Status: m.Status, Mode: m.Mode, Rule: m.Rule,
		}
		for j := range m.Participants {
			if id := w.participant(&m.Participants[j]); id != "" {
				r.Participants = append(r.Participants, id)
			}
		}
		r.Principals = principals(r.Participants)
		slices.Sort(r.Participants)
		r.Participants = slices.Compact(r.Participants)
		if len(r.Participants) < 2 {
			continue
		}
		for j := range m.Participants {
			q := &m.Participants[j]
			if id := w.participant(q); id != "" {
				w.add(id, q.Type, q.Name, q.NameAr)
			}
		}
		if m.Date != nil {
			var err error
			if r.From, r.To, err = parseDates(*m.Date); err != nil {
				return fmt.Errorf("meeting %d: %w", i, err)
			}
		}
		r.DateTold = m.Date != nil && m.DateTold
		if m.DateOrigin != nil {
			r.DateWords = fold.String(*m.DateOrigin)
		}
		if m.Place != nil {
			r.Place = Place{Entity: deref(m.Place.Entity), City: deref(m.Place.City), Country: deref(m.Place.Country)}
		}
		if m.ClaimedBy != nil {
			r.ClaimedBy, r.ClaimedByName = deref(m.ClaimedBy.Entity), m.ClaimedBy.Name
		}
		if len(m.Evidence) > 0 {
			e := m.Evidence[0]
			r.Quote, r.Start, r.End = e.Text, e.Start, e.End
		}
		p.Reports = append(p.Reports, r)
	}
	p.Reports = identify(p.Reports)
	for i := range p.Reports {
		r := &p.Reports[i]
		if r.Place.City != "" {
			w.guess(r.Place.Entity, gazetteer.City, r.Place.City)
		} else {
			w.guess(r.Place.Entity, gazetteer.Country, r.Place.Country)
		}
		w.guess(r.ClaimedBy, gazetteer.Organization, r.ClaimedByName)
	}
	return nil
}

// principals is the first two of the ids, which are in the order of the text.
func principals(ids []string) (pair [2]string) {
	for _, id := range ids {
		switch {
		case pair[0] == "":
			pair[0] = id
		case id != pair[0]:
			pair[1] = id
			slices.Sort(pair[:])
			return pair
		}
	}
	return pair
}

// guess is add for a place or claimant whom nothing else in the document
// names, so that his type has to be guessed; "" is nobody.
func (w *who) guess(id string, typ gazetteer.Type, name string) {
	if _, known := w.found[id]; id != "" && !known {
		w.add(id, typ, name, "")
	}
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// parseDates reads "2015-08-03" or "2015-08-03/2015-08-05".
func parseDates(s string) (from, to gazetteer.Day, err error) {
	first, last, interval := strings.Cut(s, "/")
	if !interval {
		last = first
	}
	if from, err = gazetteer.ParseDay(first); err != nil {
		return 0, 0, err
	}
	if to, err = gazetteer.ParseDay(last); err != nil {
		return 0, 0, err
	}
	if from > to {
		return 0, 0, fmt.Errorf("%q ends before it begins", s)
	}
	return from, to, nil
}

// identify gives the reports of one document their ids, whatever order they
// come in, and drops those that say the same thing twice.
func identify(reports []Report) []Report {
	slices.SortFunc(reports, compareReports)
	reports = slices.CompactFunc(reports, func(a, b Report) bool { return compareReports(a, b) == 0 })
	taken := map[string]int{}
	for i := range reports {
		base := reportID(&reports[i], 0)
		reports[i].ID = base
		if n := taken[base]; n > 0 {
			reports[i].ID = reportID(&reports[i], n)
		}
		taken[base]++
	}
	slices.SortFunc(reports, func(a, b Report) int { return strings.Compare(a.ID, b.ID) })
	return reports
}

// compareReports orders the reports of one document by all they say.
func compareReports(a, b Report) int {
	return cmp.Or(
		cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End),
		slices.Compare(a.Participants, b.Participants), slices.Compare(a.Principals[:], b.Principals[:]),
		cmp.Compare(a.Status, b.Status), cmp.Compare(a.Mode, b.Mode),
		cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To),
		cmp.Compare(a.Place.Entity, b.Place.Entity), cmp.Compare(a.Place.City, b.Place.City), cmp.Compare(a.Place.Country, b.Place.Country),
		cmp.Compare(a.ClaimedBy, b.ClaimedBy), cmp.Compare(a.ClaimedByName, b.ClaimedByName),
		cmp.Compare(a.DateWords, b.DateWords), compareBool(a.DateTold, b.DateTold), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Quote, b.Quote),
	)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
