package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/transform"

	"whomet/ner"
)

// headLen is how much of a stream is looked at to tell what it is.
const headLen = 64 << 10

// form is what a file is made of.
type form int

const (
	plainText form = iota
	page           // HTML
	feed           // RSS or Atom
	array          // a JSON array
	objects        // JSON objects, each on as many lines as it likes
	lines          // one JSON object a line
	table          // CSV
	otherXML
)

// documents reads an uncompressed stream. head is its front, g what broke it.
func (f *file) documents(in *bufio.Reader, g *guard, head []byte) error {
	c, unknown := codingOf(head)
	text := head
	if unknown == nil {
		// A decoder may complain about a character that the end of head cuts.
		text, _ = c.decode(head)
	}
	var err error
	switch form := formOf(text, f.name, len(head) < headLen, f.names); {
	case len(bytes.TrimSpace(text)) == 0 && len(head) < headLen && g.err == nil:
		f.fail(0, "", errors.New("empty"))
	case form == otherXML:
		f.fail(0, "", errors.New("XML that is neither RSS nor Atom; convert it to JSON Lines or CSV"))
	case form == plainText || form == page || form == feed:
		err = f.whole(in, form)
	case unknown != nil:
		f.fail(0, "", unknown)
	default:
		in.Discard(c.bom)
		w := &window{r: in}
		if c.enc != nil {
			w.r = transform.NewReader(in, c.enc.NewDecoder())
		}
		err = f.records(w, form, c, text)
	}
	if err != nil {
		return err
	}
	return f.ctx.Err()
}

// whole reads a file that is parsed in one piece.
func (f *file) whole(in *bufio.Reader, form form) error {
	limit := f.opt.MaxDocument
	if form == page {
		limit = min(limit, maxPage)
	}
	b, err := readAll(in, limit)
	var c coding
	if err == nil {
		// The front may be ASCII and the rest not: all of it is asked again.
		c, err = codingOf(b)
	}
	if err == nil {
		b, err = c.decode(b)
	}
	if err != nil {
		f.fail(0, "", brokenEnd(err))
		return nil
	}
	m := c.mends(b)
	b = m.repair(b)
	switch form {
	case page:
		return f.page(b, m)
	case feed:
		return f.feed(b, m)
	}
	return f.plain(b, m)
}

// records reads a stream of JSON or CSV.
func (f *file) records(w *window, form form, c coding, head []byte) error {
	r := &records{file: f, window: w, coding: c, names: f.names, seen: map[string]bool{}}
	var err error
	switch form {
	case array:
		err = r.items(true)
	case objects:
		err = r.items(false)
	case lines:
		err = r.lines()
	case table:
		err = r.table(delimiter(head))
	}
	if err != nil {
		return err
	}
	if w.err != nil {
		f.fail(0, "", brokenEnd(w.err))
	} else if f.count == 0 {
		f.fail(0, "", errors.New("holds no document"))
	}
	r.unmapped()
	return nil
}

var (
	beforeRoot = regexp.MustCompile(`(?s)^(?:\s+|<\?.*?\?>|<!--.*?-->)+`)
	doctype    = regexp.MustCompile(`(?is)^<!doctype\s+(\w+)[^>]*>`)
	firstTag   = regexp.MustCompile(`^<([A-Za-z][\w:.-]*)[\s/>]`)
)

// pageTags start a page or a piece of one.
var pageTags = strings.Fields("html head body title meta link article main section header div p h1 h2 h3 table span script")

// formOf tells the form by the front of the text and the name of the file;
// complete says that the front is all there is.
func formOf(text []byte, name string, complete bool, n names) form {
	ext := strings.ToLower(path.Ext(name))
	rest := text[len(beforeRoot.Find(text)):]
	if m := doctype.FindSubmatch(rest); m != nil {
		if strings.EqualFold(string(m[1]), "html") {
			return page
		}
		rest = rest[len(m[0]):]
		rest = rest[len(beforeRoot.Find(rest)):]
	}
	trimmed := bytes.TrimLeft(text, " \t\r\n")
	if m := firstTag.FindSubmatch(rest); m != nil {
		switch tag := strings.ToLower(string(m[1])); {
		case tag == "rss" || tag == "feed" || tag == "rdf:rdf":
			return feed
		case tag == "html" || tag == "head" || tag == "body":
			return page
		case slices.Contains(pageTags, tag) && ext != ".txt":
			return page
		case bytes.HasPrefix(trimmed, []byte("<?xml")):
			return otherXML
		}
	}
	switch second := bytes.TrimLeft(trimmed[min(1, len(trimmed)):], " \t\r\n"); {
	case bytes.HasPrefix(trimmed, []byte("[")) && startsWithAny(second, `{[]"`),
		bytes.HasPrefix(trimmed, []byte("[")) && (ext == ".json" || len(second) == 0):
		return array
	case bytes.HasPrefix(trimmed, []byte("{")) && startsWithAny(second, `"}`):
		if ext == ".jsonl" || ext == ".ndjson" || oneALine(trimmed, complete) {
			return lines
		}
		return objects
	}
	switch ext {
	case ".json":
		return objects
	case ".jsonl", ".ndjson":
		return lines
	case ".csv", ".tsv":
		return table
	case ".html", ".htm", ".xhtml":
		return page
	case ".xml", ".rss", ".atom":
		return otherXML
	}
	if n.header(text) {
		return table
	}
	return plainText
}

func startsWithAny(b []byte, chars string) bool {
	return len(b) > 0 && strings.IndexByte(chars, b[0]) >= 0
}

// oneALine reports whether JSON that starts with an object has one object on
// every line: the first line is a whole one, or it is broken and two of the next
// are. An object that is written over many lines has no two such lines.
func oneALine(text []byte, complete bool) bool {
	whole := 0
	for n := 0; n < 20 && len(text) > 0; n++ {
		line, rest, found := bytes.Cut(text, []byte("\n"))
		if !found && !complete {
			return n == 0 // the first line is longer than the front
		}
		if line = bytes.TrimSpace(line); startsWithAny(line, "{") && json.Valid(line) {
			if whole++; n == 0 || whole == 2 {
				return true
			}
		}
		text = rest
	}
	return false
}

// plain reads a plain text, which is one document.
func (f *file) plain(b []byte, m mends) error {
	if len(bytes.TrimSpace(b)) == 0 {
		f.fail(0, "", errors.New("empty"))
		return nil
	}
	d := &ner.Document{ID: f.name, Body: string(b)}
	if n := len(f.name) - len(".txt"); n > 0 && strings.EqualFold(f.name[n:], ".txt") {
		d.ID = f.name[:n]
	}
	return f.emit(d, m)
}
