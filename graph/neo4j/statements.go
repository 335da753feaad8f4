package neo4j

import (
	"embed"
	"io/fs"
	"path"
	"strings"
)

//go:embed cypher
var cypher embed.FS

// statements are the files of cypher/ by path without the ending: store/known.
// The first lines of each, a comment, say what it is for.
var statements = func() map[string]string {
	all := map[string]string{}
	err := fs.WalkDir(cypher, "cypher", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := cypher.ReadFile(p)
		all[strings.TrimSuffix(strings.TrimPrefix(p, "cypher/"), path.Ext(p))] = strings.TrimSpace(string(text))
		return err
	})
	if err != nil {
		panic(err) // they are embedded
	}
	return all
}()

func statement(name string) string {
	s, ok := statements[name]
	if !ok {
		panic("no statement " + name)
	}
	return s
}
