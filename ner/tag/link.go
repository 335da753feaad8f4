package tag

import (
	"slices"
	"strings"

	"whomet/gazetteer"
	"whomet/ner"
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
	company := s.gather()
	for i := range s.drafts {
		if d := &s.drafts[i]; d.kind == ner.Name && d.typ == gazetteer.Person && d.strength != gazetteer.Strong {
			s.linkSurname(i, company)
		}
	}
	s.addUnlistedSurnames()
	company = s.gather()
	for i := range s.drafts {
		if s.drafts[i].kind == ner.Reference {
			s.linkReference(i, company)
		}
	}
	for i := range s.drafts { // by men who were not known yet
		if d := &s.drafts[i]; d.kind == ner.Name && d.typ != gazetteer.Person && d.entity < 0 {
			s.linkByHolder(d)
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
		} else if e, ok := s.onlyInOffice(d.candidates); ok && s.nearHome(e) {
			s.decide(d, e, "office-on-date")
		} else {
			d.rule = "several-bearers"
		}
	}
}

// byTitle finds the one candidate whose office the title names, be it an honorific
// alone: of those called صالح or هادي, the one who is الرئيس that day.
func (s *scanner) byTitle(d *draft) (int32, bool) {
	for _, r := range d.roles {
		var fit []int32
		switch {
		case r.former:
			fit = s.heldBefore(d.candidates, r.role, r.of)
		case r.of >= 0:
			holders := s.holders(r)
			for _, c := range d.candidates {
				if slices.Contains(holders, c) {
					fit = appendUnique(fit, c)
				}
			}
		case r.role != "" && s.day != 0 && !s.ofSomething(d, &r):
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
	if d.title == "" || s.day == 0 {
		return -1, false
	}
	var fit []int32
	if d.former {
		fit = s.heldBefore(d.candidates, d.title, -1)
	} else {
		for _, c := range d.candidates {
			if s.holdsOn(c, d.title) {
				fit = append(fit, c)
			}
		}
	}
	if len(fit) == 1 {
		return fit[0], true
	}
	return -1, false
}

// ofSomething reports whether a title behind a name goes on to what it is the title of,
// which no list holds: كيتا رئيسا لمجلس الإدارة is no head of state.
func (s *scanner) ofSomething(d *draft, r *roleRef) bool {
	return r.first > d.last && s.adjacent(r.last, r.last+1) && strings.HasPrefix(s.t.Fold(r.last+1), lam)
}

// holdsOn reports whether a person holds the role, of whatever country, on the
// article's day.
func (s *scanner) holdsOn(e int32, role string) bool {
	return s.inOffice(e, func(o *gazetteer.Office) bool { return o.Role == role })
}

// inOffice reports whether a person holds an office that fits on the article's day, or
// may hold it by what the gazetteer knows of its dates.
func (s *scanner) inOffice(e int32, fits func(*gazetteer.Office) bool) bool {
	return slices.ContainsFunc(s.v.Gazetteer.OfficesOf(s.v.Gazetteer.Entities[e].ID), func(o *gazetteer.Office) bool {
		surely, maybe := o.Covers(s.day)
		return (surely || maybe) && fits(o)
	})
}

// heldBefore are those of some people who held the role, of that country or body (-1: of
// any), and no more on the article's day: الرئيس المخلوع علي صالح.
func (s *scanner) heldBefore(people []int32, role string, of int32) (fit []int32) {
	if s.day == 0 || role == "" {
		return nil
	}
	for _, e := range people {
		for _, o := range s.v.Gazetteer.OfficesOf(s.v.Gazetteer.Entities[e].ID) {
			if o.Role == role && !o.To.Zero() && o.To.Last <= s.day && (of < 0 || s.v.Gazetteer.Entities[of].ID == o.Of) {
				fit = appendUnique(fit, e)
			}
		}
	}
	return fit
}

// nearHome reports whether the article names, by name or adjective, the country or
// body that a person serves that day. Names are not decided yet.
func (s *scanner) nearHome(e int32) bool {
	for _, o := range s.v.Gazetteer.OfficesOf(s.v.Gazetteer.Entities[e].ID) {
		of, ok := s.v.index(o.Of)
		if surely, _ := o.Covers(s.day); !ok || !surely {
			continue
		}
		for k := range s.drafts {
			if t := &s.drafts[k]; t.typ != gazetteer.Person && slices.Contains(t.candidates, of) {
				return true
			}
		}
		for i := range s.hits {
			if se := &s.v.senses[s.hits[i].ID]; se.kind == nisbaSense && se.entity == of {
				return true
			}
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
