// Package export writes a graph to files that other programs read. The same
// graph makes the same bytes, whatever store it comes from and in whatever order
// that store learned it. Files and folders are written aside and renamed when
// they are whole, so that nobody ever reads half of one.
//
// Offsets are in the unit each format expects: bytes in those of our own (jsonl,
// csv, cypher, neo4j, as everywhere in whomet), code points in brat.
//
// Only what was held is an edge between people. What was planned, denied or
// alleged is a meeting with its status and reports, and in formats that have no
// such thing it is left out.
package export

import (
	"fmt"
	"io"
	"strings"

	"whomet/gazetteer"
	"whomet/graph"
	"whomet/ner/token"
)

// Graph is what is exported.
type Graph struct {
	graph.Reader
	Stamp     graph.Stamp          // by what the store was written; its schema is the store's own matter and no part of an export
	Gazetteer *gazetteer.Gazetteer // offices, and the countries of bodies and cities
	Cutter    *token.Cutter        // the words of conll
}

// Format is a way to write a graph.
type Format struct {
	Name string
	Help string // a line for people
	file func(*Graph, *out) error
	many func(*Graph, *folder) error // nil for a format of one file
}

// Folder reports whether the format is a folder of files, not one file.
func (f *Format) Folder() bool { return f.many != nil }

// Formats are all there are, in the order in which they are best shown.
func Formats() []Format {
	return []Format{
		{Name: "jsonl", Help: "JSON Lines: one entity, document, meeting, edge or co-mention a line", file: jsonl},
		{Name: "csv", Help: "a folder of CSV tables", many: csvTables},
		{Name: "cypher", Help: "a Cypher script for cypher-shell --fail-fast; may be run again", file: cypher},
		{Name: "neo4j", Help: "a folder of CSV for neo4j-admin database import, with schema.cypher", many: neo4jAdmin},
		{Name: "graphml", Help: "GraphML: who met whom and who is named beside whom (Gephi, yEd, NetworkX)", file: graphML},
		{Name: "gexf", Help: "GEXF 1.2: who met whom, with the days (Gephi, NetworkX)", file: gexf},
		{Name: "ftm", Help: "FollowTheMoney entities, one a line (OpenAleph, yente)", file: followTheMoney},
		{Name: "brat", Help: "a folder of texts with brat standoff annotation", many: brat},
		{Name: "conll", Help: "the words of every text with IOB2 tags", file: conll},
	}
}

// Find is the format of that name, or nil.
func Find(name string) *Format {
	for _, f := range Formats() {
		if f.Name == name {
			return &f
		}
	}
	return nil
}

// Stream writes a format of one file to w.
func (f *Format) Stream(w io.Writer, g *Graph) error {
	if f.Folder() {
		return fmt.Errorf("%s is a folder of files and cannot be one stream", f.Name)
	}
	o := newOut(w)
	if err := f.file(g, o); err != nil {
		return err
	}
	return o.Flush()
}

// Write writes the format to path: a file, which may be there already, or a
// folder, which may be there if it is empty or was written by Write.
func (f *Format) Write(path string, g *Graph) error {
	if !f.Folder() {
		return writeFile(path, func(w io.Writer) error { return f.Stream(w, g) })
	}
	return writeFolder(path, func(d *folder) error {
		if err := d.note(f.Name, g); err != nil {
			return err
		}
		return f.many(g, d)
	})
}

// day is the ISO day, or "".
func day(d gazetteer.Day) string {
	if d == 0 {
		return ""
	}
	return d.String()
}

// wikidata reports whether an id is one of Wikidata.
func wikidata(id string) bool {
	digits, ok := strings.CutPrefix(id, "Q")
	return ok && digits != "" && strings.Trim(digits, "0123456789") == ""
}

// meetingOf tells of every report which meeting it belongs to.
func (g *Graph) meetingOf() (map[string]string, error) {
	of := map[string]string{}
	err := g.Meetings(func(m *graph.Meeting) error {
		for _, r := range m.Reports {
			of[r] = m.ID
		}
		return nil
	})
	return of, err
}

// entities are all there are, by id.
func (g *Graph) entities() (map[string]graph.Entity, error) {
	all := map[string]graph.Entity{}
	err := g.Entities(func(e *graph.Entity) error { all[e.ID] = *e; return nil })
	return all, err
}
