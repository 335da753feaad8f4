package neo4j

import (
	"cmp"
	"slices"
	"strings"

	"whomet/gazetteer"
	"whomet/graph"
	"whomet/ner"
)

// told is a report with the meeting it is stored under.
type told struct {
	graph.Report
	meeting string // "" for one that is not in the graph yet
}

// pair is two people and a mode: reports that may be one meeting share at least
// one. a is the smaller id.
type pair struct {
	a, b string
	mode ner.Mode
}

func (r *told) pairs() []pair {
	if from, _ := r.Window(); from == 0 {
		return nil // nobody's twin
	}
	var out []pair
	for i, a := range r.Participants {
		for _, b := range r.Participants[i+1:] {
			out = append(out, pair{a, b, r.Mode})
		}
	}
	return out
}

// circle is a set of reports that is closed: no report outside may be one meeting
// with one inside, nor is stored under one meeting with it, so that merging the
// inside is merging all. It reads only meetings of the pairs it meets, and of
// those only the days in reach.
type circle struct {
	*batch
	members   []*told
	member    map[string]bool
	known     map[string]*told   // every report read so far, by id
	byMeeting map[string][]*told // of these the stored ones
	byPair    map[pair]*graph.Calendar[*told]
	complete  map[pair]days // for which byPair holds all there is
}

// days are an interval, both ends included.
type days struct{ from, to gazetteer.Day }

func newCircle(b *batch) *circle {
	return &circle{
		batch: b, member: map[string]bool{}, known: map[string]*told{}, byMeeting: map[string][]*told{},
		byPair: map[pair]*graph.Calendar[*told]{}, complete: map[pair]days{},
	}
}

// grow adds the seeds and everything that is connected with them.
func (c *circle) grow(seeds []*told) error {
	for _, r := range seeds {
		c.know(r)
	}
	for ring := c.admit(seeds); len(ring) > 0; {
		if err := c.read(ring); err != nil {
			return err
		}
		var next []*told
		for _, r := range ring {
			if r.meeting != "" {
				next = append(next, c.admit(c.byMeeting[r.meeting])...)
			}
			from, to := r.Window()
			for _, p := range r.pairs() {
				if c.byPair[p] == nil {
					continue
				}
				for other := range c.byPair[p].Near(from, to) {
					if !c.member[other.ID] && graph.MayBeOne(&r.Report, &other.Report) {
						next = append(next, c.admit([]*told{other})...)
					}
				}
			}
		}
		ring = next
	}
	return nil
}

// admit makes members and returns those who were none.
func (c *circle) admit(reports []*told) (added []*told) {
	for _, r := range reports {
		if !c.member[r.ID] {
			c.member[r.ID] = true
			added = append(added, r)
		}
	}
	c.members = append(c.members, added...)
	return added
}

func (c *circle) know(r *told) {
	if c.known[r.ID] != nil {
		return
	}
	c.known[r.ID] = r
	if r.meeting != "" {
		c.byMeeting[r.meeting] = append(c.byMeeting[r.meeting], r)
	}
	from, to := r.Window()
	for _, p := range r.pairs() {
		if c.byPair[p] == nil {
			c.byPair[p] = new(graph.Calendar[*told])
		}
		c.byPair[p].Add(from, to, r)
	}
}

// read fetches the meetings in which a pair of one of the ring took part, around
// its days.
func (c *circle) read(ring []*told) error {
	wanted := map[pair]days{}
	for _, r := range ring {
		from, to := r.Window()
		for _, p := range r.pairs() {
			w, ok := wanted[p]
			if !ok {
				w = days{from, to}
			}
			wanted[p] = days{min(w.from, from), max(w.to, to)}
		}
	}
	var rows []params
	for p, w := range wanted {
		if have, ok := c.complete[p]; ok {
			if have.from <= w.from && w.to <= have.to {
				continue
			}
			// A chain of reports is followed in strides that double, not day by day.
			stride := have.to - have.from
			w = days{min(w.from, have.from-stride), max(w.to, have.to+stride)}
		}
		c.complete[p] = w
		rows = append(rows, params{"a": p.a, "b": p.b, "mode": string(p.mode), "from": date(w.from), "to": date(w.to)})
	}
	if len(rows) == 0 {
		return nil
	}
	slices.SortFunc(rows, func(x, y params) int {
		return cmp.Or(strings.Compare(textOf(x["a"]), textOf(y["a"])), strings.Compare(textOf(x["b"]), textOf(y["b"])), strings.Compare(textOf(x["mode"]), textOf(y["mode"])))
	})
	_, err := c.reports("store/reports_nearby", params{"rows": rows})
	return err
}

// load reads all reports of meetings.
func (c *circle) load(meetings []string) ([]*told, error) {
	if len(meetings) == 0 {
		return nil, nil
	}
	return c.reports("store/reports_of", params{"ids": unique(meetings)})
}

// reports runs one of the statements that return them.
func (c *circle) reports(name string, p params) (out []*told, err error) {
	err = c.each(name, p, func(r row) error {
		report := reportOf(r)
		c.know(report)
		out = append(out, c.known[report.ID])
		return nil
	})
	return out, err
}

// reportOf reads a row of such a statement.
func reportOf(r row) *told {
	p, _ := r.value("report").(map[string]any)
	t := &told{Report: reportFrom(p), meeting: r.text("meeting")}
	t.Document, t.Source, t.Published = r.text("document"), r.text("source"), dayOf(r.value("published"))
	return t
}

// reportFrom is reportParams backwards.
func reportFrom(p map[string]any) graph.Report {
	r := graph.Report{
		ID: textOf(p["id"]), Participants: textsOf(p["participants"]), Status: ner.Status(textOf(p["status"])), Mode: ner.Mode(textOf(p["mode"])),
		From: dayOf(p["from"]), To: dayOf(p["to"]), DateWords: textOf(p["date_words"]),
		Place:     graph.Place{Entity: textOf(p["place"]), City: textOf(p["city"]), Country: textOf(p["country"])},
		ClaimedBy: textOf(p["claimed_by"]), ClaimedByName: textOf(p["claimed_by_name"]),
		Quote: textOf(p["quote"]), Start: numberOf(p["start"]), End: numberOf(p["end"]), Rule: textOf(p["rule"]),
	}
	r.DateTold, _ = p["date_told"].(bool)
	copy(r.Principals[:], textsOf(p["principals"]))
	return r
}

// reportParams is what a REPORTS relationship says. What is not told is left out.
func reportParams(r *graph.Report) params {
	return params{
		"id": r.ID, "participants": r.Participants, "principals": r.Principals[:], "status": string(r.Status), "mode": string(r.Mode),
		"from": date(r.From), "to": date(r.To), "date_told": r.DateTold, "date_words": some(valid(r.DateWords)),
		"place": some(r.Place.Entity), "city": some(r.Place.City), "country": some(r.Place.Country),
		"claimed_by": some(r.ClaimedBy), "claimed_by_name": some(valid(r.ClaimedByName)),
		"quote": valid(r.Quote), "start": r.Start, "end": r.End, "rule": r.Rule,
	}
}
