package gazetteer

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"
)

// Check returns every fault of the data in a tree laid out as seeds/ and of the
// layers over it, sorted by file and line: all that Load refuses, ambiguous aliases, and warnings about what
// is probably a slip. fold is the rule by which the matcher compares names, so that
// two names count as the same exactly where the matcher cannot tell them apart.
// An error means that there was nothing to check.
func Check(fsys fs.FS, fold func(string) string, layers ...Layer) ([]Finding, error) {
	g, found, err := read(fsys, layers)
	if err != nil {
		return nil, err
	}
	found = append(found, g.checkAmbiguous(fold)...)
	found = append(found, g.checkRedundant(fold)...)
	found = append(found, g.checkTerms()...)
	found = append(found, g.checkPatterns(fold)...)
	SortFindings(found)
	return found, nil
}

// Partial returns as much of the gazetteer as could be understood, faults or not, for
// who looks for more of them.
func Partial(fsys fs.FS, layers ...Layer) (*Gazetteer, error) {
	g, _, err := read(fsys, layers)
	return g, err
}

// strongName is a name that links alone.
type strongName struct {
	entity   *Entity
	alias    *Alias // nil for Name and NameAr
	text     string
	from, to Date
}

func (n strongName) pos() Pos {
	if n.alias != nil {
		return n.alias.Pos
	}
	return n.entity.Pos
}

// checkAmbiguous finds names that link alone, but to two entities. An alias can be
// made weak, so that is an error; namesakes by their full names are a fact of life
// and a warning. A city named as its own country (الكويت) is no fault, nor are names
// that were in use at different times, nor an English acronym that spells a name, as
// its capitals tell it apart (SANA, Sana).
func (g *Gazetteer) checkAmbiguous(fold func(string) string) (found []Finding) {
	names := map[string][]strongName{}
	add := func(n strongName) {
		key := fold(n.text)
		if key == "" {
			return
		}
		if n.alias != nil && n.alias.Kind == "acronym" && n.alias.Lang == "en" {
			key += " (acronym)"
		}
		names[key] = append(names[key], n)
	}
	for i := range g.Entities {
		e := &g.Entities[i]
		add(strongName{entity: e, text: e.Name})
		add(strongName{entity: e, text: e.NameAr})
		for j := range e.Aliases {
			if a := &e.Aliases[j]; a.Strength == Strong {
				add(strongName{entity: e, alias: a, text: a.Text, from: a.From, to: a.To})
			}
		}
	}
	for _, same := range names {
		// Names come before aliases, so that a finding stands at the alias that is to be mended.
		slices.SortStableFunc(same, func(a, b strongName) int { return cmp.Compare(rank(a), rank(b)) })
		for j, b := range same {
			for _, a := range same[:j] {
				if a.entity.ID == b.entity.ID || sameLand(a.entity, b.entity) || apart(a, b) {
					continue
				}
				if b.alias == nil {
					found = append(found, Warnf(b.pos(), "namesakes", "%q of %s is also the name of %s (%s)", b.text, b.entity.ID, a.entity.ID, a.pos()))
				} else {
					found = append(found, Errorf(b.pos(), "ambiguous-alias", "%q links alone to %s and to %s (%s); make it weak or context", b.text, b.entity.ID, a.entity.ID, a.pos()))
				}
				break
			}
		}
	}
	return found
}

func rank(n strongName) int {
	if n.alias == nil {
		return 0
	}
	return 1
}

// sameLand reports whether one is a city of the other.
func sameLand(a, b *Entity) bool {
	return a.Type == City && a.Country == b.ID || b.Type == City && b.Country == a.ID
}

// apart reports whether two names were surely never in use on the same day.
func apart(a, b strongName) bool {
	before := func(a, b strongName) bool { return !a.to.Zero() && !b.from.Zero() && a.to.Last <= b.from.First }
	return before(a, b) || before(b, a)
}

// checkRedundant finds aliases that add nothing: a name that is there already, or
// a weak surname that is made from the full name anyway.
func (g *Gazetteer) checkRedundant(fold func(string) string) (found []Finding) {
	for i := range g.Entities {
		e := &g.Entities[i]
		listed := map[string]string{fold(e.Name): "name_en", fold(e.NameAr): "name_ar"}
		aliases := map[string][]*Alias{}
		made := map[string]bool{}
		if e.Type == Person {
			bare := *e
			bare.Aliases = nil
			for _, s := range g.Surnames(&bare) {
				made[fold(s)] = true
			}
		}
		for j := range e.Aliases {
			a := &e.Aliases[j]
			key := fold(a.Text)
			if column, ok := listed[key]; ok {
				found = append(found, Warnf(a.Pos, "redundant-alias", "%q reads as the %s of %s", a.Text, column, e.Pos))
				continue
			}
			if made[key] && a.Strength == Weak && a.From.Zero() && a.To.Zero() {
				found = append(found, Warnf(a.Pos, "redundant-alias", "%q is made from the full name of %s anyway", a.Text, e.Pos))
				continue
			}
			for _, b := range aliases[key] {
				if a.Strength == b.Strength && a.From == b.From && a.To == b.To && slices.Equal(a.When, b.When) {
					found = append(found, Warnf(a.Pos, "redundant-alias", "%q reads as %q of %s", a.Text, b.Text, near(a.Pos, b.Pos)))
					break
				}
			}
			aliases[key] = append(aliases[key], a)
		}
	}
	return found
}

// sharedRoles are the parts of role names that tell offices which several people
// hold at a time.
var sharedRoles = []string{"deputy", "envoy", "spokes", "ambassador", "minister_of_state", "commissioner", "vice_president", "presidential_adviser"}

func shared(role string) bool {
	return slices.ContainsFunc(sharedRoles, func(part string) bool { return strings.Contains(role, part) })
}

// checkTerms finds two people who surely held the same single office on the same
// day, and one person's terms that overlap. Rival holders need a scope, stand-ins
// are acting.
func (g *Gazetteer) checkTerms() (found []Finding) {
	for i := range g.Offices {
		a := &g.Offices[i]
		if a.Acting || shared(a.Role) {
			continue
		}
		for j := i + 1; j < len(g.Offices); j++ {
			b := &g.Offices[j]
			if a.Of != b.Of || a.Role != b.Role {
				break
			}
			if b.Acting || a.Scope != b.Scope {
				continue
			}
			first, last := max(surelyFrom(a), surelyFrom(b)), min(surelyTo(a), surelyTo(b))
			if first >= last {
				continue
			}
			at, other := a.Pos, b.Pos
			if layer := g.history.files; layer[at.File] < layer[other.File] || at.File == other.File && at.Line < other.Line {
				at, other = other, at
			}
			what := "overlaps %s: both %s hold %s of %s from %s to %s; scope tells rivals, acting tells stand-ins"
			if a.Person == b.Person {
				what = "overlaps %s: %s holds %s of %s twice from %s to %s"
				found = append(found, Errorf(at, "overlapping-terms", what, near(at, other), a.Person, a.Role, g.label(a.Of), first, last))
				continue
			}
			found = append(found, Errorf(at, "overlapping-terms", what, near(at, other), a.Person+" and "+b.Person, a.Role, g.label(a.Of), first, last))
		}
	}
	return found
}

// checkPatterns finds words that speak of two roles in the same form, so that the
// reader of a text cannot tell which office is meant.
func (g *Gazetteer) checkPatterns(fold func(string) string) (found []Finding) {
	type key struct{ lang, form, text, of string }
	first := map[key]*RolePattern{}
	for i := range g.Roles {
		p := &g.Roles[i]
		k := key{p.Lang, p.Form, fold(p.Text), p.Of}
		other, taken := first[k]
		switch {
		case !taken:
			first[k] = p
		case other.Role == p.Role:
			found = append(found, Warnf(p.Pos, "redundant-pattern", "%q reads as %q of %s", p.Text, other.Text, near(p.Pos, other.Pos)))
		default:
			found = append(found, Warnf(p.Pos, "ambiguous-pattern", "%q speaks of %s here and of %s on %s", p.Text, p.Role, other.Role, near(p.Pos, other.Pos)))
		}
	}
	return found
}

// label is what the tables call a country or body: its iso code or id.
func (g *Gazetteer) label(id string) string {
	if e, ok := g.Entity(id); ok && e.ISO != "" {
		return e.ISO
	}
	return id
}

// surelyFrom and surelyTo bound the days that a term surely covers, half open. The
// day of a hand-over counts, as here the dates of two rows are compared.
func surelyFrom(o *Office) Day { return o.From.Last }

func surelyTo(o *Office) Day {
	if o.To.Zero() {
		return o.AsOf + 1
	}
	return o.To.First
}
