package gazetteer

import (
	"bufio"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"
)

// Table is one tab-separated file of seeds/: a line that names the columns, then
// one fact a line. Empty lines and lines that begin with # are skipped; there is
// no quoting, so that grep, sort and cut see what the program sees.
type Table struct {
	File    string
	Columns []string // in the order of the file
	Rows    []Row    // rows that could be read, in the order of the file

	column     map[string]int
	head, tail []string // comments before the header and after the last row
}

// Row is one line of a Table.
type Row struct {
	Pos Pos

	table *Table
	line  string   // as written
	cells []string // as many as Table.Columns
	above []string // comments between the row before and this one
	at    []Pos    // where each cell stands, nil where all stand at Pos; see Layer
}

// Get returns the cell of that column as it is written, "" where the table has
// no such column.
func (r Row) Get(column string) string {
	i, ok := r.table.column[column]
	if !ok {
		return ""
	}
	return r.cells[i]
}

// posOf is where the cell of that column stands.
func (r Row) posOf(column string) Pos {
	if i, ok := r.table.column[column]; ok && r.at != nil {
		return r.at[i]
	}
	return r.Pos
}

// List splits the cell of that column at every "|"; an empty cell is an empty list.
func (r Row) List(column string) []string {
	s := r.Get(column)
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

// ReadTable reads one table. Where columns are given, the table must have these
// and no others, in any order. Every fault is a finding, and a row at fault is
// left out, so that the rest can still be checked. The table is never nil.
func ReadTable(fsys fs.FS, name string, columns ...string) (*Table, []Finding) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		var pathErr *fs.PathError
		if errors.As(err, &pathErr) {
			err = pathErr.Err // the finding names the file already
		}
		return &Table{File: name}, []Finding{Errorf(Pos{File: name}, "unreadable", "%v", err)}
	}
	return parseTable(name, string(data), columns)
}

// longestLine bounds a row in bytes: the longest lists of words have some ten thousand.
const longestLine = 1 << 20

func parseTable(name, text string, columns []string) (*Table, []Finding) {
	t := &Table{File: name}
	var found []Finding
	if rest, ok := strings.CutPrefix(text, "\ufeff"); ok {
		found = append(found, Errorf(Pos{name, 1}, "encoding", "the file begins with a byte order mark; save it as UTF-8 without one"))
		text = rest
	}
	var comments []string
	crlf := false
	n := 0
	for line := range strings.Lines(text) {
		n++
		pos := Pos{name, n}
		line = strings.TrimSuffix(line, "\n")
		if len(line) > longestLine {
			found = append(found, Errorf(pos, "long-line", "%d bytes; no row is that long, is this another file?", len(line)))
			continue
		}
		if rest, ok := strings.CutSuffix(line, "\r"); ok {
			line = rest
			if !crlf { // once a file is enough
				found = append(found, Errorf(pos, "line-ending", "the line ends in CR LF; save the file with LF alone"))
			}
			crlf = true
		}
		if !utf8.ValidString(line) {
			found = append(found, Errorf(pos, "encoding", "the line is not UTF-8"))
			continue
		}
		if strings.TrimSpace(line) == "" {
			continue
		}
		if strings.HasPrefix(line, "#") {
			comments = append(comments, line)
			continue
		}
		cells := strings.Split(line, "\t")
		if t.Columns == nil {
			t.Columns, t.head, comments = cells, comments, nil
			found = append(found, t.setHeader(pos, columns)...)
			continue
		}
		if len(cells) != len(t.Columns) {
			found = append(found, Errorf(pos, "column-count", "%d columns, but the header has %d", len(cells), len(t.Columns)))
			continue
		}
		for i, c := range cells {
			if what := badSpace(c); what != "" {
				found = append(found, Errorf(pos, "bad-space", "%s: %s in %q", t.Columns[i], what, c))
			}
		}
		t.Rows = append(t.Rows, Row{Pos: pos, table: t, line: line, cells: cells, above: comments})
		comments = nil
	}
	t.tail = comments
	if t.Columns == nil {
		found = append(found, Errorf(Pos{File: name}, "header", "the file has no line that names its columns"))
	}
	return t, found
}

func (t *Table) setHeader(pos Pos, want []string) (found []Finding) {
	t.column = make(map[string]int, len(t.Columns))
	for i, c := range t.Columns {
		switch _, twice := t.column[c]; {
		case twice:
			found = append(found, Errorf(pos, "header", "column %q is there twice", c))
		case len(want) > 0 && !slices.Contains(want, c):
			found = append(found, Errorf(pos, "header", "unknown column %q (want %s)", c, strings.Join(want, ", ")))
		}
		if what := badSpace(c); what != "" && len(want) == 0 {
			found = append(found, Errorf(pos, "header", "column %q: %s", c, what))
		}
		t.column[c] = i
	}
	for _, c := range want {
		if _, ok := t.column[c]; !ok {
			found = append(found, Errorf(pos, "header", "column %q is missing", c))
		}
	}
	return found
}

// CheckOrder finds rows that are not in byte order (LC_ALL=C sort), on which
// small diffs depend, and rows that are there twice.
func (t *Table) CheckOrder() (found []Finding) {
	for i := 1; i < len(t.Rows); i++ {
		switch c := cmp.Compare(t.Rows[i-1].line, t.Rows[i].line); {
		case c > 0:
			found = append(found, Errorf(t.Rows[i].Pos, "unsorted", "the row must stand before line %d (LC_ALL=C sort)", t.Rows[i-1].Pos.Line))
		case c == 0:
			found = append(found, Errorf(t.Rows[i].Pos, "duplicate-row", "the same as line %d", t.Rows[i-1].Pos.Line))
		}
	}
	return found
}

// Format writes the table as `sort` would leave it: header, then the rows in byte
// order without repetition. A comment stays above the row it stands above. Rows that
// ReadTable found fault with may not be in the table, so mend those first.
func Format(w io.Writer, t *Table) error {
	rows := slices.Clone(t.Rows)
	slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Compare(a.line, b.line) })

	out := bufio.NewWriter(w)
	write := func(lines ...string) {
		for _, l := range lines {
			out.WriteString(l) // a bufio.Writer keeps its first error for Flush
			out.WriteByte('\n')
		}
	}
	write(t.head...)
	if t.Columns != nil {
		write(strings.Join(t.Columns, "\t"))
	}
	for i, r := range rows {
		write(r.above...)
		if i == 0 || r.line != rows[i-1].line {
			write(r.line)
		}
	}
	write(t.tail...)
	return out.Flush()
}
