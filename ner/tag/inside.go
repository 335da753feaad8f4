package tag

import (
	"slices"
	"strings"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
)

// venue passes over a person's name inside the name of a place or body:
// مطار رفيق الحريري, جامعة الملك سعود.
func (s *scanner) venue(i int) int {
	h, ok := s.lexical(i, lexicon.Venue)
	if !ok || h.Clitics&ner.Al != 0 {
		return i // مدير المركز الدكتور خالد السالم: the centre is not named after him
	}
	if d, _, ok := s.thingAt(i); ok && d.last > int(h.Last) {
		return i // a body of the gazetteer: جامعة الملك عبد العزيز
	}
	j := int(h.Last) + 1
	n, _, named := s.titledName(j) // مطار + الملك خالد
	if t, ok := s.lexical(j, lexicon.Honorific); ok && t.Clitics == 0 {
		j = int(t.Last) + 1
	}
	if m, ok := s.personName(j); ok && (!named || m.last > n.last) {
		n, named = m, true
	}
	if !named {
		n, named = s.unlistedName(j, false)
	}
	if named && n.clitics == 0 && (n.last > j || len(n.entities) > 0) {
		s.note(ner.Span{Start: s.t.List[i].Start, End: s.t.List[n.last].End}, "inside-place-name", "a person's name inside the name of a place or body is no mention of the person")
		if s.isClass(n.last+1, lexicon.VenueKind) {
			return n.last + 2 // مستشفى الملك خالد + التخصصي
		}
		return n.last + 1
	}
	return i
}

// thingsInside records the countries, bodies and cities that a person's title
// names: الأمين العام لحزب الله, محافظ البصرة. They are mentions, and no parties.
func (s *scanner) thingsInside(i, end int) {
	man := len(s.drafts) - 1
	person := &s.drafts[man]
	first, last := person.first, person.last
	if person.kind == ner.Reference {
		last = first - 1
		i = min(i, first)
	}
	for k := i; k < end; {
		if k >= first && k <= last || s.t.List[k].Kind != ner.Word {
			k++
			continue
		}
		if next := s.fixedInside(man, k, i, first); next > k {
			k = next
			continue
		}
		s.sender(man, k)
		if d, _, ok := s.thingAt(k); ok && d.last < end && !(d.typ == gazetteer.Organization && s.portfolio(man, k)) {
			d.holder = man + 1
			s.drafts = append(s.drafts, d)
			k = d.last + 1
			continue
		}
		k++
	}
}

// portfolio reports whether the body at token k is what a minister is minister of
// and no name of its own: وزير + الخارجية العراقية.
func (s *scanner) portfolio(man, k int) bool {
	for _, r := range s.drafts[man].roles {
		if k > r.first && k <= r.last && strings.HasSuffix(r.role, "minister") {
			return true
		}
	}
	return false
}

// fixedInside records the reference that a title holds where the words mean one
// man by themselves: سفير + خادم الحرمين الشريفين لدى مصر.
func (s *scanner) fixedInside(man, k, i, first int) int {
	if k == i || k == first || slices.ContainsFunc(s.drafts[man].roles, func(r roleRef) bool { return r.first == k }) {
		return k // his own office
	}
	for _, h := range s.hitsAt(k) {
		se := &s.v.senses[h.ID]
		if se.kind != roleSense || s.v.Gazetteer.Roles[se.role].Form != "fixed" {
			continue
		}
		of, ok := s.v.index(s.v.Gazetteer.Roles[se.role].Of)
		if !ok {
			continue
		}
		r := roleRef{role: s.v.Gazetteer.Roles[se.role].Role, of: of, scope: -1, first: k, last: int(h.Last)}
		s.drafts = append(s.drafts, draft{first: k, last: r.last, span: h.Span, kind: ner.Reference, typ: gazetteer.Person, entity: -1, titleOf: -1, roles: []roleRef{r}})
		return r.last + 1
	}
	return k
}

// sender records whom an envoy stands for, where the words of his title say it: ممثل
// + الأمين العام للأمم المتحدة. The body in it is a mention of its own.
func (s *scanner) sender(man, k int) {
	for _, of := range s.drafts[man].roles {
		if k <= of.first || k > of.last || !strings.Contains(of.role, "envoy") {
			continue
		}
		if r, c, next, ok := s.role(k); ok && c == 0 && r.of >= 0 && !r.possessive && next <= of.last+1 {
			s.drafts = append(s.drafts, draft{first: k, last: r.last, span: ner.Span{Start: s.t.List[k].Start, End: s.t.List[r.last].End}, kind: ner.Reference, typ: gazetteer.Person, entity: -1, titleOf: -1, roles: []roleRef{r}})
		}
		return
	}
}

// delegation reports whether the body at token i is met as a delegation: وفد من X,
// a delegation of X.
func (s *scanner) delegation(i int) bool {
	n := len(s.cues)
	if n == 0 {
		return false
	}
	c := s.cues[n-1]
	for k := n - 1; k >= 0 && s.cues[k].Last == c.Last; k-- { // every class of the word
		if s.cues[k].Class == lexicon.Delegation {
			return i-c.Last <= 2
		}
	}
	for k := n - 1; k >= 0 && k >= n-3; k-- {
		if s.cues[k].Class == lexicon.Delegation {
			return (c.Class == lexicon.From || c.Class == lexicon.Of) && i-c.Last <= 2
		}
	}
	return false
}
