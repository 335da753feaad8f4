package tag

import (
	"slices"
	"strings"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
)

// role reads a role at token i with whatever completes it, and returns the
// token behind it. of is -1 where the text does not say whose office it is.
func (s *scanner) role(i int) (r roleRef, clitics ner.Clitic, next int, ok bool) {
	// Russian foreign minister; Russia's foreign minister
	if of, j, c, led := s.leadingCountry(i); led {
		if h, pat, found := s.roleHit(j, "en"); found {
			r = roleRef{role: pat.Role, of: of, scope: -1, first: i, last: int(h.Last)}
			s.elect(&r)
			s.errand(&r)
			return r, c, r.last + 1, true
		}
	}
	best := -1
	for _, h := range s.hitsAt(i) {
		se := &s.v.senses[h.ID]
		if se.kind != roleSense {
			continue
		}
		if best >= 0 && int(h.Last) < best {
			break // a shorter head inside a longer one: نائب + وزير الخارجية is not the minister
		}
		pat := &s.v.Gazetteer.Roles[se.role]
		if se.possessive {
			if best < 0 {
				best, clitics = int(h.Last), h.Clitics
				r = roleRef{role: pat.Role, of: -1, scope: -1, first: i, last: int(h.Last), possessive: true}
			}
			continue
		}
		of, last, former, complete := s.completion(pat, int(h.Last)+1)
		if best < 0 || complete && r.of < 0 {
			best, clitics = int(h.Last), h.Clitics
			r = roleRef{role: pat.Role, of: of, scope: -1, first: i, last: last, former: former, open: pat.Form == "construct" && !complete, voice: !complete && inTheName(pat)}
			if !complete {
				r.last = int(h.Last)
				if former {
					r.last = last
				}
			}
		}
	}
	if best < 0 {
		return r, 0, i, false
	}
	s.runsInto(&r, i, best)
	s.behindNisba(&r, best)
	r.plural = r.of >= 0 && s.pluralNisba(r.last)
	s.elect(&r)
	s.errand(&r)
	if r.of < 0 && s.isClass(i, lexicon.Honorific) && r.last == i {
		// الرئيس, الملك alone: a title before a name, not yet a role
		if h, _ := s.lexical(i, lexicon.Honorific); int(h.Last) >= r.last {
			r.last = int(h.Last)
		}
	}
	return r, clitics, r.last + 1, true
}

// inTheName reports whether a role says nothing without what follows it: الناطق باسم …
func inTheName(p *gazetteer.RolePattern) bool {
	_, last, ok := strings.Cut(p.Text, " ")
	return ok && p.Form == "li" && strings.HasPrefix(last[strings.LastIndexByte(last, ' ')+1:], ba)
}

// elect takes the word that says of an English office that he is not in it yet:
// President-elect.
func (s *scanner) elect(r *roleRef) {
	if h, ok := s.lexical(r.last+1, lexicon.Elect); ok && s.adjacent(r.last, r.last+1) {
		r.last, r.former = int(h.Last), true
	}
}

// runsInto completes a role by the name of an international body into which its head
// runs: رئيس البرلمان + العربي is that of the Arab Parliament, of no country's.
func (s *scanner) runsInto(r *roleRef, i, head int) {
	if r.of >= 0 {
		return
	}
	for k := i + 1; k <= head; k++ {
		for _, h := range s.hitsAt(k) {
			se := &s.v.senses[h.ID]
			if se.kind == nameSense && int(h.Last) > head && h.Clitics == 0 && strength(se) == gazetteer.Strong && s.v.Gazetteer.Entities[se.entity].Kind == gazetteer.International {
				r.of, r.last, r.open = se.entity, int(h.Last), false
				return
			}
		}
	}
}

// behindNisba takes the end of a role whose head, up to token head, the nisba
// divides from it: وزير الدولة الإماراتي للشؤون الخارجية.
func (s *scanner) behindNisba(r *roleRef, head int) {
	k := r.last + 1
	if r.of < 0 || r.last == head || k >= len(s.t.List) || !strings.HasPrefix(s.t.Fold(k), forThe) {
		return
	}
	text := s.foldRange(r.first, head)
	for _, h := range []string{text, text[len(waw):]} { // as it stands, and without a proclitic
		for _, t := range s.v.tails[h] {
			end := k + strings.Count(t.text, " ")
			if end < len(s.t.List) && s.foldRange(k, end) == t.text {
				r.role, r.last = t.role, end
				return
			}
		}
	}
}

// errand takes the country to which a role is sent: المبعوث الأممي + إلى ليبيا,
// مندوب سوريا + لدى الأمم المتحدة, envoy + to Yemen.
func (s *scanner) errand(r *roleRef) {
	if !s.v.sent[r.role] {
		return // زيارة رئيس الوزراء إلى بنغلاديش: the visit, not the office, goes there
	}
	h, ok := s.lexical(r.last+1, lexicon.To)
	if !ok {
		h, ok = s.lexical(r.last+1, lexicon.Of)
	}
	if !ok || h.Clitics != 0 || !s.adjacent(r.last, r.last+1) {
		return
	}
	k := int(h.Last) + 1
	if e, l, c, ok := s.holder(k); ok && c == 0 {
		r.scope, r.last = e, l
	} else if d, _, ok := s.thingAt(k); ok && s.t.List[k].Latin && d.typ == gazetteer.City && d.strength == gazetteer.Strong && r.of >= 0 {
		r.last = d.last // Syrian ambassador to Moscow
	} else if s.plainWord(k) && hasArticle(s.t.Fold(k)) && !s.isLexical(k) && r.of >= 0 {
		r.last = k // سفير مصر لدى المملكة
	}
}

// completion reads what completes a role pattern at token k: the nisba, the
// genitive, the ل of its holder.
func (s *scanner) completion(p *gazetteer.RolePattern, k int) (of int32, last int, former, complete bool) {
	last = k - 1
	of = -1
	skipFormer := func() {
		for {
			h, ok := s.lexical(last+1, lexicon.Former)
			if !ok {
				if h, ok = s.lexical(last+1, lexicon.Acting); !ok {
					if h, ok = s.lexical(last+1, lexicon.Epithet); !ok {
						return
					}
				}
			} else {
				former = true
			}
			last = int(h.Last)
		}
	}
	if p.Form == "fixed" {
		e, ok := s.v.index(p.Of)
		if !ok {
			return -1, last, false, false
		}
		skipFormer() // بابا الفاتيكان حينئذ
		return e, last, former, true
	}
	skipFormer()
	k = last + 1
	if k >= len(s.t.List) || s.t.List[k].Kind != ner.Word {
		return -1, last, former, false
	}
	switch p.Form {
	case "nisba":
		if e, l, ok := s.nisba(k); ok {
			of, last = e, l
		} else if e, l, c, ok := s.holder(k); ok && c&ner.Ba != 0 {
			of, last = e, l // وزير الخارجية بدولة قطر
		} else if s.isClass(k, lexicon.In) {
			if e, l, c, ok := s.holder(k + 1); ok && c == 0 && s.v.Gazetteer.Entities[e].Type == gazetteer.Country {
				of, last = e, l
			}
		}
	case "construct":
		if e, l, c, ok := s.holder(k); ok && c == 0 {
			of, last = e, l
		}
	case "li":
		// الأمين العام للأمم المتحدة, and المتحدث باسم الكرملين
		if e, l, c, ok := s.holder(k); ok && (c&ner.Lam != 0 || c == 0) {
			of, last = e, l
		}
	case "en":
		if h, ok := s.lexical(k, lexicon.Of); ok {
			if e, l, _, ok := s.holder(int(h.Last) + 1); ok {
				of, last = e, l
			}
		}
	}
	if of >= 0 {
		skipFormer()
	}
	return of, last, former, of >= 0
}

// nisba reads the definite adjective of a country at token k: الروسي.
func (s *scanner) nisba(k int) (of int32, last int, ok bool) {
	for _, h := range s.hitsAt(k) {
		se := &s.v.senses[h.ID]
		if se.kind == nisbaSense && !se.latin && h.Clitics == 0 && se.definite {
			return se.entity, int(h.Last), true
		}
	}
	return -1, k, false
}

// pluralNisba reports whether the nisba that ends at token k is in the plural, so that
// what it completes is too.
func (s *scanner) pluralNisba(k int) bool {
	return slices.ContainsFunc(s.hitsAt(k), func(h hit) bool {
		se := &s.v.senses[h.ID]
		return se.kind == nisbaSense && !se.latin && se.definite && se.plural && h.Clitics == 0 && int(h.Last) == k
	})
}

// holder reads the country or organization whose office it is at token k.
func (s *scanner) holder(k int) (of int32, last int, clitics ner.Clitic, ok bool) {
	for _, h := range s.hitsAt(k) {
		se := &s.v.senses[h.ID]
		if se.kind != nameSense {
			continue
		}
		if t := s.v.Gazetteer.Entities[se.entity].Type; (t == gazetteer.Country || t == gazetteer.Organization) && strength(se) == gazetteer.Strong {
			return se.entity, int(h.Last), h.Clitics, true
		}
	}
	return -1, k, 0, false
}

// leadingCountry reads what stands before an English role: Russian, Russia's.
func (s *scanner) leadingCountry(i int) (of int32, next int, c ner.Clitic, ok bool) {
	if i >= len(s.t.List) || !s.t.List[i].Latin {
		return -1, i, 0, false
	}
	for _, h := range s.hitsAt(i) {
		se := &s.v.senses[h.ID]
		last := int(h.Last)
		switch {
		case se.kind == nisbaSense && se.latin:
			return se.entity, s.skipFormerBefore(last + 1), 0, true
		case se.kind == nameSense && last+1 < len(s.t.List):
			t := s.v.Gazetteer.Entities[se.entity].Type
			if t != gazetteer.Country && t != gazetteer.Organization {
				continue
			}
			if s.t.List[last+1].Kind == ner.Possessive {
				last++
			} else if t != gazetteer.Organization && !se.acronym() {
				continue // "Russia foreign minister" is no English
			}
			return se.entity, s.skipFormerBefore(last + 1), 0, true
		}
	}
	return -1, i, 0, false
}

func (s *scanner) skipFormerBefore(i int) int {
	for {
		h, ok := s.lexical(i, lexicon.Former)
		if !ok {
			if h, ok = s.lexical(i, lexicon.Acting); !ok {
				return i
			}
		}
		i = int(h.Last) + 1
	}
}

func (s *scanner) roleHit(i int, form string) (h hit, pat *gazetteer.RolePattern, ok bool) {
	for _, h := range s.hitsAt(i) {
		se := &s.v.senses[h.ID]
		if se.kind == roleSense && s.v.Gazetteer.Roles[se.role].Form == form {
			return h, &s.v.Gazetteer.Roles[se.role], true
		}
	}
	return hit{}, nil, false
}

// counterpart reads نظيره العراقي or "his Iraqi counterpart" at token i: a
// reference whose role is that of somebody named before.
func (s *scanner) counterpart(i int) (of int32, last int, clitics ner.Clitic, ok bool) {
	h, found := s.lexical(i, lexicon.Counterpart)
	if !found {
		h, found = s.lexical(i, lexicon.Counterparts)
	}
	if found {
		last = int(h.Last)
		of = -1
		if e, l, ok := s.nisba(last + 1); ok {
			of, last = e, l
		} else if e, l, c, ok := s.holder(last + 1); ok && (c&(ner.Ba|ner.Lam) != 0 || c == 0 && s.adjacent(last, last+1)) {
			of, last = e, l
		}
		return of, last, h.Clitics, true
	}
	// his Iraqi counterpart, Iraqi counterpart: the pronoun is passed over as a plain word
	if e, j, _, led := s.leadingCountry(i); led {
		if h, found := s.lexical(j, lexicon.Counterpart); found {
			return e, int(h.Last), 0, true
		}
	}
	return -1, i, 0, false
}
