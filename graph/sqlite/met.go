package sqlite

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"whomet/graph"
	"whomet/ner"
)

// fits is what every question about meetings asks of a meeting m, but for who
// took part.
const fits = `
  (:status = 'any' OR m.status = :status) AND (:mode = 'any' OR m.mode = :mode)
  AND (:in = '' OR m.place IN (SELECT key FROM entity WHERE id = :in OR country = :in))
  AND CASE WHEN :undated THEN m.day_from IS NULL
      ELSE (:from = '' OR m.day_to >= :from) AND (:to = '' OR m.day_from <= :to) END`

// inOffice says that entity p.entity held an office when meeting m took place;
// at any time, where the day of the meeting is not known.
const inOffice = `
  (:country = '' OR EXISTS (
    SELECT 1 FROM officer o WHERE o.entity = p.entity
      AND (m.day_from IS NULL OR o.since <= m.day_to AND (o.until = '' OR o.until > m.day_from))))`

// filter is the parameters of fits and inOffice.
func (a *asking) filter(undated bool) []any {
	anyOf := func(s string) string {
		if s == "" {
			return graph.Any
		}
		return s
	}
	return slices.Concat(a.bounds(undated), a.officersOf(a.q.Country), []any{
		sql.Named("status", anyOf(a.q.Status)), sql.Named("mode", anyOf(a.q.Mode)), sql.Named("in", a.q.In),
	})
}

// metTables: the meetings of :who, and each with each counterpart.
const metTables = `
WITH ` + officers + `,
other (entity, meeting, day_from, day_to) AS MATERIALIZED (
  SELECT p.entity, m.key, m.day_from, m.day_to
  FROM (SELECT DISTINCT meeting FROM participant WHERE entity IN (SELECT value FROM json_each(:who))) w
  CROSS JOIN meeting m ON m.key = w.meeting
  CROSS JOIN participant p ON p.meeting = m.key
  WHERE p.entity NOT IN (SELECT value FROM json_each(:who)) AND ` + fits + ` AND ` + inOffice + `)`

func (a *asking) met() error {
	rows := graph.Counterparts{}
	who, err := a.keys(a.q.Who[0])
	if err != nil {
		return err
	}
	args := append(a.filter(false), sql.Named("who", list(who)))
	err = a.each(func(scan scan) error {
		var c graph.Counterpart
		var first, last sql.NullString
		err := scan(&a.answer.Total, &c.Entity, &c.Type, &c.Name, &c.NameAr, &c.Meetings, &first, &last, &c.Documents, &c.Sources)
		c.First, c.Last = text(first), text(last)
		rows = append(rows, c)
		return err
	}, metTables+`,
row AS MATERIALIZED (
  SELECT count(*) OVER () AS total, e.key, e.id, e.type, e.name, e.name_ar,
         count(*) AS meetings, min(o.day_from) AS first, max(o.day_to) AS last
  FROM other o JOIN entity e ON e.key = o.entity
  GROUP BY e.key
  ORDER BY meetings DESC, last DESC, e.id LIMIT :limit)
SELECT row.total, row.id, row.type, row.name, row.name_ar, row.meetings, row.first, row.last,
       count(DISTINCT r.document), count(DISTINCT nullif(d.source, ''))
FROM row
JOIN other o ON o.entity = row.key
JOIN report r ON r.meeting = o.meeting
JOIN document d ON d.key = r.document
GROUP BY row.key
ORDER BY row.meetings DESC, row.last DESC, row.id`, args)
	if err != nil {
		return err
	}
	a.answer.Rows = rows
	if !a.bounded() {
		return nil
	}
	args = append(a.filter(true), sql.Named("who", list(who)))
	return a.tx.QueryRowContext(a.ctx, metTables+" SELECT count(DISTINCT meeting) FROM other", args...).Scan(&a.answer.Undated)
}

// allTookPart says that meeting m has a participant for each of n names, all
// different: somebody is not his own counterpart because two names mean him.
func allTookPart(n int) string {
	var in, from, where, all strings.Builder
	for i := range n {
		fmt.Fprintf(&in, " AND m.key IN (SELECT meeting FROM participant WHERE entity IN (SELECT value FROM json_each(:who%d)))", i)
		if i > 0 {
			from.WriteString(", ")
		}
		fmt.Fprintf(&from, "participant p%d", i)
		fmt.Fprintf(&where, " AND p%d.meeting = m.key AND p%d.entity IN (SELECT value FROM json_each(:who%d))", i, i, i)
		for j := range i {
			fmt.Fprintf(&where, " AND p%d.entity <> p%d.entity", j, i)
		}
	}
	all.WriteString(in.String())
	if n > 1 {
		all.WriteString(" AND EXISTS (SELECT 1 FROM " + from.String() + " WHERE true" + where.String() + ")")
	}
	return all.String()
}

// row is the place columns of a meeting.
type row struct {
	entity        sql.NullString
	city, country string
}

func (r row) place() *ner.Place {
	p := ner.Place{Entity: text(r.entity)}
	if r.city != "" {
		p.City = &r.city
	}
	if r.country != "" {
		p.Country = &r.country
	}
	if p == (ner.Place{}) {
		return nil
	}
	return &p
}

// fill adds participants and reports to meetings.
func (a *asking) fill(keys []int64, rows graph.MeetingRows) error {
	index := make(map[int64]*graph.MeetingRow, len(keys))
	for i, key := range keys {
		rows[i].Participants, rows[i].Reports = []graph.EntityRef{}, []graph.ReportRow{}
		index[key] = &rows[i]
	}
	err := a.each(func(scan scan) error {
		var key int64
		var e graph.EntityRef
		err := scan(&key, &e.Entity, &e.Type, &e.Name, &e.NameAr)
		index[key].Participants = append(index[key].Participants, e)
		return err
	}, `SELECT p.meeting, e.id, e.type, e.name, e.name_ar
	    FROM json_each(?) j CROSS JOIN participant p ON p.meeting = j.value JOIN entity e ON e.key = p.entity
	    ORDER BY e.id`, []any{list(keys)})
	if err != nil {
		return err
	}
	return a.each(func(scan scan) error {
		var key int64
		var r graph.ReportRow
		var published, from, to, claimant sql.NullString
		var name string
		err := scan(&key, &r.Document, &r.Source, &r.URL, &r.Title, &published, &r.Status, &r.Mode, &from, &to,
			&claimant, &name, &r.Quote, &r.Start, &r.End)
		r.Published, r.Date = text(published), dates(from, to)
		if claimant.Valid || name != "" {
			r.ClaimedBy = &ner.Claimant{Entity: text(claimant), Name: name}
		}
		index[key].Reports = append(index[key].Reports, r)
		return err
	}, `SELECT r.meeting, d.id, d.source, d.url, d.title, d.published, r.status, r.mode, r.day_from, r.day_to,
	           (SELECT id FROM entity WHERE key = r.claimed_by), r.claimed_name, r.quote, r.start, r.stop
	    FROM json_each(?) j CROSS JOIN report r ON r.meeting = j.value JOIN document d ON d.key = r.document
	    ORDER BY d.published IS NULL, d.published, d.id, r.start, r.id`, []any{list(keys)})
}
