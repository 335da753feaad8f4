package tag

import (
	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
	"whomet/ner/match"
)

type hit = match.Hit

// phrase reads a noun phrase of a person at token i and returns the token behind
// it, or i where none begins.
func (s *scanner) phrase(i int) int {
	if !s.mayBegin(i) {
		return i
	}
	drafts := len(s.drafts)
	next, address := s.phraseAt(i)
	if address != 0 && len(s.drafts) > drafts {
		s.drafts[len(s.drafts)-1].address = address
	}
	return next
}

// mayBegin reports whether a person's phrase can begin at token i at all: most
// words of a text begin none, and are passed over here.
func (s *scanner) mayBegin(i int) bool {
	a := &s.about[i]
	return a.person || a.thing || a.title || a.word&(givenWord|firstName) != 0 || s.cutClitics(i) != "" || s.particle(i+1, lexicon.ChainWord)
}

// phraseAt is phrase, with the form of address that stood before the name.
func (s *scanner) phraseAt(i int) (end, address int) {
	var (
		j        = i
		roles    []roleRef
		clitics  ner.Clitic
		honor    bool
		office   bool
		titleOf  int32  = -1
		complete int    // roles that are complete
		title    string // the role that an honorific is: الرئيس, الملك
		former   bool   // the role that it was: الرئيس المخلوع
	)
	if next := s.sharedHead(i); next > i {
		return next, 0
	}
	if next := s.sharedRole(i); next > i {
		return next, 0
	}
	if s.theOffice(i) {
		return s.phraseAt(i + 1)
	}
	whole, wholeFrom, isWhole := s.titledName(i)
	mark := func(at int, c ner.Clitic) {
		if at == i {
			clitics = c
		}
	}
	bareEnd := 0
titles:
	for j < len(s.t.List) && s.t.List[j].Kind == ner.Word {
		if n, ok := s.listedName(j); ok && j > i && n.clitics == 0 && n.strength == gazetteer.Strong && n.last > j && !s.isClass(j, lexicon.Honorific) {
			break // الدكتور مساعد العيبان: a name, although مساعد is an office too
		}
		rr, rc, rnext, isRole := s.role(j)
		hon, isHon := s.lexical(j, lexicon.Honorific)
		off, isOff := s.lexical(j, lexicon.OfficeHead)
		switch {
		case isRole && j > i && rc&(ner.Waw|ner.Fa) != 0 && complete > 0:
			break titles // وزير الخارجية الروسي ووزير الدفاع: somebody else
		case isRole && (rr.of >= 0 || !isHon) && !(isOff && rr.of < 0 && off.Last >= hit(s.roleSpan(rr)).Last && s.v.officeRole(rr.role)):
			if complete > 0 && rr.of >= 0 {
				break titles // a second complete role is a second man, unless the name shows otherwise
			}
			mark(j, rc)
			roles = append(roles, rr)
			if rr.of >= 0 {
				complete++
			}
			j = rnext
		case isHon && !(isOff && off.Last > hon.Last):
			if j > i && hon.Clitics&(ner.Waw|ner.Fa) != 0 && (complete > 0 || honor || office) {
				break titles
			}
			mark(j, hon.Clitics)
			honor = true
			if isRole && s.t.List[j].Latin && rr.last <= int(hon.Last) {
				roles = append(roles, rr) // King Abdullah: of those so named he who reigns
			}
			if isRole && rr.of < 0 {
				title, former = rr.role, rr.former
			}
			if k := int(hon.Last) + 1; k < len(s.t.List) && s.t.List[k].Kind == ner.Punct && s.t.Raw(k) == "." && s.t.List[k-1].Len() <= 4 {
				hon.Last++ // د. مفرج الحقباني
			}
			if _, v, ok := s.lexicalValue(j, lexicon.Address); ok && address == 0 {
				address = v
			}
			j = int(hon.Last) + 1
			bareEnd = j
			if former && rr.last == j && s.isClass(j, lexicon.Former) && s.personBehind(j+1) {
				j++ // الرئيس المخلوع علي صالح
			}
		case isOff:
			if j > i && off.Clitics&(ner.Waw|ner.Fa) != 0 {
				break titles
			}
			k, of, ok := s.officeTitle(j)
			if !ok {
				break titles
			}
			mark(j, off.Clitics)
			office = true
			if titleOf < 0 {
				titleOf = of
			}
			j = k
		default:
			break titles
		}
	}
	titled := honor || office || len(roles) > 0
	if titled && s.quoted(j) {
		j++ // وزير الخارجية المصري "سامح شكري"
	}
	n, named := s.personName(j)
	if m, ok := s.behindKing(i, j); ok && (!named || n.strength != gazetteer.Strong && n.last <= m.last) {
		n, named = m, true
	}
	if isWhole && (!named || n.last < whole.last || n.last == whole.last && n.surname) && !s.goesOn(wholeFrom, whole, true) {
		return s.person(i, wholeFrom, whole, nil, whole.clitics, true, false, -1), address
	}
	if named && titled && n.surname && n.last == j {
		if u, ok := s.unlistedName(j, true); ok && u.last > n.last && !hasArticle(s.t.Fold(j)) && (s.t.List[j].Latin || s.wordIs(j, givenWord) || hasArticle(s.t.Fold(j+1)) || s.isSurname(j+1)) {
			return s.person(i, j, u, roles, clitics, honor, office, titleOf), address // عارف الأسد: a name of two words, neither man of the list
		}
	}
	if named && !titled && n.surname && n.last == j && s.wordIs(j, listedGiven) {
		if u, ok := s.unlistedName(j, false); ok && u.last > n.last {
			return s.person(i, j, u, nil, u.clitics, false, false, -1), address // فهد العدواني is not King Fahd
		}
	}
	n.title, n.former = title, former
	if named && (j == i || n.clitics&(ner.Waw|ner.Fa) == 0 || n.clitics == 0) && s.acceptName(j, n, titled) {
		if j == i {
			clitics = n.clitics
		} else if !s.nameFits(roles, n) {
			return s.reference(i, roles[0], clitics), address
		}
		return s.person(i, j, n, roles, clitics, honor, office, titleOf), address
	}
	if n, ok := s.personName(j + 1); ok && titled && s.plainWord(j) && hasArticle(s.t.Fold(j)) && n.last > j+1 && n.clitics == 0 && n.strength == gazetteer.Strong && !s.isLexical(j) {
		return s.person(i, j+1, n, roles, clitics, honor, office, titleOf), address // الرئيس المعزول محمد مرسي
	}
	if n, ok := s.unlistedName(j, titled); ok && (titled || !s.strongThing(j, n.last)) && (j == i || n.clitics == 0) {
		if j == i {
			clitics = n.clitics
		} else if len(roles) > 1 && roles[0].of >= 0 && roles[len(roles)-1].of >= 0 && roles[0].of != roles[len(roles)-1].of {
			return s.reference(i, roles[0], clitics), address
		}
		if len(roles) > 0 {
			s.spelled(j, &n, roles[0].of)
		}
		return s.person(i, j, n, roles, clitics, honor, office, titleOf), address
	}
	if of, last, c, ok := s.counterpart(j); ok && len(roles) == 0 {
		if j == i {
			clitics = c
		}
		return s.counterpartPhrase(i, j, of, last, clitics), address
	}
	if off, ok := s.lexical(i, lexicon.OfficeHead); ok && complete == 0 && (honor || len(roles) > 0) {
		// الرئيس المعزول محمد مرسي: more of the title stands before the name
		if k, of, found := s.officeTitle(i); found {
			n, named := s.nameBehind(k)
			if h, ok := s.lexical(k, lexicon.Honorific); ok && !named {
				k = int(h.Last) + 1 // مدير عام فرع الوزارة + الشيخ
				n, named = s.nameBehind(k)
			}
			if named && n.clitics == 0 {
				return s.person(i, k, n, nil, off.Clitics&^ner.Al, honor, true, of), address
			}
		}
	}
	if n, ok := s.behindComma(j, roles); ok {
		return s.person(i, j+1, n, roles, clitics, honor, office, titleOf), address
	}
	if len(roles) > 0 {
		r := roles[0]
		if r.of >= 0 || r.last > r.first || !s.isClass(r.first, lexicon.OfficeHead) && !s.isClass(r.first, lexicon.Honorific) {
			return s.reference(i, r, clitics), address
		}
	}
	if h, v, ok := s.lexicalValue(i, lexicon.PronounTitle); ok {
		return s.pronounTitle(i, h, v), address
	}
	if h, ok := s.lexical(i, lexicon.BareOffice); ok {
		return s.bareReference(i, h), address
	}
	if honor && bareEnd > i {
		if h, ok := s.lexical(i, lexicon.Honorific); ok && int(h.Last)+1 < len(s.t.List) {
			if b, ok := s.lexical(int(h.Last)+1, lexicon.BareOffice); ok {
				return s.bareReference(int(h.Last)+1, b), address
			}
		}
	}
	return i, 0
}

// personBehind reports whether the name of a listed person begins at token k.
func (s *scanner) personBehind(k int) bool {
	n, ok := s.listedName(k)
	return ok && n.clitics == 0
}

// nameBehind reads the name at token k behind a title: one of the list, or the longer
// one of somebody nobody listed, مدير المطار + فهد العدواني, who is not King Fahd.
func (s *scanner) nameBehind(k int) (name, bool) {
	n, named := s.personName(k)
	named = named && !s.goesOn(k, n, true)
	if named && (n.strength == gazetteer.Strong || n.last > k) {
		return n, true
	}
	if u, ok := s.unlistedName(k, true); ok && (!named || u.last > n.last) {
		return u, true
	}
	return n, named
}

// quoted reports whether token j opens quotation marks round a person's name.
func (s *scanner) quoted(j int) bool {
	if j >= len(s.t.List) || s.t.List[j].Kind != ner.Punct {
		return false
	}
	switch s.t.Raw(j) {
	case "\"", "\u00ab", "\u201c":
		n, ok := s.personName(j + 1)
		return ok && n.clitics == 0 && n.last > j+1
	}
	return false
}

func (s *scanner) roleSpan(r roleRef) hit { return hit{First: int32(r.first), Last: int32(r.last)} }

// officeRole reports whether a role stands in the gazetteer with dated holders,
// so that its bare head says something.
func (v *Vocabulary) officeRole(role string) bool { return v.roleWords[role] }

// person records a person's name at token j in a phrase that began at i.
func (s *scanner) person(i, j int, n name, roles []roleRef, clitics ner.Clitic, honor, office bool, titleOf int32) int {
	s.wholeLatin(&n)
	d := draft{first: j, begin: j, last: n.last, span: n.span, kind: ner.Name, typ: gazetteer.Person, entity: -1, titleOf: titleOf,
		candidates: n.entities, strength: n.strength, surname: n.surname, risky: n.last == j && n.strength != gazetteer.Strong && len(roles) == 0 && !honor && s.wordIs(j, commonWord), honorific: honor, titled: honor || office || len(roles) > 0, roles: roles}
	if len(n.entities) == 0 {
		d.unlisted = s.t.Text[n.span.Start:n.span.End]
	}
	if n.titled {
		d.begin = i
	}
	d.title, d.former = n.title, n.former
	d.slot = i == j && n.clitics&^(ner.Waw|ner.Ba|ner.Lam) == 0 && s.personSlot(j)
	inside := s.insideTitle(i) || s.genitiveOf(n.last+1)
	last := s.epithets(s.apposition(&d, n.last))
	s.drafts = append(s.drafts, d)
	s.phrases = append(s.phrases, Phrase{First: i, Last: last, Clitics: clitics, Mention: len(s.drafts) - 1, Inside: inside})
	return last + 1
}

// lexicalValue is lexical for the classes that have a value.
func (s *scanner) lexicalValue(i int, class lexicon.Class) (hit, int, bool) {
	h, ok := s.lexical(i, class)
	if !ok {
		return h, 0, false
	}
	return h, s.v.senses[h.ID].value, true
}
