package ask

import (
	"fmt"
	"strings"

	"whomet/gazetteer"
	"whomet/graph"
)

// Candidate is an entity a name may mean.
type Candidate struct {
	ID     string         `json:"id"`
	Type   gazetteer.Type `json:"type"`
	Name   string         `json:"name"`
	NameAr string         `json:"name_ar"`
	Tells  string         `json:"tells"` // what tells it from its like: an office, a country, a kind
}

func (c Candidate) String() string {
	s := c.ID + " " + c.Name
	if c.Name == "" {
		s = c.ID + " " + c.NameAr
	}
	if c.Tells != "" {
		s += " (" + c.Tells + ")"
	}
	return s
}

// UnknownError says that nobody goes by a name.
type UnknownError struct {
	Name   string
	Wanted []gazetteer.Type // city and country where a place is asked for; empty: any
	Near   []Candidate      // up to five that are spelled alike, the nearest first
	Title  bool             // it is a title, and nobody is listed who held it
	On     gazetteer.Day    // on that day, or zero: ever
}

func (e *UnknownError) Error() string {
	if e.Title && e.On != 0 {
		return fmt.Sprintf("nobody is listed as %q on %v: ask for another day with --on, or give the name", e.Name, e.On)
	}
	if e.Title {
		return fmt.Sprintf("nobody is listed as %q: give the name", e.Name)
	}
	what := "name"
	for i, t := range e.Wanted {
		what = map[bool]string{true: string(t), false: what + " or " + string(t)}[i == 0]
	}
	if len(e.Near) == 0 {
		return fmt.Sprintf("unknown %s %q: give a name, an alias or an id; whomet gazetteer lists them", what, e.Name)
	}
	return fmt.Sprintf("unknown %s %q; the nearest are:%s", what, e.Name, lines(e.Near))
}

// AmbiguousError says that several go by a name.
type AmbiguousError struct {
	Name       string
	Candidates []Candidate // by id
	Undated    bool        // it is a title, and a day would tell them apart
}

func (e *AmbiguousError) Error() string {
	how := "give one by its id:"
	if e.Undated {
		how = "say on which day with --on, or give one by its id:"
	}
	return fmt.Sprintf("%q may be any of %d; %s%s", e.Name, len(e.Candidates), how, lines(e.Candidates))
}

func lines(all []Candidate) string {
	var b strings.Builder
	for _, c := range all {
		b.WriteString("\n  " + c.String())
	}
	return b.String()
}

// candidates describes entities of the gazetteer.
func (r *Resolver) candidates(ids []string) []Candidate {
	all := make([]Candidate, len(ids))
	for i, id := range ids {
		e, _ := r.g.Entity(id)
		all[i] = Candidate{ID: id, Type: e.Type, Name: e.Name, NameAr: e.NameAr, Tells: r.tells(e)}
	}
	return all
}

// tells is what an entity is: its last office, its country, its kind.
func (r *Resolver) tells(e *gazetteer.Entity) string {
	if offices := r.g.OfficesOf(e.ID); len(offices) > 0 {
		last := offices[0]
		for _, o := range offices {
			if o.From.First > last.From.First {
				last = o
			}
		}
		return r.office(last)
	}
	what := string(e.Type)
	if e.Kind != "" {
		what = e.Kind
	}
	if country := r.nameOf(e.Country); country != "" {
		return what + ", " + country
	}
	return what
}

// office is a term in words: foreign minister of Russia, 2004-03-09 to 2010.
func (r *Resolver) office(o *gazetteer.Office) string {
	s := strings.ReplaceAll(o.Role, "_", " ") + " of " + r.nameOf(o.Of)
	switch {
	case o.From.Zero() && o.To.Zero():
		return s
	case o.To.Zero():
		return s + " since " + o.From.String()
	case o.From.Zero():
		return s + " until " + o.To.String()
	}
	return s + ", " + o.From.String() + " to " + o.To.String()
}

func (r *Resolver) nameOf(id string) string {
	if e, ok := r.g.Entity(id); ok {
		return e.Name
	}
	return ""
}

// officeCandidate is who held an office, told by that office.
func (r *Resolver) officeCandidate(o *gazetteer.Office) Candidate {
	c := Candidate{ID: o.Person, Type: gazetteer.Person, Tells: r.office(o)}
	if e, ok := r.g.Entity(o.Person); ok {
		c.Name, c.NameAr = e.Name, e.NameAr
	}
	return c
}

// unlistedCandidate is somebody of the store, told by what stands in his id.
func (r *Resolver) unlistedCandidate(e graph.EntityRef) Candidate {
	c := Candidate{ID: e.Entity, Type: e.Type, Name: e.Name, NameAr: e.NameAr, Tells: "not listed"}
	name, document, one := strings.Cut(e.Entity, "#")
	if _, of, ok := strings.Cut(name, "@"); ok {
		c.Tells += ", " + r.nameOf(of)
	}
	if one {
		c.Tells += ", in document " + document
	}
	return c
}
