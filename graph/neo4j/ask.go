package neo4j

import (
	"context"
	"slices"

	"whomet/gazetteer"
	"whomet/graph"
	"whomet/ner"
)

// Ask answers a question.
func (s *Store) Ask(ctx context.Context, q graph.Question) (*graph.Answer, error) {
	if err := q.Check(); err != nil {
		return nil, err
	}
	var answer *graph.Answer
	err := s.readTx(ctx, "ask", func(t *tx) error {
		a := &asking{Store: s, tx: t, q: q, answer: &graph.Answer{Question: q}}
		answer = a.answer
		if err := a.coverage(); err != nil {
			return err
		}
		return map[graph.QuestionKind]func() error{
			graph.Met: a.met, graph.Meetings: a.meetings, graph.Timeline: a.meetings, graph.Near: a.near,
			graph.Together: a.together, graph.Who: a.who, graph.Path: a.path,
		}[q.Kind]()
	})
	if err != nil {
		return nil, err
	}
	return answer, nil
}

// asking is one question being answered.
type asking struct {
	*Store
	*tx
	q      graph.Question
	answer *graph.Answer
}

// rows runs the statement of the question and calls f for every row of its answer.
// Without any there is one row of nulls, which carries the totals.
func (a *asking) rows(st Statement, column string, f func(row) error) error {
	return a.each(st.Name, st.Params, func(r row) error {
		a.answer.Total, a.answer.Undated = r.number("total"), r.number("undated")
		if r.value(column) == nil {
			return nil
		}
		return f(r)
	})
}

func (a *asking) coverage() error {
	c := &a.answer.Coverage
	return a.each("ask/coverage", nil, func(r row) error {
		c.Documents, c.Sources = r.number("documents"), r.number("sources")
		c.First, c.Last = isoOf(r.value("first")), isoOf(r.value("last"))
		return nil
	})
}

func (a *asking) met() error {
	rows := graph.Counterparts{}
	err := a.rows(statementOf(a.q), "entity", func(r row) error {
		rows = append(rows, graph.Counterpart{
			EntityRef: refOf(r.AsMap()), Meetings: r.number("meetings"), Documents: r.number("documents"), Sources: r.number("sources"),
			First: isoOf(r.value("first")), Last: isoOf(r.value("last")),
		})
		return nil
	})
	a.answer.Rows = rows
	return err
}

func (a *asking) near() error {
	rows := graph.Neighbours{}
	err := a.rows(statementOf(a.q), "entity", func(r row) error {
		rows = append(rows, graph.Neighbour{
			EntityRef: refOf(r.AsMap()), Sentences: r.number("sentences"), Documents: r.number("documents"),
			First: isoOf(r.value("first")), Last: isoOf(r.value("last")),
		})
		return nil
	})
	a.answer.Rows = rows
	return err
}

func (a *asking) together() error {
	rows := graph.Sentences{}
	err := a.rows(statementOf(a.q), "document", func(r row) error {
		rows = append(rows, graph.Quote{
			Document: r.text("document"), Source: r.text("source"), URL: r.text("url"), Published: isoOf(r.value("published")),
			Quote: r.text("quote"), Start: r.number("start"), End: r.number("end"),
		})
		return nil
	})
	a.answer.Rows = rows
	return err
}

func (a *asking) meetings() error {
	rows, err := a.meetingRows(statementOf(a.q))
	a.answer.Rows = rows
	return err
}

func (a *asking) meetingRows(st Statement) (graph.MeetingRows, error) {
	rows := graph.MeetingRows{}
	err := a.rows(st, "meeting", func(r row) error {
		rows = append(rows, meetingRow(r))
		return nil
	})
	return rows, err
}

func meetingRow(r row) graph.MeetingRow {
	disputed, _ := r.value("disputed").(bool)
	m := graph.MeetingRow{
		Meeting: r.text("meeting"), Status: ner.Status(r.text("status")), Disputed: disputed, Mode: ner.Mode(r.text("mode")),
		Date: datesOf(r.value("from"), r.value("to")), Documents: r.number("documents"), Sources: r.number("sources"), Origins: r.number("origins"),
		Participants: []graph.EntityRef{}, Reports: []graph.ReportRow{},
	}
	if p := (ner.Place{Entity: optional(r.value("place")), City: optional(r.value("city")), Country: optional(r.value("country"))}); p != (ner.Place{}) {
		m.Place = &p
	}
	for _, p := range r.list("participants") {
		m.Participants = append(m.Participants, refOf(p.(map[string]any)))
	}
	for _, v := range r.list("reports") {
		p := v.(map[string]any)
		report := graph.ReportRow{
			Document: textOf(p["document"]), Source: textOf(p["source"]), URL: textOf(p["url"]), Title: textOf(p["title"]),
			Published: isoOf(p["published"]), Status: ner.Status(textOf(p["status"])), Mode: ner.Mode(textOf(p["mode"])),
			Date: datesOf(p["from"], p["to"]), Quote: textOf(p["quote"]), Start: numberOf(p["start"]), End: numberOf(p["end"]),
		}
		if by, name := optional(p["claimed_by"]), textOf(p["claimed_by_name"]); by != nil || name != "" {
			report.ClaimedBy = &ner.Claimant{Entity: by, Name: name}
		}
		m.Reports = append(m.Reports, report)
	}
	return m
}

// path goes from ring to ring until both ends meet.
func (a *asking) path() error {
	st := statementOf(a.q)
	chain, err := graph.ShortestPath(a.q.Who[0], a.q.Who[1], func(ids []string) (map[string][]string, error) {
		met := map[string][]string{}
		st.Params["ring"] = ids
		err := a.each(st.Name, st.Params, func(r row) error {
			met[r.text("id")] = append(met[r.text("id")], r.text("other"))
			return nil
		})
		return met, err
	})
	if err != nil {
		return err
	}
	steps := graph.Steps{}
	for i := 1; i < len(chain); i++ {
		between := a.q
		between.Kind, between.Who, between.Limit = graph.Meetings, [][]string{{chain[i-1]}, {chain[i]}}, 1
		rows, err := a.meetingRows(statementOf(between))
		if err != nil {
			return err
		}
		step := graph.Step{Meeting: rows[0]}
		for _, p := range rows[0].Participants {
			switch p.Entity {
			case chain[i-1]:
				step.From = p
			case chain[i]:
				step.To = p
			}
		}
		steps = append(steps, step)
	}
	a.answer.Rows, a.answer.Total, a.answer.Undated = steps, len(steps), 0
	return a.each("ask/undated", st.Params, func(r row) error {
		a.answer.Undated = r.number("undated")
		return nil
	})
}

func (a *asking) who() error {
	found := map[string]row{}
	st := statementOf(a.q)
	err := a.each(st.Name, st.Params, func(r row) error {
		found[r.text("entity")] = r
		return nil
	})
	if err != nil {
		return err
	}
	rows := graph.Entities{}
	for _, id := range unique(a.q.Who[0]) {
		e := graph.EntityRowOf(a.gazetteer, id)
		r, there := found[id]
		if known := there && r.value("known") == true; e == nil && !known {
			continue
		}
		if e == nil {
			e = &graph.EntityRow{EntityRef: refOf(r.AsMap()), ISO: r.text("iso"), Kind: r.text("kind"), Names: []string{}, Offices: []graph.OfficeRow{}, Ambiguous: []graph.Ambiguity{}}
		}
		if there {
			e.Mentions, e.Documents, e.Meetings = r.number("mentions"), r.number("documents"), r.number("meetings")
			e.First, e.Last = isoOf(r.value("first")), isoOf(r.value("last"))
			for _, v := range r.list("ambiguous") {
				p := v.(map[string]any)
				e.Ambiguous = append(e.Ambiguous, graph.Ambiguity{Text: textOf(p["text"]), Mentions: numberOf(p["mentions"])})
			}
		}
		rows = append(rows, *e)
	}
	a.answer.Total = len(rows)
	if a.q.Limit > 0 && len(rows) > a.q.Limit {
		rows = rows[:a.q.Limit]
	}
	a.answer.Rows = rows
	return nil
}

// Unlisted finds entities by the beginning of their id: those that are id, or id
// and a title (@) or a document (#) behind it, sorted by id. It is how graph/ask
// finds people whom no gazetteer lists.
func (s *Store) Unlisted(ctx context.Context, id string) ([]graph.EntityRef, error) {
	found := []graph.EntityRef{}
	err := s.readTx(ctx, "look up a name", func(t *tx) error {
		found = found[:0]
		return t.each("ask/unlisted", params{"id": id}, func(r row) error {
			found = append(found, refOf(r.AsMap()))
			return nil
		})
	})
	return found, err
}

func refOf(p map[string]any) graph.EntityRef {
	return graph.EntityRef{Entity: textOf(p["entity"]), Type: gazetteer.Type(textOf(p["type"])), Name: textOf(p["name"]), NameAr: textOf(p["name_ar"])}
}

// optional is text, or nil where there is none.
func optional(v any) *string {
	s, ok := v.(string)
	if !ok {
		return nil
	}
	return &s
}

// isoOf is a day as text, or nil.
func isoOf(v any) *string { return graph.DayText(dayOf(v)) }

// datesOf is how a meeting or report tells its days in an answer.
func datesOf(from, to any) *string {
	first, last := isoOf(from), isoOf(to)
	if first == nil || last == nil || *first == *last {
		return first
	}
	s := *first + "/" + *last
	return &s
}

// Statement is Cypher with its parameters.
type Statement struct {
	Name   string // of its file in cypher/, without the ending
	Text   string // with the comment that says what it is for
	Params map[string]any
}

// statementOf is the statement that answers a question.
func statementOf(q graph.Question) Statement {
	names := q.Who
	if names == nil {
		names = [][]string{}
	}
	p := params{"from": date(q.From), "to": date(q.To), "country": q.Country, "limit": q.Limit}
	meetings := func() {
		p["status"], p["mode"], p["in"] = anyOf(q.Status), anyOf(q.Mode), q.In
	}
	name := ""
	switch q.Kind {
	case graph.Met:
		name = "ask/met"
		p["who"] = q.Who[0]
		meetings()
	case graph.Meetings, graph.Timeline:
		name = map[bool]string{true: "ask/meetings", false: "ask/meetings_of"}[len(names) == 0]
		if q.Kind == graph.Timeline {
			name = "ask/timeline"
		}
		p["names"] = names
		meetings()
	case graph.Path:
		name = "ask/circle"
		p["ring"], p["ends"] = q.Who[1], q.Who[0]
		meetings()
		delete(p, "country")
		delete(p, "limit")
	case graph.Near:
		name = "ask/near"
		who := linked(q.Who[0])
		if len(who) == 1 && q.From == 0 && q.To == 0 && q.Country == "" {
			name = "ask/near_edges"
			p = params{"limit": q.Limit}
		}
		p["who"] = who
	case graph.Together:
		name = "ask/together"
		p["who"], p["with"] = linked(q.Who[0]), linked(q.Who[1])
		delete(p, "country")
	case graph.Who:
		name = "ask/who"
		p = params{"who": unique(q.Who[0])}
	}
	return Statement{Name: name, Text: statement(name), Params: p}
}

func anyOf(s string) string {
	if s == "" {
		return graph.Any
	}
	return s
}

// linked is ids without those whom no gazetteer lists: they are nobody's
// neighbours.
func linked(ids []string) []string {
	return unique(slices.DeleteFunc(slices.Clone(ids), unlistedID))
}
