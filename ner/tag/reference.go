package tag

import (
	"slices"
	"strings"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
)

// linkReference decides a description.
//
//	role-country-date   وزير الخارجية الروسي: one man held the office that day
//	office-beside       نائب رئيس الوزراء ووزير الداخلية محمد الخالد: a deputy's office, of
//	                    which there are several, is held beside another by the man named
//	role-introduced     the article gave the role to one man by name
//	leader-named        the Russian leader: one man named leads that country that day
//	role-held           one man of those named holds such an office that day
//	role-unique-on-date ولي ولي العهد: one man in the world held such an office that day
//	his-office          وزير دفاعه: the role in the country of the man before
//	address             سموه: the one man before whom the article so addresses
//	counterpart         نظيره العراقي: the role of the man before, the country said
//	earlier-mention     الوزير: the one man of such a role named before
func (s *scanner) linkReference(i int, company []companion) {
	d := &s.drafts[i]
	r := &d.roles[0]
	if s.isPost(d.first - 1) {
		d.dropped = true
		s.note(d.span, "role-post", "the office is meant, and not the man in it")
		return
	}
	switch {
	case d.counterpart:
		s.linkCounterpart(i)
		return
	case d.address != 0 && d.bare:
		if s.linkAddressed(i); d.dropped && (s.isClass(d.first, lexicon.BareOffice) || s.v.ministers[d.address]) {
			d.dropped = false
			s.linkBare(i) // الوزير: a form of address, and an office
		}
		return
	case d.bare:
		s.linkBare(i)
		return
	case d.possessive:
		s.linkPossessive(i)
		return
	}
	if (r.plural || s.isClass(d.first, lexicon.Group)) && !s.listsHolders(i) {
		d.dropped = true
		s.note(d.span, "role-plural", "several hold the office, and the text does not say who")
		return
	}
	old, more := s.longAgo(d), s.forAffairs(r)
	if k := s.sharesOffice(i, r); k >= 0 {
		s.copyPerson(d, k, "office-beside")
		return
	}
	if r.of >= 0 && !r.former && !old && !more {
		if e, ok := s.holder1(*r); ok {
			s.decide(d, e, "role-country-date")
			return
		}
	}
	if r.open {
		d.dropped = true // of أمير منطقة مكة the town decides, and no office is kept by town
		return
	}
	if r.voice {
		if e, ok := s.speaksFor(r); ok {
			s.decide(d, e, "role-held")
			return
		}
		d.dropped = true
		s.note(d.span, "role-unresolved", "the text does not say of whom that it could tell apart")
		return
	}
	if e, ok := s.introduced(i, r); ok && !more {
		s.copyPerson(d, e, "role-introduced")
		return
	}
	if e, ok := s.leaderNamed(r); ok && !old {
		s.decide(d, e, "leader-named")
		return
	}
	if e, ok := s.sentHere(d, r, company); ok && !old && !more {
		s.decide(d, e, "role-errand")
		return
	}
	if r.of >= 0 {
		d.rule = "role-unresolved"
		if !old && !more {
			d.candidates = s.holders(*r)
		}
		return
	}
	if old {
		d.dropped = true
		s.note(d.span, "role-unresolved", "the sentence is of another time, when the office was another's")
		return
	}
	if more {
		d.dropped = true
		s.note(d.span, "role-unresolved", "the office goes on, and no list holds the whole of it")
		return
	}
	if e, ok := s.heldByOneNamed(r.role); ok && !r.former && !s.besideOther(d, e) {
		s.decide(d, e, "role-held")
		return
	}
	if e, ok := s.onlyHolder(r.role); ok && !r.former && !s.ofAnother(d) {
		s.decide(d, e, "role-unique-on-date")
		return
	}
	d.dropped = true
	s.note(d.span, "role-unresolved", "the text does not say whose office this is")
}

// ofAnother reports whether the reference completes the title of somebody else: نائب + مساعد
// وزير الدفاع.
func (s *scanner) ofAnother(d *draft) bool {
	h, ok := s.lexical(d.first-1, lexicon.OfficeHead)
	return ok && h.Clitics&ner.Al == 0 && !s.isCommon(d.first-1) && d.span.Start == s.t.List[d.first].Start && s.adjacent(d.first-1, d.first)
}

// sharesOffice finds the man to whom a deputy's office belongs behind which another office
// stands with his name. It is -1 where none does.
func (s *scanner) sharesOffice(i int, r *roleRef) int {
	if !strings.HasPrefix(r.role, "deputy_") || r.role == "deputy_crown_prince" {
		return -1
	}
	for k := range s.drafts {
		o := &s.drafts[k]
		if k != i && o.kind == ner.Name && o.typ == gazetteer.Person && len(o.roles) > 0 && o.roles[0].first == r.last+1 && s.adjacent(r.last, r.last+1) && (o.entity >= 0 || o.unlisted != "") {
			return k
		}
	}
	return -1
}

// besideOther reports whether the reference stands in apposition to the name of somebody
// else: فيديريكا موغيريني، + وزيرة الخارجية في الاتحاد, where Netanyahu is a foreign minister too.
func (s *scanner) besideOther(d *draft, e int32) bool {
	k := d.first - 1
	if k < 1 || d.span.Start != s.t.List[d.first].Start || s.t.List[k].Kind != ner.Punct || !s.v.appositive[s.t.Raw(k)] {
		return false
	}
	return slices.ContainsFunc(s.phrases, func(p Phrase) bool {
		o := &s.drafts[p.Mention]
		return p.Last == k-1 && o.kind == ner.Name && o.typ == gazetteer.Person && !o.dropped && o.entity != e
	})
}

// isPost reports whether a word that ends at token k says that an office follows, not a
// man: منصب + وزير الخارجية.
func (s *scanner) isPost(k int) bool {
	for i := max(0, k-1); i <= k; i++ {
		if h, ok := s.lexical(i, lexicon.Post); ok && int(h.Last) == k && s.adjacent(k, k+1) {
			return true
		}
	}
	return false
}

// forAffairs reports whether an office goes on behind what was read of it: نائب رئيس
// الوزراء + لشؤون مجلس الوزراء. One of several of a kind is told by that even where the
// body is named: نائب الأمين العام للأمم المتحدة + للشؤون الإنسانية, which the adviser
// for whom the same words are said (مستشار رئيس الوزراء التركي + للشؤون …) is not.
func (s *scanner) forAffairs(r *roleRef) bool {
	if k := r.last + 1; r.of < 0 && s.adjacent(r.last, k) && s.plainWord(k) && strings.HasPrefix(s.t.Raw(k), waw+article) && !s.isLexical(k) && s.isClass(k+1, lexicon.Honorific) {
		return true // وزير الدفاع + والإنتاج الفريق أول صدقي صبحي
	}
	return s.adjacent(r.last, r.last+1) && s.isClass(r.last+1, lexicon.Affairs) && (r.of < 0 || strings.HasPrefix(r.role, "deputy_") || strings.HasPrefix(r.role, "assistant_"))
}

// listsHolders reports whether the countries of an office in the plural follow one by
// one: وزراء خارجية روسيا وتركيا, and not وزراء الصحة بدول المجلس. Two offices that share an
// adjective are held by two, which is written like a plural: وزير الخارجية + ووزير الطاقة
// الأميركيين.
func (s *scanner) listsHolders(i int) bool {
	d, r := &s.drafts[i], &s.drafts[i].roles[0]
	if i > 0 && s.drafts[i-1].kind == ner.Reference && s.drafts[i-1].last == d.first-1 && len(s.drafts[i-1].roles) > 0 {
		return s.drafts[i-1].roles[0].role != r.role
	}
	for k := range s.drafts {
		o := &s.drafts[k]
		if o.kind == ner.Reference && o.first > d.last && o.first <= d.last+2 && len(o.roles) > 0 && o.roles[0].role == r.role {
			return r.of >= 0
		}
	}
	return false
}

// sentHere finds the one of several holders whose errand the article is about.
func (s *scanner) sentHere(d *draft, r *roleRef, company []companion) (int32, bool) {
	if s.day == 0 || r.of < 0 || r.scope >= 0 || r.former {
		return -1, false
	}
	fit := map[int32]int{}
	seat, end, told := s.seatBehind(d.last)
	if s.isClass(end+1, lexicon.Former) || s.namedBehind(end) {
		return -1, false // سفير السعودية في البحرين سابقا; السفير الروسي، فيتالي تشوركين
	}
	for _, o := range s.v.byRole[r.role] {
		if told && seat != o.Scope {
			continue // السفير المصري في فيينا is not the one in Riyadh
		}
		surely, maybe := o.Covers(s.day)
		if e, ok := s.v.index(o.Person); ok && (surely || maybe) && o.Of == s.v.Gazetteer.Entities[r.of].ID {
			if w := s.weight(company, []string{o.Scope}, s.t.List[d.first].Sentence); w > 0 {
				fit[e] = w
			}
		}
	}
	return heaviest(fit)
}

// seatBehind is the country, by id, or else the body that the text names as the place of
// an office right behind its last token, with the last token of that: السفير المصري + في
// فيينا. told is false, and end the token given, where the text names none.
func (s *scanner) seatBehind(last int) (seat string, end int, told bool) {
	if !s.isClass(last+1, lexicon.In) {
		return "", last, false
	}
	d, _, ok := s.thingAt(last + 2)
	if !ok || len(d.candidates) == 0 {
		return "", last, false
	}
	e := &s.v.Gazetteer.Entities[d.candidates[0]]
	if e.Type == gazetteer.City {
		return e.Country, d.last, true
	}
	return e.ID, d.last, true
}

// namedBehind reports whether a name seems to follow token k behind a comma, or with none:
// somebody's who is no holder the gazetteer knows of, or the reference had taken it.
func (s *scanner) namedBehind(k int) bool {
	k++
	if k < len(s.t.List) && s.t.List[k].Kind == ner.Punct && s.v.appositive[s.t.Raw(k)] {
		k++
	}
	if k >= len(s.t.List) || s.t.List[k].Kind != ner.Word {
		return false
	}
	n, ok := s.unlistedName(k, true)
	return ok && n.last > k
}

// holders returns who holds a role on the article's day: those who surely do,
// else those who may.
func (s *scanner) holders(r roleRef) []int32 {
	if r.role == "" || r.of < 0 || r.former {
		return nil
	}
	if s.day == 0 {
		s.undated = true
		return nil
	}
	scope := ""
	if r.scope >= 0 {
		scope = s.v.Gazetteer.Entities[r.scope].ID
	}
	certain, possible := s.v.Gazetteer.Holders(r.role, s.v.Gazetteer.Entities[r.of].ID, scope, s.day)
	if scope == unitedNations && len(certain)+len(possible) == 0 { // the representative to the UN is a role of its own
		certain, possible = s.v.Gazetteer.Holders(r.role, s.v.Gazetteer.Entities[r.of].ID, "", s.day)
	}
	if len(certain) == 0 {
		certain = possible
	}
	var out []int32
	for _, o := range certain {
		if e, ok := s.v.index(o.Person); ok {
			out = appendUnique(out, e)
		}
	}
	return out
}

// unitedNations is the entity to which un_representative is sent: its holders
// carry no scope in the data.
const (
	unitedNations    = "Q1065"
	unRepresentative = "un_representative"
)

// holder1 is the one holder, where there is one and it is known that he was
// still in office.
func (s *scanner) holder1(r roleRef) (int32, bool) {
	h := s.holders(r)
	if len(h) != 1 {
		return -1, false
	}
	for _, o := range s.v.Gazetteer.OfficesOf(s.v.Gazetteer.Entities[h[0]].ID) {
		if o.Role == r.role && o.Of == s.v.Gazetteer.Entities[r.of].ID && o.To.Zero() && s.day > o.AsOf {
			if surely, maybe := o.Covers(s.day); maybe && !surely {
				return -1, false // nobody checked that he still was
			}
		}
	}
	return h[0], true
}

// introduced finds the one person of the article to whom it gives the role.
func (s *scanner) introduced(i int, r *roleRef) (int, bool) {
	found := -1
	for k := range s.drafts {
		o := &s.drafts[k]
		if k == i || o.kind != ner.Name || o.typ != gazetteer.Person || o.dropped || o.entity < 0 && o.unlisted == "" {
			continue
		}
		for _, or := range o.roles {
			if or.role != r.role || or.former != r.former || r.of >= 0 && or.of >= 0 && or.of != r.of || r.of < 0 && or.of >= 0 {
				continue
			}
			if r.of >= 0 && or.of < 0 && o.entity >= 0 && s.v.Gazetteer.Entities[o.entity].Country != s.v.Gazetteer.Entities[r.of].ID {
				continue
			}
			if found >= 0 && !samePerson(&s.drafts[found], o) {
				return -1, false
			}
			found = k
		}
	}
	return found, found >= 0
}

func samePerson(a, b *draft) bool {
	if a.entity >= 0 || b.entity >= 0 {
		return a.entity == b.entity
	}
	return a.unlisted == b.unlisted
}

func (s *scanner) copyPerson(d *draft, from int, rule string) {
	o := &s.drafts[from]
	if o.entity >= 0 {
		s.decide(d, o.entity, rule)
		return
	}
	d.unlisted, d.rule = o.unlisted, rule
}

// heldByOneNamed finds the one linked person of the article who holds the role
// that day, of whatever country.
func (s *scanner) heldByOneNamed(role string) (int32, bool) {
	if role == "" {
		return -1, false
	}
	return s.oneInOffice(func(o *gazetteer.Office) bool { return o.Role == role })
}

// oneInOffice finds the one linked person whom the article names and who holds an office
// that fits on its day.
func (s *scanner) oneInOffice(fits func(*gazetteer.Office) bool) (int32, bool) {
	if s.day == 0 {
		return -1, false
	}
	var fit []int32
	for k := range s.drafts {
		if o := &s.drafts[k]; o.kind == ner.Name && o.typ == gazetteer.Person && o.entity >= 0 && s.inOffice(o.entity, fits) {
			fit = appendUnique(fit, o.entity)
		}
	}
	if len(fit) == 1 {
		return fit[0], true
	}
	return -1, false
}

// wordsBehind bounds how far behind المتحدث باسم the word stands that tells for whom.
const wordsBehind = 3

// speaksFor finds the one linked person of the article who holds the role that day for
// whom, or for whose country, the words behind it name: المتحدث باسم + الحكومة اليمنية.
func (s *scanner) speaksFor(r *roleRef) (int32, bool) {
	told := map[int32]bool{}
	for k := r.last + 1; k <= r.last+wordsBehind && k < len(s.t.List) && s.t.List[k].Kind == ner.Word; k++ {
		for _, h := range s.hitsAt(k) {
			if se := &s.v.senses[h.ID]; se.kind == nisbaSense || se.kind == nameSense && !se.person {
				told[se.entity] = true
			}
		}
	}
	return s.oneInOffice(func(o *gazetteer.Office) bool {
		of, ok := s.v.index(o.Of)
		return ok && o.Role == r.role && (told[of] || told[s.v.countries[of]])
	})
}

// onlyHolder is the one man who surely held the role that day, of all countries.
func (s *scanner) onlyHolder(role string) (int32, bool) {
	if s.day == 0 || role == "" {
		return -1, false
	}
	var holders []int32
	for _, o := range s.v.byRole[role] {
		if surely, maybe := o.Covers(s.day); surely || maybe {
			if e, ok := s.v.index(o.Person); ok {
				holders = appendUnique(holders, e)
			}
		}
	}
	if len(holders) == 1 {
		return holders[0], true
	}
	return -1, false
}

// linkPossessive finds the holder of the role in the country of the person named
// before: الرئيس الروسي ووزير دفاعه.
func (s *scanner) linkPossessive(i int) {
	d := &s.drafts[i]
	r := &d.roles[0]
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		o := &s.drafts[k]
		if o.typ != gazetteer.Person || o.dropped || s.t.List[o.first].Sentence != s.t.List[d.first].Sentence {
			continue
		}
		if len(o.roles) > 0 && o.roles[0].of >= 0 {
			r.of = o.roles[0].of
		} else if o.entity >= 0 {
			r.of = s.serves(o.entity)
		}
		if r.of >= 0 {
			break
		}
	}
	if r.of >= 0 {
		if e, ok := s.holder1(*r); ok {
			s.decide(d, e, "his-office")
			return
		}
		if e, ok := s.introduced(i, r); ok {
			s.copyPerson(d, e, "his-office")
			return
		}
	}
	d.dropped = true
}

// serves is the country in whose office a person surely is that day, or -1: Nixon's
// minister is not the minister of today.
func (s *scanner) serves(e int32) int32 {
	ent := &s.v.Gazetteer.Entities[e]
	for _, o := range s.v.Gazetteer.OfficesOf(ent.ID) {
		if surely, maybe := o.Covers(s.day); (surely || maybe) && o.Of == ent.Country {
			if c, ok := s.v.index(o.Of); ok {
				return c
			}
		}
	}
	return -1
}

// linkCounterpart carries the role of the person named before to the country
// the text says.
func (s *scanner) linkCounterpart(i int) {
	d := &s.drafts[i]
	r := &d.roles[0]
	if r.of < 0 {
		d.rule = "counterpart-unresolved"
		return
	}
	for _, role := range s.rolesBefore(i) {
		r.role = role
		if e, ok := s.holder1(*r); ok {
			s.decide(d, e, "counterpart")
			return
		}
		if e, ok := s.introduced(i, r); ok {
			s.copyPerson(d, e, "counterpart")
			return
		}
	}
	d.rule = "counterpart-unresolved"
}

// rolesBefore lists the roles of the person named last before draft i in its
// sentence: those the text gives him, else his offices that day.
func (s *scanner) rolesBefore(i int) (roles []string) {
	d := &s.drafts[i]
	best := -1
	for k := range s.drafts {
		o := &s.drafts[k]
		if k != i && !o.dropped && o.typ == gazetteer.Person && !o.bare && o.span.End <= d.span.Start && s.t.List[o.first].Sentence == s.t.List[d.first].Sentence && (best < 0 || o.first > s.drafts[best].first) {
			if len(o.roles) > 0 && o.roles[0].role != "" || o.entity >= 0 {
				best = k
			}
		}
	}
	if best < 0 {
		return nil
	}
	o := &s.drafts[best]
	for _, r := range o.roles {
		if r.role != "" {
			roles = append(roles, r.role)
		}
	}
	if len(roles) == 0 && o.entity >= 0 && s.day != 0 {
		for _, of := range s.v.Gazetteer.OfficesOf(s.v.Gazetteer.Entities[o.entity].ID) {
			if surely, maybe := of.Covers(s.day); (surely || maybe) && of.Scope == "" {
				roles = append(roles, of.Role)
			}
		}
	}
	return roles
}
