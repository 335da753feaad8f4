package score

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"whomet/gazetteer"
	"whomet/ner"
)

// Document is what a reader found in one article. Its JSON is an element of the
// list that a gold file holds; further fields are passed over.
type Document struct {
	N        int       `json:"n"`  // a number to speak of it by; 0: none
	ID       string    `json:"id"` // of the document as extract prints it, or
	URL      string    `json:"url"`
	People   []Person  `json:"people"`
	Orgs     []Body    `json:"orgs"`
	Meetings []Meeting `json:"meetings"`
}

// Person is somebody the article speaks of, with every form in which it does.
type Person struct {
	Key      string   `json:"key"` // by which meetings of this document refer to him
	En       string   `json:"en"`
	Ar       string   `json:"ar"`
	Surfaces []string `json:"surfaces"` // names in the article
	Refs     []string `json:"refs"`     // descriptions: the Russian foreign minister
	Known    bool     `json:"known"`    // a gazetteer should list him

	folded forms
}

// Body is a body that takes part; only its key is read.
type Body struct {
	Key string `json:"key"`
}

// Meeting is one occasion as the reader understood the article.
type Meeting struct {
	Who    []string   `json:"who"` // keys
	Status ner.Status `json:"status"`
	Mode   ner.Mode   `json:"mode"`
	Date   *string    `json:"date"`  // ISO day, "from/to" or null
	Place  *string    `json:"place"` // city or country, in either language; or null
	Sure   *bool      `json:"sure"`  // null is true
	Quote  string     `json:"quote"`
}

func (m *Meeting) sure() bool { return m.Sure == nil || *m.Sure }

func (m *Meeting) status() ner.Status { return m.Status }

func (d *Document) name() string {
	if d.ID != "" {
		return d.ID
	}
	return d.URL
}

// Name is how to speak of the document: its number, id or url.
func (d *Document) Name() string {
	if d.N != 0 {
		return fmt.Sprint(d.N)
	}
	return d.name()
}

func (p *Person) name() string {
	if p.Ar != "" {
		return p.Ar
	}
	return p.En
}

func (p *Person) forms() forms {
	if p.folded == nil {
		p.folded = formsOf(append(append([]string{p.En, p.Ar}, p.Surfaces...), p.Refs...)...)
	}
	return p.folded
}

var (
	statuses = []ner.Status{ner.Held, ner.Planned, ner.Proposed, ner.Cancelled, ner.Denied, ner.Alleged}
	modes    = []ner.Mode{ner.InPerson, ner.Phone, ner.Multilateral}
)

// ReadGold reads a gold file: a JSON array of documents. What it cannot stand is
// told all at once, with the document; a fault of JSON with its line.
func ReadGold(data []byte) ([]Document, error) {
	var gold []Document
	if err := json.Unmarshal(data, &gold); err != nil {
		return nil, located(data, err)
	}
	if len(gold) == 0 {
		return nil, errors.New("the gold is empty (want a JSON array of documents)")
	}
	var all []error
	seen := map[string]int{}
	for i := range gold {
		d := &gold[i]
		fault := func(format string, args ...any) {
			all = append(all, fmt.Errorf("document %d (%s): "+format, append([]any{i + 1, d.name()}, args...)...))
		}
		if d.name() == "" {
			fault("it has neither id nor url")
		} else if first, twice := seen[d.name()]; twice {
			fault("it is document %d already", first)
		}
		seen[d.name()] = i + 1
		keys := map[string]bool{}
		for _, p := range d.People {
			if p.Key == "" || keys[p.Key] {
				fault("key %q of a person is empty or not his alone", p.Key)
			}
			keys[p.Key] = true
		}
		for _, b := range d.Orgs {
			keys[b.Key] = true
		}
		for j, m := range d.Meetings {
			if err := m.check(keys); err != nil {
				fault("meeting %d: %w", j+1, err)
			}
		}
	}
	return gold, errors.Join(all...)
}

func (m *Meeting) check(keys map[string]bool) error {
	for _, k := range m.Who {
		if !keys[k] {
			return fmt.Errorf("who: no key %q among its people and orgs", k)
		}
	}
	if !slices.Contains(statuses, m.Status) {
		return fmt.Errorf("status %q is none of %s", m.Status, join(statuses))
	}
	if !slices.Contains(modes, m.Mode) {
		return fmt.Errorf("mode %q is none of %s", m.Mode, join(modes))
	}
	if m.Date != nil && *m.Date != "" {
		if _, err := parseDates(*m.Date); err != nil {
			return fmt.Errorf("date: %w", err)
		}
	}
	return nil
}

func join[S ~string](list []S) string {
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = string(s)
	}
	return strings.Join(words, ", ")
}

// located adds the line to a fault of JSON.
func located(data []byte, err error) error {
	offset := int64(-1)
	var syntax *json.SyntaxError
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		offset = syntax.Offset
	case errors.As(err, &wrong):
		offset = wrong.Offset
	}
	if offset < 0 {
		return err
	}
	return fmt.Errorf("line %d: %w", 1+bytes.Count(data[:min(offset, int64(len(data)))], []byte("\n")), err)
}

// parseDates reads "2015-08-03" or "2015-08-03/2015-08-05".
func parseDates(s string) (days [2]gazetteer.Day, err error) {
	first, last, interval := strings.Cut(s, "/")
	if !interval {
		last = first
	}
	if days[0], err = gazetteer.ParseDay(first); err != nil {
		return days, err
	}
	days[1], err = gazetteer.ParseDay(last)
	return days, err
}
