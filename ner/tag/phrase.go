package tag

import (
	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
	"whomet/ner/match"
)

type hit = match.Hit

// maxTitle bounds the tokens of a title that nobody listed: رئيس ديوان المراقبة
// العامة بمنطقة الرياض.
const maxTitle = 16

// phrase reads a noun phrase of a person at token i and returns the token behind
// it, or i where none begins.
func (s *scanner) phrase(i int) int {
	if !s.mayBegin(i) {
		return i
	}
	next, address := s.phraseAt(i)
	if address != 0 && next > i {
		s.drafts[len(s.drafts)-1].address = address
	}
	return next
}

// mayBegin reports whether a person's phrase can begin at token i at all: most
// words of a text begin none, and are passed over here.
func (s *scanner) mayBegin(i int) bool {
	for _, h := range s.hitsAt(i) {
		if se := &s.v.senses[h.ID]; se.kind != lexiconSense || se.class >= lexicon.Honorific && se.class <= lexicon.Delegation {
			return true
		}
	}
	return s.wordIs(i, givenWord) || s.cutClitics(i) != "" || s.particle(i+1, lexicon.ChainWord)
}

// phraseAt is phrase, with the form of address that stood before the name.
func (s *scanner) phraseAt(i int) (end, address int) {
	var (
		j        = i
		roles    []roleRef
		clitics  ner.Clitic
		honor    bool
		office   bool
		titleOf  int32 = -1
		complete int   // roles that are complete
	)
	if next := s.sharedHead(i); next > i {
		return next, 0
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
		if j > i && s.t.List[j].Kind != ner.Word {
			break
		}
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
			if k := int(hon.Last) + 1; k < len(s.t.List) && s.t.List[k].Kind == ner.Punct && s.t.Raw(k) == "." && s.t.List[k-1].Len() <= 4 {
				hon.Last++ // د. مفرج الحقباني
			}
			if _, v, ok := s.lexicalValue(j, lexicon.Address); ok && address == 0 {
				address = v
			}
			j = int(hon.Last) + 1
			bareEnd = j
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
	if n, ok := s.personName(j); isWhole && (!ok || n.last < whole.last || n.last == whole.last && n.surname) {
		return s.person(i, wholeFrom, whole, nil, whole.clitics, true, false, -1), address
	}
	if n, ok := s.personName(j); ok && titled && n.surname && n.last == j {
		if u, ok := s.unlistedName(j, true); ok && u.last > n.last && !hasArticle(s.t.Fold(j)) && (s.wordIs(j, givenWord) || hasArticle(s.t.Fold(j+1)) || s.isSurname(j+1)) {
			return s.person(i, j, u, roles, clitics, honor, office, titleOf), address // عارف الأسد: a name of two words, neither man of the list
		}
	}
	if n, ok := s.personName(j); ok && (j == i || n.clitics&(ner.Waw|ner.Fa) == 0 || n.clitics == 0) && s.acceptName(j, n, titled) {
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
	if n, ok := s.unlistedName(j, titled); ok && (titled || !s.strongThing(j, n.last)) {
		if j == i {
			clitics = n.clitics
		} else if len(roles) > 1 && roles[0].of >= 0 && roles[len(roles)-1].of >= 0 && roles[0].of != roles[len(roles)-1].of {
			return s.reference(i, roles[0], clitics), address
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
			if n, named := s.personName(k); named && n.clitics == 0 {
				return s.person(i, k, n, nil, off.Clitics&^ner.Al, honor, true, of), address
			}
			if n, named := s.unlistedName(k, true); named && n.clitics == 0 {
				return s.person(i, k, n, nil, off.Clitics&^ner.Al, honor, true, of), address
			}
		}
	}
	if n, ok := s.behindComma(j, roles); ok {
		return s.person(i, j+1, n, roles, clitics, honor, office, titleOf), address
	}
	for _, r := range roles {
		if r.of >= 0 || r.last > r.first || !s.isClass(r.first, lexicon.OfficeHead) && !s.isClass(r.first, lexicon.Honorific) {
			return s.reference(i, r, clitics), address
		}
		break
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

// behindComma reads the name that a comma parts from its title: وزير الشؤون
// الخارجية، محمد جواد ظريف. The man must have held the office.
func (s *scanner) behindComma(j int, roles []roleRef) (name, bool) {
	if len(roles) == 0 || j >= len(s.t.List) || s.t.List[j].Kind != ner.Punct || !s.v.appositive[s.t.Raw(j)] {
		return name{}, false
	}
	n, ok := s.personName(j + 1)
	if !ok || n.clitics != 0 || n.strength != gazetteer.Strong || !s.heldRole(n.entities, roles[len(roles)-1].role) {
		return name{}, false
	}
	if r := roles[len(roles)-1]; r.of >= 0 && !s.heldOffice(n.entities, r) {
		return name{}, false
	}
	return n, true
}

func (s *scanner) roleSpan(r roleRef) hit { return hit{First: int32(r.first), Last: int32(r.last)} }

// officeRole reports whether a role stands in the gazetteer with dated holders,
// so that its bare head says something.
func (v *Vocabulary) officeRole(role string) bool { return v.roleWords[role] }

// acceptName reports whether a name at token j may be taken. A weak one-word
// name needs a title, or not to be a word of the language.
func (s *scanner) acceptName(j int, n name, titled bool) bool {
	if n.last > j || n.strength == gazetteer.Strong {
		return true
	}
	if len(n.entities) == 0 || !titled && s.strongThing(j, n.last) {
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
	return n.clitics == 0 && s.personSlot(j)
}

// titledName reads an alias that begins with a title: الملك سلمان, King Salman.
// The name proper begins behind the title, at token from.
func (s *scanner) titledName(i int) (n name, from int, ok bool) {
	t, isTitle := s.lexical(i, lexicon.Honorific)
	if !isTitle {
		return n, i, false
	}
	if n, ok = s.listedName(i); !ok || n.strength != gazetteer.Strong || n.last <= int(t.Last) {
		return n, i, false
	}
	from = int(t.Last) + 1
	n.span.Start = s.t.List[from].Start
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

// nameFits reports whether a name may belong to the roles before it: the man
// who holds the first of them on the day must be among its bearers. Of استقبل
// وزير الخارجية الروسي الجبير the minister is one man and الجبير another.
func (s *scanner) nameFits(roles []roleRef, n name) bool {
	if len(roles) == 0 || len(n.entities) == 0 {
		return true
	}
	r := roles[0]
	if r.of < 0 || r.former {
		if len(roles) > 1 && roles[len(roles)-1].of >= 0 && r.of < 0 {
			return s.heldRole(n.entities, r.role)
		}
		return true
	}
	holders := s.holders(r)
	if len(holders) == 0 {
		return true
	}
	for _, e := range n.entities {
		for _, h := range holders {
			if h == e {
				return true
			}
		}
	}
	// nobody of that name holds it: a title of his own, or a neighbour? A role that
	// the man ever held, or a country of his, is his own.
	g := s.v.Gazetteer
	for _, e := range n.entities {
		if g.Entities[e].Country == g.Entities[r.of].ID || g.Entities[e].Country == "" {
			return true
		}
		for _, o := range g.OfficesOf(g.Entities[e].ID) {
			if o.Of == g.Entities[r.of].ID {
				return true
			}
		}
	}
	return false
}

func (s *scanner) heldRole(entities []int32, role string) bool {
	for _, e := range entities {
		for _, o := range s.v.Gazetteer.OfficesOf(s.v.Gazetteer.Entities[e].ID) {
			if o.Role == role {
				return true
			}
		}
	}
	return false
}

// person records a person's name at token j in a phrase that began at i.
func (s *scanner) person(i, j int, n name, roles []roleRef, clitics ner.Clitic, honor, office bool, titleOf int32) int {
	d := draft{first: j, last: n.last, span: n.span, kind: ner.Name, typ: gazetteer.Person, entity: -1, titleOf: titleOf,
		candidates: n.entities, strength: n.strength, surname: n.surname, risky: n.last == j && n.strength != gazetteer.Strong && len(roles) == 0 && !honor && s.wordIs(j, commonWord), honorific: honor, titled: honor || office || len(roles) > 0, roles: roles}
	if len(n.entities) == 0 {
		d.unlisted = s.t.Text[n.span.Start:n.span.End]
	}
	d.slot = i == j && n.clitics&^(ner.Waw|ner.Ba|ner.Lam) == 0 && s.personSlot(j)
	inside := s.insideTitle(i) || s.genitiveOf(n.last+1)
	last := s.apposition(&d, n.last)
	s.drafts = append(s.drafts, d)
	s.phrases = append(s.phrases, Phrase{First: i, Last: last, Clitics: clitics, Mention: len(s.drafts) - 1, Inside: inside})
	return last + 1
}

// sharedHead reads an adjective that shares the head of the phrase before it:
// وزيرا الخارجية الروسي سيرغي لافروف + والأميركي جون كيري.
func (s *scanner) sharedHead(i int) int {
	if len(s.phrases) == 0 {
		return i
	}
	prev := s.phrases[len(s.phrases)-1]
	pd := &s.drafts[prev.Mention]
	if prev.Last != i-1 || !s.adjacent(i-1, i) || len(pd.roles) == 0 || pd.roles[0].of < 0 {
		return i
	}
	if e, last, c, ok := s.holder(i); ok && c == ner.Waw && pd.kind == ner.Reference && !pd.bare && !pd.counterpart && pd.last == pd.roles[0].last && s.v.Gazetteer.Entities[e].Type == gazetteer.Country {
		// وزيرا خارجية روسيا + والولايات المتحدة
		if _, _, _, named := s.role(last + 1); !named {
			return s.reference(i, roleRef{role: pd.roles[0].role, of: e, scope: -1, first: i, last: last}, ner.Waw)
		}
	}
	for _, h := range s.hitsAt(i) {
		se := &s.v.senses[h.ID]
		if se.kind != nisbaSense || se.latin || h.Clitics != ner.Waw || !se.form.Definite {
			continue
		}
		r := roleRef{role: pd.roles[0].role, of: se.entity, scope: -1, first: i, last: int(h.Last)}
		k := r.last + 1
		honor := false
		if t, ok := s.lexical(k, lexicon.Honorific); ok && t.Clitics == 0 {
			k, honor = int(t.Last)+1, true
		}
		if n, ok := s.personName(k); ok && n.clitics == 0 && s.acceptName(k, n, true) {
			return s.person(i, k, n, []roleRef{r}, ner.Waw, honor, false, se.entity)
		}
		if n, ok := s.unlistedName(k, true); ok && n.clitics == 0 {
			return s.person(i, k, n, []roleRef{r}, ner.Waw, honor, false, se.entity)
		}
		if pd.kind == ner.Reference && !pd.bare {
			next := s.reference(i, r, ner.Waw)
			d := &s.drafts[len(s.drafts)-1]
			d.counterpart, d.span.Start = pd.counterpart, h.Start
			return next
		}
	}
	return i
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

// apposition takes the roles that follow a name: إبراهيم الجعفري وزير الخارجية
// العراقي; ولي العهد نائب رئيس مجلس الوزراء وزير الداخلية. It returns the last
// token of the phrase.
func (s *scanner) apposition(d *draft, last int) int {
	for {
		k := last + 1
		comma := false
		if k < len(s.t.List) && s.t.List[k].Kind == ner.Punct && s.v.appositive[s.t.Raw(k)] {
			k, comma = k+1, true
			for k < len(s.t.List) && s.t.List[k].Latin && s.isClass(k, lexicon.Of) {
				k++
			}
		}
		r, c, next, ok := s.role(k)
		if !ok || c != 0 || comma && r.of < 0 {
			return last
		}
		if comma && s.nameAt(next) {
			return last // X, وزير الخارجية الروسي لافروف: the next in a list
		}
		if r.of >= 0 {
			if !s.isHolder(d, r) {
				return last
			}
		} else if len(d.candidates) > 0 && !s.heldRole(d.candidates, r.role) || s.nameAt(next) {
			return last
		}
		d.roles = append(d.roles, r)
		d.titled = true
		last = next - 1
	}
}

// nameAt reports whether a listed name or an honorific stands at token k.
func (s *scanner) nameAt(k int) bool {
	if k >= len(s.t.List) || s.t.List[k].Kind != ner.Word {
		return false
	}
	if h, ok := s.lexical(k, lexicon.Honorific); ok && h.Clitics == 0 {
		// النائب is a title of parliament, النائب الثاني لرئيس مجلس الوزراء an office
		r, _, _, isRole := s.role(k)
		return !isRole || r.last <= int(h.Last)
	}
	n, ok := s.personName(k)
	return ok && n.clitics == 0 && (n.strength == gazetteer.Strong || n.last > k)
}

// isHolder reports whether a role may be that of the man named: he holds it on
// the day, or nobody known does and he is not listed either.
func (s *scanner) isHolder(d *draft, r roleRef) bool {
	holders := s.holders(r)
	for _, h := range holders {
		for _, c := range d.candidates {
			if h == c {
				return true
			}
		}
	}
	if len(d.candidates) == 0 {
		return len(holders) == 0
	}
	return s.heldOffice(d.candidates, r)
}

func (s *scanner) heldOffice(entities []int32, r roleRef) bool {
	g := s.v.Gazetteer
	for _, e := range entities {
		for _, o := range g.OfficesOf(g.Entities[e].ID) {
			if o.Role == r.role && o.Of == g.Entities[r.of].ID {
				return true
			}
		}
	}
	return false
}

// officeTitle reads a title that no pattern covers, from its head at token i to
// the name it belongs to: رئيس ديوان المراقبة العامة + أسامة بن جعفر فقيه. It
// returns the token of the name and the country the title names.
func (s *scanner) officeTitle(i int) (at int, of int32, ok bool) {
	of = -1
	h, _ := s.lexical(i, lexicon.OfficeHead)
	// مبعوث بان كي مون is the envoy of Ban, المبعوث دي ميستورا the envoy himself
	genitive := h.Clitics&ner.Al == 0 && !hasArticle(s.t.Fold(i)) && !s.t.List[i].Latin
	for k := int(h.Last) + 1; k < len(s.t.List) && k-i < maxTitle; k++ {
		if s.t.List[k].Kind != ner.Word || s.t.List[k].Latin != s.t.List[i].Latin {
			return i, -1, false
		}
		if hon, isHon := s.lexical(k, lexicon.Honorific); isHon && hon.Clitics == 0 {
			if n, named := s.personName(int(hon.Last) + 1); named && n.clitics == 0 {
				return k, of, true
			}
			if n, named := s.unlistedName(int(hon.Last)+1, true); named && n.clitics == 0 {
				return k, of, true
			}
		}
		if n, named := s.personName(k); named && n.clitics == 0 && (n.last > k || n.strength == gazetteer.Strong) {
			if genitive && k == int(h.Last)+1 && len(n.entities) > 0 {
				return i, -1, false
			}
			return k, of, true
		}
		_, given := s.givenName(k)
		if (given || s.looksLikeName(k, !genitive && k == int(h.Last)+1)) && !s.t.List[k].Latin {
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
		if s.endsTitle(k) {
			return i, -1, false
		}
		if e, l, found := s.nisba(k); found && of < 0 {
			of, k = e, l
		} else if e, l, _, found := s.holder(k); found && of < 0 {
			of, k = e, l
		}
	}
	return i, -1, false
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

// endsTitle reports whether the word at token k cannot stand inside a title.
func (s *scanner) endsTitle(k int) bool {
	for _, h := range s.hitsAt(k) {
		se := &s.v.senses[h.ID]
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

// reference records a description without a name.
func (s *scanner) reference(i int, r roleRef, clitics ner.Clitic) int {
	first := r.first
	span := ner.Span{Start: s.t.List[first].Start, End: s.t.List[r.last].End}
	span.Start += s.cliticBytes(first)
	s.drafts = append(s.drafts, draft{first: first, last: r.last, span: span, kind: ner.Reference, typ: gazetteer.Person, entity: -1, titleOf: -1, roles: []roleRef{r}, possessive: r.possessive})
	s.phrases = append(s.phrases, Phrase{First: i, Last: r.last, Clitics: clitics, Mention: len(s.drafts) - 1, Inside: s.insideTitle(i)})
	return r.last + 1
}

// counterpartPhrase records نظيره العراقي, with a name in apposition where one
// follows: نظيره العراقي إبراهيم الجعفري.
func (s *scanner) counterpartPhrase(i, j int, of int32, last int, clitics ner.Clitic) int {
	k := last + 1
	if h, ok := s.lexical(k, lexicon.Honorific); ok && h.Clitics == 0 {
		k = int(h.Last) + 1
	}
	r := roleRef{role: "", of: of, scope: -1, first: j, last: last}
	if n, ok := s.personName(k); ok && n.clitics == 0 && s.acceptName(k, n, true) {
		return s.person(i, k, n, []roleRef{r}, clitics, true, false, of)
	}
	if n, ok := s.unlistedName(k, true); ok && n.clitics == 0 {
		return s.person(i, k, n, []roleRef{r}, clitics, true, false, of)
	}
	span := ner.Span{Start: s.t.List[j].Start + s.cliticBytes(j), End: s.t.List[last].End}
	s.drafts = append(s.drafts, draft{first: j, last: last, span: span, kind: ner.Reference, typ: gazetteer.Person, entity: -1, titleOf: -1, roles: []roleRef{r}, counterpart: true})
	s.phrases = append(s.phrases, Phrase{First: i, Last: last, Clitics: clitics, Mention: len(s.drafts) - 1})
	return last + 1
}

// pronounTitle records سموه, معاليه: the man so addressed. Its cue stays too, for
// where nobody fits.
func (s *scanner) pronounTitle(i int, h hit, address int) int {
	s.cue(i)
	r := roleRef{of: -1, scope: -1, first: i, last: int(h.Last)}
	s.drafts = append(s.drafts, draft{first: i, last: r.last, span: h.Span, kind: ner.Reference, typ: gazetteer.Person, entity: -1, titleOf: -1, roles: []roleRef{r}, bare: true, address: address})
	inside := h.Clitics == 0 && !s.personSlot(i) // قصر سموه: the owner of the palace, no party
	s.phrases = append(s.phrases, Phrase{First: i, Last: r.last, Clitics: h.Clitics, Mention: len(s.drafts) - 1, Inside: inside})
	return r.last + 1
}

// lexicalValue is lexical for the classes that have a value.
func (s *scanner) lexicalValue(i int, class lexicon.Class) (hit, int, bool) {
	h, ok := s.lexical(i, class)
	if !ok {
		return h, 0, false
	}
	return h, s.v.senses[h.ID].value, true
}

// bareReference records الوزير, the minister: somebody named before. An
// adjective of a country may follow: الوزير الروسي.
func (s *scanner) bareReference(i int, h hit) int {
	last := int(h.Last)
	r := roleRef{of: -1, scope: -1, first: i, last: last}
	if e, l, ok := s.nisba(last + 1); ok {
		r.of, r.last = e, l
	}
	span := ner.Span{Start: s.t.List[i].Start + s.cliticBytes(i), End: s.t.List[r.last].End}
	s.drafts = append(s.drafts, draft{first: i, last: r.last, span: span, kind: ner.Reference, typ: gazetteer.Person, entity: -1, titleOf: -1, roles: []roleRef{r}, bare: true})
	s.phrases = append(s.phrases, Phrase{First: i, Last: r.last, Clitics: h.Clitics, Mention: len(s.drafts) - 1})
	return r.last + 1
}

// cliticBytes returns how many bytes of proclitics the best hit at token i cuts off.
func (s *scanner) cliticBytes(i int) int {
	for _, h := range s.hitsAt(i) {
		if k := s.v.senses[h.ID].kind; k == roleSense || k == lexiconSense {
			return h.Start - s.t.List[i].Start
		}
	}
	return 0
}
