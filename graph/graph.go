package graph

import (
	"context"
	"encoding/json"

	"whomet/gazetteer"
	"whomet/ner"
)

// Put is one document with everything the graph keeps of it.
type Put struct {
	Doc      *ner.Annotated
	TextHash string // see TextHash: unchanged input is known by it
}

// Outcome of putting one document.
type Outcome string

// Stored is new; Replaced had other text or was read by other rules; Unchanged was there already.
const (
	Stored    Outcome = "stored"
	Replaced  Outcome = "replaced"
	Unchanged Outcome = "unchanged"
)

// Stamp says by what a store was written.
type Stamp struct {
	Schema    int    `json:"schema"`
	Gazetteer string `json:"gazetteer"`
	Pipeline  string `json:"pipeline"`
}

// QuestionKind is what is asked.
type QuestionKind string

// The questions of the command line.
const (
	Met      QuestionKind = "met"      // one name: counterparts
	Meetings QuestionKind = "meetings" // any number of names: meetings with their reports (also met NAME NAME)
	Near     QuestionKind = "near"     // one name: who is named beside it
	Together QuestionKind = "together" // two names: the sentences that name both (near NAME NAME)
	Who      QuestionKind = "who"      // one name: the entity
	Path     QuestionKind = "path"     // two names: the shortest chain of meetings between them, a row a step
	Timeline QuestionKind = "timeline" // one name: the meetings he took part in, oldest first
)

// Any is the Status and the Mode of a Question that asks for all of them.
const Any = "any"

// Question is what a store answers; names are resolved already (graph/ask).
type Question struct {
	Kind    QuestionKind  `json:"kind"`
	Who     [][]string    `json:"who"`     // for each NAME the entity ids it may be (one, or a country's office holders)
	From    gazetteer.Day `json:"from"`    // zero: unbounded
	To      gazetteer.Day `json:"to"`      // included; zero: unbounded
	In      string        `json:"in"`      // of meetings: entity id of a city or country, or ""
	Country string        `json:"country"` // entity id: counterparts who held an office of it on that day, or ""; not for path
	Status  string        `json:"status"`  // of meetings: a ner.Status, or Any or ""
	Mode    string        `json:"mode"`    // of meetings: a ner.Mode, or Any or ""
	Limit   int           `json:"limit"`   // of rows, 0: all; a path is never cut
}

// MarshalJSON writes the days as ISO days, or null where there is none.
func (q Question) MarshalJSON() ([]byte, error) {
	type plain Question
	if q.Who == nil {
		q.Who = [][]string{}
	}
	return json.Marshal(struct {
		plain
		From *string `json:"from"`
		To   *string `json:"to"`
	}{plain(q), DayText(q.From), DayText(q.To)})
}

// DayText is the ISO day, or nil for the zero Day.
func DayText(d gazetteer.Day) *string {
	if d == 0 {
		return nil
	}
	s := d.String()
	return &s
}

// Store keeps documents, mentions and meetings. Its methods are safe for
// concurrent readers and one writer. What it holds is a function of the set of
// documents in it alone: neither the order nor the batches they came in, nor
// what was replaced or removed since, leave a trace.
type Store interface {
	// Put writes the documents, each with its done mark in the same transaction,
	// replacing what they said before; outcomes are in the order of docs. On an
	// error nothing of docs is written.
	Put(ctx context.Context, docs []Put) ([]Outcome, error)
	// Has returns the text hash under which each id is stored by the stamp the
	// store was opened with; "" where it is not, or where another gazetteer or
	// pipeline read it and it is to be put again.
	Has(ctx context.Context, ids []string) ([]string, error)
	// Remove takes documents out with their reports; unknown ids are not counted.
	Remove(ctx context.Context, ids []string) (removed int, err error)
	// Ask answers a question. An unknown id is an empty answer; a question that
	// makes no sense (see Question.Check) is an error.
	Ask(ctx context.Context, q Question) (*Answer, error)
	// Stamp returns by what the store was last written.
	Stamp(ctx context.Context) (Stamp, error)
	// Close releases it; a second Close does nothing.
	Close() error
}
