// Package seeds carries the data that whomet ships: the gazetteer, the lexicons
// and sample news. README.md beside this file tells what every column means.
package seeds

import (
	"embed"
	"io/fs"
)

//go:embed gazetteer/*.tsv lexicon/*.tsv articles
var files embed.FS

// FS returns the data as a read-only tree with the folders gazetteer, lexicon and
// articles. A folder on disk of the same layout can stand in for it (os.DirFS).
func FS() fs.FS { return files }
