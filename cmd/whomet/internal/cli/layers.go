package cli

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"whomet/gazetteer"
)

// layers are the user's own tables in force, lowest first.
func (a *app) layers() ([]gazetteer.Layer, error) {
	var layers []gazetteer.Layer
	for _, dir := range a.cfg.Gazetteer {
		if dir == "" {
			return nil, misuse("--gazetteer my-gazetteer", "a folder of gazetteer is empty")
		}
		if err := isFolder(dir); err != nil {
			return nil, err
		}
		name := filepath.ToSlash(filepath.Clean(dir))
		if slices.ContainsFunc(layers, func(l gazetteer.Layer) bool { return l.Name == name }) {
			return nil, misuse("--gazetteer "+quoted(dir)+" once", "folder %s is named twice", dir)
		}
		layers = append(layers, gazetteer.Layer{Name: name, FS: os.DirFS(dir)})
	}
	return layers, nil
}

// layerFlags are the layers in force as one would type them, with a blank before.
func (a *app) layerFlags() string {
	var b strings.Builder
	for _, dir := range a.cfg.Gazetteer {
		b.WriteString(" --gazetteer " + quoted(dir))
	}
	return b.String()
}

// layerName is how a layer is called beside a fact; the lowest is the shipped
// data or the folder that --data names.
func (a *app) layerName(g *gazetteer.Gazetteer, p gazetteer.Pos) string {
	switch name := g.Layer(p); {
	case name != "":
		return name
	case a.cfg.Data != "":
		return a.cfg.Data
	}
	return "shipped"
}
