package neo4j

import (
	"context"
	"os"
	"testing"

	"whomet/graph"
	"whomet/graph/graphtest"
	"whomet/graph/neo4j/neo4jtest"
)

func TestMain(m *testing.M) {
	status := m.Run()
	neo4jtest.Stop()
	os.Exit(status)
}

// options are how the tests open a store.
func options(t testing.TB, server *neo4jtest.Server) Options {
	g := graphtest.World(t)
	return Options{Password: server.Password, Stamp: graphtest.Stamp(g), Gazetteer: g}
}

// fresh is an empty store on the shared server.
func fresh(t testing.TB) *Store {
	t.Helper()
	server := neo4jtest.Shared(t)
	server.Wipe(t)
	return openTest(t, server.URL(), options(t, server))
}

func openTest(t testing.TB, address string, opt Options) *Store {
	t.Helper()
	s, err := Open(context.Background(), address, opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestConformance(t *testing.T) {
	graphtest.Run(t, func(t *testing.T) graph.Store { return fresh(t) })
}
