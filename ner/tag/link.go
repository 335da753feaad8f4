package tag

import (
	"strings"
	"unicode/utf8"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
)

// link decides every draft. The order matters: what is certain comes first and
// is the evidence for the rest.
func (s *scanner) link() {
	for i := range s.drafts {
		if d := &s.drafts[i]; d.kind == ner.Name && d.typ == gazetteer.Person && d.strength == gazetteer.Strong {
			s.linkFullName(d)
		}
	}
	s.linkThings()
	for i := range s.drafts {
		if d := &s.drafts[i]; d.kind == ner.Name && d.typ == gazetteer.Person && d.strength != gazetteer.Strong {
			s.linkSurname(i)
		}
	}
	s.addUnlistedSurnames()
	for i := range s.drafts {
		if s.drafts[i].kind == ner.Reference {
			s.linkReference(i)
		}
	}
}

func (s *scanner) decide(d *draft, e int32, rule string) {
	d.entity, d.rule, d.candidates = e, rule, nil
	if s.notes {
		ent := &s.v.Gazetteer.Entities[e]
		s.note(d.span, rule, "→ "+ent.ID+" "+ent.Name)
	}
}

// linkFullName decides a name that links alone.
//
// full-name: one man bears it. Of several, title-beside takes the one whose
// office the text names, office-on-date the only one in office that day.
func (s *scanner) linkFullName(d *draft) {
	switch len(d.candidates) {
	case 0:
		d.rule = "unlisted-name"
	case 1:
		d.rule = "full-name"
		if d.first == d.last {
			d.rule = "strong-alias"
		}
		s.decide(d, d.candidates[0], d.rule)
	default:
		if e, ok := s.byTitle(d); ok {
			s.decide(d, e, "title-beside")
		} else if e, ok := s.onlyInOffice(d.candidates); ok {
			s.decide(d, e, "office-on-date")
		} else {
			d.rule = "several-bearers"
		}
	}
}

// byTitle finds the one candidate whose office the title names.
func (s *scanner) byTitle(d *draft) (int32, bool) {
	for _, r := range d.roles {
		var fit []int32
		if r.of >= 0 {
			holders := s.holders(r)
			for _, c := range d.candidates {
				for _, h := range holders {
					if c == h {
						fit = appendUnique(fit, c)
					}
				}
			}
		} else if r.role != "" && s.day != 0 {
			for _, c := range d.candidates {
				if s.holdsOn(c, r.role) {
					fit = appendUnique(fit, c)
				}
			}
		}
		if len(fit) == 1 {
			return fit[0], true
		}
	}
	return -1, false
}

// holdsOn reports whether a person surely holds the role, of whatever country,
// on the article's day.
func (s *scanner) holdsOn(e int32, role string) bool {
	for _, o := range s.v.Gazetteer.OfficesOf(s.v.Gazetteer.Entities[e].ID) {
		if o.Role != role {
			continue
		}
		if surely, maybe := o.Covers(s.day); surely || maybe {
			return true
		}
	}
	return false
}

func (s *scanner) onlyInOffice(candidates []int32) (int32, bool) {
	if s.day == 0 {
		return -1, false
	}
	var in []int32
	for _, c := range candidates {
		for _, o := range s.v.Gazetteer.OfficesOf(s.v.Gazetteer.Entities[c].ID) {
			if surely, _ := o.Covers(s.day); surely {
				in = appendUnique(in, c)
			}
		}
	}
	if len(in) == 1 {
		return in[0], true
	}
	return -1, false
}

// linkSurname decides a name that says too little alone, by evidence:
//
//	title-beside               الرئيس بوتين: the title is his
//	surname-after-full-name    the article introduced one bearer by a stronger name
//	surname-of-unlisted        the bearer it introduced is nobody listed
//	surname-of-office-holder   one listed man bears it, and he is in office that day
//
// Without evidence it stays ambiguous with its candidates, or, where it may be a
// word like any other, is no mention at all.
func (s *scanner) linkSurname(i int) {
	d := &s.drafts[i]
	if e, ok := s.byTitle(d); ok {
		s.decide(d, e, "title-beside")
		return
	}
	var full []int32
	for k := range s.drafts {
		o := &s.drafts[k]
		if o.entity >= 0 && o.kind == ner.Name && o.typ == gazetteer.Person {
			for _, c := range d.candidates {
				if o.entity == c {
					full = appendUnique(full, c)
				}
			}
		}
	}
	word := s.t.Fold(d.last)
	unlisted := s.unlistedBearer(word)
	switch {
	case len(full) == 1 && unlisted < 0:
		s.decide(d, full[0], "surname-after-full-name")
		return
	case len(full) == 0 && unlisted >= 0:
		d.candidates, d.unlisted, d.rule = nil, s.drafts[unlisted].unlisted, "surname-of-unlisted"
		d.roles, d.titleOf = append(d.roles, s.drafts[unlisted].roles...), s.drafts[unlisted].titleOf
		return
	case len(full) == 1:
		// two men of one surname in the article: the nearer before this word
		if near := s.nearestBefore(i, full[0], unlisted); near == unlisted {
			d.candidates, d.unlisted, d.rule = nil, s.drafts[unlisted].unlisted, "surname-of-unlisted"
		} else {
			s.decide(d, full[0], "surname-after-full-name")
		}
		return
	case d.risky:
		d.dropped = true
		return
	case len(full) == 0 && len(d.candidates) == 1 && !s.v.wordIs(word, givenWord) && utf8.RuneCountInString(word) > 3 && (d.titled || d.slot):
		if e, ok := s.onlyInOffice(d.candidates); ok {
			s.decide(d, e, "surname-of-office-holder")
			return
		}
	}
	if len(d.candidates) > 1 && !s.v.wordIs(word, givenWord) || d.titled {
		d.rule = "no-evidence"
		s.note(d.span, d.rule, "several bearers and nothing in the text to choose by")
		return
	}
	d.dropped = true
}

// unlistedBearer returns the draft of a person nobody listed whose last word is
// that, or -1.
func (s *scanner) unlistedBearer(word string) int {
	for k := range s.drafts {
		o := &s.drafts[k]
		if o.unlisted != "" && o.first != o.last && s.t.Fold(o.last) == word {
			return k
		}
	}
	return -1
}

func (s *scanner) nearestBefore(i int, entity int32, unlisted int) int {
	for k := i - 1; k >= 0; k-- {
		if k == unlisted || s.drafts[k].entity == entity {
			return k
		}
	}
	return -1
}

// addUnlistedSurnames finds the later mentions, by surname alone, of people
// nobody listed: جورج شترايتر … وأضاف شترايتر.
func (s *scanner) addUnlistedSurnames() {
	bearers := map[string]int{}
	for k := range s.drafts {
		d := &s.drafts[k]
		if d.unlisted == "" || d.first == d.last {
			continue
		}
		w := s.t.Fold(d.last)
		if s.v.wordIs(w, givenWord) || s.v.wordIs(w, commonWord) || utf8.RuneCountInString(w) < 4 {
			continue
		}
		if other, seen := bearers[w]; seen && other >= 0 && s.drafts[other].unlisted != d.unlisted {
			bearers[w] = -1 // two men of that surname
		} else if !seen {
			bearers[w] = k
		}
	}
	if len(bearers) == 0 {
		return
	}
	covered := make([]bool, len(s.t.List))
	for _, p := range s.phrases {
		for k := p.First; k <= p.Last; k++ {
			covered[k] = true
		}
	}
	for i := range s.t.List {
		if covered[i] || s.t.List[i].Kind != ner.Word {
			continue
		}
		w, cut := s.t.Fold(i), 0
		k, ok := bearers[w]
		var clitics ner.Clitic
		if !ok {
			r, n := utf8.DecodeRuneInString(s.t.Raw(i))
			if c, isClitic := ner.Proclitic(r); isClitic && len(w) > n {
				if k, ok = bearers[w[n:]]; ok {
					cut, clitics = n, c
				}
			}
		}
		if !ok || k < 0 || s.isLexical(i) {
			continue
		}
		o := s.drafts[k]
		s.drafts = append(s.drafts, draft{first: i, last: i, span: ner.Span{Start: s.t.List[i].Start + cut, End: s.t.List[i].End}, kind: ner.Name, typ: gazetteer.Person,
			entity: -1, titleOf: o.titleOf, roles: o.roles, unlisted: o.unlisted, rule: "surname-of-unlisted", surname: true})
		s.phrases = append(s.phrases, Phrase{First: i, Last: i, Clitics: clitics, Mention: len(s.drafts) - 1, Inside: s.insideTitle(i)})
	}
}

// linkThings decides countries, organizations and cities. A context alias needs
// one of its companions named in the article, a weak one the thing itself by a
// stronger name.
func (s *scanner) linkThings() {
	present := map[string]bool{}
	for i := range s.drafts {
		d := &s.drafts[i]
		if d.kind != ner.Name {
			continue
		}
		if d.typ != gazetteer.Person && d.strength == gazetteer.Strong {
			e := d.candidates[0]
			for _, c := range d.candidates {
				if s.v.Gazetteer.Entities[c].Type == gazetteer.Country {
					e = c // تونس is the country where the city bears the same name
				}
			}
			if len(d.candidates) == 1 || s.v.Gazetteer.Entities[e].Type == gazetteer.Country {
				s.decide(d, e, "listed-name")
				d.typ = s.v.Gazetteer.Entities[e].Type
			} else {
				d.rule = "several-bearers"
			}
		}
		if d.entity >= 0 {
			present[s.v.Gazetteer.Entities[d.entity].ID] = true
		}
	}
	for i := range s.hits {
		if se := &s.v.senses[s.hits[i].ID]; se.kind == nisbaSense {
			present[s.v.Gazetteer.Entities[se.entity].ID] = true
		}
	}
	for i := range s.drafts {
		d := &s.drafts[i]
		if d.kind == ner.Name && d.typ != gazetteer.Person {
			if d.entity < 0 && d.strength != gazetteer.Strong {
				s.linkByContext(d, present)
			}
			d.metonym = d.entity >= 0 && s.speaks(d)
		}
	}
}

// linkByContext decides a name that needs its company.
//
//	named-elsewhere  the article names the thing by a stronger name: التحالف الدولي … التحالف
//	context          it names one of the companions of the alias; of several things
//	                 that fit, the one whose companions are named twice as often, those of the
//	                 same sentence counting most
func (s *scanner) linkByContext(d *draft, present map[string]bool) {
	var fit []int32
	rule := ""
	weight := map[int32]int{}
	for _, h := range s.hitsAt(d.first) {
		se := &s.v.senses[h.ID]
		if int(h.Last) == d.last && se.kind == nameSense && se.alias != nil && se.alias.Strength == gazetteer.Context && s.inUse(se.alias) {
			if present[s.v.Gazetteer.Entities[se.entity].ID] {
				weight[se.entity] += 1000
			}
			weight[se.entity] += s.company(d, se.alias.When)
		}
	}
	for _, h := range s.hitsAt(d.first) {
		se := &s.v.senses[h.ID]
		if int(h.Last) != d.last || se.kind != nameSense || se.alias == nil || !s.inUse(se.alias) {
			continue
		}
		e := &s.v.Gazetteer.Entities[se.entity]
		switch se.alias.Strength {
		case gazetteer.Context:
			for _, w := range se.alias.When {
				if present[w] {
					fit, rule = appendUnique(fit, se.entity), "context"
				}
			}
		case gazetteer.Weak:
			if present[e.ID] {
				fit, rule = appendUnique(fit, se.entity), "named-elsewhere"
			}
		}
	}
	if len(fit) > 1 {
		best := fit[0]
		for _, e := range fit {
			if weight[e] > weight[best] {
				best = e
			}
		}
		clear := weight[best] > 0
		for _, e := range fit {
			clear = clear && (e == best || weight[best] >= 2*weight[e])
		}
		if clear {
			fit = []int32{best}
			if weight[best] >= 1000 {
				rule = "named-elsewhere"
			}
		}
	}
	switch {
	case len(fit) == 1:
		s.decide(d, fit[0], rule)
		d.typ = s.v.Gazetteer.Entities[fit[0]].Type
	case len(d.candidates) > 1 || len(fit) > 1:
		if len(fit) > 1 {
			d.candidates = fit
		}
		d.rule = "no-evidence"
	default:
		d.dropped = true
		s.note(d.span, "weak-name", "says too little alone and nothing in the text supports it")
	}
}

// company counts the mentions of an alias's companions, those of the same
// sentence four times.
func (s *scanner) company(d *draft, when []string) (n int) {
	sentence := s.t.List[d.first].Sentence
	for k := range s.drafts {
		o := &s.drafts[k]
		if o.entity < 0 || o.kind != ner.Name {
			continue
		}
		id := s.v.Gazetteer.Entities[o.entity].ID
		for _, w := range when {
			if w == id {
				n++
				if s.t.List[o.first].Sentence == sentence {
					n += 3
				}
			}
		}
	}
	return n
}

// speaks reports whether a capital speaks for its government: أكدت موسكو.
func (s *scanner) speaks(d *draft) bool {
	if e := &s.v.Gazetteer.Entities[d.entity]; e.Type != gazetteer.City || !e.Capital {
		return false
	}
	if s.t.List[d.first].Latin {
		return s.isClass(d.last+1, lexicon.Speech) || s.isClass(d.last+1, lexicon.Denial)
	}
	if d.span.Start != s.t.List[d.first].Start {
		return false
	}
	return d.first > 0 && s.adjacent(d.first-1, d.first) && (s.isClass(d.first-1, lexicon.Speech) || s.isClass(d.first-1, lexicon.Denial) || s.isClass(d.first-1, lexicon.Refusal))
}

// linkReference decides a description.
//
//	role-country-date   وزير الخارجية الروسي: one man held the office that day
//	role-introduced     the article gave the role to one man by name
//	role-held           one man of those named holds such an office that day
//	role-unique-on-date ولي ولي العهد: one man in the world held such an office that day
//	his-office          وزير دفاعه: the role in the country of the man before
//	address             سموه: the one man before whom the article so addresses
//	counterpart         نظيره العراقي: the role of the man before, the country said
//	earlier-mention     الوزير: the one man of such a role named before
func (s *scanner) linkReference(i int) {
	d := &s.drafts[i]
	r := &d.roles[0]
	switch {
	case d.counterpart:
		s.linkCounterpart(i)
		return
	case d.address != 0 && d.bare:
		s.linkAddressed(i)
		return
	case d.bare:
		s.linkBare(i)
		return
	case d.possessive:
		s.linkPossessive(i)
		return
	}
	if r.of >= 0 && !r.former {
		if e, ok := s.holder1(*r); ok {
			s.decide(d, e, "role-country-date")
			return
		}
	}
	if e, ok := s.introduced(i, r); ok {
		s.copyPerson(d, e, "role-introduced")
		return
	}
	if r.of >= 0 {
		d.candidates = s.holders(*r)
		d.rule = "role-unresolved"
		return
	}
	if e, ok := s.heldByOneNamed(r.role); ok {
		s.decide(d, e, "role-held")
		return
	}
	if e, ok := s.onlyHolder(r.role); ok && !r.former {
		s.decide(d, e, "role-unique-on-date")
		return
	}
	d.dropped = true
	s.note(d.span, "role-unresolved", "the text does not say whose office this is")
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
const unitedNations = "Q1065"

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
	if s.day == 0 || role == "" {
		return -1, false
	}
	var fit []int32
	for k := range s.drafts {
		if o := &s.drafts[k]; o.kind == ner.Name && o.typ == gazetteer.Person && o.entity >= 0 && s.holdsOn(o.entity, role) {
			fit = appendUnique(fit, o.entity)
		}
	}
	if len(fit) == 1 {
		return fit[0], true
	}
	return -1, false
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

// linkAddressed finds the person whom the article addresses so before: the only
// one, or else whom this sentence or the last begins with, if he is so addressed.
func (s *scanner) linkAddressed(i int) {
	d := &s.drafts[i]
	best, several := -1, false
	for k := range s.drafts {
		o := &s.drafts[k]
		if o.kind != ner.Name || o.address != d.address || o.dropped || o.span.End > d.span.Start || o.entity < 0 && o.unlisted == "" {
			continue
		}
		if best >= 0 && !samePerson(&s.drafts[best], o) {
			several = true
		}
		best = k
	}
	if best >= 0 && !several {
		s.copyPerson(d, best, "address")
		return
	}
	here := s.t.List[d.first].Sentence
	for _, sentence := range []int32{here, here - 1} {
		first := -1
		for k := range s.drafts {
			o := &s.drafts[k]
			if k != i && o.typ == gazetteer.Person && !o.dropped && o.span.End <= d.span.Start && s.t.List[o.first].Sentence == sentence && (first < 0 || o.first < s.drafts[first].first) {
				first = k
			}
		}
		if first < 0 {
			continue
		}
		if o := &s.drafts[first]; o.address == d.address && (o.entity >= 0 || o.unlisted != "") {
			s.copyPerson(d, first, "address")
			return
		}
		break
	}
	d.dropped = true
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
			if c, ok := s.v.index(s.v.Gazetteer.Entities[o.entity].Country); ok {
				r.of = c
			}
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

// linkBare finds the one person named before who has such an office.
func (s *scanner) linkBare(i int) {
	d := &s.drafts[i]
	r := &d.roles[0]
	var want []string
	for _, h := range s.hitsAt(d.first) {
		if se := &s.v.senses[h.ID]; se.kind == roleSense {
			want = append(want, s.v.Gazetteer.Roles[se.role].Role)
		}
	}
	found := -1
	for k := range s.drafts {
		o := &s.drafts[k]
		if o.kind != ner.Name || o.typ != gazetteer.Person || o.span.End > d.span.Start || o.dropped || o.entity < 0 && o.unlisted == "" {
			continue
		}
		if !s.hasOffice(o, want, r.of) {
			continue
		}
		if found >= 0 && !samePerson(&s.drafts[found], o) {
			d.dropped = true
			return
		}
		found = k
	}
	if found < 0 {
		d.dropped = true
		return
	}
	s.copyPerson(d, found, "earlier-mention")
}

// hasOffice reports whether a person has one of the roles (any minister where
// none is told), of the country where one is told.
func (s *scanner) hasOffice(o *draft, want []string, of int32) bool {
	fits := func(role string, roleOf int32) bool {
		if of >= 0 && roleOf != of {
			return false
		}
		if len(want) == 0 {
			return strings.HasSuffix(role, "minister")
		}
		for _, w := range want {
			if w == role {
				return true
			}
		}
		return false
	}
	for _, r := range o.roles {
		if fits(r.role, r.of) {
			return true
		}
	}
	if o.entity < 0 || s.day == 0 {
		return false
	}
	for _, f := range s.v.Gazetteer.OfficesOf(s.v.Gazetteer.Entities[o.entity].ID) {
		if surely, maybe := f.Covers(s.day); surely || maybe {
			if e, ok := s.v.index(f.Of); ok && fits(f.Role, e) {
				return true
			}
		}
	}
	return false
}
