package sqlite

import (
	"database/sql"
	"fmt"

	"whomet/graph"
)

// The orders in which meetings are told.
const (
	newestFirst = "m.day_from DESC, m.day_to DESC, m.id"
	oldestFirst = "m.day_from IS NULL, m.day_from, m.day_to, m.id"
)

func (a *asking) meetings() error { return a.listMeetings(newestFirst) }
func (a *asking) timeline() error { return a.listMeetings(oldestFirst) }

// listMeetings answers with the meetings in which all of the names took part.
func (a *asking) listMeetings(order string) error {
	who := make([][]int64, len(a.q.Who))
	for i, ids := range a.q.Who {
		var err error
		if who[i], err = a.keys(ids); err != nil {
			return err
		}
	}
	rows, err := a.meetingRows(who, order, a.q.Limit)
	if err != nil {
		return err
	}
	a.answer.Rows = rows
	if !a.bounded() {
		return nil
	}
	return a.tx.QueryRowContext(a.ctx, "WITH "+officers+" SELECT count(*)"+ofAll(len(who)), a.ofAllArgs(who, true)...).Scan(&a.answer.Undated)
}

// ofAll is the meetings of n names together that the question asks for.
func ofAll(n int) string {
	return " FROM meeting m WHERE " + fits + allTookPart(n) + `
	AND (:country = '' OR EXISTS (
	  SELECT 1 FROM participant p WHERE p.meeting = m.key
	    AND p.entity NOT IN (SELECT value FROM json_each(:everybody)) AND ` + inOffice + `))`
}

func (a *asking) ofAllArgs(who [][]int64, undated bool) []any {
	args := a.filter(undated)
	everybody := []int64{}
	for i, keys := range who {
		everybody = append(everybody, keys...)
		args = append(args, sql.Named(fmt.Sprintf("who%d", i), list(keys)))
	}
	return append(args, sql.Named("everybody", list(everybody)))
}

// meetingRows are the meetings of the names together, up to limit (0: all), and
// notes how many there are.
func (a *asking) meetingRows(who [][]int64, order string, most int) (graph.MeetingRows, error) {
	var keys []int64
	rows := graph.MeetingRows{}
	args := a.ofAllArgs(who, false)
	for i, arg := range args {
		if named, ok := arg.(sql.NamedArg); ok && named.Name == "limit" {
			args[i] = sql.Named("limit", limit(most))
		}
	}
	err := a.each(func(scan scan) error {
		var key int64
		var m graph.MeetingRow
		var place row
		var from, to sql.NullString
		err := scan(&a.answer.Total, &key, &m.Meeting, &m.Status, &m.Disputed, &m.Mode, &from, &to, &place.entity, &place.city, &place.country,
			&m.Documents, &m.Sources, &m.Origins)
		m.Date, m.Place = dates(from, to), place.place()
		keys = append(keys, key)
		rows = append(rows, m)
		return err
	}, "WITH "+officers+`
SELECT count(*) OVER (), m.key, m.id, m.status, m.disputed, m.mode, m.day_from, m.day_to,
       (SELECT id FROM entity WHERE key = m.place), m.city, m.country, m.documents, m.sources, m.origins`+ofAll(len(who))+`
ORDER BY `+order+` LIMIT :limit`, args)
	if err != nil {
		return nil, err
	}
	return rows, a.fill(keys, rows)
}
