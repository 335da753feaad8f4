package graph

import (
	"cmp"
	"slices"
	"strings"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/fold"
)

// who knows under which id each mention and participant of one document goes.
type who struct {
	doc     *ner.Annotated
	mention []string          // id of each mention, "" for nobody in particular
	role    map[string]string // folded name of somebody unlisted → country or body of the title he is given
	found   map[string]Named
}

func newWho(d *ner.Annotated) *who {
	w := &who{doc: d, mention: make([]string, len(d.Mentions)), role: map[string]string{}, found: map[string]Named{}}
	// A title given once holds for the whole document: "the Finnish foreign
	// minister Timo Virtanen … Timo Virtanen said".
	for i := range d.Mentions {
		if m := &d.Mentions[i]; unlisted(m) && m.RoleOf != "" {
			if name := fold.String(m.Name); w.role[name] == "" {
				w.role[name] = m.RoleOf
			}
		}
	}
	for i := range d.Mentions {
		switch m := &d.Mentions[i]; {
		case m.Status == ner.Linked && m.Entity != nil:
			w.mention[i] = *m.Entity
		case unlisted(m):
			w.mention[i] = UnlistedID(m.Name, cmp.Or(m.RoleOf, w.role[fold.String(m.Name)]), d.ID)
		}
	}
	// A participant ties his mentions together: the bare surname further down
	// is the man with the full name.
	for i := range d.Meetings {
		for j := range d.Meetings[i].Participants {
			p := &d.Meetings[i].Participants[j]
			id := w.participant(p)
			if p.Entity != nil || id == "" {
				continue
			}
			role := w.title(p)
			for _, k := range p.Mentions {
				if !w.has(k) {
					continue
				}
				if m := &d.Mentions[k]; unlisted(m) && (m.RoleOf == "" || m.RoleOf == role) {
					w.mention[k] = id
				}
			}
		}
	}
	return w
}

// unlisted reports whether a mention names somebody the gazetteer lacks.
// Ambiguous names are nobody, and so are descriptions without a name.
func unlisted(m *ner.Mention) bool {
	return m.Kind == ner.Name && m.Status == ner.Unlinked &&
		(m.Type == gazetteer.Person || m.Type == gazetteer.Organization)
}

func (w *who) has(mention int) bool { return mention >= 0 && mention < len(w.doc.Mentions) }

// participant is the id of somebody who took part, or "" when the document does
// not say who it was: an ambiguous name, a description nobody fits.
func (w *who) participant(p *ner.Participant) string {
	if p.Entity != nil {
		return *p.Entity
	}
	if p.Type != gazetteer.Person && p.Type != gazetteer.Organization {
		return ""
	}
	named := len(p.Mentions) == 0
	for _, i := range p.Mentions {
		if !w.has(i) {
			continue
		}
		m := &w.doc.Mentions[i]
		if m.Status == ner.Ambiguous {
			return ""
		}
		named = named || m.Kind == ner.Name
	}
	if !named {
		return ""
	}
	return UnlistedID(p.Name, w.title(p), w.doc.ID)
}

// title is the country or body of the title somebody unlisted is given.
func (w *who) title(p *ner.Participant) string {
	for _, i := range p.Mentions {
		if w.has(i) && w.doc.Mentions[i].RoleOf != "" {
			return w.doc.Mentions[i].RoleOf
		}
	}
	return w.role[fold.String(p.Name)]
}

// add notes that the document speaks of id by these names. Of several the
// first in document order stays, and empty ones are filled in later.
func (w *who) add(id string, typ gazetteer.Type, name, nameAr string) {
	n, ok := w.found[id]
	if !ok {
		n = Named{ID: id, Type: typ}
	}
	if n.Name == "" {
		n.Name = name
	}
	if n.NameAr == "" {
		n.NameAr = nameAr
	}
	w.found[id] = n
}

func (w *who) named() []Named {
	all := make([]Named, 0, len(w.found))
	for _, n := range w.found {
		all = append(all, n)
	}
	slices.SortFunc(all, func(a, b Named) int { return strings.Compare(a.ID, b.ID) })
	return all
}
