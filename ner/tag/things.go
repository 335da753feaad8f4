package tag

import (
	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
)

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
