package export

import (
	"strings"

	"whomet/gazetteer"
	"whomet/graph"
)

// column is a property of nodes or relationships of one kind. Its type is that
// of neo4j-admin: "" is a string.
type column struct{ name, typ string }

// nodes are those of one kind. The first value of a row is the id.
type nodes struct {
	labels  []string // the first is the space in which ids are unique
	columns []column
	rows    func(yield func(values []any) error) error
}

// links are the relationships of one kind. A value may be a string, an int, a
// bool, a gazetteer.Day, an []int or a []string; what is empty is no property.
type links struct {
	kind     string
	from, to string // spaces of ids
	key      string // the column that tells two between the same nodes apart, or ""
	columns  []column
	rows     func(yield func(from, to string, values []any) error) error
}

const (
	inEntity   = "Entity"
	inDocument = "Document"
	inMeeting  = "Meeting"
)

var labelOf = map[gazetteer.Type]string{
	gazetteer.Person: "Person", gazetteer.Country: "Country", gazetteer.Organization: "Organization", gazetteer.City: "City",
}

// types in a fixed order.
var types = []gazetteer.Type{gazetteer.Person, gazetteer.Country, gazetteer.Organization, gazetteer.City}

// propertyGraph is the graph as Neo4j keeps it.
func (g *Graph) propertyGraph() ([]nodes, []links) {
	var n []nodes
	for _, t := range types {
		n = append(n, g.entityNodes(t))
	}
	n = append(n, g.documentNodes(), g.meetingNodes(), g.stampNode())
	l := []links{g.mentionLinks(), g.reportLinks(), g.tookPart(), g.heldIn()}
	for _, kind := range []graph.EdgeKind{graph.MetWith, graph.SpokeWith, graph.AttendedWith} {
		l = append(l, g.edgeLinks(kind))
	}
	return n, append(l, g.coMentionLinks(), g.offices(), g.countries("IN_COUNTRY", gazetteer.City), g.countries("PART_OF", gazetteer.Organization))
}

func (g *Graph) entityNodes(t gazetteer.Type) nodes {
	return nodes{
		labels:  []string{inEntity, labelOf[t]},
		columns: []column{{"id", ""}, {"name", ""}, {"name_ar", ""}, {"listed", "boolean"}, {"iso", ""}, {"kind", ""}},
		rows: func(yield func([]any) error) error {
			return g.Entities(func(e *graph.Entity) error {
				if e.Type != t {
					return nil
				}
				return yield([]any{e.ID, e.Name, e.NameAr, e.Listed, e.ISO, e.Kind})
			})
		},
	}
}

func (g *Graph) documentNodes() nodes {
	return nodes{
		labels:  []string{inDocument},
		columns: []column{{"id", ""}, {"url", ""}, {"source", ""}, {"title", ""}, {"published", "date"}, {"language", ""}, {"text_hash", ""}},
		rows: func(yield func([]any) error) error {
			return g.Documents(func(p *graph.Projection, _ graph.Stamp) error {
				return yield([]any{p.ID, p.URL, p.Source, p.Title, p.Published, p.Language, p.TextHash})
			})
		},
	}
}

func (g *Graph) meetingNodes() nodes {
	return nodes{
		labels: []string{inMeeting},
		columns: []column{
			{"id", ""}, {"status", ""}, {"mode", ""}, {"from", "date"}, {"to", "date"},
			{"reports", "long"}, {"documents", "long"}, {"sources", "long"}, {"origins", "long"}, {"disputed", "boolean"},
		},
		rows: func(yield func([]any) error) error {
			return g.Meetings(func(m *graph.Meeting) error {
				return yield([]any{m.ID, string(m.Status), string(m.Mode), m.From, m.To, len(m.Reports), m.Documents, m.Sources, m.Origins, m.Disputed})
			})
		},
	}
}

func (g *Graph) stampNode() nodes {
	return nodes{
		labels:  []string{"Whomet"},
		columns: []column{{"id", ""}, {"schema", ""}, {"gazetteer", ""}, {"pipeline", ""}},
		rows: func(yield func([]any) error) error {
			return yield([]any{"export", Schema, g.Stamp.Gazetteer, g.Stamp.Pipeline})
		},
	}
}

func (g *Graph) mentionLinks() links {
	return links{
		kind: "MENTIONS", from: inDocument, to: inEntity,
		columns: []column{{"n", "long"}, {"starts", "long[]"}, {"ends", "long[]"}, {"sentences", "long[]"}},
		rows: func(yield func(from, to string, values []any) error) error {
			return g.Documents(func(p *graph.Projection, _ graph.Stamp) error {
				var ids []string // in the order of the text
				of := map[string]*[3][]int{}
				for _, m := range p.Mentions {
					if of[m.Entity] == nil {
						of[m.Entity] = &[3][]int{}
						ids = append(ids, m.Entity)
					}
					for i, n := range []int{m.Start, m.End, m.Sentence} {
						of[m.Entity][i] = append(of[m.Entity][i], n)
					}
				}
				for _, id := range ids {
					o := of[id]
					if err := yield(p.ID, id, []any{len(o[0]), o[0], o[1], o[2]}); err != nil {
						return err
					}
				}
				return nil
			})
		},
	}
}

func (g *Graph) reportLinks() links {
	return links{
		kind: "REPORTS", from: inDocument, to: inMeeting, key: "id",
		columns: []column{
			{"id", ""}, {"status", ""}, {"mode", ""}, {"from", "date"}, {"to", "date"}, {"date_told", "boolean"}, {"date_words", ""},
			{"place", ""}, {"city", ""}, {"country", ""}, {"claimed_by", ""}, {"claimed_by_name", ""},
			{"participants", "string[]"}, {"principals", "string[]"}, {"quote", ""}, {"start", "long"}, {"end", "long"}, {"rule", ""},
		},
		rows: func(yield func(from, to string, values []any) error) error {
			meeting, err := g.meetingOf()
			if err != nil {
				return err
			}
			return g.Documents(func(p *graph.Projection, _ graph.Stamp) error {
				for i := range p.Reports {
					r := &p.Reports[i]
					err := yield(p.ID, meeting[r.ID], []any{
						r.ID, string(r.Status), string(r.Mode), r.From, r.To, r.DateTold, r.DateWords,
						r.Place.Entity, r.Place.City, r.Place.Country, r.ClaimedBy, r.ClaimedByName,
						r.Participants, r.Principals[:], r.Quote, r.Start, r.End, r.Rule,
					})
					if err != nil {
						return err
					}
				}
				return nil
			})
		},
	}
}

func (g *Graph) tookPart() links {
	return links{
		kind: "TOOK_PART", from: inEntity, to: inMeeting,
		rows: func(yield func(from, to string, values []any) error) error {
			return g.Meetings(func(m *graph.Meeting) error {
				for _, id := range m.Participants {
					if err := yield(id, m.ID, nil); err != nil {
						return err
					}
				}
				return nil
			})
		},
	}
}

func (g *Graph) heldIn() links {
	return links{
		kind: "IN", from: inMeeting, to: inEntity,
		rows: func(yield func(from, to string, values []any) error) error {
			return g.Meetings(func(m *graph.Meeting) error {
				if m.Place.Entity == "" {
					return nil
				}
				return yield(m.ID, m.Place.Entity, nil)
			})
		},
	}
}

func (g *Graph) edgeLinks(kind graph.EdgeKind) links {
	return links{
		kind: string(kind), from: inEntity, to: inEntity, key: "pair_id",
		columns: []column{{"pair_id", ""}, {"meetings", "long"}, {"documents", "long"}, {"first", "date"}, {"last", "date"}},
		rows: func(yield func(from, to string, values []any) error) error {
			return g.Edges(func(e *graph.Edge) error {
				if e.Kind != kind {
					return nil
				}
				return yield(e.A, e.B, []any{graph.PairID(e.A, e.B), e.Meetings, e.Documents, e.First, e.Last})
			})
		},
	}
}

func (g *Graph) coMentionLinks() links {
	return links{
		kind: "CO_MENTIONED", from: inEntity, to: inEntity, key: "pair_id",
		columns: []column{{"pair_id", ""}, {"sentences", "long"}, {"documents", "long"}, {"first", "date"}, {"last", "date"}},
		rows: func(yield func(from, to string, values []any) error) error {
			return g.CoMentions(func(c *graph.CoMention) error {
				return yield(c.A, c.B, []any{graph.PairID(c.A, c.B), c.Sentences, c.Documents, c.First, c.Last})
			})
		},
	}
}

// offices are those of the people in the graph, of countries and bodies in it. A
// term that is known to the year lasts all the days it may have.
func (g *Graph) offices() links {
	return links{
		kind: "HELD_OFFICE", from: inEntity, to: inEntity, key: "term",
		columns: []column{{"term", ""}, {"role", ""}, {"scope", ""}, {"from", "date"}, {"to", "date"}, {"acting", "boolean"}},
		rows: func(yield func(from, to string, values []any) error) error {
			in, err := g.entities()
			if err != nil {
				return err
			}
			seen := map[string]bool{}
			for _, o := range g.Gazetteer.Offices {
				term := strings.Join([]string{o.Role, o.Scope, o.From.String(), o.To.String()}, " ")
				id := o.Person + "\x00" + o.Of + "\x00" + term
				if in[o.Person].ID == "" || in[o.Of].ID == "" || seen[id] {
					continue
				}
				seen[id] = true
				if err := yield(o.Person, o.Of, []any{term, o.Role, o.Scope, o.From.First, o.To.Last, o.Acting}); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// countries are those in the graph of the entities of a type.
func (g *Graph) countries(kind string, t gazetteer.Type) links {
	return links{
		kind: kind, from: inEntity, to: inEntity,
		rows: func(yield func(from, to string, values []any) error) error {
			in, err := g.entities()
			if err != nil {
				return err
			}
			return g.Entities(func(e *graph.Entity) error {
				listed, ok := g.Gazetteer.Entity(e.ID)
				if !ok || e.Type != t || in[listed.Country].ID == "" {
					return nil
				}
				return yield(e.ID, listed.Country, nil)
			})
		},
	}
}
