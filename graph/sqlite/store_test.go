package sqlite

import (
	"path/filepath"
	"testing"

	"whomet/graph"
	"whomet/graph/graphtest"
)

func openTest(t testing.TB, path string, change func(*Options)) *Store {
	t.Helper()
	g := graphtest.World(t)
	opt := Options{Stamp: graphtest.Stamp(g), Gazetteer: g}
	if change != nil {
		change(&opt)
	}
	s, err := Open(path, opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestConformance(t *testing.T) {
	graphtest.Run(t, func(t *testing.T) graph.Store {
		return openTest(t, filepath.Join(t.TempDir(), "graph.db"), nil)
	})
}
