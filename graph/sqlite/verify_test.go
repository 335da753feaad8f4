package sqlite

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"whomet/graph"
	"whomet/graph/graphtest"
)

// TestVerifyFinds: whatever is changed behind the store's back is found, and
// named.
func TestVerifyFinds(t *testing.T) {
	g := graphtest.World(t)
	ctx := context.Background()
	for change, want := range map[string]string{
		"UPDATE text SET text = substr(text, 1, 3) WHERE document = 1":                           "document",
		"UPDATE mention SET stop = 100000 WHERE document = 2":                                    "document",
		"UPDATE report SET quote = 'nobody said so' WHERE key = 1":                               "document",
		"UPDATE report SET status = 'denied' WHERE status = 'held'":                              "meeting",
		"UPDATE report SET id = 'r:0' WHERE key = 1":                                             "document",
		"DELETE FROM report WHERE key = 1":                                                       "meeting",
		"UPDATE meeting SET origins = origins + 1 WHERE key = (SELECT max(key) FROM meeting)":    "meeting",
		"UPDATE meeting SET disputed = 1 - disputed WHERE key = (SELECT max(key) FROM meeting)":  "meeting",
		"DELETE FROM participant WHERE meeting = (SELECT max(key) FROM meeting)":                 "edge",
		"UPDATE comention SET sentences = 9 WHERE a = (SELECT max(a) FROM comention)":            "document",
		"DELETE FROM comention WHERE a = (SELECT max(a) FROM comention)":                         "document",
		"UPDATE comention SET published = '2001-01-01' WHERE a = (SELECT max(a) FROM comention)": "co_mention",
		"DELETE FROM report_pair WHERE report = (SELECT max(report) FROM report_pair)":           "index",
		"INSERT INTO entity VALUES (9999, 'x:orphan', 'person', 'Nobody', '', 0, '', '', '')":    "entity",
		"UPDATE entity SET name = 'Sergei Lavroff' WHERE id = 'Q58217'":                          "entity",
		"DELETE FROM mention WHERE entity = (SELECT key FROM entity WHERE id = 'Q1741')":         "co_mention",
		"UPDATE mention SET entity = 12345 WHERE document = 1":                                   "point to",
		"UPDATE report_participant SET entity = (SELECT key FROM entity WHERE id = 'x:sisi') WHERE report = 1 AND entity = (SELECT min(entity) FROM report_participant WHERE report = 1)": "document",
	} {
		t.Run(change, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "whomet.db")
			s := openTest(t, path, nil)
			if _, err := s.Put(ctx, graphtest.Random(g, 40, 5)); err != nil {
				t.Fatal(err)
			}
			if found := verify(t, s); len(found) > 0 {
				t.Fatalf("faults before anything was changed: %q", found)
			}
			s.Close()
			database(t, path, "PRAGMA foreign_keys = OFF", change)
			s = openTest(t, path, nil)
			defer s.Close()
			if found := verify(t, s); !strings.Contains(strings.Join(found, "\n"), want) {
				t.Errorf("it finds %q, nothing of %q", found, want)
			}
		})
	}
}

// verify is every fault in a line.
func verify(t *testing.T, s *Store) []string {
	t.Helper()
	ctx := context.Background()
	found, err := s.Check(ctx)
	if err != nil {
		t.Fatal(err)
	}
	r, err := s.Read(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	stamp, err := s.Stamp(ctx)
	if err != nil {
		t.Fatal(err)
	}
	v, err := graph.Verify(r, graph.Expected{Stamp: stamp, Gazetteer: s.gazetteer})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range v.Faults {
		found = append(found, f.What+" "+f.ID+": "+f.Says)
	}
	return found
}
