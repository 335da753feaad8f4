package ask

import (
	"cmp"
	"slices"
	"strings"

	"whomet/gazetteer"
	"whomet/ner/fold"
)

// titled reads a text as a title and finds who held it on the day; without a
// day, whoever held it. ok says that it is a title at all.
func (r *Resolver) titled(text string, on gazetteer.Day) (holders []Candidate, ok bool) {
	text = withoutThe(fold.String(text))
	type office struct{ role, of string }
	seen := map[office]bool{}
	for i := range r.g.Roles {
		p := &r.g.Roles[i]
		for _, of := range r.holdersCountry(p, text) {
			if seen[office{p.Role, of}] {
				continue
			}
			seen[office{p.Role, of}] = true
			ok = true
			certain, possible := r.g.Holders(p.Role, of, "", on)
			if len(certain) == 0 {
				certain = possible
			}
			for _, o := range certain {
				holders = append(holders, r.officeCandidate(o))
			}
		}
	}
	slices.SortFunc(holders, func(a, b Candidate) int { return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Tells, b.Tells)) })
	return slices.CompactFunc(holders, func(a, b Candidate) bool { return a.ID == b.ID }), ok
}

// holdersCountry finds the countries or bodies for which a folded text is the
// title of that pattern; see gazetteer.RolePattern for the forms.
func (r *Resolver) holdersCountry(p *gazetteer.RolePattern, text string) []string {
	role := fold.String(p.Text)
	behind, follows := strings.CutPrefix(text, role+" ")
	switch p.Form {
	case "fixed":
		if text == role {
			return []string{p.Of}
		}
	case "nisba": // وزير الخارجية + الروسي
		if follows {
			return r.adject()[key(behind)]
		}
	case "construct": // وزير خارجية + روسيا
		if follows {
			return r.bodies(behind)
		}
	case "li": // الأمين العام + للأمم المتحدة, secretary-general + of the United Nations
		if !follows {
			return nil
		}
		if body, ok := strings.CutPrefix(behind, "of "); ok {
			return r.bodies(withoutThe(body))
		}
		for _, spelling := range spellings(behind)[1:] {
			if of := r.bodies(spelling); len(of) > 0 {
				return of
			}
		}
	case "en": // Russian, Russia or Russia's + foreign minister; foreign minister + of Russia
		if body, ok := strings.CutPrefix(behind, "of "); follows && ok {
			return r.bodies(withoutThe(body))
		}
		before, ok := strings.CutSuffix(text, " "+role)
		if !ok {
			return nil
		}
		if of := r.adject()[key(before)]; len(of) > 0 {
			return of
		}
		if of := r.bodies(before); len(of) > 0 {
			return of
		}
		return r.bodies(strings.TrimSuffix(before, "s")) // folding drops the apostrophe
	}
	return nil
}

// bodies are the countries and organizations that go by a text.
func (r *Resolver) bodies(text string) []string {
	return slices.DeleteFunc(r.named(text), func(id string) bool {
		e, _ := r.g.Entity(id)
		return e.Type != gazetteer.Country && e.Type != gazetteer.Organization
	})
}

func withoutThe(text string) string { return strings.TrimPrefix(text, "the ") }
