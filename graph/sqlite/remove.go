package sqlite

// remains is what the removal of documents leaves to be looked after.
type remains struct {
	reports  []*told // that may have been one meeting with a removed one
	meetings []int64 // keys of the meetings of all of these
	entities []int64 // keys of those the documents spoke of
}

// remove takes documents out, with everything they said.
func (b *batch) remove(documents []int64) (left remains, err error) {
	if len(documents) == 0 {
		return left, nil
	}
	keys := list(documents)
	var removed []int64
	err = each(b.ctx, b.tx, func(scan scan) error {
		var key int64
		err := scan(&key)
		removed = append(removed, key)
		return err
	}, "SELECT r.key FROM json_each(?) j JOIN report r ON r.document = j.value", keys)
	if err != nil {
		return left, err
	}
	seeds, err := b.load(removed)
	if err != nil {
		return left, err
	}
	members, err := b.circle(seeds)
	if err != nil {
		return left, err
	}
	isRemoved := map[int64]bool{}
	for _, r := range seeds {
		isRemoved[r.key] = true
	}
	for _, r := range members {
		left.meetings = append(left.meetings, r.meeting)
		if !isRemoved[r.key] {
			left.reports = append(left.reports, r)
		}
	}
	err = each(b.ctx, b.tx, func(scan scan) error {
		var key int64
		err := scan(&key)
		left.entities = append(left.entities, key)
		return err
	}, spokenOf, keys)
	if err != nil {
		return left, err
	}

	pairs, err := b.tx.PrepareContext(b.ctx, "DELETE FROM report_pair WHERE a = ? AND b = ? AND mode = ? AND win_to = ? AND report = ?")
	if err != nil {
		return left, err
	}
	defer pairs.Close()
	for _, r := range seeds {
		_, to := r.Window()
		for _, p := range r.pairs() {
			if _, err := pairs.ExecContext(b.ctx, p.a, p.b, string(p.mode), int64(to), r.key); err != nil {
				return left, err
			}
		}
	}
	for _, query := range []string{
		deletePairs,
		deleteReportParticipants,
		"DELETE FROM report WHERE document IN (SELECT value FROM json_each(?))",
		"DELETE FROM mention WHERE document IN (SELECT value FROM json_each(?))",
		"DELETE FROM ambiguous WHERE document IN (SELECT value FROM json_each(?))",
		"DELETE FROM sentence WHERE document IN (SELECT value FROM json_each(?))",
		"DELETE FROM given_name WHERE document IN (SELECT value FROM json_each(?))",
		"DELETE FROM text WHERE document IN (SELECT value FROM json_each(?))",
		"DELETE FROM document WHERE key IN (SELECT value FROM json_each(?))",
	} {
		if err := b.exec(query, keys); err != nil {
			return left, err
		}
	}
	return left, nil
}

// tidy takes out those of the entities nobody speaks of any more, and gives the
// unlisted ones that are left the name most documents give them.
func (b *batch) tidy(touched []int64) error {
	if len(touched) > 0 {
		err := b.exec(orphans, list(touched))
		if err != nil {
			return err
		}
	}
	for _, key := range b.entity {
		touched = append(touched, key)
	}
	return b.exec(usualName, list(touched))
}

// deletePairs finds the pairs of documents by the sentences that made them.
const deletePairs = `DELETE FROM comention WHERE (a, b, document) IN (
  SELECT x.entity, y.entity, x.document
  FROM json_each(?) j
  CROSS JOIN mention x ON x.document = j.value
  CROSS JOIN mention y ON y.document = x.document AND y.sentence = x.sentence AND y.entity <> x.entity)`

const deleteReportParticipants = "DELETE FROM report_participant WHERE report IN (SELECT r.key FROM json_each(?) j CROSS JOIN report r ON r.document = j.value)"

// spokenOf is everyone documents speak of.
const spokenOf = `WITH d (key) AS MATERIALIZED (SELECT value FROM json_each(?))
  SELECT m.entity FROM d JOIN mention m ON m.document = d.key
  UNION SELECT p.entity FROM d JOIN report r ON r.document = d.key JOIN report_participant p ON p.report = r.key
  UNION SELECT r.place FROM d JOIN report r ON r.document = d.key WHERE r.place IS NOT NULL
  UNION SELECT r.claimed_by FROM d JOIN report r ON r.document = d.key WHERE r.claimed_by IS NOT NULL`

// orphans takes out those of the entities that nobody speaks of.
const orphans = `
DELETE FROM entity WHERE key IN (SELECT value FROM json_each(?))
  AND NOT EXISTS (SELECT 1 FROM mention WHERE entity = entity.key)
  AND NOT EXISTS (SELECT 1 FROM participant WHERE entity = entity.key)
  AND NOT EXISTS (SELECT 1 FROM report WHERE place = entity.key)
  AND NOT EXISTS (SELECT 1 FROM report WHERE claimed_by = entity.key)`

// usualName gives entities that are not listed the name most documents give them.
const usualName = `
UPDATE entity SET (type, name, name_ar) = (
  SELECT type, name, name_ar FROM given_name WHERE entity = entity.key
  GROUP BY type, name, name_ar ORDER BY count(*) DESC, name, name_ar, type LIMIT 1)
WHERE key IN (SELECT value FROM json_each(?)) AND listed = 0
  AND EXISTS (SELECT 1 FROM given_name WHERE entity = entity.key)`
