package gazetteer

import "io/fs"

// Layer is a tree of tables laid over the shipped ones and over the layers
// before it: a user's own people, names and offices. Its tables have the columns
// of the shipped ones, and any of them may be missing.
//
// A row with an id that is known already replaces the cells of the row below that
// it fills, and empties those in which it has "-"; a row with a new id adds an
// entity. Aliases, offices and role patterns are added. A row whose first cell
// begins with "-" takes away: an entity, with all that was told of it below; an
// alias, office or pattern whose cells are those that the row fills:
//
//	-Q58217                                       (people.tsv) the person
//	-Q58217   لافروف   ar                         (people-aliases.tsv) this name of his, as a surname too
//	-Q58217   foreign_minister   RU               (offices.tsv) his terms as minister of Russia
type Layer struct {
	Name string // what the paths of its files begin with in findings: the folder as it was named
	FS   fs.FS  // holds gazetteer/*.tsv, or the tables themselves
}

// Minus begins the first cell of a row that takes away, and is the cell that
// empties one below.
const Minus = "-"

// Change is a fact of one layer that a higher one replaced or took away.
type Change struct {
	What   string // the column (name_ar), or "alias", "office"
	Old    string
	New    string // "" where the fact was taken away
	OldPos Pos
	Pos    Pos
}

// Listing is a row of a table of entities.
type Listing struct {
	Pos    Pos
	Source string
}

// Listings returns the rows that describe an entity, lowest layer first; without
// layers that is one.
func (g *Gazetteer) Listings(id string) []Listing {
	if l, ok := g.history.listings[id]; ok {
		return l
	}
	if e, ok := g.Entity(id); ok {
		return []Listing{{e.Pos, e.Source}}
	}
	return nil
}

// Changes returns what layers replaced or took away of an entity, in the order of
// the layers.
func (g *Gazetteer) Changes(id string) []Change { return g.history.changes[id] }

// TakenAway returns where a layer took the entity of that id away.
func (g *Gazetteer) TakenAway(id string) (Pos, bool) {
	if _, back := g.byID[id]; back {
		return Pos{}, false
	}
	p, ok := g.history.gone[id]
	return p, ok
}

// Layer returns the name of the layer a fact stands in, "" for the lowest.
func (g *Gazetteer) Layer(p Pos) string {
	if n := g.history.files[p.File]; n > 0 {
		return g.history.layers[n-1]
	}
	return ""
}

// Layered reports whether there are layers over the lowest.
func (g *Gazetteer) Layered() bool { return len(g.history.layers) > 0 }

// history is what the layers did.
type history struct {
	layers   []string       // names, without the lowest
	files    map[string]int // file → its layer; the lowest is 0
	listings map[string][]Listing
	changes  map[string][]Change
	gone     map[string]Pos // ids and iso codes that were taken away, and where
}
