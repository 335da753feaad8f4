package tag

import (
	"slices"
	"strings"

	"whomet/gazetteer"
	"whomet/ner/lexicon"
)

// sharedRole reads the countries of an English role in the plural, each of them a
// reference of its own:
//
//	the Saudi and Iranian foreign ministers
//	the foreign ministers of Russia, Turkey and Iran
func (s *scanner) sharedRole(i int) int {
	if !s.t.List[i].Latin {
		return i
	}
	of, j, _, ok := s.leadingCountry(i)
	if !ok {
		return s.rolesOf(i)
	}
	for k := j; ; {
		if !s.isClass(k, lexicon.And) && !s.isComma(k) {
			return i
		}
		_, next, _, led := s.leadingCountry(k + 1)
		if !led {
			return i
		}
		if h, pat, found := s.roleHit(next, "en"); found {
			if !s.plural(int(h.Last)) {
				return i
			}
			return s.reference(i, roleRef{role: pat.Role, of: of, scope: -1, first: i, last: j - 1}, 0)
		}
		k = next
	}
}

// rolesOf reads the countries behind such a role.
func (s *scanner) rolesOf(i int) int {
	h, pat, found := s.roleHit(i, "en")
	if !found || !s.plural(int(h.Last)) {
		return i
	}
	of, ok := s.lexical(int(h.Last)+1, lexicon.Of)
	if !ok {
		return i
	}
	var ends []int
	var countries []int32
	k := int(of.Last) + 1
	for {
		if s.t.List[min(k, len(s.t.List)-1)].Latin && s.t.Fold(min(k, len(s.t.List)-1)) == "the" {
			k++
		}
		e, last, _, ok := s.holder(k)
		if !ok || s.v.Gazetteer.Entities[e].Type != gazetteer.Country {
			break
		}
		countries, ends = append(countries, e), append(ends, last)
		if k = last + 1; !s.isClass(k, lexicon.And) && !s.isComma(k) {
			break
		}
		k++
	}
	if len(countries) < 2 {
		return i
	}
	s.reference(i, roleRef{role: pat.Role, of: countries[0], scope: -1, first: i, last: ends[0]}, 0)
	for n, e := range countries[1:] {
		for k = ends[n] + 1; s.isClass(k, lexicon.And) || s.isComma(k); k++ {
			s.cue(k)
		}
		s.reference(k, roleRef{role: pat.Role, of: e, scope: -1, first: k, last: ends[n+1]}, 0)
	}
	return ends[len(ends)-1] + 1
}

func (s *scanner) plural(i int) bool { return strings.HasSuffix(s.t.Fold(i), "s") }

func (s *scanner) isComma(i int) bool { return i >= 0 && i < len(s.t.List) && s.t.Raw(i) == "," }

// theOffice reports whether "the president" at token i goes on with whose office it
// is: the president of Yemen is nobody named before.
func (s *scanner) theOffice(i int) bool {
	if !s.t.List[i].Latin || !s.isClass(i, lexicon.BareOffice) {
		return false
	}
	r, _, _, ok := s.role(i + 1)
	return ok && r.of >= 0
}

// leads lists the roles of whoever leads a country.
var leads = []string{"president", "monarch", "head_of_government", "supreme_leader"}

// leaderNamed finds whom "the Russian leader" means: the one man named in the
// article who leads that country on the day.
func (s *scanner) leaderNamed(r *roleRef) (int32, bool) {
	if r.role != "leader" || r.of < 0 || r.former {
		return -1, false
	}
	return s.oneInOffice(func(o *gazetteer.Office) bool {
		return o.Of == s.v.Gazetteer.Entities[r.of].ID && slices.Contains(leads, o.Role)
	})
}
