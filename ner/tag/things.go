package tag

import (
	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
)

// linkThings decides countries, organizations and cities: strong names first,
// as the others need them.
func (s *scanner) linkThings() {
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
	}
	company := s.gather()
	for i := range s.drafts {
		d := &s.drafts[i]
		if d.kind == ner.Name && d.typ != gazetteer.Person {
			if d.entity < 0 && d.strength != gazetteer.Strong {
				s.linkByContext(d, company)
			}
			d.metonym = d.entity >= 0 && s.speaks(d)
		}
	}
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
