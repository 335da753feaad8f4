package render

import (
	"bufio"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"whomet/graph"
)

// timeline writes a line a meeting, with those that who met in it.
func (t Terminal) timeline(rows graph.MeetingRows, who []string) error {
	table := Table{Columns: []Column{
		{Title: "date"}, {Title: "status"}, {Title: "mode"}, {Title: "reports", Right: true}, {Title: "place"}, {Title: "with"},
	}}
	for _, m := range rows {
		status := string(m.Status)
		if m.Disputed {
			status += ", disputed"
		}
		var with []string
		for _, p := range m.Participants {
			if !slices.Contains(who, p.Entity) {
				with = append(with, p.Name)
			}
		}
		table.Rows = append(table.Rows, []string{
			or(m.Date, "no date"), status, words(string(m.Mode)), strconv.Itoa(len(m.Reports)), t.place(m.Place), strings.Join(with, ", "),
		})
	}
	return t.Write(table)
}

// step writes who met whom, and the meeting.
func (t Terminal) step(out *bufio.Writer, s *graph.Step) {
	fmt.Fprintf(out, "%s → %s\n", t.paint(bold, t.Name(s.From.Name)), t.paint(bold, t.Name(s.To.Name)))
	t.meeting(out, &s.Meeting)
}
