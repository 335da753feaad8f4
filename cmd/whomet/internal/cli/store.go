package cli

import (
	"context"
	"strings"

	"whomet/gazetteer"
	"whomet/graph"
	"whomet/graph/ask"
	"whomet/graph/neo4j"
	"whomet/graph/sqlite"
	"whomet/ner/analyze"
)

// store is what the commands need: the store, its unlisted names, and the ways to
// read it back whole and to copy into it.
type store interface {
	graph.Archive
	graph.Importer
	ask.Finder
}

// store opens the store in force: for writing, or for questions only.
func (a *app) store(ctx context.Context, g *gazetteer.Gazetteer, readOnly bool) (store, error) {
	return a.storeAt(ctx, a.cfg.Store, g, readOnly)
}

// storeAt opens the store of that name: an address of Neo4j, or a file.
func (a *app) storeAt(ctx context.Context, name string, g *gazetteer.Gazetteer, readOnly bool) (store, error) {
	stamp := graph.Stamp{Gazetteer: g.Version, Pipeline: analyze.Version}
	if isAddress(name) {
		s, err := a.server(ctx, name, neo4j.Options{ReadOnly: readOnly, Stamp: stamp, Gazetteer: g})
		if err != nil {
			return nil, err
		}
		return s, nil
	}
	s, err := sqlite.Open(name, sqlite.Options{ReadOnly: readOnly, Stamp: stamp, Gazetteer: g})
	if err != nil {
		return nil, storeFailure("", err) // its errors say what to try
	}
	return s, nil
}

// isAddress tells the address of a server from the path of a file.
func isAddress(store string) bool { return strings.Contains(store, "://") }
