package tag

import (
	"slices"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
)

// acceptName reports whether a name at token j may be taken. A weak one-word
// name needs a title, or not to be a word of the language.
func (s *scanner) acceptName(j int, n name, titled bool) bool {
	if s.goesOn(j, n, titled) {
		return false
	}
	if n.last > j || n.strength == gazetteer.Strong {
		return true
	}
	if len(n.entities) == 0 || !titled && (s.strongThing(j, n.last) || n.clitics != 0 && s.wholeThing(j, n.last)) {
		return false
	}
	if s.t.List[j].Latin {
		return s.capital(j) && (titled || !s.isLexical(j))
	}
	if titled {
		return true
	}
	if !s.ordinary(j) && !s.isCommon(j) && !s.wordIs(j, givenWord) {
		return true
	}
	return n.clitics == 0 && (s.personSlot(j) || s.particle(j, lexicon.FamilyWord) && !s.plainName(j+1) && s.namedBefore(n.entities))
}

// plainName reports whether the word at token j may be part of a person's name.
func (s *scanner) plainName(j int) bool {
	return s.wordIs(j, givenWord) || s.isSurname(j)
}

// namedBefore reports whether one of the people was named in full already: آبي is
// Abe only behind شينزو آبي, elsewhere the father of somebody.
func (s *scanner) namedBefore(people []int32) bool {
	for i := range s.drafts {
		d := &s.drafts[i]
		if d.strength == gazetteer.Strong && slices.ContainsFunc(d.candidates, func(e int32) bool { return slices.Contains(people, e) }) {
			return true
		}
	}
	return false
}

// goesOn reports whether a word behind the name makes another man of it: أوباما الأب,
// الملك هنري الثامن, and أبو حمزة + المصري, as a kunya alone is anybody's.
func (s *scanner) goesOn(j int, n name, titled bool) bool {
	k := n.last + 1
	if !s.plainWord(k) || !s.adjacent(n.last, k) {
		return false
	}
	if s.isClass(k, lexicon.NameTail) {
		return true // محمد صلاح + الدين
	}
	if titled && s.isClass(k, lexicon.VenueKind) {
		return true // مستشفيات: الملك سعود والملك فهد + التخصصي
	}
	if s.v.Gazetteer.Generation(s.t.Raw(k)) || titled && n.last == j && s.v.Gazetteer.Ordinal(s.t.Raw(k)) {
		return true
	}
	_, _, ok := s.nisba(k)
	h, isKunya := s.lexical(j, lexicon.FamilyWord)
	return ok && n.last == j+1 && isKunya && int(h.Last) == j && h.Clitics&^ner.Waw == 0
}

// titledName reads an alias that begins with a title: الملك سلمان, King Salman.
// The name proper begins behind the title, at token from.
func (s *scanner) titledName(i int) (n name, from int, ok bool) {
	t, isTitle := s.lexical(i, lexicon.Honorific)
	if !isTitle {
		return n, i, false
	}
	if n, ok = s.listedName(i); !ok || n.strength == gazetteer.Weak || n.last <= int(t.Last) {
		return n, i, false
	}
	from = int(t.Last) + 1
	n.span.Start, n.titled = s.t.List[from].Start, true
	return n, from, true
}

// strongThing reports whether a country, city or body is named for sure by the
// tokens i to last or more: Jordan is the country before it is a surname.
func (s *scanner) strongThing(i, last int) bool {
	for _, h := range s.hitsAt(i) {
		se := &s.v.senses[h.ID]
		if se.kind == nameSense && int(h.Last) >= last && s.v.Gazetteer.Entities[se.entity].Type != gazetteer.Person && strength(se) == gazetteer.Strong {
			return true
		}
	}
	return false
}

// wholeThing reports whether a country, city or body is named by the same tokens with no
// clitic cut off: باغا is the town before it is ب + اغا.
func (s *scanner) wholeThing(i, last int) bool {
	return slices.ContainsFunc(s.hitsAt(i), func(h hit) bool {
		se := &s.v.senses[h.ID]
		return se.kind == nameSense && !se.person && h.Clitics == 0 && int(h.Last) == last
	})
}

// personSlot reports whether a verb that takes a person, or مع, stands right
// before token j: in التقى ظريف the word is a man, in كلام ظريف it is not.
func (s *scanner) personSlot(j int) bool {
	if j == 0 || !s.adjacent(j-1, j) {
		return false
	}
	for k := max(0, j-3); k < j; k++ {
		for _, h := range s.hitsAt(k) {
			if se := &s.v.senses[h.ID]; se.kind == lexiconSense && int(h.Last) == j-1 && (se.class.Verb() || se.class == lexicon.Speech || se.class == lexicon.With) {
				return true
			}
		}
	}
	return false
}

// insideTitle reports whether the phrase at token i completes the word before
// it: حكومة نتنياهو, مبعوث بان كي مون, Kerry's deputy.
func (s *scanner) insideTitle(i int) bool {
	if i < len(s.t.List) && s.t.List[i].Latin {
		return false // English puts the genitive behind: see genitiveOf
	}
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if !s.adjacent(k, k+1) || len(s.phrases) > 0 && k <= s.phrases[len(s.phrases)-1].Last {
			return false
		}
		for _, h := range s.hitsAt(k) {
			if int(h.Last) != i-1 {
				continue
			}
			if c := s.v.senses[h.ID].class; c == lexicon.Owner || c == lexicon.OfficeHead {
				return s.v.senses[h.ID].kind == lexiconSense
			}
		}
	}
	return false
}

// genitiveOf reports whether an English possessive at token k makes the name part
// of another's title: Ban Ki-moon's envoy.
func (s *scanner) genitiveOf(k int) bool {
	if k+1 >= len(s.t.List) || s.t.List[k].Kind != ner.Possessive {
		return false
	}
	_, office := s.lexical(k+1, lexicon.OfficeHead)
	return office
}
