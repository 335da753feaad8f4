package cli

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"whomet/cmd/whomet/internal/cli/render"
	"whomet/graph"
	"whomet/ner"
)

func (a *app) diffCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "diff A B",
		GroupID: "keep",
		Short:   "What differs between two stores",
		Long: `Show which documents, meetings and edges store B has and A has not, which it lacks, and
which it has otherwise. A meeting that gained or lost a report is shown as changed. Status 1
when the two differ.`,
		Example: `  whomet diff yesterday.db whomet.db
  whomet diff a.db b.db --json`,
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error { return a.diff(cmd.Context(), args, asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object (schema "+diffSchema+")")
	addSettings(cmd.Flags(), "password_file", "insecure", "data")
	return cmd
}

func (a *app) diff(ctx context.Context, stores []string, asJSON bool) error {
	g, err := a.gazetteer()
	if err != nil {
		return err
	}
	var readers [2]graph.Reader
	names := map[string]graph.EntityRef{}
	for i, store := range stores {
		one := *a
		one.cfg.Store = store
		_, r, end, err := one.snapshot(ctx, g)
		if err != nil {
			return err
		}
		defer end()
		err = r.Entities(func(e *graph.Entity) error {
			names[e.ID] = graph.EntityRef{Entity: e.ID, Type: e.Type, Name: e.Name, NameAr: e.NameAr}
			return nil
		})
		if err != nil {
			return a.cannotRead(ctx, err)
		}
		readers[i] = r
	}
	d, err := graph.Diff(readers[0], readers[1])
	if err != nil {
		return a.cannotRead(ctx, err)
	}
	out := newDifference(d, names)
	if asJSON {
		err = a.writeJSON(out)
	} else {
		err = a.differences(out)
	}
	if err != nil || len(out.Documents)+len(out.Meetings)+len(out.Edges) == 0 {
		return err
	}
	return said(statusPartly)
}

// differences writes a line a change, - what it was and + what it is.
func (a *app) differences(d difference) error {
	var b strings.Builder
	for _, c := range d.Documents {
		fmt.Fprintf(&b, "%s document %s\n", sign(c.Change), render.Clean(c.Document))
	}
	for _, c := range d.Meetings {
		c.write(&b)
	}
	for _, c := range d.Edges {
		for i, e := range []*edgeBrief{c.Before, c.After} {
			if e != nil {
				fmt.Fprintf(&b, "%s %s %s (%s) with %s (%s): %s, %s\n", "-+"[i:i+1], e.Kind,
					render.Clean(e.A.Name), render.Clean(e.A.Entity), render.Clean(e.B.Name), render.Clean(e.B.Entity), plural(e.Meetings, "meeting"), plural(e.Documents, "document"))
			}
		}
	}
	if _, err := a.stdout.Write([]byte(b.String())); err != nil {
		return err
	}
	a.say("%s, %s, %s differ", plural(len(d.Documents), "document"), plural(len(d.Meetings), "meeting"), plural(len(d.Edges), "edge"))
	return nil
}

func sign(what graph.Alteration) string {
	return map[graph.Alteration]string{graph.Gained: "+", graph.Lost: "-", graph.Changed: "~"}[what]
}

const diffSchema = "whomet.diff/1"

// difference is the JSON form of graph.Difference.
type difference struct {
	Schema    string           `json:"schema"`
	Documents []documentChange `json:"documents"`
	Meetings  []meetingChange  `json:"meetings"`
	Edges     []edgeChange     `json:"edges"`
}

type documentChange struct {
	Change   graph.Alteration `json:"change"`
	Document string           `json:"document"`
}

type meetingChange struct {
	Change graph.Alteration `json:"change"`
	Before *meetingBrief    `json:"before"`
	After  *meetingBrief    `json:"after"`
}

type edgeChange struct {
	Change graph.Alteration `json:"change"`
	Before *edgeBrief       `json:"before"`
	After  *edgeBrief       `json:"after"`
}

// meetingBrief is a meeting without its reports.
type meetingBrief struct {
	Meeting      string            `json:"meeting"`
	Status       ner.Status        `json:"status"`
	Disputed     bool              `json:"disputed"`
	Mode         ner.Mode          `json:"mode"`
	Date         *string           `json:"date"`
	City         string            `json:"city"`
	Country      string            `json:"country"`
	Participants []graph.EntityRef `json:"participants"`
	Documents    []string          `json:"documents"`
}

type edgeBrief struct {
	Kind      graph.EdgeKind  `json:"kind"`
	A         graph.EntityRef `json:"a"`
	B         graph.EntityRef `json:"b"`
	Meetings  int             `json:"meetings"`
	Documents int             `json:"documents"`
	First     *string         `json:"first"`
	Last      *string         `json:"last"`
}

func newDifference(d *graph.Difference, names map[string]graph.EntityRef) difference {
	out := difference{Schema: diffSchema, Documents: []documentChange{}, Meetings: []meetingChange{}, Edges: []edgeChange{}}
	for _, c := range d.Documents {
		out.Documents = append(out.Documents, documentChange{c.What, c.ID})
	}
	for _, c := range d.Meetings {
		out.Meetings = append(out.Meetings, meetingChange{c.What, briefMeeting(c.Before, names), briefMeeting(c.After, names)})
	}
	for _, c := range d.Edges {
		out.Edges = append(out.Edges, edgeChange{c.What, briefEdge(c.Before, names), briefEdge(c.After, names)})
	}
	return out
}

func briefMeeting(o *graph.Occasion, names map[string]graph.EntityRef) *meetingBrief {
	if o == nil {
		return nil
	}
	m := &meetingBrief{
		Meeting: o.ID, Status: o.Status, Disputed: o.Disputed, Mode: o.Mode, Date: o.Date(),
		City: o.Place.City, Country: o.Place.Country, Documents: o.In,
	}
	for _, id := range o.Participants {
		m.Participants = append(m.Participants, called(id, names))
	}
	return m
}

func briefEdge(e *graph.Edge, names map[string]graph.EntityRef) *edgeBrief {
	if e == nil {
		return nil
	}
	return &edgeBrief{e.Kind, called(e.A, names), called(e.B, names), e.Meetings, e.Documents, graph.DayText(e.First), graph.DayText(e.Last)}
}

func called(id string, names map[string]graph.EntityRef) graph.EntityRef {
	if n, ok := names[id]; ok {
		return n
	}
	return graph.EntityRef{Entity: id, Name: id}
}

// write writes a meeting as it was and as it is.
func (c *meetingChange) write(b *strings.Builder) {
	for i, m := range []*meetingBrief{c.Before, c.After} {
		if m == nil {
			continue
		}
		day := "no date"
		if m.Date != nil {
			day = *m.Date
		}
		var who []string
		for _, p := range m.Participants {
			who = append(who, render.Clean(p.Name))
		}
		status := string(m.Status)
		if m.Disputed {
			status += ", disputed"
		}
		place := cmp.Or(strings.Trim(m.City+", "+m.Country, ", "), "no place")
		fmt.Fprintf(b, "%s %s  %s  %s  %s  %s  %s  %s\n", "-+"[i:i+1], m.Meeting, status, strings.ReplaceAll(string(m.Mode), "_", " "), day,
			render.Clean(place), strings.Join(who, ", "), plural(len(m.Documents), "document"))
	}
}
