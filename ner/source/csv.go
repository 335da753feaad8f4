package source

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
)

// encoding/csv would serve but for two things: it turns \r\n inside a field
// into \n, and a quote that is never closed costs it the rest of the file.

// delimiters are the characters that may stand between the fields of a table.
const delimiters = ",;\t|"

// delimiter returns the one the first line of the text has most of.
func delimiter(text []byte) byte {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	best, most := byte(','), 0
	for i := range len(delimiters) {
		if n := bytes.Count(line, []byte{delimiters[i]}); n > most {
			best, most = delimiters[i], n
		}
	}
	return best
}

// header reports whether the text starts with the header of a table: two names
// or more without a space in them, two of which are known and one of these the
// text or the title.
func (n names) header(text []byte) bool {
	fields, _, err := csvRecord(text, delimiter(text), true)
	if err != nil || len(fields) < 2 {
		return false
	}
	known, readable := 0, false
	for _, f := range fields {
		f = bytes.TrimSpace(f)
		if len(f) == 0 || len(f) > 60 || bytes.ContainsAny(f, " \t\n") {
			return false
		}
		if w, ok := n.find(f); ok {
			known++
			readable = readable || w.slot == slotText || w.slot == slotTitle
		}
	}
	return known >= 2 && readable
}

// table reads CSV: a header, then one document a row. Items are counted by the
// line on which a row starts.
func (r *records) table(comma byte) error {
	line := 1
	for {
		fields, n, err := r.row(comma)
		if n == 0 {
			return nil
		}
		start := line
		line += bytes.Count(r.window.take(n), []byte("\n"))
		switch blank := len(fields) == 1 && len(bytes.TrimSpace(fields[0])) == 0; {
		case errors.Is(err, errRowLong):
			r.window.line(0) // the rest of it
			line++
			r.fail(start, "", errTooLong(r.opt.MaxDocument))
		case errors.Is(err, errCutRow), err != nil && r.window.err != nil && len(r.window.bytes()) == 0:
			return nil // cut with the stream, which is told once
		case err != nil:
			r.fail(start, "", err)
		case blank:
		case r.header == nil:
			if stop := r.readHeader(fields); stop {
				return nil
			}
		case len(fields) != len(r.header):
			r.fail(start, "", fmt.Errorf("the row has %d fields and the header %d; look for a stray quote or separator", len(fields), len(r.header)))
		default:
			if err := r.cells(fields, start); err != nil {
				return err
			}
		}
	}
}

// readHeader takes the first row for the names; stop is true where no column
// can be read.
func (r *records) readHeader(fields [][]byte) (stop bool) {
	readable := false
	for _, f := range fields {
		f = bytes.TrimSpace(f)
		r.header = append(r.header, strings.ToValidUTF8(string(f), replacement))
		r.see(f)
		if w, ok := r.names.find(f); ok && (w.slot == slotText || w.slot == slotTitle) {
			readable = true
		}
	}
	if !readable {
		r.fail(0, "", fmt.Errorf("no column is the text or the title; %s; say which is, as in text=NAME", listFields(r.header)))
	}
	return !readable
}

// cells makes a document of a row.
func (r *records) cells(fields [][]byte, line int) error {
	m := r.coding.mends(bytes.Join(fields, nil))
	var rec record
	for i, f := range fields {
		if w, ok := r.names.find([]byte(r.header[i])); ok {
			rec.offer(w, nil, string(m.repair(f)), "")
		}
	}
	return r.document(&rec, line, m, func() []string { return r.header })
}

var errRowLong = errors.New("row too long")

// row looks for the next row in the window and returns its length with it; 0 is
// the end. A row that is broken is given up to the end of its first line only,
// so that a stray quote costs no more than that.
func (r *records) row(comma byte) (fields [][]byte, n int, err error) {
	w := r.window
	tried := 0
	for {
		// A long row is looked at again only when there is twice as much of it.
		for len(w.bytes()) < max(1, 2*tried) && w.more() {
		}
		b := w.bytes()
		if len(b) == 0 {
			return nil, 0, nil
		}
		fields, n, err = csvRecord(b, comma, w.done)
		if n > 0 {
			switch {
			case int64(n) > r.opt.MaxDocument:
				err = errTooLong(r.opt.MaxDocument)
			case w.err != nil && b[n-1] != '\n':
				err = errCutRow
			}
			return fields, n, err
		}
		long := int64(len(b)) > r.opt.MaxDocument
		if err == nil && !long {
			tried = len(b)
			continue
		}
		switch line := bytes.IndexByte(b, '\n') + 1; {
		case line == 0 && long:
			return nil, len(b), errRowLong
		case line == 0:
			return nil, len(b), err
		case err == nil:
			return nil, line, errOpenQuote
		default:
			return nil, line, err
		}
	}
}

var (
	errCutRow    = errors.New("cut")
	errOpenQuote = errors.New("a quote is never closed; double the quotes inside a field")
	errQuote     = errors.New("text follows the closing quote of a field; double the quotes inside a field")
)

// csvRecord reads the row at the front of b as RFC 4180 has it, leaving line
// ends inside quotes and quotes inside bare fields as they are. n is its length
// with the line end; 0 without an error means that b does not hold all of it,
// which cannot be where last says that nothing follows b.
func csvRecord(b []byte, comma byte, last bool) (fields [][]byte, n int, err error) {
	i := 0
	for {
		var field []byte
		if i < len(b) && b[i] == '"' {
			i++
			start, doubled := i, false
			for {
				k := bytes.IndexByte(b[i:], '"')
				if k < 0 {
					if last {
						return nil, 0, errOpenQuote
					}
					return nil, 0, nil
				}
				i += k + 1
				if i < len(b) && b[i] == '"' {
					doubled = true
					i++
					continue
				}
				break
			}
			field = b[start : i-1]
			if doubled {
				field = bytes.ReplaceAll(field, []byte(`""`), []byte(`"`))
			}
			rest := b[i:]
			switch {
			case len(rest) == 0, len(rest) == 1 && rest[0] == '\r':
				if !last {
					return nil, 0, nil
				}
				return append(fields, field), len(b), nil
			case rest[0] == '\r' && rest[1] == '\n':
				i++
			case rest[0] != comma && rest[0] != '\n':
				return nil, 0, errQuote
			}
		} else {
			start := i
			for i < len(b) && b[i] != comma && b[i] != '\n' {
				i++
			}
			if i == len(b) && !last {
				return nil, 0, nil
			}
			field = b[start:i]
			if i == len(b) || b[i] == '\n' {
				field = bytes.TrimSuffix(field, []byte("\r"))
			}
		}
		fields = append(fields, field)
		if i == len(b) {
			return fields, i, nil
		}
		i++
		if b[i-1] == '\n' {
			return fields, i, nil
		}
	}
}
