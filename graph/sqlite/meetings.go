package sqlite

import (
	"maps"
	"slices"

	"whomet/graph"
)

// merge writes the meetings of the fresh reports, and again those of everything
// connected with them or with left, whose meetings (stale) have lost reports.
func (b *batch) merge(left []*told, stale []int64, fresh []*told) error {
	members, err := b.circle(slices.Concat(left, fresh))
	if err != nil {
		return err
	}
	reports := make([]graph.Report, len(members))
	byID := make(map[string]*told, len(members))
	people := map[string]int64{}
	old := map[int64]bool{}
	for _, key := range stale {
		old[key] = true
	}
	for i, r := range members {
		reports[i] = r.Report
		byID[r.ID] = r
		if !r.fresh {
			old[r.meeting] = true
		}
		for j, id := range r.Participants {
			people[id] = r.people[j]
		}
	}
	merged := graph.Merge(reports)

	stays, err := b.unchanged(old, merged, byID)
	if err != nil {
		return err
	}
	gone := list(slices.Sorted(maps.Keys(old)))
	if err := b.exec("DELETE FROM participant WHERE meeting IN (SELECT value FROM json_each(?))", gone); err != nil {
		return err
	}
	if err := b.exec("DELETE FROM meeting WHERE key IN (SELECT value FROM json_each(?))", gone); err != nil {
		return err
	}

	meetings := b.inserter(b.ctx, b.tx, meetingTable)
	participants := b.inserter(b.ctx, b.tx, participantTable)
	move, err := b.tx.PrepareContext(b.ctx, "UPDATE report SET meeting = ? WHERE key = ?")
	if err != nil {
		return err
	}
	defer move.Close()
	for i := range merged {
		m := &merged[i]
		if stays[m.ID] {
			continue
		}
		b.next.meeting++
		key := b.next.meeting
		place, err := b.place(m.Place.Entity)
		if err != nil {
			return err
		}
		err = meetings.add(b.ctx, key, m.ID, string(m.Status), m.Disputed, string(m.Mode), day(m.From), day(m.To),
			place, m.Place.City, m.Place.Country, len(m.Reports), m.Documents, m.Sources, m.Origins)
		if err != nil {
			return err
		}
		for _, id := range m.Participants {
			if err := participants.add(b.ctx, key, people[id]); err != nil {
				return err
			}
		}
		for _, id := range m.Reports {
			r := byID[id]
			r.meeting = key
			if r.fresh {
				continue
			}
			if _, err := move.ExecContext(b.ctx, key, r.key); err != nil {
				return err
			}
		}
	}
	if err := meetings.flush(b.ctx); err != nil {
		return err
	}
	if err := participants.flush(b.ctx); err != nil {
		return err
	}
	return b.insertReports(fresh)
}

// unchanged finds the meetings that are in the file as they should be, and
// takes them out of old.
func (b *batch) unchanged(old map[int64]bool, merged []graph.Meeting, reports map[string]*told) (map[string]bool, error) {
	keys := map[string]int64{}
	err := each(b.ctx, b.tx, func(scan scan) error {
		var key int64
		var id string
		err := scan(&key, &id)
		keys[id] = key
		return err
	}, "SELECT m.key, m.id FROM json_each(?) j CROSS JOIN meeting m ON m.key = j.value", list(slices.Sorted(maps.Keys(old))))
	if err != nil {
		return nil, err
	}
	stays := map[string]bool{}
	for i := range merged {
		m := &merged[i]
		// The same set of reports makes the same meeting, unless a document was
		// replaced and its report says something else under the same id.
		fresh := slices.ContainsFunc(m.Reports, func(id string) bool { return reports[id].fresh })
		if key, ok := keys[m.ID]; ok && !fresh {
			stays[m.ID] = true
			delete(old, key)
		}
	}
	return stays, nil
}

// place is the key of a place, or nil. The entity is in the file or among the
// new ones, for a report names it.
func (b *batch) place(id string) (any, error) {
	if id == "" {
		return nil, nil
	}
	if key := b.entity[id]; key != 0 {
		return key, nil
	}
	var key int64
	err := b.tx.QueryRowContext(b.ctx, "SELECT key FROM entity WHERE id = ?", id).Scan(&key)
	return key, err
}

func (b *batch) insertReports(reports []*told) error {
	rows := b.inserter(b.ctx, b.tx, reportTable)
	people := b.inserter(b.ctx, b.tx, reportParticipantTable)
	index := b.inserter(b.ctx, b.tx, reportPairTable)
	key := func(id string) any {
		if id == "" {
			return nil
		}
		return b.entity[id]
	}
	for _, r := range reports {
		err := rows.add(b.ctx, r.key, r.ID, r.document, r.meeting, string(r.Status), string(r.Mode), day(r.From), day(r.To), r.DateTold, r.DateWords,
			key(r.Principals[0]), key(r.Principals[1]),
			key(r.Place.Entity), r.Place.City, r.Place.Country, key(r.ClaimedBy), r.ClaimedByName, r.Quote, r.Start, r.End, r.Rule)
		if err != nil {
			return err
		}
		for _, p := range r.people {
			if err := people.add(b.ctx, r.key, p); err != nil {
				return err
			}
		}
		from, to := r.Window()
		for _, p := range r.pairs() {
			if err := index.add(b.ctx, p.a, p.b, string(p.mode), int64(to), r.key, int64(from)); err != nil {
				return err
			}
		}
	}
	for _, in := range []*inserter{rows, people, index} {
		if err := in.flush(b.ctx); err != nil {
			return err
		}
	}
	return nil
}
