package gazetteer

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// keys names the first column of each table, by which a row takes away.
var keys = map[string]string{"gazetteer/offices.tsv": "person", "gazetteer/roles.tsv": "role"}

// entityTables tell of things; the others tell of what is said about them.
var entityTables = []string{"gazetteer/countries.tsv", "gazetteer/cities.tsv", "gazetteer/organizations.tsv", "gazetteer/people.tsv"}

// readLayer reads the tables of a layer, the n-th from 1, and lays them over
// those read so far.
func (r *reader) readLayer(l Layer, n int, hash io.Writer) error {
	dir := "."
	if info, err := fs.Stat(l.FS, "gazetteer"); err == nil && info.IsDir() {
		dir = "gazetteer"
	}
	// The lowest layer's files are "gazetteer/…"; no other file may look like one of them.
	shown := strings.TrimRight(l.Name, "/") + "/"
	if dir == "." && shown == "gazetteer/" {
		shown = "./gazetteer/"
	}
	names, err := fs.Glob(l.FS, path.Join(dir, "*.tsv"))
	if err != nil {
		return fmt.Errorf("list gazetteer: %w", err)
	}
	if dir == "gazetteer" {
		beside, _ := fs.Glob(l.FS, "*.tsv") // fails only for a bad pattern
		for _, name := range beside {
			r.errorf(Pos{File: shown + name}, "unread-file", "the tables are read from %sgazetteer/; move it there", shown)
		}
	}
	if len(names) == 0 {
		return fmt.Errorf("load gazetteer: no people.tsv, people-aliases.tsv or other table in %s (want some of the tables of seeds/gazetteer/, see seeds/README.md)", l.Name)
	}
	slices.Sort(names)
	fmt.Fprintf(hash, "layer %d\x00", n)
	for _, name := range names {
		table := "gazetteer/" + path.Base(name)
		t, err := r.readTable(l.FS, name, shown+name, table, hash)
		if err != nil {
			return err
		}
		if t == nil {
			continue
		}
		r.g.history.files[t.File] = n
		r.soften(t.CheckOrder())
		r.lay(table, t)
	}
	return nil
}

// soften keeps findings as warnings: order makes small diffs, which is nobody's
// business but the layer's owner.
func (r *reader) soften(found []Finding) {
	for _, f := range found {
		f.Severity = SeverityWarning
		r.found = append(r.found, f)
	}
}

// lay puts the rows of one table of a layer over those below.
func (r *reader) lay(name string, upper *Table) {
	key := keys[name]
	if key == "" {
		key = "id"
	}
	things := slices.Contains(entityTables, name)
	lower := r.tables[name]
	below := map[string]int{} // id → index of its row below; of things only
	if things {
		for i, row := range lower.Rows {
			below[row.Get("id")] = i
		}
	}
	taken := make([]bool, len(lower.Rows))
	seen := map[string]Pos{}
	var added []Row
	for _, row := range upper.Rows {
		id, minus := strings.CutPrefix(row.Get(key), Minus)
		if first, twice := seen[row.Get(key)]; things && twice {
			r.errorf(row.Pos, "duplicate-id", "%s is the id of %s already", row.Get(key), near(row.Pos, first))
			continue
		}
		seen[row.Get(key)] = row.Pos
		i, known := below[id]
		switch {
		case !minus && things && known && !taken[i]:
			r.overlay(&lower.Rows[i], row)
		case !minus:
			added = append(added, row)
		case things && known:
			taken[i] = true
			r.g.history.gone[id] = row.Pos
			if iso := lower.Rows[i].Get("iso"); iso != "" {
				r.g.history.gone[iso] = row.Pos
			}
		case things:
			r.errorf(row.Pos, "takes-away-nothing", "no layer below has the id %q", id)
		default:
			r.takeAway(name, key, id, row, lower.Rows, taken)
		}
	}
	rows := make([]Row, 0, len(lower.Rows)+len(added))
	for i, row := range lower.Rows {
		if !taken[i] {
			rows = append(rows, row)
		}
	}
	lower.Rows = append(rows, added...)
}

// overlay replaces the cells of a row below by those that the row of a layer fills.
func (r *reader) overlay(below *Row, row Row) {
	id := row.Get("id")
	h := &r.g.history
	if h.listings[id] == nil {
		h.listings[id] = []Listing{{below.Pos, below.Get("source")}}
	}
	h.listings[id] = append(h.listings[id], Listing{row.Pos, row.Get("source")})
	merged := *below
	merged.cells, merged.at = slices.Clone(below.cells), slices.Clone(below.at)
	if merged.at == nil {
		merged.at = make([]Pos, len(merged.cells))
		for i := range merged.at {
			merged.at[i] = below.Pos
		}
	}
	if row.Get("source") == "" {
		r.source(row) // what a layer says has a source of its own
	}
	for i, column := range below.table.Columns {
		old, cell := merged.cells[i], row.Get(column)
		if cell == "" || cell == old {
			continue
		}
		if cell == Minus {
			cell = ""
		}
		if column != "source" && old != "" {
			h.changes[id] = append(h.changes[id], Change{What: column, Old: old, New: cell, OldPos: merged.at[i], Pos: row.Pos})
		}
		merged.cells[i], merged.at[i] = cell, row.Pos
	}
	*below = merged
}

// takeAway marks the rows below whose cells are those that row fills. A name is
// also kept from being made again as a surname, and may be one that is only made.
func (r *reader) takeAway(name, key, id string, row Row, below []Row, taken []bool) {
	what := ""
	switch {
	case name == "gazetteer/offices.tsv":
		what = "office"
	case key == "id":
		what = "alias"
	}
	found := false
	for i, old := range below {
		if taken[i] || !row.describes(old, key, id) {
			continue
		}
		taken[i], found = true, true
		if what != "" {
			r.g.history.changes[id] = append(r.g.history.changes[id], Change{What: what, Old: old.said(key), OldPos: old.Pos, Pos: row.Pos})
		}
	}
	if text := row.Get("alias"); what == "alias" && text != "" {
		r.silenced = append(r.silenced, silenced{id, text, row.Pos, found})
	} else if !found {
		r.errorf(row.Pos, "takes-away-nothing", "no row below has these cells")
	}
}

// silenced is a name that a layer takes away.
type silenced struct {
	id, text string
	pos      Pos
	listed   bool // it was an alias below
}

// silence keeps the names that were taken away from being made as surnames.
func (r *reader) silence() {
	for _, s := range r.silenced {
		i, ok := r.g.byID[s.id]
		if !ok {
			if _, gone := r.g.history.gone[s.id]; !gone {
				r.errorf(s.pos, "unknown-reference", "id: nothing has the id %q", s.id)
			}
			continue
		}
		e := &r.g.Entities[i]
		made := slices.Contains(r.g.Surnames(e), s.text)
		switch {
		case made:
			e.NoSurname = append(e.NoSurname, s.text)
			if !s.listed {
				r.g.history.changes[s.id] = append(r.g.history.changes[s.id], Change{What: "alias", Old: s.text, OldPos: e.Pos, Pos: s.pos})
			}
		case s.listed:
		case s.text == e.Name || s.text == e.NameAr:
			r.errorf(s.pos, "takes-away-nothing", "%q is the name of %s, not an alias; %q in name_ar of a table of entities empties it", s.text, e.Pos, Minus)
		default:
			r.errorf(s.pos, "takes-away-nothing", "%q is no alias of %s below, nor a surname made from his name", s.text, s.id)
		}
	}
}

// describes reports whether the cells that r fills are those of a row below. The
// source does not tell facts apart.
func (r Row) describes(below Row, key, id string) bool {
	for i, column := range r.table.Columns {
		cell := r.cells[i]
		if column == key {
			cell = id
		}
		if cell != "" && column != "source" && cell != below.Get(column) {
			return false
		}
	}
	return true
}

// said is what a row tells of its entity, in one line.
func (r Row) said(key string) string {
	if text := r.Get("alias"); text != "" {
		return text
	}
	var cells []string
	for i, column := range r.table.Columns {
		if column != key && column != "source" && r.cells[i] != "" {
			cells = append(cells, r.cells[i])
		}
	}
	return strings.Join(cells, " ")
}
