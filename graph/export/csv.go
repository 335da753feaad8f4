package export

import (
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"whomet/gazetteer"
	"whomet/graph"
)

// cell is a value in a table: ISO days, lists divided by ";".
func cell(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case bool:
		return strconv.FormatBool(v)
	case gazetteer.Day:
		return day(v)
	case []int:
		parts := make([]string, len(v))
		for i, n := range v {
			parts[i] = strconv.Itoa(n)
		}
		return strings.Join(parts, ";")
	case []string:
		return strings.Join(v, ";")
	}
	panic(fmt.Sprintf("no cell for %T", v)) // the tables are ours
}

func cells(values []any) []string {
	row := make([]string, len(values))
	for i, v := range values {
		row[i] = cell(v)
	}
	return row
}

// table writes one CSV file with its header.
func (d *folder) table(name string, header []string, rows func(yield func(...any) error) error) error {
	return d.file(name+".csv", func(o *out) error {
		w := csv.NewWriter(o)
		if err := w.Write(header); err != nil {
			return err
		}
		err := rows(func(values ...any) error { return w.Write(cells(values)) })
		if err != nil {
			return err
		}
		w.Flush()
		return w.Error()
	})
}

// csvTables are the tables of the graph, offsets in bytes of the text.
func csvTables(g *Graph, d *folder) error {
	meeting, err := g.meetingOf()
	if err != nil {
		return err
	}
	for _, t := range []struct {
		name, header string
		rows         func(yield func(...any) error) error
	}{
		{"entities", "id type name name_ar listed iso kind country", func(yield func(...any) error) error {
			return g.Entities(func(e *graph.Entity) error {
				return yield(e.ID, string(e.Type), e.Name, e.NameAr, e.Listed, e.ISO, e.Kind, e.Country)
			})
		}},
		{"documents", "id url source title published language text_hash text", func(yield func(...any) error) error {
			return g.Documents(func(p *graph.Projection, _ graph.Stamp) error {
				return yield(p.ID, p.URL, p.Source, p.Title, p.Published, p.Language, p.TextHash, p.Text)
			})
		}},
		{"mentions", "document start end entity sentence", func(yield func(...any) error) error {
			return g.Documents(func(p *graph.Projection, _ graph.Stamp) error {
				for _, m := range p.Mentions {
					if err := yield(p.ID, m.Start, m.End, m.Entity, m.Sentence); err != nil {
						return err
					}
				}
				return nil
			})
		}},
		{"reports", "id document meeting status mode from to date_told date_words place city country claimed_by claimed_by_name participants principals quote start end rule", func(yield func(...any) error) error {
			return g.Documents(func(p *graph.Projection, _ graph.Stamp) error {
				for i := range p.Reports {
					r := &p.Reports[i]
					err := yield(r.ID, p.ID, meeting[r.ID], string(r.Status), string(r.Mode), r.From, r.To, r.DateTold, r.DateWords,
						r.Place.Entity, r.Place.City, r.Place.Country, r.ClaimedBy, r.ClaimedByName,
						r.Participants, r.Principals[:], r.Quote, r.Start, r.End, r.Rule)
					if err != nil {
						return err
					}
				}
				return nil
			})
		}},
		{"meetings", "id status disputed mode from to place city country reports documents sources origins", func(yield func(...any) error) error {
			return g.Meetings(func(m *graph.Meeting) error {
				return yield(m.ID, string(m.Status), m.Disputed, string(m.Mode), m.From, m.To, m.Place.Entity, m.Place.City, m.Place.Country,
					len(m.Reports), m.Documents, m.Sources, m.Origins)
			})
		}},
		{"participants", "meeting entity", func(yield func(...any) error) error {
			return g.Meetings(func(m *graph.Meeting) error {
				for _, id := range m.Participants {
					if err := yield(m.ID, id); err != nil {
						return err
					}
				}
				return nil
			})
		}},
		{"edges", "kind a b meetings documents first last", func(yield func(...any) error) error {
			return g.Edges(func(e *graph.Edge) error {
				return yield(string(e.Kind), e.A, e.B, e.Meetings, e.Documents, e.First, e.Last)
			})
		}},
		{"co_mentions", "a b sentences documents first last", func(yield func(...any) error) error {
			return g.CoMentions(func(c *graph.CoMention) error {
				return yield(c.A, c.B, c.Sentences, c.Documents, c.First, c.Last)
			})
		}},
	} {
		if err := d.table(t.name, strings.Fields(t.header), t.rows); err != nil {
			return err
		}
	}
	return nil
}
