package neo4j

// remains is what the removal of documents leaves to be looked after.
type remains struct {
	meetings []string // that have lost reports, or may be divided otherwise without them
	reports  []*told  // of these meetings that are still told
	lost     []*told  // and those that are not
	called   []string // whom the documents spoke of
}

// remove takes documents out, with everything they said.
func (b *batch) remove(ids []string, pairs *pairs) (left remains, err error) {
	if len(ids) == 0 {
		return left, nil
	}
	var meetings []string
	err = b.each("store/spoken", params{"ids": ids}, func(r row) error {
		pairs.count(dayOf(r.value("published")), pairsOf(numbersOf(r.value("sentences")), r.list("mentions")), -1)
		left.called = append(left.called, textsOf(r.value("called"))...)
		meetings = append(meetings, textsOf(r.value("meetings"))...)
		return nil
	})
	if err != nil {
		return left, err
	}
	seeds, err := b.load(meetings)
	if err != nil {
		return left, err
	}
	members, err := b.circle(seeds)
	if err != nil {
		return left, err
	}
	gone := map[string]bool{}
	for _, id := range ids {
		gone[id] = true
	}
	for _, r := range members {
		left.meetings = append(left.meetings, r.meeting)
		if !gone[r.Document] {
			left.reports = append(left.reports, r)
		} else {
			left.lost = append(left.lost, r)
		}
	}
	return left, b.exec("store/remove_documents", params{"ids": ids})
}
