package graph

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"whomet/gazetteer"
	"whomet/ner"
)

// Filed is a report as a store files it: under a meeting, by whatever the store
// knows that by. The zero M is none: the report is new.
type Filed[M comparable] interface {
	Tells() *Report
	Under() M
}

// Nearby names reports that a store has to find: in which both A and B, of the
// smaller id, took part in that mode, and whose [Report.Window] touches the days
// from From to To. Those that reach beyond Last are found already.
type Nearby struct {
	A, B           string
	Mode           ner.Mode
	From, To, Last gazetteer.Day
}

// Circle is the seeds and all reports that are connected with them: no report
// outside may be one meeting with one inside, nor is it stored under one meeting
// with it, so that merging the circle is merging all. find returns all reports of
// the meetings to which those belong that it is asked for; it may return more,
// and the same again. Only reports that name the principals of the circle are
// asked for, and of those only the days in reach.
func Circle[R Filed[M], M comparable](seeds []R, find func([]Nearby) ([]R, error)) ([]R, error) {
	c := circle[R, M]{
		member: map[string]bool{}, known: map[string]bool{}, under: map[M][]R{},
		named: map[pair]*Calendar[R]{}, complete: map[pair]days{},
	}
	for _, r := range seeds {
		c.know(r)
	}
	for ring := c.admit(seeds); len(ring) > 0; {
		if near := c.missing(ring); len(near) > 0 {
			found, err := find(near)
			if err != nil {
				return nil, err
			}
			for _, r := range found {
				c.know(r)
			}
		}
		var next []R
		for _, r := range ring {
			next = append(next, c.admit(c.touching(r))...)
		}
		ring = next
	}
	return c.members, nil
}

type circle[R Filed[M], M comparable] struct {
	members  []R
	member   map[string]bool // by id
	known    map[string]bool // by id: every report that was found so far
	under    map[M][]R       // of these the stored ones
	named    map[pair]*Calendar[R]
	complete map[pair]days // for which named holds all there is
}

// pair is two people and a mode; a is the smaller id. Reports that may be one
// meeting have the principals of each as a pair of the other.
type pair struct {
	a, b string
	mode ner.Mode
}

// days are an interval, both ends included.
type days struct{ from, to gazetteer.Day }

// endOfTime is a day that no report goes beyond.
const endOfTime gazetteer.Day = math.MaxInt32

func principalsOf(r *Report) pair { return pair{r.Principals[0], r.Principals[1], r.Mode} }

// admit makes members and returns those who were none.
func (c *circle[R, M]) admit(reports []R) (added []R) {
	for _, r := range reports {
		if id := r.Tells().ID; !c.member[id] {
			c.member[id] = true
			added = append(added, r)
		}
	}
	c.members = append(c.members, added...)
	return added
}

func (c *circle[R, M]) know(r R) {
	t := r.Tells()
	if c.known[t.ID] {
		return
	}
	c.known[t.ID] = true
	var none M
	if m := r.Under(); m != none {
		c.under[m] = append(c.under[m], r)
	}
	from, to := t.Window()
	if from == 0 {
		return // nobody's twin
	}
	for i, a := range t.Participants {
		for _, b := range t.Participants[i+1:] {
			p := pair{a, b, t.Mode}
			if c.named[p] == nil {
				c.named[p] = new(Calendar[R])
			}
			c.named[p].Add(from, to, r)
		}
	}
}

// touching is the known reports that r draws into the circle.
func (c *circle[R, M]) touching(r R) (out []R) {
	var none M
	if m := r.Under(); m != none {
		out = append(out, c.under[m]...)
	}
	t := r.Tells()
	if all := c.named[principalsOf(t)]; all != nil {
		from, to := t.Window()
		for other := range all.Near(from, to) {
			if !c.member[other.Tells().ID] && MayBeOne(t, other.Tells()) {
				out = append(out, other)
			}
		}
	}
	return out
}

// missing is what has to be found before the reports of the ring are followed. A
// chain of reports is followed in strides that double, not day by day.
func (c *circle[R, M]) missing(ring []R) (near []Nearby) {
	wanted := map[pair]days{}
	for _, r := range ring {
		from, to := r.Tells().Window()
		if from == 0 {
			continue
		}
		p := principalsOf(r.Tells())
		w, ok := wanted[p]
		if !ok {
			w = days{from, to}
		}
		wanted[p] = days{min(w.from, from), max(w.to, to)}
	}
	for p, w := range wanted {
		have, ok := c.complete[p]
		if !ok {
			c.complete[p] = w
			near = append(near, Nearby{p.a, p.b, p.mode, w.from, w.to, endOfTime})
			continue
		}
		stride := have.to - have.from
		if w.from < have.from {
			w.from = min(w.from, have.from-stride)
			near = append(near, Nearby{p.a, p.b, p.mode, w.from, have.from - 1, have.from - 1})
			have.from = w.from
		}
		if w.to > have.to {
			w.to = max(w.to, have.to+stride)
			near = append(near, Nearby{p.a, p.b, p.mode, have.to + 1, w.to, endOfTime})
			have.to = w.to
		}
		c.complete[p] = have
	}
	slices.SortFunc(near, func(x, y Nearby) int {
		return cmp.Or(strings.Compare(x.A, y.A), strings.Compare(x.B, y.B), cmp.Compare(x.Mode, y.Mode), cmp.Compare(x.From, y.From))
	})
	return near
}
