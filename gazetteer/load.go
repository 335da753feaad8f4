package gazetteer

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"slices"
)

// columns of every table. What each means is told in seeds/README.md.
var columns = map[string][]string{
	"gazetteer/countries.tsv":            {"id", "iso", "name_en", "name_ar", "nisba", "feminine", "plural", "adjective_en", "capital", "source"},
	"gazetteer/cities.tsv":               {"id", "country", "name_en", "name_ar", "source"},
	"gazetteer/organizations.tsv":        {"id", "kind", "country", "name_en", "name_ar", "source"},
	"gazetteer/people.tsv":               {"id", "country", "name_en", "name_ar", "source"},
	"gazetteer/country-aliases.tsv":      aliasColumns,
	"gazetteer/city-aliases.tsv":         aliasColumns,
	"gazetteer/organization-aliases.tsv": aliasColumns,
	"gazetteer/people-aliases.tsv":       aliasColumns,
	"gazetteer/offices.tsv":              {"person", "role", "of", "scope", "from", "to", "as_of", "acting", "source"},
	"gazetteer/roles.tsv":                {"role", "lang", "form", "text", "of"},
	particlesFile:                        {"lang", "form", "text"},
}

var aliasColumns = []string{"id", "alias", "lang", "kind", "strength", "when", "from", "to", "source"}

// Load reads the gazetteer and the name particles from a tree laid out as
// seeds/. A table that is not there counts as empty. Faulty data are refused with
// a *CheckError that lists every error at once; Check finds more, such as
// ambiguous aliases and warnings.
func Load(fsys fs.FS) (*Gazetteer, error) {
	g, _, found, err := read(fsys)
	if err != nil {
		return nil, err
	}
	if err := NewCheckError(found); err != nil {
		return nil, fmt.Errorf("load gazetteer: %w", err)
	}
	return g, nil
}

// reader turns tables into a Gazetteer and gathers what is wrong with them.
type reader struct {
	g      *Gazetteer
	tables map[string]*Table
	roles  map[string]bool // the roles of roles.tsv
	found  []Finding
}

// read returns as much of the gazetteer as could be understood, the tables it
// came from and every fault. An error means that there is no gazetteer at all.
func read(fsys fs.FS) (*Gazetteer, map[string]*Table, []Finding, error) {
	r := &reader{g: &Gazetteer{}, tables: map[string]*Table{}, roles: map[string]bool{}}
	if err := r.readTables(fsys); err != nil {
		return nil, nil, nil, err
	}
	r.entities()
	r.capitals()
	r.aliases("gazetteer/country-aliases.tsv", Country)
	r.aliases("gazetteer/city-aliases.tsv", City)
	r.aliases("gazetteer/organization-aliases.tsv", Organization)
	r.aliases("gazetteer/people-aliases.tsv", Person)
	r.rolePatterns()
	r.offices()
	var found []Finding
	r.g.particles, found = newParticles(r.tables[particlesFile])
	r.found = append(r.found, found...)
	r.g.placeWords = r.g.wordsOfPlaces()
	return r.g, r.tables, r.found, nil
}

// readTables reads the files in the order of their names, which the version
// depends on.
func (r *reader) readTables(fsys fs.FS) error {
	names, err := fs.Glob(fsys, "gazetteer/*.tsv")
	if err != nil {
		return fmt.Errorf("list gazetteer: %w", err)
	}
	if len(names) == 0 {
		return errors.New("load gazetteer: no gazetteer/*.tsv here (want a folder laid out as seeds/, see seeds/README.md)")
	}
	if _, err := fs.Stat(fsys, particlesFile); err == nil {
		names = append(names, particlesFile)
	}
	slices.Sort(names)

	hash := sha256.New()
	for _, name := range names {
		want, known := columns[name]
		if !known {
			r.errorf(Pos{File: name}, "unknown-file", "no table of that name is read; see seeds/README.md for the names")
			continue
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return fmt.Errorf("load gazetteer: %w", err)
		}
		fmt.Fprintf(hash, "%s\x00%d\x00", name, len(data))
		hash.Write(data)
		t, found := parseTable(name, string(data), want)
		r.found = append(r.found, found...)
		r.found = append(r.found, t.CheckOrder()...)
		r.tables[name] = t
	}
	r.g.Version = hex.EncodeToString(hash.Sum(nil))[:12]
	for name, want := range columns {
		if r.tables[name] == nil {
			r.tables[name] = &Table{File: name, Columns: want}
		}
	}
	return nil
}
