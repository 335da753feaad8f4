package export

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"whomet/gazetteer"
	"whomet/graph"
)

// thing is an entity of FollowTheMoney. Its properties are lists of strings;
// encoding/json sorts their names.
type thing struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

// set adds values to a property; blank ones are none to FollowTheMoney.
func (t *thing) set(property string, values ...string) {
	for _, v := range values {
		if strings.TrimSpace(v) != "" {
			t.Properties[property] = append(t.Properties[property], v)
		}
	}
}

// mostNames is how many people the name of a meeting names.
const mostNames = 5

// ftmID is an id that OpenAleph takes: ours may hold any letters.
func ftmID(kind, id string) string {
	sum := sha256.Sum256([]byte(kind + "\x00" + id))
	return "whomet-" + kind + "-" + hex.EncodeToString(sum[:12])
}

// followTheMoney writes everybody, every document, every meeting with those
// involved, every mention and every pair that met. A meeting that was not held
// says so in its name and keywords. A mention's place in the text has no
// property there; a country is the public body of its state.
func followTheMoney(g *Graph, o *out) error {
	entities, err := g.entities()
	if err != nil {
		return err
	}
	write := func(t *thing) error { return o.json(t) }
	one := func(kind, id, schema string) *thing { return &thing{ftmID(kind, id), schema, map[string][]string{}} }

	err = g.Entities(func(e *graph.Entity) error {
		t := one("entity", e.ID, ftmSchema(e))
		t.set("name", e.Name)
		if e.NameAr != e.Name {
			t.set("name", e.NameAr)
		}
		if e.Type == gazetteer.City {
			t.set("full", e.Name)
			t.set("city", e.Name)
			t.set("country", strings.ToLower(entities[e.Country].ISO))
		}
		t.set("country", strings.ToLower(e.ISO))
		if wikidata(e.ID) {
			t.set("wikidataId", e.ID)
		}
		return write(t)
	})
	if err != nil {
		return err
	}

	type source struct{ url, paper string }
	sources := map[string]source{} // of each report
	quotes := map[string]string{}
	err = g.Documents(func(p *graph.Projection, _ graph.Stamp) error {
		d := one("document", p.ID, "Article")
		d.set("title", p.Title)
		d.set("fileName", p.ID)
		d.set("sourceUrl", p.URL)
		d.set("publisher", p.Source)
		d.set("publishedAt", day(p.Published))
		d.set("date", day(p.Published))
		d.set("language", map[string]string{"ar": "ara", "en": "eng"}[p.Language])
		d.set("bodyText", p.Text)
		if err := write(d); err != nil {
			return err
		}
		for i := range p.Reports {
			sources[p.Reports[i].ID], quotes[p.Reports[i].ID] = source{p.URL, p.Source}, p.Reports[i].Quote
		}
		said := map[[2]string]bool{}
		for _, m := range p.Mentions {
			name := p.Text[m.Start:m.End]
			if said[[2]string{m.Entity, name}] {
				continue
			}
			said[[2]string{m.Entity, name}] = true
			e := entities[m.Entity]
			t := one("mention", p.ID+"\x00"+m.Entity+"\x00"+name, "Mention")
			t.set("document", d.ID)
			t.set("name", name)
			t.set("resolved", ftmID("entity", m.Entity))
			t.set("detectedSchema", ftmSchema(&e))
			if err := write(t); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}

	err = g.Meetings(func(m *graph.Meeting) error {
		t := one("meeting", m.ID, "Event")
		var names []string
		for _, id := range m.Participants {
			names = append(names, entities[id].Name)
			t.set("involved", ftmID("entity", id))
		}
		if n := len(names) - mostNames; n > 0 { // a name has an end there
			names = append(names[:mostNames], fmt.Sprintf("%d more", n))
		}
		name := "Meeting of " + strings.Join(names, ", ")
		if m.Status != "held" {
			name += " (" + string(m.Status) + ")"
		}
		t.set("name", name)
		t.set("recordId", m.ID)
		t.set("keywords", string(m.Status), string(m.Mode))
		if m.Disputed {
			t.set("keywords", "disputed")
		}
		if m.From == m.To {
			t.set("date", day(m.From))
		} else {
			t.set("startDate", day(m.From))
			t.set("endDate", day(m.To))
		}
		t.set("location", strings.Trim(m.Place.City+", "+m.Place.Country, ", "))
		seen := map[string]bool{}
		for _, r := range m.Reports {
			s := sources[r]
			for property, value := range map[string]string{"sourceUrl": s.url, "publisher": s.paper, "summary": quotes[r]} {
				if !seen[property+value] {
					seen[property+value] = true
					t.set(property, value)
				}
			}
		}
		return write(t)
	})
	if err != nil {
		return err
	}
	return g.Edges(func(e *graph.Edge) error {
		t := one("edge", string(e.Kind)+" "+graph.PairID(e.A, e.B), "UnknownLink")
		t.set("subject", ftmID("entity", e.A))
		t.set("object", ftmID("entity", e.B))
		t.set("role", strings.ToLower(strings.ReplaceAll(string(e.Kind), "_", " ")))
		t.set("startDate", day(e.First))
		t.set("endDate", day(e.Last))
		return write(t)
	})
}

func ftmSchema(e *graph.Entity) string {
	switch {
	case e.Type == gazetteer.Person:
		return "Person"
	case e.Type == gazetteer.City:
		return "Address"
	case e.Type == gazetteer.Country, e.Kind == "government body":
		return "PublicBody"
	case e.Kind == "company":
		return "Company"
	}
	return "Organization"
}
