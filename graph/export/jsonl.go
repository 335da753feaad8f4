package export

import (
	"whomet/gazetteer"
	"whomet/graph"
	"whomet/ner"
)

// Schema names the version of the lines of jsonl. The first line says it.
const Schema = "whomet.graph/1"

// The lines of jsonl. kind tells them apart; their order is stamp, entities,
// documents, meetings, edges, co-mentions, each by id.
type (
	stampLine struct {
		Schema    string `json:"schema"`
		Kind      string `json:"kind"`
		Gazetteer string `json:"gazetteer"`
		Pipeline  string `json:"pipeline"`
	}
	entityLine struct {
		Kind         string         `json:"kind"`
		ID           string         `json:"id"`
		Type         gazetteer.Type `json:"type"`
		Name         string         `json:"name"`
		NameAr       string         `json:"name_ar"`
		Listed       bool           `json:"listed"`
		ISO          string         `json:"iso"`
		Organization string         `json:"organization"` // what kind of body
		Country      string         `json:"country"`      // of a city, entity id
	}
	documentLine struct {
		Kind      string        `json:"kind"`
		ID        string        `json:"id"`
		URL       string        `json:"url"`
		Source    string        `json:"source"`
		Title     string        `json:"title"`
		Published *string       `json:"published"`
		Language  string        `json:"language"`
		TextHash  string        `json:"text_hash"`
		Text      string        `json:"text"`
		Mentions  []mentionPart `json:"mentions"`
		Open      []openPart    `json:"open"` // names that may mean several
		Reports   []reportPart  `json:"reports"`
	}
	mentionPart struct {
		Entity   string `json:"entity"`
		Start    int    `json:"start"` // bytes of text
		End      int    `json:"end"`
		Sentence int    `json:"sentence"`
	}
	openPart struct {
		Entity string `json:"entity"`
		Start  int    `json:"start"`
		Text   string `json:"text"`
	}
	reportPart struct {
		ID            string     `json:"id"`
		Meeting       string     `json:"meeting"`
		Status        ner.Status `json:"status"`
		Mode          ner.Mode   `json:"mode"`
		Date          *string    `json:"date"`
		DateTold      bool       `json:"date_told"`
		DateWords     string     `json:"date_words"`
		Place         string     `json:"place"`
		City          string     `json:"city"`
		Country       string     `json:"country"`
		ClaimedBy     string     `json:"claimed_by"`
		ClaimedByName string     `json:"claimed_by_name"`
		Participants  []string   `json:"participants"`
		Principals    [2]string  `json:"principals"`
		Quote         string     `json:"quote"`
		Start         int        `json:"start"`
		End           int        `json:"end"`
		Rule          string     `json:"rule"`
	}
	meetingLine struct {
		Kind         string     `json:"kind"`
		ID           string     `json:"id"`
		Status       ner.Status `json:"status"`
		Disputed     bool       `json:"disputed"`
		Mode         ner.Mode   `json:"mode"`
		Date         *string    `json:"date"`
		Place        string     `json:"place"`
		City         string     `json:"city"`
		Country      string     `json:"country"`
		Participants []string   `json:"participants"`
		Reports      []string   `json:"reports"`
		Documents    int        `json:"documents"`
		Sources      int        `json:"sources"`
		Origins      int        `json:"origins"`
	}
	edgeLine struct {
		Kind      string         `json:"kind"`
		Edge      graph.EdgeKind `json:"edge"`
		A         string         `json:"a"`
		B         string         `json:"b"`
		Meetings  int            `json:"meetings"`
		Documents int            `json:"documents"`
		First     *string        `json:"first"`
		Last      *string        `json:"last"`
	}
	coMentionLine struct {
		Kind      string  `json:"kind"`
		A         string  `json:"a"`
		B         string  `json:"b"`
		Sentences int     `json:"sentences"`
		Documents int     `json:"documents"`
		First     *string `json:"first"`
		Last      *string `json:"last"`
	}
)

func jsonl(g *Graph, o *out) error {
	if err := o.json(stampLine{Schema, "stamp", g.Stamp.Gazetteer, g.Stamp.Pipeline}); err != nil {
		return err
	}
	err := g.Entities(func(e *graph.Entity) error {
		return o.json(entityLine{"entity", e.ID, e.Type, e.Name, e.NameAr, e.Listed, e.ISO, e.Kind, e.Country})
	})
	if err != nil {
		return err
	}
	meeting, err := g.meetingOf()
	if err != nil {
		return err
	}
	err = g.Documents(func(p *graph.Projection, _ graph.Stamp) error {
		d := documentLine{
			Kind: "document", ID: p.ID, URL: p.URL, Source: p.Source, Title: p.Title, Published: graph.DayText(p.Published),
			Language: p.Language, TextHash: p.TextHash, Text: p.Text, Mentions: []mentionPart{}, Open: []openPart{}, Reports: []reportPart{},
		}
		for _, m := range p.Mentions {
			d.Mentions = append(d.Mentions, mentionPart{m.Entity, m.Start, m.End, m.Sentence})
		}
		for _, c := range p.Ambiguous {
			d.Open = append(d.Open, openPart{c.Entity, c.Start, c.Text})
		}
		for i := range p.Reports {
			r := &p.Reports[i]
			d.Reports = append(d.Reports, reportPart{
				r.ID, meeting[r.ID], r.Status, r.Mode, r.Date(), r.DateTold, r.DateWords, r.Place.Entity, r.Place.City, r.Place.Country,
				r.ClaimedBy, r.ClaimedByName, r.Participants, r.Principals, r.Quote, r.Start, r.End, r.Rule,
			})
		}
		return o.json(d)
	})
	if err != nil {
		return err
	}
	err = g.Meetings(func(m *graph.Meeting) error {
		return o.json(meetingLine{
			"meeting", m.ID, m.Status, m.Disputed, m.Mode, m.Date(), m.Place.Entity, m.Place.City, m.Place.Country,
			m.Participants, m.Reports, m.Documents, m.Sources, m.Origins,
		})
	})
	if err != nil {
		return err
	}
	err = g.Edges(func(e *graph.Edge) error {
		return o.json(edgeLine{"edge", e.Kind, e.A, e.B, e.Meetings, e.Documents, graph.DayText(e.First), graph.DayText(e.Last)})
	})
	if err != nil {
		return err
	}
	return g.CoMentions(func(c *graph.CoMention) error {
		return o.json(coMentionLine{"co_mention", c.A, c.B, c.Sentences, c.Documents, graph.DayText(c.First), graph.DayText(c.Last)})
	})
}
