package sqlite

import (
	"database/sql"
	"slices"

	"whomet/graph"
)

// circleOf is whom each of :ring met, in the meetings the question asks for:
// people, and whoever :from names.
const circleOf = `
SELECT DISTINCT x.id, y.id
FROM json_each(:ring) j
CROSS JOIN entity x ON x.id = j.value
CROSS JOIN participant p ON p.entity = x.key
CROSS JOIN meeting m ON m.key = p.meeting
CROSS JOIN participant q ON q.meeting = m.key AND q.entity <> p.entity
CROSS JOIN entity y ON y.key = q.entity
WHERE (y.type = 'person' OR y.id IN (SELECT value FROM json_each(:ends))) AND ` + fits

func (a *asking) path() error {
	steps := graph.Steps{}
	a.answer.Rows = steps
	chain, err := graph.ShortestPath(a.q.Who[0], a.q.Who[1], func(ids []string) (map[string][]string, error) {
		met := map[string][]string{}
		err := a.each(func(scan scan) error {
			var id, other string
			err := scan(&id, &other)
			met[id] = append(met[id], other)
			return err
		}, circleOf, slices.Concat(a.filter(false), []any{sql.Named("ring", list(ids)), sql.Named("ends", list(a.q.Who[0]))}))
		return met, err
	})
	if err != nil {
		return err
	}
	for i := 1; i < len(chain); i++ {
		step, err := a.step(chain[i-1], chain[i])
		if err != nil {
			return err
		}
		steps = append(steps, step)
	}
	a.answer.Rows, a.answer.Total = steps, len(steps)
	if !a.bounded() {
		return nil
	}
	return a.tx.QueryRowContext(a.ctx, "SELECT count(*) FROM meeting m WHERE "+fits, a.filter(true)...).Scan(&a.answer.Undated)
}

// step is the newest meeting of two people.
func (a *asking) step(from, to string) (graph.Step, error) {
	who := make([][]int64, 2)
	for i, id := range []string{from, to} {
		var err error
		if who[i], err = a.keys([]string{id}); err != nil {
			return graph.Step{}, err
		}
	}
	rows, err := a.meetingRows(who, newestFirst, 1)
	if err != nil {
		return graph.Step{}, err
	}
	step := graph.Step{Meeting: rows[0]}
	for _, p := range rows[0].Participants {
		switch p.Entity {
		case from:
			step.From = p
		case to:
			step.To = p
		}
	}
	return step, nil
}
