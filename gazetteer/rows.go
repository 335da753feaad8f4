package gazetteer

import (
	"cmp"
	"slices"
)

// entities reads the four tables of things; only then can one refer to another.
func (r *reader) entities() {
	n := 0
	for _, name := range entityTables {
		n += len(r.tables[name].Rows)
	}
	r.g.Entities = make([]Entity, 0, n)
	iso := map[string]Pos{}
	for _, row := range r.tables["gazetteer/countries.tsv"].Rows {
		e := r.entity(row, Country)
		e.ISO = row.Get("iso")
		if !isoPattern.MatchString(e.ISO) {
			r.errorf(row.posOf("iso"), "bad-iso", "%q is not an ISO 3166-1 alpha-2 code (want two capital letters)", e.ISO)
		} else if first, twice := iso[e.ISO]; twice {
			r.errorf(row.posOf("iso"), "duplicate-iso", "%s is the code of %s already", e.ISO, near(row.posOf("iso"), first))
		} else {
			iso[e.ISO] = row.posOf("iso")
		}
		e.Demonym = Demonym{
			Nisba:     r.list(row, "nisba", "ar"),
			Feminine:  r.list(row, "feminine", "ar"),
			Plural:    r.list(row, "plural", "ar"),
			Adjective: r.list(row, "adjective_en", "en"),
		}
		r.nisba(row, e.Demonym)
		r.g.Entities = append(r.g.Entities, e)
	}
	for _, row := range r.tables["gazetteer/cities.tsv"].Rows {
		r.g.Entities = append(r.g.Entities, r.entity(row, City))
	}
	for _, row := range r.tables["gazetteer/organizations.tsv"].Rows {
		e := r.entity(row, Organization)
		e.Kind = row.Get("kind")
		r.word(row, "kind", orgKinds)
		r.g.Entities = append(r.g.Entities, e)
	}
	for _, row := range r.tables["gazetteer/people.tsv"].Rows {
		r.g.Entities = append(r.g.Entities, r.entity(row, Person))
	}
	r.index()
	for _, name := range entityTables[1:] {
		for _, row := range r.tables[name].Rows {
			if i, ok := r.g.byID[row.Get("id")]; ok && row.Get("country") != "" && r.g.Entities[i].Pos == row.Pos {
				r.g.Entities[i].Country = r.ref(row.posOf("country"), "country", row.Get("country"), Country, Organization)
			}
		}
	}
}

// index sorts the entities and drops those whose id is taken.
func (r *reader) index() {
	g := r.g
	g.Entities = sorted(g.Entities, func(a, b *Entity) int { return cmp.Compare(a.ID, b.ID) })
	kept := g.Entities[:0]
	for _, e := range g.Entities {
		if n := len(kept); n > 0 && kept[n-1].ID == e.ID {
			r.errorf(e.Pos, "duplicate-id", "%s is the id of %s already", e.ID, kept[n-1].Pos)
			continue
		}
		kept = append(kept, e)
	}
	g.Entities = kept
	g.byID = make(map[string]int, len(kept))
	g.byISO = map[string]int{}
	for i, e := range kept {
		g.byID[e.ID] = i
		if _, taken := g.byISO[e.ISO]; e.ISO != "" && !taken {
			g.byISO[e.ISO] = i
		}
	}
}

func (r *reader) entity(row Row, t Type) Entity {
	e := Entity{
		ID: row.Get("id"), Type: t,
		Name: row.Get("name_en"), NameAr: row.Get("name_ar"),
		Source: row.Get("source"), Pos: row.Pos,
	}
	if !idPattern.MatchString(e.ID) {
		r.errorf(row.Pos, "bad-id", "%q is not an id (want a Wikidata id such as Q58217, or x:slug in a-z, 0-9 and -)", e.ID)
	}
	if e.Name == "" {
		r.errorf(row.posOf("name_en"), "no-name", "name_en is empty")
	}
	for _, column := range []string{"name_en", "name_ar"} {
		if name := row.Get(column); name != "" && letters(name) < 2 {
			r.errorf(row.posOf(column), "short-name", "%s %q is no name: it has two letters or more", column, name)
		}
	}
	r.found = append(r.found, CheckText(row.posOf("name_en"), "name_en", "en", e.Name)...)
	r.found = append(r.found, CheckText(row.posOf("name_ar"), "name_ar", "ar", e.NameAr)...)
	r.source(row)
	return e
}

func (r *reader) capitals() {
	for _, row := range r.tables["gazetteer/countries.tsv"].Rows {
		for _, id := range row.List("capital") {
			id = r.ref(row.posOf("capital"), "capital", id, City)
			i, ok := r.g.byID[id]
			if !ok {
				continue
			}
			city := &r.g.Entities[i]
			city.Capital = true
			if city.Country != row.Get("id") {
				r.errorf(row.posOf("capital"), "capital-abroad", "capital %s lies in another country by %s", id, city.Pos)
			}
		}
	}
}

func (r *reader) aliases(file string, t Type) {
	for _, row := range r.tables[file].Rows {
		a := Alias{
			Text: row.Get("alias"), Lang: row.Get("lang"), Kind: row.Get("kind"), Strength: row.Get("strength"),
			Source: row.Get("source"), Pos: row.Pos,
		}
		langOK := r.word(row, "lang", languages)
		r.word(row, "kind", aliasKinds)
		r.word(row, "strength", strengths)
		if letters(a.Text) < 2 {
			r.errorf(row.Pos, "short-alias", "%q is no name: an alias has two letters or more", a.Text)
		} else if langOK {
			r.found = append(r.found, CheckText(row.Pos, "alias", a.Lang, a.Text)...)
		}
		when := row.List("when")
		if (a.Strength == Context) != (len(when) > 0) {
			r.errorf(row.Pos, "when", "strength %q with %d ids in when: context needs one or more, the others take none", a.Strength, len(when))
		}
		for _, id := range when {
			if id = r.ref(row.Pos, "when", id, Person, Country, Organization, City); id != "" {
				a.When = append(a.When, id)
			}
		}
		a.From, a.To = r.interval(row)
		r.source(row)
		if len(when) > 0 && len(a.When) == 0 {
			continue // told above, or whom it needs was taken away
		}
		if id := r.ref(row.Pos, "id", row.Get("id"), t); id != "" {
			e := &r.g.Entities[r.g.byID[id]]
			e.Aliases = append(e.Aliases, a)
		}
	}
}

func (r *reader) rolePatterns() {
	for _, row := range r.tables["gazetteer/roles.tsv"].Rows {
		p := RolePattern{Role: row.Get("role"), Lang: row.Get("lang"), Form: row.Get("form"), Text: row.Get("text"), Pos: row.Pos}
		if !rolePattern.MatchString(p.Role) {
			r.errorf(row.Pos, "bad-role", "%q is not the name of a role (want lower-case words joined by _)", p.Role)
		}
		r.roles[p.Role] = true
		if r.word(row, "lang", languages) {
			r.found = append(r.found, CheckText(row.Pos, "text", p.Lang, p.Text)...)
		}
		if letters(p.Text) < 2 {
			r.errorf(row.Pos, "short-alias", "%q is no pattern: it has two letters or more", p.Text)
		}
		r.word(row, "form", roleForms)
		switch p.Form {
		case "nisba", "construct":
			if p.Lang != "ar" {
				r.errorf(row.Pos, "form-lang", "form %q is of Arabic, not of %q", p.Form, p.Lang)
			}
		case "en":
			if p.Lang != "en" {
				r.errorf(row.Pos, "form-lang", "form %q is of English, not of %q", p.Form, p.Lang)
			}
		}
		of := row.Get("of")
		if (p.Form == "fixed") != (of != "") {
			r.errorf(row.Pos, "fixed-of", "form %q with of %q: fixed names whose office it is, the others leave it empty", p.Form, of)
		}
		if of != "" {
			if p.Of = r.ref(row.Pos, "of", of, Country, Organization); p.Of == "" {
				continue // told, or taken away
			}
		}
		r.g.Roles = append(r.g.Roles, p)
	}
}

func (r *reader) offices() {
	g := r.g
	rows := r.tables["gazetteer/offices.tsv"].Rows
	g.Offices = make([]Office, 0, len(rows))
	for _, row := range rows {
		o := Office{
			Person: r.ref(row.Pos, "person", row.Get("person"), Person),
			Role:   row.Get("role"),
			Of:     r.ref(row.Pos, "of", row.Get("of"), Country, Organization),
			Scope:  r.scope(row),
			Acting: row.Get("acting") == "yes",
			Source: row.Get("source"),
			Pos:    row.Pos,
		}
		if !r.roles[o.Role] {
			r.errorf(row.Pos, "unknown-role", "%q is not a role of gazetteer/roles.tsv", o.Role)
		}
		if row.Get("acting") != "" {
			r.word(row, "acting", []string{"yes"})
		}
		o.From, o.To = r.interval(row)
		r.asOf(row, &o)
		r.source(row)
		if o.Person != "" && o.Of != "" && (o.Scope != "" || row.Get("scope") == "") {
			g.Offices = append(g.Offices, o)
		}
	}
	g.Offices = sorted(g.Offices, func(a, b *Office) int {
		return cmp.Or(
			cmp.Compare(a.Of, b.Of),
			cmp.Compare(a.Role, b.Role),
			cmp.Compare(a.From.First, b.From.First),
			cmp.Compare(a.From.Last, b.From.Last),
			cmp.Compare(a.Person, b.Person),
		)
	})
	g.byPerson = map[string][]int{}
	for i, o := range g.Offices {
		g.byPerson[o.Person] = append(g.byPerson[o.Person], i)
	}
}

// scope resolves the host of an ambassador; any other scope is a word.
func (r *reader) scope(row Row) string {
	s := row.Get("scope")
	switch {
	case isoPattern.MatchString(s), idPattern.MatchString(s):
		return r.ref(row.Pos, "scope", s, Country, Organization, City, Person)
	case row.Get("role") == "ambassador":
		r.errorf(row.Pos, "ambassador-host", "scope of an ambassador is %q (want the iso code or id of the host)", s)
	case s != "":
		r.found = append(r.found, CheckText(row.Pos, "scope", "en", s)...)
	}
	return s
}

func (r *reader) asOf(row Row, o *Office) {
	s := row.Get("as_of")
	if s == "" {
		if row.Get("to") == "" {
			r.errorf(row.Pos, "no-as-of", "to is empty, so as_of must tell the last day for which that is known")
		}
		return
	}
	d, err := ParseDay(s)
	if err != nil {
		r.errorf(row.Pos, "bad-date", "as_of: %v", err)
		return
	}
	if !o.From.Zero() && d < o.From.First {
		r.errorf(row.Pos, "as-of-before-from", "as_of %s is before from %s", d, o.From)
	}
	o.AsOf = d
}

// sorted is the list in order, equals as they stood. The rows are large: their
// numbers are sorted in their place.
func sorted[T any](list []T, compare func(a, b *T) int) []T {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Or(compare(&list[i], &list[j]), cmp.Compare(i, j)) })
	out := make([]T, len(list))
	for i, k := range order {
		out[i] = list[k]
	}
	return out
}
