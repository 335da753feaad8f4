package tag

import (
	"slices"
	"unicode"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
	"whomet/ner/match"
)

// thingAt reads a country, organization or city at token i.
func (s *scanner) thingAt(i int) (d draft, clitics ner.Clitic, ok bool) {
	if i >= len(s.about) || !s.about[i].thing {
		return d, 0, false
	}
	if d, ok := s.quotedThing(i); ok {
		return d, 0, true
	}
	for _, h := range s.hitsAt(i) {
		se := &s.v.senses[h.ID]
		if se.kind != nameSense || se.person {
			continue
		}
		if !s.inUse(se.alias) || strength(se) == gazetteer.Quoted || s.t.List[i].Latin && !s.capital(i) && !s.commonNoun(i, se) {
			continue
		}
		if len(d.candidates) == 0 {
			d = s.thingDraft(i, h)
			clitics = h.Clitics
		}
		stronger := strength(se) == gazetteer.Strong && d.strength != gazetteer.Strong
		if int(h.Last) != d.last || h.Clitics != clitics && !stronger {
			break
		}
		if stronger { // الرياض وجدة: and Jeddah, before it is Oujda
			d, clitics = s.thingDraft(i, h), h.Clitics
		}
		if strength(se) == d.strength || d.strength != gazetteer.Strong {
			d.candidates = appendUnique(d.candidates, se.entity)
		}
	}
	if len(d.candidates) == 0 || s.longerLexical(i, d.last) || d.strength != gazetteer.Strong && s.cueCovers(i, d.last) || (clitics != 0 && d.last == i && s.ordinary(i)) {
		return d, 0, false
	}
	s.withoutNoun(&d)
	return d, clitics, s.ofCountry(&d)
}

// withoutNoun leaves the common noun before the name of a place out of its span,
// where the rest is its name too, or the noun is part of none: بلدة + عرسال, قضاء +
// مخمور, but مدينة الصدر.
func (s *scanner) withoutNoun(d *draft) {
	if d.typ != gazetteer.City || d.last == d.first {
		return
	}
	if s.isClass(d.first, lexicon.District) {
		d.first++
		d.span.Start = s.t.List[d.first].Start
		return
	}
	if !s.isClass(d.first, lexicon.CityWord) {
		return
	}
	for _, h := range s.hitsAt(d.first + 1) {
		if se := &s.v.senses[h.ID]; se.kind == nameSense && int(h.Last) == d.last && h.Clitics == 0 && slices.Contains(d.candidates, se.entity) {
			d.first++
			d.span.Start = h.Start
			return
		}
	}
}

// commonNoun reports whether an English name that the table writes in small letters
// stands behind the article, where it means one thing: the coalition.
func (s *scanner) commonNoun(i int, se *sense) bool {
	return se.alias != nil && i > 0 && s.t.Fold(i-1) == "the" && unicode.IsLower(rune(se.alias.Text[0]))
}

func (s *scanner) thingDraft(i int, h match.Hit) draft {
	se := &s.v.senses[h.ID]
	return draft{first: i, begin: i, last: int(h.Last), span: h.Span, kind: ner.Name, typ: s.v.Gazetteer.Entities[se.entity].Type, entity: -1, titleOf: -1, strength: strength(se)}
}

// quotedThing reads a name that means the thing only in quotation marks: قال
// لـ«الشرق الأوسط» is the newspaper, دول الشرق الأوسط the Middle East.
func (s *scanner) quotedThing(i int) (draft, bool) {
	if i == 0 || s.t.List[i-1].Kind != ner.Punct || !opensQuotation(s.t.Raw(i-1)) {
		return draft{}, false
	}
	for _, h := range s.hitsAt(i) {
		se := &s.v.senses[h.ID]
		if se.kind != nameSense || strength(se) != gazetteer.Quoted || h.Clitics != 0 || !s.inUse(se.alias) {
			continue
		}
		if k := int(h.Last) + 1; k < len(s.t.List) && s.t.List[k].Kind == ner.Punct && closesQuotation(s.t.Raw(k)) {
			d := s.thingDraft(i, h)
			d.strength, d.candidates = gazetteer.Strong, []int32{se.entity}
			return d, true
		}
	}
	return draft{}, false
}

func opensQuotation(mark string) bool {
	switch mark {
	case "\"", "\u00ab", "\u201c", "\u201d":
		return true
	}
	return false
}

func closesQuotation(mark string) bool {
	switch mark {
	case "\"", "\u00bb", "\u201d", "\u201c":
		return true
	}
	return false
}

// ofCountry takes the adjective of a country behind the name of a body: it
// belongs to the name of a government's body (وكالة الأمن القومي + الأميركية) and
// chooses among several (النادي الأهلي + المصري). It reports false where the body is another
// country's, which nobody listed: وزارة التعليم + الماليزية.
func (s *scanner) ofCountry(d *draft) bool {
	if d.typ != gazetteer.Organization {
		return true
	}
	country, last, ok := s.nisba(d.last + 1)
	if !ok || !s.adjacent(d.last, d.last+1) {
		return true
	}
	government := true
	var own []int32
	for _, c := range d.candidates {
		e := &s.v.Gazetteer.Entities[c]
		government = government && e.Kind == gazetteer.Government
		if e.Country == s.v.Gazetteer.Entities[country].ID {
			own = append(own, c)
		}
	}
	switch {
	case len(own) == 0:
		return !government || d.strength == gazetteer.Strong
	case government:
		d.last, d.span.End = last, s.t.List[last].End
		fallthrough
	case len(d.candidates) > 1:
		d.candidates = own
		if len(own) == 1 {
			d.strength = gazetteer.Strong
		}
	}
	return true
}
