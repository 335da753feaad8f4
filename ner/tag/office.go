package tag

import (
	"slices"
	"strings"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
)

// maxTitle bounds the tokens of a title that nobody listed: رئيس ديوان المراقبة
// العامة بمنطقة الرياض.
const maxTitle = 16

// officeTitle reads a title that no pattern covers, from its head at token i to
// the name it belongs to: رئيس ديوان المراقبة العامة + أسامة بن جعفر فقيه. It
// returns the token of the name and the country the title names.
func (s *scanner) officeTitle(i int) (at int, of int32, ok bool) {
	of = -1
	h, _ := s.lexical(i, lexicon.OfficeHead)
	// مبعوث بان كي مون is the envoy of Ban, المبعوث دي ميستورا the envoy himself
	genitive := h.Clitics&ner.Al == 0 && !hasArticle(s.t.Fold(i)) && !s.t.List[i].Latin
	place := -1 // the last token of the town or country that the title names
	for k := int(h.Last) + 1; k < len(s.t.List) && k-i < maxTitle; k++ {
		if s.t.List[k].Kind != ner.Word || s.t.List[k].Latin != s.t.List[i].Latin {
			return i, -1, false
		}
		if next := s.venue(k); next > k {
			k = next - 1 // مدير بمستشفى الملك فهد + خالد العياف
			continue
		}
		if s.isClass(k, lexicon.Venue) {
			if d, _, ok := s.thingAt(k); ok && d.last > k {
				k = d.last // أستاذ بجامعة الملك سعود + محمد الصالح
				continue
			}
		}
		if hon, isHon := s.lexical(k, lexicon.Honorific); isHon && hon.Clitics == 0 {
			if n, named := s.personName(int(hon.Last) + 1); named && n.clitics == 0 {
				if len(n.entities) > 0 && k > int(h.Last)+1 && s.isClass(k-1, lexicon.Owner) && s.isClass(k, lexicon.BareOffice) && !s.t.List[k].Latin {
					return i, -1, false // مدير مكتب + الرئيس بوتفليقة is not Bouteflika
				}
				return k, of, true
			}
			if n, named := s.unlistedName(int(hon.Last)+1, true); named && n.clitics == 0 {
				return k, of, true
			}
		}
		if n, named := s.personName(k); named && n.clitics == 0 && (n.last > k || n.strength == gazetteer.Strong) {
			if genitive && len(n.entities) > 0 && (k == int(h.Last)+1 || s.completes(int(h.Last)+1, k, n)) {
				return i, -1, false
			}
			return k, of, true
		}
		_, given := s.givenName(k)
		if (given || place == k-1 && s.strangersName(k) || s.looksLikeName(k, !genitive && k == int(h.Last)+1)) && !s.t.List[k].Latin {
			if n, named := s.unlistedName(k, true); named && n.clitics == 0 {
				return k, of, true
			}
		}
		if s.t.List[k].Latin {
			if !s.capital(k) {
				if _, isOf := s.lexical(k, lexicon.Of); !isOf {
					return i, -1, false
				}
			}
		}
		if s.endsTitle(k) && !s.sentTo(k) {
			return i, -1, false
		}
		if e, l, found := s.nisba(k); found && of < 0 {
			of, k = e, l
		} else if e, l, _, found := s.holder(k); found && of < 0 {
			of, k, place = e, l, l
		} else if d, _, found := s.thingAt(k); found && d.typ == gazetteer.City {
			k, place = d.last, d.last
		}
	}
	return i, -1, false
}

// completes reports whether the name at token k completes a title of its own that
// begins at token i: مبعوث + رئيس الوزراء العراقي حيدر العبادي is not Abadi, where
// مبعوث الرئيس الأميركي بريت ماكغورك is McGurk.
func (s *scanner) completes(i, k int, n name) bool {
	r, _, next, ok := s.role(i)
	if !ok || r.of < 0 || next != k {
		return false
	}
	for _, h := range s.holders(r) {
		if slices.Contains(n.entities, h) {
			return true
		}
	}
	return false
}

// looksLikeName reports whether a name that no list knows seems to begin at token
// k inside a title: محافظ البصرة + كرار الموسوي. Two words that are none of the
// language, the first without an article, the second with one.
func (s *scanner) looksLikeName(k int, behindHead bool) bool {
	if !s.familyName(k) || hasArticle(s.t.Fold(k)) || !s.familyName(k+1) || !s.adjacent(k, k+1) {
		return false
	}
	return hasArticle(s.t.Fold(k+1)) || behindHead
}

// strangersName reports whether two words that no list knows seem to be a name at token
// k, behind the place that completes a title: محافظ الضالع + فضل محمد, رئيس البرلمان في
// جمهورية الشيشان + ماغمد داؤدوف،.
func (s *scanner) strangersName(k int) bool {
	if !s.familyName(k) || hasArticle(s.t.Fold(k)) || !s.adjacent(k, k+1) {
		return false
	}
	objects := strings.HasSuffix(s.t.Raw(k), alif) && strings.HasSuffix(s.t.Raw(k+1), alif) // تنظيم داعش + حليفا موضوعيا،
	return s.wordIs(k+1, givenWord) || s.closesName(k+1) && !objects
}

// sentTo reports whether the word at token k is a preposition that says where somebody is
// sent: سفير المملكة + لدى مصر, where لدى وصوله is upon his arrival.
func (s *scanner) sentTo(k int) bool {
	_, _, c, ok := s.holder(k + 1)
	return s.isClass(k, lexicon.To) && (ok && c == 0 || s.wordIs(k+1, homeWord))
}

// endsTitle reports whether the word at token k cannot stand inside a title.
func (s *scanner) endsTitle(k int) bool {
	for _, h := range s.hitsAt(k) {
		se := &s.v.senses[h.ID]
		if _, _, behind := s.nisba(k - 1); behind && se.kind == roleSense && h.Clitics&ner.Ba != 0 {
			return true // لقاء المسؤول الأمريكي + برئيس الوزراء, but القائم بأعمال السفير
		}
		if se.kind != lexiconSense || h.Clitics != 0 && int(h.Last) == k && s.wordIs(k, commonWord) {
			continue
		}
		switch c := se.class; {
		case c.Verb(), c == lexicon.With, c == lexicon.Between, c == lexicon.Relative, c == lexicon.Break, c == lexicon.Speech,
			c == lexicon.Presence, c == lexicon.Attended, c == lexicon.Counterpart, c == lexicon.From, c == lexicon.RelDay, c == lexicon.Topic && h.Clitics == 0,
			c == lexicon.Negation, c == lexicon.Future, c == lexicon.Past, c == lexicon.Denial, c == lexicon.AfterMark, c == lexicon.BeforeMark:
			return true
		}
	}
	return false
}
