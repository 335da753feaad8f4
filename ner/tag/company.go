package tag

import (
	"slices"

	"whomet/gazetteer"
	"whomet/ner"
)

// companion is a thing that the article names, by name or by its adjective, as
// evidence for the names that need some.
type companion struct {
	entity   int32
	country  int32 // in which it lies, to which it belongs or which it is; -1 none
	sentence int32
	thing    bool // named by name, not by an adjective
}

// sameSentence is what a companion in the sentence of a name counts, where one
// elsewhere in the article counts once.
const sameSentence = 4

// gather lists what the article names for sure.
func (s *scanner) gather() (list []companion) {
	list = make([]companion, 0, 2*len(s.drafts))
	add := func(e int32, token int, thing bool) {
		list = append(list, companion{entity: e, country: s.v.countries[e], sentence: s.t.List[token].Sentence, thing: thing})
	}
	for i := range s.drafts {
		if d := &s.drafts[i]; d.kind == ner.Name && d.entity >= 0 && !d.dropped {
			add(d.entity, d.first, true)
		}
	}
	last := -1
	for i := range s.hits {
		if h := &s.hits[i]; s.v.senses[h.ID].kind == nisbaSense && int(h.First) > last {
			add(s.v.senses[h.ID].entity, int(h.First), false)
			last = int(h.Last)
		}
	}
	return list
}

// weight counts the companions an alias asks for, those of the sentence more. A
// country stands for all that is its own: its towns, its bodies, its people.
func (s *scanner) weight(company []companion, when []string, sentence int32) (n int) {
	for _, id := range when {
		e, ok := s.v.index(id)
		if !ok {
			continue
		}
		for i := range company {
			if c := &company[i]; c.entity == e || c.country == e {
				n += c.counts(sentence)
			}
		}
	}
	return n
}

func (c *companion) counts(sentence int32) int {
	if c.sentence == sentence {
		return sameSentence
	}
	return 1
}

// mostlyOf reports whether the article speaks of no other country more than of
// this one: وزارة الداخلية is that of the country the article is about.
func (s *scanner) mostlyOf(company []companion, country, sentence int32) bool {
	n := map[int32]int{}
	for i := range company {
		if c := &company[i]; c.country >= 0 {
			n[c.country] += c.counts(sentence)
		}
	}
	for _, k := range n {
		if k > n[country] {
			return false
		}
	}
	return n[country] > 0
}

// named is what it weighs that the article names the thing by a stronger name:
// more than any company.
const named = 1000

// linkByContext decides a name that needs its company.
//
//	title-holder     it stands in the title of a man whose office or whose country's it is
//	named-elsewhere  the article names the thing by a stronger name: التحالف الدولي … التحالف
//	context          it names companions of the alias; of several things that fit, the one
//	                 whose companions are named twice as often. A body that every country has
//	                 (its only companion is its own country) is that of the country the
//	                 article speaks of most
func (s *scanner) linkByContext(d *draft, company []companion) {
	if s.linkByHolder(d) {
		return
	}
	fit := s.inCompany(d, company)
	best, ok := heaviest(fit)
	switch {
	case ok:
		rule := "context"
		if fit[best] >= named {
			rule = "named-elsewhere"
		}
		s.decide(d, best, rule)
		d.typ = s.v.Gazetteer.Entities[best].Type
	case len(fit) == 0 && d.typ == gazetteer.City && s.onlyTowns(d.candidates):
		d.dropped = true // الأيادي البيضاء: white, and no town
		s.note(d.span, "weak-name", "a word that is also the name of towns, none of which the text speaks of")
	case len(d.candidates) > 1:
		if len(fit) > 1 {
			d.candidates = d.candidates[:0:0]
			for e := range fit {
				d.candidates = append(d.candidates, e)
			}
			slices.Sort(d.candidates)
		}
		d.rule = "no-evidence"
	default:
		d.dropped = true
		s.note(d.span, "weak-name", "says too little alone and nothing in the text supports it")
	}
}

func (s *scanner) onlyTowns(entities []int32) bool {
	return !slices.ContainsFunc(entities, func(e int32) bool { return s.v.Gazetteer.Entities[e].Type != gazetteer.City })
}

// heaviest is the one of several that weighs twice as much as any other.
func heaviest(fit map[int32]int) (int32, bool) {
	for e, w := range fit {
		clear := true
		for o, v := range fit {
			clear = clear && (o == e || w >= 2*v)
		}
		if clear {
			return e, true
		}
	}
	return -1, false
}

// inCompany weighs the evidence for each thing that the draft's name may mean.
func (s *scanner) inCompany(d *draft, company []companion) map[int32]int {
	var fit map[int32]int
	sentence := s.t.List[d.first].Sentence
	for _, h := range s.hitsAt(d.begin) {
		se := &s.v.senses[h.ID]
		if int(h.Last) != d.last || se.kind != nameSense || se.person != (d.typ == gazetteer.Person) || se.alias == nil || !s.inUse(se.alias) {
			continue
		}
		w := 0
		if slices.ContainsFunc(company, func(c companion) bool { return c.thing && c.entity == se.entity }) {
			w = named
		}
		if a := se.alias; a.Strength == gazetteer.Context {
			home, ok := s.v.index(s.v.Gazetteer.Entities[se.entity].Country)
			everywhere := ok && d.typ == gazetteer.Organization && len(a.When) == 1 && a.When[0] == s.v.Gazetteer.Entities[home].ID
			if w > 0 || !everywhere || s.mostlyOf(company, home, sentence) {
				w += s.weight(company, a.When, sentence)
			}
		}
		if w > 0 {
			if fit == nil {
				fit = map[int32]int{}
			}
			fit[se.entity] = max(fit[se.entity], w)
		}
	}
	return fit
}

// linkByHolder decides a body in the title of a man by the man: عضو مجلس
// الوزراء الدكتور مساعد العيبان sits in the cabinet of his own country.
func (s *scanner) linkByHolder(d *draft) bool {
	if d.holder == 0 {
		return false
	}
	man := &s.drafts[d.holder-1]
	if man.entity < 0 {
		return false
	}
	id, country := s.v.Gazetteer.Entities[man.entity].ID, s.v.Gazetteer.Entities[man.entity].Country
	best, several := int32(-1), false
	for _, c := range d.candidates {
		e := &s.v.Gazetteer.Entities[c]
		if slices.ContainsFunc(s.v.Gazetteer.OfficesOf(id), func(o *gazetteer.Office) bool { return o.Of == e.ID }) {
			best, several = c, false
			break
		}
		if e.Country != "" && e.Country == country {
			several = best >= 0
			best = c
		}
	}
	if best < 0 || several {
		return false
	}
	s.decide(d, best, "title-holder")
	d.typ, d.dropped = s.v.Gazetteer.Entities[best].Type, false
	return true
}
