package tag

import (
	"strings"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
)

// linkAddressed finds the person whom the article addresses so before: the only
// one, or else whom this sentence or the last begins with, if he is so addressed.
func (s *scanner) linkAddressed(i int) {
	d := &s.drafts[i]
	best, several := -1, false
	for k := range s.drafts {
		o := &s.drafts[k]
		if o.kind != ner.Name || o.address != d.address || o.dropped || o.span.End > d.span.Start || o.entity < 0 && o.unlisted == "" || !s.ofLand(o, d.roles[0].of) {
			continue
		}
		if best >= 0 && !samePerson(&s.drafts[best], o) {
			several = true
		}
		best = k
	}
	if best >= 0 && !several {
		s.copyPerson(d, best, "address")
		return
	}
	here := s.t.List[d.first].Sentence
	for _, sentence := range []int32{here, here - 1} {
		first := -1
		for k := range s.drafts {
			o := &s.drafts[k]
			if k != i && o.typ == gazetteer.Person && !o.dropped && o.span.End <= d.span.Start && s.t.List[o.first].Sentence == sentence && (first < 0 || o.first < s.drafts[first].first) {
				first = k
			}
		}
		if first < 0 {
			continue
		}
		if o := &s.drafts[first]; o.address == d.address && s.ofLand(o, d.roles[0].of) && (o.entity >= 0 || o.unlisted != "") {
			s.copyPerson(d, first, "address")
			return
		}
		break
	}
	d.dropped = true
}

// ofLand reports whether a person is of a country, or his title is; of none told (-1)
// everybody is.
func (s *scanner) ofLand(o *draft, country int32) bool {
	if country < 0 || o.titleOf == country || len(o.roles) > 0 && o.roles[0].of == country {
		return true
	}
	return o.entity >= 0 && s.v.Gazetteer.Entities[o.entity].Country == s.v.Gazetteer.Entities[country].ID
}

// linkBare finds the one person named before who has such an office.
func (s *scanner) linkBare(i int) {
	d := &s.drafts[i]
	r := &d.roles[0]
	var want []string
	head := d.first
	if s.t.List[head].Latin && head < d.last {
		head++ // the president
	}
	for _, h := range s.hitsAt(head) {
		if se := &s.v.senses[h.ID]; se.kind == roleSense && (head == d.first || int(h.Last) == d.last) {
			want = append(want, s.v.Gazetteer.Roles[se.role].Role)
		}
	}
	if len(want) == 0 && d.address == 0 && !s.isClass(d.first, lexicon.BareMinister) {
		d.dropped = true // الأمير: an office that no list holds
		return
	}
	found := -1
	for k := range s.drafts {
		o := &s.drafts[k]
		if o.kind != ner.Name || o.typ != gazetteer.Person || o.span.End > d.span.Start || o.dropped || o.entity < 0 && o.unlisted == "" {
			continue
		}
		if !s.hasOffice(o, want, r) {
			continue
		}
		if found >= 0 && !samePerson(&s.drafts[found], o) {
			d.dropped = true
			return
		}
		found = k
	}
	if found < 0 {
		d.dropped = true
		return
	}
	s.copyPerson(d, found, "earlier-mention")
}

// hasOffice reports whether a person has one of the roles (any minister where
// none is told), of the country where one is told; of الرئيس السابق, whether he
// had it and has it no more.
func (s *scanner) hasOffice(o *draft, want []string, told *roleRef) bool {
	fits := func(role string, roleOf int32) bool {
		if told.of >= 0 && roleOf != told.of {
			return false
		}
		if len(want) == 0 {
			return strings.HasSuffix(role, "minister")
		}
		for _, w := range want {
			if w == role {
				return true
			}
		}
		return false
	}
	for _, r := range o.roles {
		if r.former == told.former && fits(r.role, r.of) {
			return true
		}
	}
	if o.entity < 0 || s.day == 0 {
		return false
	}
	has, had := map[int32]bool{}, map[int32]bool{} // by country or body
	for _, f := range s.v.Gazetteer.OfficesOf(s.v.Gazetteer.Entities[o.entity].ID) {
		e, ok := s.v.index(f.Of)
		if !ok || !fits(f.Role, e) {
			continue
		}
		if _, maybe := f.Covers(s.day); maybe {
			has[e] = true
		} else if !f.To.Zero() && f.To.Last <= s.day {
			had[e] = true
		}
	}
	if !told.former {
		return len(has) > 0
	}
	for e := range had {
		if !has[e] {
			return true
		}
	}
	return false
}
