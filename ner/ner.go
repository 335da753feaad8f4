// Package ner holds the nouns of reading: spans, documents, mentions and
// meetings. The verbs live in its subpackages; ner/analyze knows their order.
//
// Every offset in whomet is a byte offset into the untouched text of a
// document (title, newline, body). No other unit exists in Go.
package ner

import "whomet/gazetteer"

// Schema names the version of the JSON form of Annotated.
const Schema = "whomet.document/1"

// Span is a half-open range [Start, End) of bytes on rune boundaries.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Document is one article as a source gave it.
type Document struct {
	ID        string
	URL       string
	Source    string // the paper
	Title     string
	Body      string
	Published gazetteer.Day // zero when unknown
	Language  string        // "ar", "en" or "" where the source does not say
	Warnings  []string      // what the source had to mend or leave out
}

// Text is what every offset counts in: title, newline and body, or the body alone.
func (d *Document) Text() string {
	if d.Title == "" {
		return d.Body
	}
	return d.Title + "\n" + d.Body
}

// Kind tells a name from a description.
type Kind string

// Name is a proper name; Reference is a description without a name (وزير الخارجية الروسي, نظيره).
const (
	Name      Kind = "name"
	Reference Kind = "reference"
)

// LinkStatus says whether it is known who is meant.
type LinkStatus string

// Linked means exactly one entity; Ambiguous several candidates and no evidence; Unlinked none listed.
const (
	Linked    LinkStatus = "linked"
	Ambiguous LinkStatus = "ambiguous"
	Unlinked  LinkStatus = "unlinked"
)

// Mention is a run of the text that names or describes an entity.
type Mention struct {
	Start      int            `json:"start"`
	End        int            `json:"end"`
	Text       string         `json:"text"`
	Kind       Kind           `json:"kind"`
	Type       gazetteer.Type `json:"type"`
	Entity     *string        `json:"entity"` // null unless linked
	Name       string         `json:"name"`   // English; the text itself where nobody is linked
	NameAr     string         `json:"name_ar"`
	Status     LinkStatus     `json:"status"`
	Candidates []string       `json:"candidates"` // entity ids, sorted
	Metonym    bool           `json:"metonym"`    // a capital that speaks for its government
	Sentence   int            `json:"sentence"`   // counted from 0
	Rule       string         `json:"rule"`
	Role       string         `json:"role"`    // the role the text gives the person here, or ""
	RoleOf     string         `json:"role_of"` // entity id of the country or body of that role, or ""
}

// Span of the mention.
func (m *Mention) Span() Span { return Span{m.Start, m.End} }

// Status of a meeting, as the text tells it.
type Status string

// The six statuses; see annotation rules 1, 3, 4 and 14.
const (
	Held      Status = "held"
	Planned   Status = "planned"
	Proposed  Status = "proposed"
	Cancelled Status = "cancelled"
	Denied    Status = "denied"
	Alleged   Status = "alleged"
)

// Mode of a meeting.
type Mode string

// The three modes; phone covers video.
const (
	InPerson     Mode = "in_person"
	Phone        Mode = "phone"
	Multilateral Mode = "multilateral"
)

// Participant is somebody who took part, with the mentions that say so.
type Participant struct {
	Entity   *string        `json:"entity"` // null: a person nobody listed
	Type     gazetteer.Type `json:"type"`
	Name     string         `json:"name"`
	NameAr   string         `json:"name_ar"`
	Mentions []int          `json:"mentions"` // indexes into Annotated.Mentions
}

// Place of a meeting. Any part may be null.
type Place struct {
	Entity  *string `json:"entity"` // the city, or the country where no city is told
	City    *string `json:"city"`
	Country *string `json:"country"`
}

// Claimant is who says that the meeting was.
type Claimant struct {
	Entity *string `json:"entity"`
	Name   string  `json:"name"`
}

// Evidence is a sentence a reader would quote.
type Evidence struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Meeting is one occasion of one document.
type Meeting struct {
	Participants []Participant `json:"participants"`
	Status       Status        `json:"status"`
	Mode         Mode          `json:"mode"`
	Date         *string       `json:"date"`        // ISO day or "from/to", both included; null when the text tells none
	DateOrigin   *string       `json:"date_origin"` // the words it came from
	DateTold     bool          `json:"date_told"`   // the text tells a weekday or date; else the day is counted from the publication stamp (أمس)
	Place        *Place        `json:"place"`
	ClaimedBy    *Claimant     `json:"claimed_by"`
	Evidence     []Evidence    `json:"evidence"`
	Rule         string        `json:"rule"`
}

// Annotated is a document with everything found in it; its JSON is what
// `whomet extract` prints.
type Annotated struct {
	Schema    string    `json:"schema"`
	ID        string    `json:"id"`
	URL       string    `json:"url"`
	Source    string    `json:"source"`
	Title     string    `json:"title"`
	Published *string   `json:"published"` // ISO day or null
	Language  string    `json:"language"`
	Text      string    `json:"text"`
	Mentions  []Mention `json:"mentions"` // by start
	Meetings  []Meeting `json:"meetings"`
	Warnings  []string  `json:"warnings"`

	Sentences []Span `json:"-"`
}
