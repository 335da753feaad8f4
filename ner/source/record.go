package source

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"whomet/ner"
)

// slot is a field of a document.
type slot int

const (
	slotID slot = iota
	slotURL
	slotSource
	slotTitle
	slotText
	slotPublished
	slotLanguage
	slots
)

var slotNames = [slots]string{"id", "url", "source", "title", "text", "published", "language"}

// wellKnown are the names under which a slot is found without being told, the
// first that is filled being taken.
var wellKnown = [slots][]string{
	slotID: {"id"}, slotURL: {"url"}, slotSource: {"source"}, slotTitle: {"title"},
	slotText: {"text", "content", "body"}, slotPublished: {"published", "date", "date_extracted"}, slotLanguage: {"language"},
}

// want is what a name in the input stands for: a slot, and how early among the
// names of the slot it comes (from 1).
type want struct {
	slot slot
	rank int
}

// names knows the fields of the input by their names. Mapped names are taken as
// they are written, well-known ones in any case (Title, TITLE).
type names struct {
	exact, lower map[string]want
	mapped       [slots]string // the name a slot was mapped to, or ""
}

func nameFields(fields map[string]string) (names, error) {
	n := names{exact: map[string]want{}, lower: map[string]want{}}
	for _, field := range slices.Sorted(maps.Keys(fields)) {
		s := slot(slices.Index(slotNames[:], field))
		name := fields[field]
		switch other, taken := n.exact[name]; {
		case s < 0:
			return n, fmt.Errorf("no field is called %q; the fields are %s", field, strings.Join(slotNames[:], ", "))
		case name == "":
			return n, fmt.Errorf("field %s is mapped to no name; write %s=NAME", field, field)
		case taken:
			return n, fmt.Errorf("fields %s and %s are both mapped to %q; a name can stand for one only", slotNames[other.slot], field, name)
		}
		n.exact[name] = want{s, 1}
		n.mapped[s] = name
	}
	for s, known := range wellKnown {
		if n.mapped[s] != "" {
			continue
		}
		for rank, name := range known {
			n.lower[name] = want{slot(s), rank + 1}
		}
	}
	return n, nil
}

// find returns what a name of the input stands for.
func (n names) find(name []byte) (want, bool) {
	if w, ok := n.exact[string(name)]; ok {
		return w, true
	}
	w, ok := n.lower[string(name)]
	if !ok && len(name) < 20 {
		w, ok = n.lower[string(bytes.ToLower(name))]
	}
	return w, ok
}

// record is one item of the input on its way to a document.
type record struct {
	values [slots]string
	there  [slots]bool   // a value was given, if only an empty one
	ranks  [slots]int    // of the name a value came from; 0 where there is none
	wrong  [slots]string // what the value is, where it is of no use
	from   [slots]string // the name, where wrong is set
}

// offer gives the record a value. A wrong one ("a list") counts as a value, so
// that {"text": 5, "body": "…"} is told and not papered over.
func (r *record) offer(w want, name []byte, value, wrong string) {
	r.there[w.slot] = true
	if value == "" && wrong == "" || r.ranks[w.slot] != 0 && r.ranks[w.slot] < w.rank {
		return
	}
	r.values[w.slot], r.ranks[w.slot], r.wrong[w.slot] = value, w.rank, wrong
	if wrong != "" {
		r.from[w.slot] = string(name)
	}
}

// records reads the items of one file of JSON or CSV.
type records struct {
	*file
	window *window
	coding coding
	names  names
	header []string        // of a table
	doubt  bool            // an item of a list had no end
	seen   map[string]bool // names of the fields so far, up to maxSeen
	met    [slots]bool     // mapped names that were there
}

const maxSeen = 40

// see remembers that the input has a field of that name.
func (r *records) see(name []byte) {
	if !r.seen[string(name)] && len(r.seen) < maxSeen {
		r.seen[strings.ToValidUTF8(string(name), replacement)] = true
	}
	if w, ok := r.names.exact[string(name)]; ok {
		r.met[w.slot] = true
	}
}

// document hands out the document a record makes. fields are the names its item
// has, for the message when there is nothing to read in it.
func (r *records) document(rec *record, item int, m mends, fields func() []string) error {
	label := rec.values[slotID]
	if label == "" {
		label = rec.values[slotURL]
	}
	for s, wrong := range rec.wrong {
		if wrong != "" {
			r.fail(item, label, fmt.Errorf("field %q is %s where %s has to be text; map %s to another field, or mend the input", rec.from[s], wrong, slotNames[s], slotNames[s]))
			return nil
		}
	}
	d := &ner.Document{
		ID:     rec.values[slotID],
		URL:    rec.values[slotURL],
		Source: rec.values[slotSource],
		Title:  rec.values[slotTitle],
		Body:   rec.values[slotText],
	}
	if !rec.there[slotTitle] && !rec.there[slotText] {
		r.fail(item, label, fmt.Errorf("neither text nor title; %s; say which field is the text, as in text=NAME", listFields(fields())))
		return nil
	}
	if strings.TrimSpace(d.Title) == "" && strings.TrimSpace(d.Body) == "" {
		// An article that is all pictures: the source has it, so it counts.
		d.Warnings = append(d.Warnings, "text and title are empty")
	}
	d.Language = languageOf(rec.values[slotLanguage])
	date(d, rec.values[slotPublished])
	return r.emit(d, m)
}

// unmapped reports the names that fields were mapped to and no item had.
func (r *records) unmapped() {
	if len(r.seen) == 0 {
		return
	}
	for s, name := range r.names.mapped {
		if name != "" && !r.met[s] {
			r.fail(0, "", fmt.Errorf("no item has the field %q that %s is mapped to; %s", name, slotNames[s], listFields(slices.Sorted(maps.Keys(r.seen)))))
		}
	}
}

// listFields says which fields there are.
func listFields(names []string) string {
	if len(names) == 0 {
		return "there are no fields"
	}
	more := ""
	if len(names) > maxSeen {
		names, more = names[:maxSeen], ", …"
	}
	return "there are " + strings.Join(names, ", ") + more
}

// languageOf reduces a language tag or an English name to the primary subtag in
// lower case: ar-EG, ar_EG, Arabic and AR are all "ar".
func languageOf(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	switch s {
	case "arabic":
		return "ar"
	case "english":
		return "en"
	}
	if i := strings.IndexAny(s, "-_"); i >= 0 {
		s = s[:i]
	}
	if len(s) < 2 || len(s) > 3 {
		return ""
	}
	return s
}
