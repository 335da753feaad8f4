package sqlite

import (
	"cmp"
	"database/sql"
	"slices"
	"strings"

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

// Tells is what the report says.
func (r *told) Tells() *graph.Report { return &r.Report }

// Under is the key of its meeting.
func (r *told) Under() int64 { return r.meeting }

// pair is two people of a report and its mode; a is the smaller key. It is what
// report_pair finds the report by.
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

// circle is the seeds and all that is connected with them.
func (b *batch) circle(seeds []*told) ([]*told, error) {
	read := map[int64]bool{}
	for _, r := range seeds {
		read[r.key] = true
	}
	return graph.Circle(seeds, func(near []graph.Nearby) ([]*told, error) {
		rows := make([][6]any, len(near))
		for i, n := range near {
			rows[i] = [6]any{n.A, n.B, n.Mode, n.From, n.To, n.Last}
		}
		var keys []int64
		err := each(b.ctx, b.tx, func(scan scan) error {
			var key int64
			err := scan(&key)
			if !read[key] {
				read[key] = true
				keys = append(keys, key)
			}
			return err
		}, nearbyReports, list(rows))
		if err != nil {
			return nil, err
		}
		return b.load(keys)
	})
}

// load reads reports, as far as merging wants to know them.
func (b *batch) load(keys []int64) ([]*told, error) {
	if len(keys) == 0 {
		return nil, nil
	}
	param := list(keys)
	loaded := make(map[int64]*told, len(keys))
	var out []*told
	err := each(b.ctx, b.tx, func(scan scan) error {
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
	err = each(b.ctx, b.tx, func(scan scan) error {
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

// nearbyReports finds all reports of the meetings that have one such: [a, b,
// mode, from, to, last], see graph.Nearby.
const nearbyReports = `WITH near (meeting) AS MATERIALIZED (
    SELECT DISTINCT r.meeting FROM json_each(?) j
    CROSS JOIN entity x ON x.id = j.value->>0
    CROSS JOIN entity y ON y.id = j.value->>1
    CROSS JOIN report_pair p ON p.a = min(x.key, y.key) AND p.b = max(x.key, y.key) AND p.mode = j.value->>2
      AND p.win_to BETWEEN j.value->>3 AND j.value->>5 AND p.win_from <= j.value->>4
    CROSS JOIN report r ON r.key = p.report)
  SELECT r.key FROM near CROSS JOIN report r ON r.meeting = near.meeting`

// loadReports is what merging wants to know of reports.
const loadReports = `SELECT r.key, r.id, d.id, d.source, d.published, r.meeting, r.status, r.mode,
         r.day_from, r.day_to, r.date_told, r.date_words, x.id, y.id, coalesce(p.id, ''), r.city, r.country, r.quote
  FROM json_each(?) j CROSS JOIN report r ON r.key = j.value
  JOIN document d ON d.key = r.document JOIN entity x ON x.key = r.principal JOIN entity y ON y.key = r.other_principal
  LEFT JOIN entity p ON p.key = r.place`

// loadParticipants is who takes part in them.
const loadParticipants = `SELECT p.report, e.key, e.id FROM json_each(?) j CROSS JOIN report_participant p ON p.report = j.value
  JOIN entity e ON e.key = p.entity`
