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
	for k := i; k < len(s.t.List) && k-i < 5; k++ {
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
	if s.personSlot(i) {
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
