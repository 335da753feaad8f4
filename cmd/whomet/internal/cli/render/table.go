package render

import (
	"bufio"
	"strings"
)

// Column is one column of a table.
type Column struct {
	Title string
	Right bool // align to the right, as numbers are
}

// Table is rows of cells under columns. The last column is not padded, so
// right-to-left text belongs there.
type Table struct {
	Columns []Column
	Rows    [][]string
}

// gap stands between two columns.
const gap = "  "

// Write writes the table with its columns aligned by display width.
func (t Terminal) Write(table Table) error {
	widths := make([]int, len(table.Columns))
	for i, c := range table.Columns {
		widths[i] = width(c.Title)
		for _, row := range table.Rows {
			widths[i] = max(widths[i], width(Clean(row[i])))
		}
	}
	out := bufio.NewWriter(t.Out)
	line := func(color string, cells func(i int) string) {
		var b strings.Builder
		for i, c := range table.Columns {
			cell := Clean(cells(i))
			pad := strings.Repeat(" ", widths[i]-width(cell))
			cell = t.paint(color, t.Name(cell))
			if i > 0 {
				b.WriteString(gap)
			}
			switch {
			case c.Right:
				b.WriteString(pad + cell)
			case i == len(table.Columns)-1:
				b.WriteString(cell)
			default:
				b.WriteString(cell + pad)
			}
		}
		out.WriteString(strings.TrimRight(b.String(), " ") + "\n")
	}
	line(bold, func(i int) string { return table.Columns[i].Title })
	for _, row := range table.Rows {
		line("", func(i int) string { return row[i] })
	}
	return out.Flush()
}
