package sqlite

import (
	"cmp"
	"database/sql"
	"math"
	"slices"
	"strings"

	"whomet/gazetteer"
	"whomet/graph"
	"whomet/ner"
)

// told is a report with its place in the file.
type told struct {
	graph.Report
	key      int64
	document int64   // only of fresh ones
	meeting  int64   // of fresh ones 0 until they are merged
	people   []int64 // keys of Participants, in the same order
	fresh    bool    // not in the file yet
}

// pair is two people of a report and its mode; a is the smaller key. Reports that
// may be one meeting have the principals of each as a pair of the other.
type pair struct {
	a, b int64
	mode ner.Mode
}

func (r *told) pairs() []pair {
	if from, _ := r.Window(); from == 0 {
		return nil // nobody's twin
	}
	keys := slices.Sorted(slices.Values(r.people))
	var out []pair
	for i, a := range keys {
		for _, b := range keys[i+1:] {
			out = append(out, pair{a, b, r.Mode})
		}
	}
	return out
}

// principals is the pair that every report of the same meeting names.
func (r *told) principals() pair {
	var keys [2]int64
	for i, id := range r.Principals {
		at, _ := slices.BinarySearch(r.Participants, id)
		keys[i] = r.people[at]
	}
	return pair{min(keys[0], keys[1]), max(keys[0], keys[1]), r.Mode}
}

// circle is a set of reports that is closed: no report outside may be one
// meeting with one inside, so that merging the inside is merging all. It reads
// only reports that name the principals it meets, and of those only the days in
// reach.
type circle struct {
	*batch
	members  []*told
	member   map[int64]bool
	known    map[int64]*told // every report read so far, by key
	byPair   map[pair]*graph.Calendar[*told]
	complete map[pair]days // for which byPair holds all there is
}

// days are an interval, both ends included.
type days struct{ from, to gazetteer.Day }

const maxDay gazetteer.Day = math.MaxInt32

func (b *batch) newCircle() *circle {
	return &circle{
		batch: b, member: map[int64]bool{}, known: map[int64]*told{},
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
			from, to := r.Window()
			for other := range c.byPair[r.principals()].Near(from, to) {
				if !c.member[other.key] && graph.MayBeOne(&r.Report, &other.Report) {
					next = append(next, c.admit([]*told{other})...)
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
		if !c.member[r.key] {
			c.member[r.key] = true
			added = append(added, r)
		}
	}
	c.members = append(c.members, added...)
	return added
}

func (c *circle) know(r *told) {
	if c.known[r.key] != nil {
		return
	}
	c.known[r.key] = r
	from, to := r.Window()
	for _, p := range r.pairs() {
		if c.byPair[p] == nil {
			c.byPair[p] = new(graph.Calendar[*told])
		}
		c.byPair[p].Add(from, to, r)
	}
}

// read fetches the reports that share a pair with one of the ring, for the days
// around it.
func (c *circle) read(ring []*told) error {
	wanted := map[pair]days{}
	for _, r := range ring {
		from, to := r.Window()
		if from == 0 {
			continue // nobody's twin
		}
		p := r.principals()
		w, ok := wanted[p]
		if !ok {
			w = days{from, to}
		}
		wanted[p] = days{min(w.from, from), max(w.to, to)}
	}
	var rows [][6]any
	for p, w := range wanted {
		have, ok := c.complete[p]
		if !ok {
			c.complete[p] = w
			rows = append(rows, [6]any{p.a, p.b, p.mode, w.from, w.to, maxDay})
			continue
		}
		// A chain of reports is followed in strides that double, not day by day.
		if w.from < have.from {
			w.from = min(w.from, have.from-(have.to-have.from))
			// Whatever reaches further is read already.
			rows = append(rows, [6]any{p.a, p.b, p.mode, w.from, have.from - 1, have.from - 1})
			have.from = w.from
		}
		if w.to > have.to {
			w.to = max(w.to, have.to+(have.to-have.from))
			rows = append(rows, [6]any{p.a, p.b, p.mode, have.to + 1, w.to, maxDay})
			have.to = w.to
		}
		c.complete[p] = have
	}
	if len(rows) == 0 {
		return nil
	}
	var keys []int64
	err := each(c.ctx, c.tx, func(scan scan) error {
		var key int64
		err := scan(&key)
		if c.known[key] == nil {
			keys = append(keys, key)
		}
		return err
	}, nearbyReports, list(rows))
	if err != nil {
		return err
	}
	reports, err := c.load(keys)
	for _, r := range reports {
		c.know(r)
	}
	return err
}

// load reads reports, as far as merging wants to know them.
func (c *circle) load(keys []int64) ([]*told, error) {
	if len(keys) == 0 {
		return nil, nil
	}
	param := list(keys)
	loaded := make(map[int64]*told, len(keys))
	var out []*told
	err := each(c.ctx, c.tx, func(scan scan) error {
		r := &told{}
		var published, from, to sql.NullString
		err := scan(&r.key, &r.ID, &r.Document, &r.Source, &published, &r.meeting, &r.Status, &r.Mode,
			&from, &to, &r.DateTold, &r.DateWords, &r.Principals[0], &r.Principals[1], &r.Place.Entity, &r.Place.City, &r.Place.Country, &r.Quote)
		if err != nil {
			return err
		}
		if r.Published, err = parseDay(published); err != nil {
			return err
		}
		if r.From, err = parseDay(from); err != nil {
			return err
		}
		if r.To, err = parseDay(to); err != nil {
			return err
		}
		loaded[r.key] = r
		out = append(out, r)
		return nil
	}, loadReports, param)
	if err != nil {
		return nil, err
	}
	type person struct {
		id  string
		key int64
	}
	people := make(map[int64][]person, len(keys))
	err = each(c.ctx, c.tx, func(scan scan) error {
		var report int64
		var p person
		err := scan(&report, &p.key, &p.id)
		people[report] = append(people[report], p)
		return err
	}, loadParticipants, param)
	for key, list := range people {
		slices.SortFunc(list, func(a, b person) int { return strings.Compare(a.id, b.id) })
		for _, p := range list {
			loaded[key].Participants = append(loaded[key].Participants, p.id)
			loaded[key].people = append(loaded[key].people, p.key)
		}
	}
	slices.SortFunc(out, func(a, b *told) int { return cmp.Compare(a.key, b.key) })
	return out, err
}

// nearbyReports finds reports by pair, mode and days: [a, b, mode, from, to,
// last], where last is a day that none of them goes beyond.
const nearbyReports = `SELECT DISTINCT p.report FROM json_each(?) j CROSS JOIN report_pair p
  WHERE p.a = j.value->>0 AND p.b = j.value->>1 AND p.mode = j.value->>2
    AND p.win_to BETWEEN j.value->>3 AND j.value->>5 AND p.win_from <= j.value->>4`

// loadReports is what merging wants to know of reports.
const loadReports = `SELECT r.key, r.id, d.id, d.source, d.published, r.meeting, r.status, r.mode,
         r.day_from, r.day_to, r.date_told, r.date_words, x.id, y.id, coalesce(p.id, ''), r.city, r.country, r.quote
  FROM json_each(?) j CROSS JOIN report r ON r.key = j.value
  JOIN document d ON d.key = r.document JOIN entity x ON x.key = r.principal JOIN entity y ON y.key = r.other_principal
  LEFT JOIN entity p ON p.key = r.place`

// loadParticipants is who takes part in them.
const loadParticipants = `SELECT p.report, e.key, e.id FROM json_each(?) j CROSS JOIN report_participant p ON p.report = j.value
  JOIN entity e ON e.key = p.entity`
