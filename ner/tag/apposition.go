package tag

import (
	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
)

// behindComma reads the name that a comma parts from its title: وزير الشؤون
// الخارجية، محمد جواد ظريف. The man must have held the office.
func (s *scanner) behindComma(j int, roles []roleRef) (name, bool) {
	if len(roles) == 0 || j >= len(s.t.List) || s.t.List[j].Kind != ner.Punct || !s.v.appositive[s.t.Raw(j)] {
		return name{}, false
	}
	n, ok := s.personName(j + 1)
	if !ok && roles[len(roles)-1].of >= 0 {
		return s.closedName(j + 1)
	}
	if !ok || n.clitics != 0 || n.strength != gazetteer.Strong || !s.heldRole(n.entities, roles[len(roles)-1].role) {
		return name{}, false
	}
	if r := roles[len(roles)-1]; r.of >= 0 && !s.heldOffice(n.entities, r) {
		return name{}, false
	}
	return n, true
}

// nameFits reports whether a name may belong to the roles before it: the man
// who holds the first of them on the day must be among its bearers. Of استقبل
// وزير الخارجية الروسي الجبير the minister is one man and الجبير another.
func (s *scanner) nameFits(roles []roleRef, n name) bool {
	if len(roles) == 0 || len(n.entities) == 0 {
		return true
	}
	r := roles[0]
	if r.of < 0 || r.former {
		if len(roles) > 1 && roles[len(roles)-1].of >= 0 && r.of < 0 {
			return s.heldRole(n.entities, r.role)
		}
		return true
	}
	holders := s.holders(r)
	if len(holders) == 0 {
		return true
	}
	for _, e := range n.entities {
		for _, h := range holders {
			if h == e {
				return true
			}
		}
	}
	// nobody of that name holds it: a title of his own, or a neighbour? A role that
	// the man ever held, or a country of his, is his own.
	g := s.v.Gazetteer
	for _, e := range n.entities {
		if g.Entities[e].Country == g.Entities[r.of].ID || g.Entities[e].Country == "" {
			return true
		}
		for _, o := range g.OfficesOf(g.Entities[e].ID) {
			if o.Of == g.Entities[r.of].ID {
				return true
			}
		}
	}
	return false
}

func (s *scanner) heldRole(entities []int32, role string) bool {
	for _, e := range entities {
		for _, o := range s.v.Gazetteer.OfficesOf(s.v.Gazetteer.Entities[e].ID) {
			if o.Role == role {
				return true
			}
		}
	}
	return false
}

// apposition takes the roles that follow a name: إبراهيم الجعفري وزير الخارجية
// العراقي; ولي العهد نائب رئيس مجلس الوزراء وزير الداخلية. It returns the last
// token of the phrase.
func (s *scanner) apposition(d *draft, last int) int {
	for {
		k := last + 1
		comma := false
		if k < len(s.t.List) && s.t.List[k].Kind == ner.Punct && s.v.appositive[s.t.Raw(k)] {
			k, comma = k+1, true
			for k < len(s.t.List) && s.t.List[k].Latin && (s.isClass(k, lexicon.Of) || s.t.Fold(k) == "the") {
				k++
			}
		}
		if end, ok := s.ofHisCountry(d, last+1); ok {
			last = end
			continue
		}
		r, c, next, ok := s.role(k)
		if !ok || c != 0 || comma && r.of < 0 {
			return last
		}
		if comma && s.nameAt(next) {
			return last // X, وزير الخارجية الروسي لافروف: the next in a list
		}
		if r.of >= 0 {
			if !s.isHolder(d, r) {
				return last
			}
		} else if len(d.candidates) > 0 && !s.heldRole(d.candidates, r.role) || s.nameAt(next) {
			return last
		}
		d.roles = append(d.roles, r)
		d.titled = true
		last = next - 1
	}
}

// nameAt reports whether a listed name or an honorific stands at token k.
func (s *scanner) nameAt(k int) bool {
	if k >= len(s.t.List) || s.t.List[k].Kind != ner.Word {
		return false
	}
	if h, ok := s.lexical(k, lexicon.Honorific); ok && h.Clitics == 0 {
		// النائب is a title of parliament, النائب الثاني لرئيس مجلس الوزراء an office
		r, _, _, isRole := s.role(k)
		return !isRole || r.last <= int(h.Last)
	}
	n, ok := s.personName(k)
	return ok && n.clitics == 0 && (n.strength == gazetteer.Strong || n.last > k)
}

// isHolder reports whether a role may be that of the man named: he holds it on
// the day, or nobody known does and he is not listed either.
func (s *scanner) isHolder(d *draft, r roleRef) bool {
	holders := s.holders(r)
	for _, h := range holders {
		for _, c := range d.candidates {
			if h == c {
				return true
			}
		}
	}
	if len(d.candidates) == 0 {
		return len(holders) == 0
	}
	return s.heldOffice(d.candidates, r)
}

func (s *scanner) heldOffice(entities []int32, r roleRef) bool {
	g := s.v.Gazetteer
	for _, e := range entities {
		for _, o := range g.OfficesOf(g.Entities[e].ID) {
			if o.Role == r.role && o.Of == g.Entities[r.of].ID {
				return true
			}
		}
	}
	return false
}
