package graph

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"whomet/gazetteer"
	"whomet/ner"
)

// Days that a report may mean beside those it tells; the package comment says
// why.
const (
	late         = 1 // a day counted from the stamp may be too late by
	heldBefore   = 3
	plannedAfter = 7
	deniedBefore = 7
)

// Window is the days a report may mean, both included: those it tells, else
// those around its stamp. Both are zero when there is neither.
func (r *Report) Window() (from, to gazetteer.Day) {
	switch {
	case r.From != 0 && r.DateTold:
		return r.From, r.To
	case r.From != 0:
		return r.From - late, r.To
	case r.Published == 0:
		return 0, 0
	}
	switch r.Status {
	case ner.Planned, ner.Proposed:
		return r.Published, r.Published + plannedAfter
	case ner.Cancelled:
		return r.Published - heldBefore, r.Published + plannedAfter
	case ner.Denied, ner.Alleged:
		return r.Published - deniedBefore, r.Published
	}
	return r.Published - heldBefore, r.Published
}

// MayBeOne reports whether nothing speaks against a and b telling of the same
// occasion; the package comment lists what does. It is symmetric.
func MayBeOne(a, b *Report) bool {
	return a.Document != b.Document && a.Mode == b.Mode && sameDay(a, b) &&
		agree(a.Place, b.Place) && a.names(b.Principals) && b.names(a.Principals)
}

func sameDay(a, b *Report) bool {
	aFrom, aTo := a.Window()
	bFrom, bTo := b.Window()
	return aFrom != 0 && bFrom != 0 && aFrom <= bTo && bFrom <= aTo
}

// names reports whether both of the pair take part in r.
func (r *Report) names(pair [2]string) bool {
	for _, id := range pair {
		if _, ok := slices.BinarySearch(r.Participants, id); !ok {
			return false
		}
	}
	return true
}

// agree reports whether two places do not contradict each other.
func agree(a, b Place) bool {
	if a.City != "" && b.City != "" {
		return a.City == b.City || a.Entity != "" && a.Entity == b.Entity
	}
	return a.Country == "" || b.Country == "" || a.Country == b.Country
}

// Merge divides reports into meetings by the rules of the package comment. The
// result is sorted by id and does not depend on the order of reports. Reports
// that no chain of MayBeOne connects do not influence each other: merging them
// apart gives the same meetings. Every report must have its id.
func Merge(reports []Report) []Meeting {
	sorted := make([]*Report, len(reports))
	for i := range reports {
		sorted[i] = &reports[i]
	}
	slices.SortFunc(sorted, precedence)

	var meetings []*cluster
	var calendar Calendar[*cluster]
	for _, c := range cores(sorted) {
		if m := closest(&calendar, c); m != nil {
			m.add(c)
			continue
		}
		c.number = len(meetings)
		meetings = append(meetings, c)
		calendar.Add(c.from, c.to, c)
	}

	out := make([]Meeting, len(meetings))
	for i, c := range meetings {
		out[i] = c.meeting()
	}
	slices.SortFunc(out, func(a, b Meeting) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// precedence is the order in which reports are dealt with: told days, counted
// days, intervals, no date; by day; the same principals side by side; larger
// sets first; then the set and the id.
func precedence(a, b *Report) int {
	aFrom, aTo := a.Window()
	bFrom, bTo := b.Window()
	return cmp.Or(
		cmp.Compare(a.vagueness(), b.vagueness()),
		cmp.Compare(aFrom, bFrom), cmp.Compare(aTo, bTo),
		slices.Compare(a.Principals[:], b.Principals[:]),
		cmp.Compare(len(b.Participants), len(a.Participants)),
		slices.Compare(a.Participants, b.Participants),
		strings.Compare(a.ID, b.ID),
	)
}

func (r *Report) vagueness() int {
	switch {
	case r.From == 0:
		return 3
	case r.From != r.To:
		return 2
	case !r.DateTold:
		return 1
	}
	return 0
}

// cluster is reports of which each may be one meeting with every other. The
// first of them has precedence.
type cluster struct {
	reports  []*Report
	from, to gazetteer.Day // what the windows of all have in common
	number   int           // in the order in which meetings were begun
}

func newCluster(r *Report) *cluster {
	from, to := r.Window()
	return &cluster{reports: []*Report{r}, from: from, to: to}
}

func (c *cluster) add(other *cluster) {
	c.reports = append(c.reports, other.reports...)
	c.from, c.to = max(c.from, other.from), min(c.to, other.to)
}

func (c *cluster) mayBeOne(other *cluster) bool {
	if c.from > other.to || other.from > c.to {
		return false // most pairs of clusters, without a look at their reports
	}
	for _, a := range c.reports {
		for _, b := range other.reports {
			if !MayBeOne(a, b) {
				return false
			}
		}
	}
	return true
}

// cores is step 1: reports of the same principals on the same told day go
// together, first those that name the same people. They are neighbours in the
// order of precedence.
func cores(sorted []*Report) []*cluster {
	var alike []*cluster
	for _, r := range sorted {
		alike = gather(alike, newCluster(r), func(o *cluster) bool {
			return sameCore(o.reports[0], r) && slices.Equal(o.reports[0].Participants, r.Participants)
		})
	}
	var out []*cluster
	for _, c := range alike {
		out = gather(out, c, func(o *cluster) bool { return sameCore(o.reports[0], c.reports[0]) })
	}
	return out
}

// gather adds c to that one of the last clusters, those that fit, which is most
// like it; else it is one of its own.
func gather(all []*cluster, c *cluster, fits func(*cluster) bool) []*cluster {
	var best *cluster
	var fewest int
	for _, o := range slices.Backward(all) {
		if !fits(o) {
			break
		}
		if n := o.strangers(c.reports[0]); (best == nil || n <= fewest) && o.mayBeOne(c) {
			best, fewest = o, n
		}
	}
	if best == nil {
		return append(all, c)
	}
	best.add(c)
	return all
}

// strangers is how many people are named by r or by the report that is most like
// it, and not by both.
func (c *cluster) strangers(r *Report) int {
	fewest := math.MaxInt
	for _, other := range c.reports {
		fewest = min(fewest, apart(r.Participants, other.Participants))
	}
	return fewest
}

// apart counts what is in one of two sorted lists only.
func apart(a, b []string) (n int) {
	for len(a) > 0 && len(b) > 0 {
		switch strings.Compare(a[0], b[0]) {
		case 0:
			a, b = a[1:], b[1:]
		case -1:
			a, n = a[1:], n+1
		default:
			b, n = b[1:], n+1
		}
	}
	return n + len(a) + len(b)
}

func sameCore(a, b *Report) bool {
	return a.vagueness() < 2 && a.vagueness() == b.vagueness() && a.From == b.From && a.To == b.To && a.Principals == b.Principals
}

// closest is step 2: the meeting that c joins, or nil. A meeting is filed under
// the days of the reports it was begun with; those of later ones are among them,
// give or take Slack.
func closest(meetings *Calendar[*cluster], c *cluster) (best *cluster) {
	var bestPeople int
	var bestDays gazetteer.Day
	for m := range meetings.Near(c.from, c.to) {
		people, days := m.distance(c)
		if best != nil && cmp.Or(cmp.Compare(people, bestPeople), cmp.Compare(days, bestDays), cmp.Compare(m.number, best.number)) >= 0 {
			continue
		}
		if m.mayBeOne(c) {
			best, bestPeople, bestDays = m, people, days
		}
	}
	return best
}

// distance is by how many people and days two clusters differ. An undated
// report is thought nearest to its stamp.
func (c *cluster) distance(other *cluster) (people int, days gazetteer.Day) {
	days = likely(c.reports[0]) - likely(other.reports[0])
	return c.strangers(other.reports[0]), max(days, -days)
}

func likely(r *Report) gazetteer.Day {
	if r.From != 0 {
		return r.From
	}
	return r.Published
}
