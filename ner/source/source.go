// Package source turns bytes into documents: files, folders, archives and
// standard input in, [ner.Document] out, one at a time and in input order.
//
// The form is told by the content first and by the extension second:
//
//	plain text                 one document a file, its id the file name without .txt
//	HTML                       one document: the article, without menus and other furniture
//	JSON Lines                 one document a line
//	JSON array, JSON objects   one document an item
//	CSV, TSV                   one document a row below the header
//	RSS, Atom                  one document an item
//
// each of them bare, in gzip or in zip. A folder is walked in sorted order, a
// zip member by member in the order of their names; in both only files with an
// extension of [Extensions] are read, and names that start with a dot are not.
//
// The charset comes from a byte order mark, else from what the markup
// declares, else the bytes are UTF-8 when they can be, else it is guessed, else
// the file is refused. Nothing else is changed in a text, with two exceptions
// that leave a warning on the document: bytes that are no text become U+FFFD,
// and control characters other than tab and line ends become spaces.
//
// One bad input never loses the rest: it is handed to the caller as a
// [Failure], and reading goes on behind it.
package source

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"whomet/ner"
)

// Limits that stand where [Options] gives none, in bytes.
const (
	DefaultMaxDocument = 32 << 20
	DefaultMaxExpand   = 4 << 30
)

// Options of [Read]. The zero value is usable.
type Options struct {
	// Fields tells under which name a field of a document is found in JSON
	// objects and CSV headers, for example {"text": "content"}. The keys are id,
	// url, source, title, text, published and language. A field without an entry
	// is found under its own name; text also as content or body, published also
	// as date or date_extracted.
	Fields map[string]string
	// MaxDocument bounds one document before anything is decoded: a line, an
	// item, a text file, a feed. In bytes; 0 means DefaultMaxDocument.
	MaxDocument int64
	// MaxExpand bounds what one compressed file may unpack to, with all its
	// members. In bytes; 0 means DefaultMaxExpand.
	MaxExpand int64
	// Stdin is what the path "-" reads.
	Stdin io.Reader
}

// Failure is one input that gave no document, or not all of them.
type Failure struct {
	Path string // the file, or archive!member; "-" for standard input
	Item int    // line (JSON Lines, CSV) or index (others) in the file, from 1; 0 means the whole file
	ID   string // the id or the url of the document, where it was known already
	Err  error  // the reason, and what to try
}

// Error names the input, the reason and what to try, in one line that is safe to
// print: names of members and fields come from the input.
func (f Failure) Error() string {
	var b strings.Builder
	if f.Path == "-" {
		b.WriteString("standard input")
	} else {
		b.WriteString(f.Path)
	}
	if f.Item > 0 {
		fmt.Fprintf(&b, ": item %d", f.Item)
	}
	if f.ID != "" {
		fmt.Fprintf(&b, " (%s)", f.ID)
	}
	b.WriteString(": " + f.Err.Error())
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, b.String())
}

// Unwrap returns the reason.
func (f Failure) Unwrap() error { return f.Err }

// Read reads the paths one after the other and calls each for every document
// and failed for everything that gave none, both from the calling goroutine
// and in input order. A path is a file, a folder or "-". Documents with the
// same id are passed on as they come.
//
// The error is not about the input: it is a misuse (no path, "-" without Stdin,
// an unknown field), what each returned, or the error of ctx. Both end the
// reading at once.
func Read(ctx context.Context, paths []string, opt Options, each func(ner.Document) error, failed func(Failure)) error {
	if len(paths) == 0 {
		return errors.New("nothing to read: name a file, a folder or - for standard input")
	}
	names, err := nameFields(opt.Fields)
	if err != nil {
		return err
	}
	if opt.MaxDocument <= 0 {
		opt.MaxDocument = DefaultMaxDocument
	}
	if opt.MaxExpand <= 0 {
		opt.MaxExpand = DefaultMaxExpand
	}
	r := &reading{ctx: ctx, opt: opt, names: names, each: each, failed: failed}
	for _, p := range paths {
		if err := r.path(p); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// reading is one call of Read. Its methods, and those of file, return an error
// only where all reading has to stop.
type reading struct {
	ctx    context.Context
	opt    Options
	names  names
	each   func(ner.Document) error
	failed func(Failure)
}

// file is one file or member while it is read.
type file struct {
	*reading
	path   string // as failures tell it
	name   string // base name without .gz: tells form and id; "" where there is none
	nested int    // archives around it
	spent  *int64 // bytes unpacked so far from the outermost file
	count  int    // documents and failures so far
}

// fail reports that an item gave no document.
func (f *file) fail(item int, id string, err error) {
	f.count++
	if f.ctx.Err() == nil { // a cancelled read shows up as a broken file
		f.failed(Failure{Path: f.path, Item: item, ID: id, Err: err})
	}
}

// emit hands out a document that is complete but for its mends and its id.
func (f *file) emit(d *ner.Document, m mends) error {
	if err := f.ctx.Err(); err != nil {
		return err
	}
	f.count++
	for _, s := range []*string{&d.ID, &d.URL, &d.Source, &d.Title, &d.Body, &d.Language} {
		*s = m.scrub(*s)
	}
	d.Warnings = append(m.warnings(), d.Warnings...)
	if d.ID == "" {
		h := sha256.New()
		for _, s := range []string{d.Source, d.URL, d.Text()} {
			io.WriteString(h, s)
			h.Write([]byte{0}) // scrubbed text holds none, so that fields cannot run together
		}
		d.ID = "d:" + hex.EncodeToString(h.Sum(nil)[:8])
	}
	return f.each(*d)
}

// Hash is the hash of what a document says: title, body, published, url and
// source, as 32 hexadecimal digits. Two documents with the same id and hash are
// the same input.
func Hash(d *ner.Document) string {
	h := sha256.New()
	var n [8]byte
	for _, s := range []string{d.Title, d.Body, d.Published.String(), d.URL, d.Source} {
		binary.BigEndian.PutUint64(n[:], uint64(len(s)))
		h.Write(n[:])
		io.WriteString(h, s)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
