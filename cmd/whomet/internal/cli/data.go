package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"

	"whomet/gazetteer"
	"whomet/ner/analyze"
	"whomet/seeds"
)

// seeds is the data in force: the shipped, or the folder that --data names.
func (a *app) seeds() fs.FS {
	if a.cfg.Data != "" {
		return os.DirFS(a.cfg.Data)
	}
	return seeds.FS()
}

// gazetteer loads the gazetteer in force.
func (a *app) gazetteer() (*gazetteer.Gazetteer, error) {
	if err := isFolder(a.cfg.Data); err != nil {
		return nil, err
	}
	layers, err := a.layers()
	if err != nil {
		return nil, err
	}
	// Nearly all that is read is kept: the collector would only go over it in vain.
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	g, err := gazetteer.Load(a.seeds(), layers...)
	if err != nil {
		return nil, a.badData(err)
	}
	return g, nil
}

// analyzer loads the gazetteer in force and makes the reader of documents.
func (a *app) analyzer() (*gazetteer.Gazetteer, *analyze.Analyzer, error) {
	g, err := a.gazetteer()
	if err != nil {
		return nil, nil, err
	}
	an, err := analyze.New(g, a.seeds())
	if err != nil {
		return nil, nil, a.badData(err)
	}
	return g, an, nil
}

// badData says that the gazetteer or the lexicon is invalid, and whose it is.
func (a *app) badData(err error) error {
	if layers := a.layerFlags(); layers != "" {
		lint := "whomet gazetteer lint" + layers
		if a.cfg.Data != "" {
			lint += " --data " + quoted(a.cfg.Data)
		}
		return misuse(lint, "data with the layers over it: %w", err)
	}
	if a.cfg.Data == "" {
		return misuse("whomet gazetteer lint, and --data with a corrected copy of seeds/", "shipped data: %w", err)
	}
	return misuse("whomet gazetteer lint "+a.cfg.Data, "data in %s: %w", a.cfg.Data, err)
}

// isFolder checks that a named folder is there; "" is none.
func isFolder(dir string) error {
	if dir == "" {
		return nil
	}
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return misuse("a folder laid out like seeds/, with gazetteer/ and lexicon/", "%s does not exist", dir)
	case err != nil:
		return misuse("", "%w", err)
	case !info.IsDir():
		return misuse("the folder that holds gazetteer/ and lexicon/", "%s is no folder", dir)
	}
	return nil
}

// plural is "1 document", "2 documents".
func plural(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}
