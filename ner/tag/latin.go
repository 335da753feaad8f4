package tag

import (
	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
)

// latinName reads a run of capitalised words that is the name of nobody listed:
// after a title (Timo Soini, Abdelilah al-Khatib), or, where a party of a meeting
// must stand, behind a first name that somebody listed bears: Kerry met Vitali
// Klitschko. Not: met Bayern Munich.
func (s *scanner) latinName(i int, titled bool) (name, bool) {
	if !titled && !s.wordIs(i, firstName) {
		return name{}, false
	}
	end := i - 1
	for k := i; k < len(s.t.List) && k-i < 9; k++ {
		if s.t.List[k].Kind != ner.Word || !s.t.List[k].Latin || k > i && !s.adjacent(k-1, k) {
			break
		}
		if k > i && s.particle(k, lexicon.FamilyWord) && s.adjacent(k, k+1) && s.capital(k+1) {
			continue // Abdelilah al-Khatib, Jaap de Hoop
		}
		if !s.capital(k) || s.isLexical(k) {
			break
		}
		end = k
	}
	if end <= i || !titled && !s.partyOf(i, end) {
		return name{}, false
	}
	return name{last: end, span: ner.Span{Start: s.t.List[i].Start, End: s.t.List[end].End}, strength: gazetteer.Strong}, true
}

// partyOf reports whether the words i to end stand where a party does: behind the
// verb or its "with", joined to somebody named, or as the subject of such a verb.
func (s *scanner) partyOf(i, end int) bool {
	for k := i; k <= end; k++ {
		if s.strongThing(k, k) {
			return false
		}
	}
	if s.personSlot(i) || i > 0 && len(s.cues) > 0 && s.cues[len(s.cues)-1].Last == i-1 && s.follows(s.cues[len(s.cues)-1].First) {
		return true
	}
	if n := len(s.phrases); n > 0 && s.phrases[n-1].Last == i-2 && (s.isClass(i-1, lexicon.And) || s.isComma(i-1)) {
		return s.drafts[s.phrases[n-1].Mention].typ == gazetteer.Person
	}
	for _, h := range s.hitsAt(end + 1) {
		if se := &s.v.senses[h.ID]; se.kind == lexiconSense && se.class.Verb() {
			return true
		}
	}
	return false
}

// counterpartName reads the name that a comma parts from an English counterpart of
// that country: his Turkish counterpart, Mevlut Cavusoglu.
func (s *scanner) counterpartName(j, comma int, of int32) (n name, first int, ok bool) {
	if !s.t.List[j].Latin || of < 0 || !s.isComma(comma) {
		return n, 0, false
	}
	first = comma + 1
	if h, titled := s.lexical(first, lexicon.Honorific); titled {
		first = int(h.Last) + 1
	}
	if n, ok = s.personName(first); ok && n.strength == gazetteer.Strong {
		return n, first, s.anyOfCountry(n.entities, of)
	}
	if n, ok = s.closedName(first); ok {
		s.spelled(first, &n, of)
	}
	return n, first, ok
}

// closedName reads the name of nobody listed between two commas, or a comma and the
// full stop: the Finnish foreign minister, Timo Korpela, spoke.
func (s *scanner) closedName(i int) (name, bool) {
	if i >= len(s.t.List) || !s.t.List[i].Latin {
		return name{}, false
	}
	n, ok := s.latinName(i, true)
	k := n.last + 1
	return n, ok && (s.isComma(k) && !s.isClass(k+1, lexicon.And) || k < len(s.t.List) && s.t.Raw(k) == ".")
}

// anyOfCountry reports whether one of the people is of that country.
func (s *scanner) anyOfCountry(people []int32, country int32) bool {
	for _, e := range people {
		if s.v.Gazetteer.Entities[e].Country == s.v.Gazetteer.Entities[country].ID {
			return true
		}
	}
	return false
}

// wholeLatin adds to an English name the surname of the same man behind it:
// Mohammed bin Salman bin Abdulaziz + Al Saud.
func (s *scanner) wholeLatin(n *name) {
	k := n.last + 1
	if k >= len(s.t.List) || !s.t.List[k].Latin || len(n.entities) != 1 || !s.adjacent(n.last, k) {
		return
	}
	for _, h := range s.hitsAt(k) {
		if se := &s.v.senses[h.ID]; se.kind == surnameSense && se.entity == n.entities[0] {
			n.last, n.span.End = int(h.Last), s.t.List[h.Last].End
			return
		}
	}
}

// follows reports whether a cue at token k is one behind which a party stands: the
// meeting was attended by, was received by.
func (s *scanner) follows(k int) bool {
	return s.isClass(k, lexicon.Attended) || s.isClass(k, lexicon.Presence) || s.isClass(k, lexicon.Welcome) || s.isClass(k, lexicon.Between)
}

// spelled links the name at token i, which nobody listed so, to the one man in office
// of that country whose surname it ends in and whose first name begins like it:
// Mohammad Zarif, Nikolay Patrushev.
func (s *scanner) spelled(i int, n *name, of int32) {
	if of < 0 || len(n.entities) > 0 || s.day == 0 || !s.t.List[i].Latin {
		return
	}
	var fit []int32
	for _, k := range []int{n.last, n.last - 1} { // Khatib, al-Khatib
		for _, h := range s.hitsAt(k) {
			se := &s.v.senses[h.ID]
			if se.kind != surnameSense || int(h.Last) != n.last || k <= i {
				continue
			}
			e := &s.v.Gazetteer.Entities[se.entity]
			first := foldWords(s.v.Cutter, e.Name)
			if e.Country == s.v.Gazetteer.Entities[of].ID && first[:min(3, len(first))] == s.t.Fold(i)[:min(3, len(s.t.Fold(i)))] {
				fit = appendUnique(fit, se.entity)
			}
		}
	}
	if e, ok := s.onlyInOffice(fit); ok {
		n.entities = []int32{e}
	}
}

// ofHisCountry reads the country behind an English name: Hassan Rouhani of Iran.
func (s *scanner) ofHisCountry(d *draft, k int) (last int, ok bool) {
	if k >= len(s.t.List) || !s.t.List[k].Latin || s.t.Fold(k) != "of" {
		return 0, false
	}
	e, last, _, ok := s.holder(k + 1)
	return last, ok && s.v.Gazetteer.Entities[e].Type == gazetteer.Country && s.anyOfCountry(d.candidates, e)
}

// behindKing reads the name at token j of an alias that begins with the title before
// it, where that title tells the country too: Jordan's King + Abdullah.
func (s *scanner) behindKing(i, j int) (name, bool) {
	if j <= i+1 || j >= len(s.t.List) || !s.t.List[j].Latin || !s.isClass(j-1, lexicon.Honorific) {
		return name{}, false
	}
	n, ok := s.listedName(j - 1)
	if !ok || n.last < j || n.clitics != 0 {
		return name{}, false
	}
	n.span.Start = s.t.List[j].Start
	return n, true
}
