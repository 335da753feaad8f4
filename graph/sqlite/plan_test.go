package sqlite

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"whomet/graph/graphtest"
)

// TestPlans: what is asked for every batch must not read a table from end to
// end, or ingest would slow down as the file grows.
func TestPlans(t *testing.T) {
	s := openTest(t, filepath.Join(t.TempDir(), "graph.db"), nil)
	if _, err := s.Put(context.Background(), graphtest.Random(graphtest.World(t), 50, 1)); err != nil {
		t.Fatal(err)
	}
	lists := []string{"j", "json_each", "d", "near"} // what the parameter holds; d and near are tables made of it
	for _, query := range []string{
		nearbyReports, loadReports, loadParticipants, deletePairs, deleteReportParticipants, spokenOf, orphans, usualName,
	} {
		var plan []string
		err := each(context.Background(), s.read, func(scan scan) error {
			var id, parent, unused any
			var detail string
			err := scan(&id, &parent, &unused, &detail)
			plan = append(plan, detail)
			return err
		}, "EXPLAIN QUERY PLAN "+query, "[]")
		if err != nil {
			t.Fatalf("%v: %s", err, query)
		}
		for _, step := range plan {
			if strings.HasPrefix(step, "SCAN") && !slices.Contains(lists, strings.Fields(step)[1]) {
				t.Errorf("%s\nreads all of a table:\n%s", query, strings.Join(plan, "\n"))
				break
			}
		}
	}
}
