// Package ask turns the names of a question into entity ids. The command line
// and the web page share it.
//
// A name is looked up as it is, then without the proclitics of its first Arabic
// word, and each time as
//
//  1. an id: Q58217, x:slug, n:timo virtanen@Q33;
//  2. a name or alias of the gazetteer, in either script; a bare surname, or a
//     name that needs its surroundings in a text, only where no such name is
//     found: Lavrov, لافروف, عبدالفتاح السيسي;
//  3. a title, of whoever held it on the day: Russian foreign minister, وزير
//     الخارجية الروسي;
//  4. somebody the gazetteer does not list but a document named: Timo Virtanen.
//
// Spelling counts as in a text (ner/fold); spaces and hyphens inside a name do
// not count. The first step that knows the name decides, and a step that knows
// several entities by it is an error that lists them: nothing is guessed.
package ask

import (
	"context"
	"slices"
	"strings"
	"sync"

	"whomet/gazetteer"
	"whomet/graph"
	"whomet/ner/fold"
)

// Finder finds entities that only documents speak of, by the beginning of their
// id: those whose id is id, or id and "@" or "#" and more. The stores are Finders.
type Finder interface {
	Unlisted(ctx context.Context, id string) ([]graph.EntityRef, error)
}

// Resolver knows names. It is safe for concurrent use.
type Resolver struct {
	g    *gazetteer.Gazetteer
	find Finder
	// Each is made when it is first asked for: most questions need the first alone.
	strong func() index // names, and aliases that link alone
	weak   func() index // surnames, and aliases that do not
	adject func() index // nisbas and English adjectives of countries
}

// index is entity ids by key.
type index map[string][]string

func (x index) add(text, id string) {
	if k := key(text); k != "" && !slices.Contains(x[k], id) {
		x[k] = append(x[k], id)
	}
}

// New makes a Resolver of a gazetteer. find may be nil: then nobody but the
// gazetteer's entities is known.
func New(g *gazetteer.Gazetteer, find Finder) *Resolver {
	return &Resolver{
		g: g, find: find,
		strong: sync.OnceValue(func() index { return strongNames(g) }),
		weak:   sync.OnceValue(func() index { return weakNames(g) }),
		adject: sync.OnceValue(func() index { return adjectives(g) }),
	}
}

func strongNames(g *gazetteer.Gazetteer) index {
	x := make(index, 4*len(g.Entities))
	for i := range g.Entities {
		e := &g.Entities[i]
		x.add(e.Name, e.ID)
		x.add(e.NameAr, e.ID)
		for _, a := range e.Aliases {
			if a.Strength == gazetteer.Strong {
				x.add(a.Text, e.ID)
			}
		}
	}
	return x
}

func weakNames(g *gazetteer.Gazetteer) index {
	x := index{}
	for i := range g.Entities {
		e := &g.Entities[i]
		for _, a := range e.Aliases {
			if a.Strength != gazetteer.Strong {
				x.add(a.Text, e.ID)
			}
		}
		for _, s := range g.Surnames(e) {
			x.add(s, e.ID)
		}
	}
	return x
}

func adjectives(g *gazetteer.Gazetteer) index {
	x := index{}
	for i := range g.Entities {
		e := &g.Entities[i]
		for _, n := range gazetteer.DemonymForms(e) {
			x.add(n.Text, e.ID)
		}
		for _, a := range e.Demonym.Adjective {
			x.add(a, e.ID)
		}
	}
	return x
}

// key is what two spellings of a name have in common: عبد الفتاح = عبدالفتاح,
// Ban Ki-moon = Ban Ki Moon.
func key(text string) string {
	return strings.Map(func(c rune) rune {
		switch c {
		case ' ', '-', '"', '«', '»', '“', '”':
			return -1
		}
		return c
	}, fold.String(text))
}

// Resolve finds whom a name means in a question of that kind, as entity ids,
// sorted. on is the day for which titles are asked, or zero. A country means
// its office holders (on that day) where the question is about meetings, and
// itself otherwise; anything else is one id. Errors: *UnknownError,
// *AmbiguousError, or what the Finder returns.
func (r *Resolver) Resolve(ctx context.Context, text string, on gazetteer.Day, kind graph.QuestionKind) ([]string, error) {
	found, err := r.resolve(ctx, text, on)
	if err != nil {
		return nil, err
	}
	meetings := kind == graph.Met || kind == graph.Meetings || kind == graph.Path || kind == graph.Timeline
	if e, ok := r.g.Entity(found.ID); meetings && ok && e.Type == gazetteer.Country {
		if people := r.officers(e.ID, on); len(people) > 0 {
			return people, nil
		}
	}
	return []string{found.ID}, nil
}

// Place finds the city or country that a name means.
func (r *Resolver) Place(text string) (string, error) {
	return r.typed(text, gazetteer.City, gazetteer.Country)
}

// Country finds the country that a name means.
func (r *Resolver) Country(text string) (string, error) {
	return r.typed(text, gazetteer.Country)
}

func (r *Resolver) typed(text string, types ...gazetteer.Type) (string, error) {
	for _, spelling := range spellings(text) {
		hits := slices.DeleteFunc(r.named(spelling), func(id string) bool {
			e, _ := r.g.Entity(id)
			return !slices.Contains(types, e.Type)
		})
		if len(hits) > 0 {
			c, err := r.one(text, r.candidates(hits), false)
			return c.ID, err
		}
	}
	return "", &UnknownError{Name: text, Wanted: types, Near: r.near(text, types)}
}

func (r *Resolver) resolve(ctx context.Context, text string, on gazetteer.Day) (Candidate, error) {
	for _, spelling := range spellings(text) {
		if hits := r.named(spelling); len(hits) > 0 {
			return r.one(text, r.candidates(hits), false)
		}
		if holders, titled := r.titled(spelling, on); titled {
			if len(holders) == 0 {
				return Candidate{}, &UnknownError{Name: text, On: on, Title: true}
			}
			return r.one(text, holders, on == 0)
		}
		others, err := r.unlisted(ctx, spelling)
		if err != nil {
			return Candidate{}, err
		}
		if len(others) > 0 {
			return r.one(text, others, false)
		}
	}
	return Candidate{}, &UnknownError{Name: text, Near: r.near(text, nil)}
}

// one is the only candidate, or an error that lists them.
func (r *Resolver) one(text string, all []Candidate, undated bool) (Candidate, error) {
	if len(all) == 1 {
		return all[0], nil
	}
	return Candidate{}, &AmbiguousError{Name: text, Candidates: all, Undated: undated}
}

// named are the ids of the gazetteer that go by a text, sorted.
func (r *Resolver) named(text string) []string {
	text = strings.TrimSpace(text)
	if _, ok := r.g.Entity(text); ok {
		return []string{text}
	}
	ids := r.byKey(key(text))
	if len(ids) == 0 {
		ids = r.byKey(key(withoutThe(fold.String(text)))) // the UN
	}
	slices.Sort(ids)
	return r.withoutNamesakes(slices.Compact(ids))
}

// byKey are the entities of a key: those it names weakly only where it names none
// for sure.
func (r *Resolver) byKey(k string) []string {
	ids := r.strong()[k]
	if len(ids) == 0 {
		ids = r.weak()[k]
	}
	return slices.Clone(ids)
}

// withoutNamesakes drops a city that is named as its country (الكويت): whoever
// means the city can say so, and as a place the country holds it.
func (r *Resolver) withoutNamesakes(ids []string) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
		e, _ := r.g.Entity(id)
		return e.Type == gazetteer.City && slices.Contains(ids, e.Country)
	})
}

// officers are those who held an office of a country or of one of its bodies,
// on the day if there is one.
func (r *Resolver) officers(country string, on gazetteer.Day) []string {
	var people []string
	for i := range r.g.Offices {
		o := &r.g.Offices[i]
		body, ok := r.g.Entity(o.Of)
		if o.Of != country && !(ok && body.Type == gazetteer.Organization && body.Country == country) {
			continue
		}
		if _, maybe := o.Covers(on); maybe {
			people = append(people, o.Person)
		}
	}
	slices.Sort(people)
	return slices.Compact(people)
}

// unlisted asks the store.
func (r *Resolver) unlisted(ctx context.Context, text string) ([]Candidate, error) {
	if r.find == nil {
		return nil, nil
	}
	// As it is, for an id the gazetteer does not know; then as a name.
	id := strings.TrimSpace(text)
	for _, id := range []string{id, graph.Unlisted + fold.String(text)} {
		refs, err := r.find.Unlisted(ctx, id)
		if err != nil {
			return nil, err
		}
		exact := slices.IndexFunc(refs, func(e graph.EntityRef) bool { return e.Entity == strings.TrimSpace(text) })
		if exact >= 0 {
			refs = refs[exact : exact+1]
		}
		var all []Candidate
		for _, e := range refs {
			all = append(all, r.unlistedCandidate(e))
		}
		if len(all) > 0 {
			return all, nil
		}
	}
	return nil, nil
}
