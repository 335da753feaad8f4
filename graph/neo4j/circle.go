package neo4j

import (
	"whomet/graph"
	"whomet/ner"
)

// told is a report with the meeting it is stored under.
type told struct {
	graph.Report
	meeting string // "" for one that is not in the graph yet
}

// Tells is what the report says.
func (r *told) Tells() *graph.Report { return &r.Report }

// Under is the id of its meeting.
func (r *told) Under() string { return r.meeting }

// circle is the seeds and all that is connected with them.
func (b *batch) circle(seeds []*told) ([]*told, error) {
	return graph.Circle(seeds, func(near []graph.Nearby) ([]*told, error) {
		return b.reports("store/reports_nearby", params{"rows": apply(near, func(n graph.Nearby) params {
			// The server keeps the days of meetings, not of reports, so that Last is
			// nothing to it.
			return params{"a": n.A, "b": n.B, "mode": string(n.Mode), "from": date(n.From), "to": date(n.To)}
		})})
	})
}

// load reads all reports of meetings.
func (b *batch) load(meetings []string) ([]*told, error) {
	if len(meetings) == 0 {
		return nil, nil
	}
	return b.reports("store/reports_of", params{"ids": unique(meetings)})
}

// reports runs one of the statements that return them.
func (b *batch) reports(name string, p params) (out []*told, err error) {
	err = b.each(name, p, func(r row) error {
		out = append(out, reportOf(r))
		return nil
	})
	return out, err
}

// reportOf reads a row of such a statement.
func reportOf(r row) *told {
	p, _ := r.value("report").(map[string]any)
	t := &told{Report: reportFrom(p), meeting: r.text("meeting")}
	t.Document, t.Source, t.Published = r.text("document"), r.text("source"), dayOf(r.value("published"))
	return t
}

// reportFrom is reportParams backwards.
func reportFrom(p map[string]any) graph.Report {
	r := graph.Report{
		ID: textOf(p["id"]), Participants: textsOf(p["participants"]), Status: ner.Status(textOf(p["status"])), Mode: ner.Mode(textOf(p["mode"])),
		From: dayOf(p["from"]), To: dayOf(p["to"]), DateWords: textOf(p["date_words"]),
		Place:     graph.Place{Entity: textOf(p["place"]), City: textOf(p["city"]), Country: textOf(p["country"])},
		ClaimedBy: textOf(p["claimed_by"]), ClaimedByName: textOf(p["claimed_by_name"]),
		Quote: textOf(p["quote"]), Start: numberOf(p["start"]), End: numberOf(p["end"]), Rule: textOf(p["rule"]),
	}
	r.DateTold, _ = p["date_told"].(bool)
	copy(r.Principals[:], textsOf(p["principals"]))
	return r
}

// reportParams is what a REPORTS relationship says. What is not told is left out.
func reportParams(r *graph.Report) params {
	return params{
		"id": r.ID, "participants": r.Participants, "principals": r.Principals[:], "status": string(r.Status), "mode": string(r.Mode),
		"from": date(r.From), "to": date(r.To), "date_told": r.DateTold, "date_words": some(valid(r.DateWords)),
		"place": some(r.Place.Entity), "city": some(r.Place.City), "country": some(r.Place.Country),
		"claimed_by": some(r.ClaimedBy), "claimed_by_name": some(valid(r.ClaimedByName)),
		"quote": valid(r.Quote), "start": r.Start, "end": r.End, "rule": r.Rule,
	}
}
