// Package graphtest holds what every store of the graph has to pass: Run. It
// brings a small world of its own, a way to write documents with their mentions
// in one line, random documents, and a model that answers every question by
// plain loops over all documents, which a store must agree with.
package graphtest

import (
	"embed"
	"io/fs"
	"testing"

	"whomet/gazetteer"
	"whomet/graph"
)

//go:embed world
var world embed.FS

// World is the gazetteer of the suite. A store under test is opened with it.
func World(t testing.TB) *gazetteer.Gazetteer {
	t.Helper()
	sub, err := fs.Sub(world, "world")
	if err != nil {
		t.Fatal(err)
	}
	g, err := gazetteer.Load(sub)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// Stamp is by what the suite's documents are written.
func Stamp(g *gazetteer.Gazetteer) graph.Stamp {
	return graph.Stamp{Gazetteer: g.Version, Pipeline: "graphtest/1"}
}
