package sqlite

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
)

// unlist reads a JSON list of ids and sorts it.
func unlist(text string) []string {
	var ids []string
	if err := json.Unmarshal([]byte(text), &ids); err != nil {
		return []string{text} // SQLite wrote it; whoever looks at it sees what it is
	}
	slices.Sort(ids)
	return ids
}

// Check looks for faults of the file: pages, keys that point nowhere, and the
// index by which reports of one meeting are found.
func (s *Store) Check(ctx context.Context) ([]string, error) {
	r, err := s.Read(ctx)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	k := r.(*reader)
	var faults []string
	err = k.each(func(scan scan) error {
		var what string
		err := scan(&what)
		if what != "ok" {
			faults = append(faults, "the file is damaged: "+what)
		}
		return err
	}, "SELECT * FROM pragma_integrity_check")
	if err != nil {
		return nil, err
	}
	err = k.each(func(scan scan) error {
		var table, parent string
		var n int
		err := scan(&table, &parent, &n)
		faults = append(faults, fmt.Sprintf("%d rows of table %s point to a %s that is not there", n, table, parent))
		return err
	}, `SELECT "table", "parent", count(*) FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2`)
	if err != nil {
		return nil, err
	}
	more, err := k.pairIndex()
	return append(faults, more...), err
}

// pairIndex compares report_pair with what the reports say.
func (r *reader) pairIndex() ([]string, error) {
	have := map[string]bool{}
	err := r.each(func(scan scan) error {
		var a, b, report, from, to int64
		var mode string
		err := scan(&a, &b, &mode, &to, &report, &from)
		have[fmt.Sprint(a, b, mode, to, report, from)] = true
		return err
	}, "SELECT a, b, mode, win_to, report, win_from FROM report_pair")
	if err != nil {
		return nil, err
	}
	var keys []int64
	err = r.each(func(scan scan) error {
		var key int64
		err := scan(&key)
		keys = append(keys, key)
		return err
	}, "SELECT key FROM report")
	if err != nil {
		return nil, err
	}
	reports, err := (&batch{Store: r.Store, ctx: r.ctx, tx: r.tx}).load(keys)
	if err != nil {
		return nil, r.explain("read", err)
	}
	missing := 0
	for _, rep := range reports {
		from, to := rep.Window()
		for _, p := range rep.pairs() {
			row := fmt.Sprint(p.a, p.b, string(p.mode), int64(to), rep.key, int64(from))
			if !have[row] {
				missing++
			}
			delete(have, row)
		}
	}
	var faults []string
	if missing > 0 {
		faults = append(faults, fmt.Sprintf("the index of reports lacks %d rows", missing))
	}
	if len(have) > 0 {
		faults = append(faults, fmt.Sprintf("the index of reports has %d rows that no report makes", len(have)))
	}
	return faults, nil
}
