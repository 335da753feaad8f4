package gazetteer

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"sync"
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
// seeds/, and lays the layers over it, lowest first. A table that is not there
// counts as empty. Faulty data are refused with a *CheckError that lists every
// error at once; Check finds more, such as ambiguous aliases and warnings.
func Load(fsys fs.FS, layers ...Layer) (*Gazetteer, error) {
	g, found, err := read(fsys, layers)
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
	g        *Gazetteer
	tables   map[string]*Table // all layers, by the name in the lowest
	roles    map[string]bool   // the roles of roles.tsv
	silenced []silenced
	found    []Finding
}

// read returns as much of the gazetteer as could be understood, and every fault.
// An error means that there is no gazetteer at all.
func read(fsys fs.FS, layers []Layer) (*Gazetteer, []Finding, error) {
	r := &reader{g: &Gazetteer{}, tables: map[string]*Table{}, roles: map[string]bool{}}
	r.g.history = history{files: map[string]int{}, listings: map[string][]Listing{}, changes: map[string][]Change{}, gone: map[string]Pos{}}
	hash := sha256.New()
	if err := r.readTables(fsys, hash); err != nil {
		return nil, nil, err
	}
	for i, l := range layers {
		if l.Name == "" || slices.Contains(r.g.history.layers, l.Name) {
			return nil, nil, fmt.Errorf("load gazetteer: layer %d is named %q; each needs a name of its own", i+1, l.Name)
		}
		r.g.history.layers = append(r.g.history.layers, l.Name)
		if err := r.readLayer(l, i+1, hash); err != nil {
			return nil, nil, err
		}
	}
	r.g.Version = hex.EncodeToString(hash.Sum(nil))[:12]
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
	r.g.placeWords = sync.OnceValue(r.g.wordsOfPlaces)
	r.silence()
	return r.g, r.found, nil
}

// readTables reads the files in the order of their names, which the version
// depends on.
func (r *reader) readTables(fsys fs.FS, hash io.Writer) error {
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
	tables := make([]*Table, len(names))
	found := make([][]Finding, len(names))
	var wg sync.WaitGroup
	for i, name := range names {
		want, known := columns[name]
		if !known {
			found[i] = []Finding{unknownFile(name)}
			continue
		}
		data, err := hashed(fsys, name, name, hash)
		if err != nil {
			return err
		}
		wg.Go(func() {
			tables[i], found[i] = parseTable(name, data, want)
			if tables[i] != nil {
				found[i] = append(found[i], tables[i].CheckOrder()...)
			}
		})
	}
	wg.Wait()
	for i, t := range tables {
		r.found = append(r.found, found[i]...)
		if t != nil {
			r.tables[names[i]] = t
		}
	}
	for name, want := range columns {
		if r.tables[name] == nil {
			r.tables[name] = &Table{File: name, Columns: want}
		}
	}
	return nil
}

func unknownFile(name string) Finding {
	return Errorf(Pos{File: name}, "unknown-file", "no table of that name is read; see seeds/README.md for the names")
}

// hashed reads a file and adds it, as the table of that name, to the version.
func hashed(fsys fs.FS, name, table string, hash io.Writer) (string, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return "", fmt.Errorf("load gazetteer: %w", err)
	}
	fmt.Fprintf(hash, "%s\x00%d\x00", table, len(data))
	_, _ = hash.Write(data) // a hash never fails
	return string(data), nil
}

// readTable reads one file of a tree as the table of that name; findings call it
// shown. A file that is no table is a finding and nil.
func (r *reader) readTable(fsys fs.FS, name, shown, table string, hash io.Writer) (*Table, error) {
	want, known := columns[table]
	if !known {
		r.found = append(r.found, unknownFile(shown))
		return nil, nil
	}
	data, err := hashed(fsys, name, table, hash)
	if err != nil {
		return nil, err
	}
	t, found := parseTable(shown, data, want)
	r.found = append(r.found, found...)
	return t, nil
}
