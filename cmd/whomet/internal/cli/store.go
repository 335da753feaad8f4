package cli

import (
	"strings"

	"whomet/gazetteer"
	"whomet/graph"
	"whomet/graph/ask"
	"whomet/graph/sqlite"
	"whomet/ner/analyze"
)

// store is what the questions need: the store and its unlisted names.
type store interface {
	graph.Store
	ask.Finder
}

// store opens the store in force: for writing, or for questions only.
func (a *app) store(g *gazetteer.Gazetteer, readOnly bool) (store, error) {
	if scheme, _, isURL := strings.Cut(a.cfg.Store, "://"); isURL {
		return nil, misuse("--store whomet.db", "store %s: %s stores are not supported yet, only SQLite files are", redacted(a.cfg.Store), scheme)
	}
	s, err := sqlite.Open(a.cfg.Store, sqlite.Options{
		ReadOnly:  readOnly,
		Stamp:     graph.Stamp{Gazetteer: g.Version, Pipeline: analyze.Version},
		Gazetteer: g,
	})
	if err != nil {
		return nil, storeFailure("", err) // its errors say what to try
	}
	return s, nil
}
