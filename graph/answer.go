package graph

import (
	"encoding/json"

	"whomet/gazetteer"
	"whomet/ner"
)

// AnswerSchema names the version of the JSON form of Answer.
const AnswerSchema = "whomet.answer/1"

// Answer is what a store knows about a question.
type Answer struct {
	Question Question
	Total    int // rows before the limit
	// Undated counts what was left out only because its day is not known:
	// meetings (met, meetings, timeline; of anybody: path) or documents (near,
	// together). It is zero unless the question gives From or To.
	Undated  int
	Coverage Coverage // what the store holds at all, so that "nothing found" can be said honestly
	Rows     Rows
}

// MarshalJSON writes the object of the command line's --json.
func (a *Answer) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Schema   string   `json:"schema"`
		Question Question `json:"question"`
		Total    int      `json:"total"`
		Undated  int      `json:"undated"`
		Coverage Coverage `json:"coverage"`
		Rows     Rows     `json:"rows"`
	}{AnswerSchema, a.Question, a.Total, a.Undated, a.Coverage, a.Rows})
}

// Coverage says which documents a store holds.
type Coverage struct {
	Documents int     `json:"documents"`
	Sources   int     `json:"sources"` // distinct, of those that are named
	First     *string `json:"first"`   // ISO day of publication, null when no document has one
	Last      *string `json:"last"`
}

// Rows of an answer: Counterparts (met), MeetingRows (meetings, timeline),
// Neighbours (near), Sentences (together), Entities (who) or Steps (path).
type Rows interface{ Len() int }

// The rows of each question, never nil in an answer.
type (
	Counterparts []Counterpart // most meetings first, then the last day, latest first, then id
	MeetingRows  []MeetingRow  // newest first, of a timeline oldest first; without a date last, then id
	Neighbours   []Neighbour   // most sentences first, then id
	Sentences    []Quote       // newest document first, without a date last, then document id and place in it
	Entities     []EntityRow   // by id
	Steps        []Step        // from the first name to the second; none when no chain joins them
)

// Len is the number of rows.
func (r Counterparts) Len() int { return len(r) }

// Len is the number of rows.
func (r MeetingRows) Len() int { return len(r) }

// Len is the number of rows.
func (r Neighbours) Len() int { return len(r) }

// Len is the number of rows.
func (r Sentences) Len() int { return len(r) }

// Len is the number of rows.
func (r Entities) Len() int { return len(r) }

// Len is the number of rows.
func (r Steps) Len() int { return len(r) }

// EntityRef names an entity in both scripts; a name that is not known is "".
type EntityRef struct {
	Entity string         `json:"entity"`
	Type   gazetteer.Type `json:"type"`
	Name   string         `json:"name"`
	NameAr string         `json:"name_ar"`
}

// Counterpart is somebody NAME met.
type Counterpart struct {
	EntityRef
	Meetings  int     `json:"meetings"`
	Documents int     `json:"documents"` // that report one of them
	Sources   int     `json:"sources"`   // of those documents
	First     *string `json:"first"`     // ISO day of the first dated meeting, or null
	Last      *string `json:"last"`
}

// MeetingRow is a meeting with all that is told of it.
type MeetingRow struct {
	Meeting      string      `json:"meeting"`
	Status       ner.Status  `json:"status"`
	Disputed     bool        `json:"disputed"`
	Mode         ner.Mode    `json:"mode"`
	Date         *string     `json:"date"` // ISO day, "from/to", or null
	Place        *ner.Place  `json:"place"`
	Participants []EntityRef `json:"participants"` // by id
	Documents    int         `json:"documents"`    // that report it
	Sources      int         `json:"sources"`      // of those documents
	Origins      int         `json:"origins"`      // texts behind the reports: copies of one dispatch count once
	Reports      []ReportRow `json:"reports"`      // oldest document first, without a date last
}

// Step is one meeting of a chain, in which both took part.
type Step struct {
	From    EntityRef  `json:"from"`
	To      EntityRef  `json:"to"`
	Meeting MeetingRow `json:"meeting"` // of several the newest, as MeetingRows are ordered
}

// ReportRow is a report as it stands in its document.
type ReportRow struct {
	Document  string        `json:"document"`
	Source    string        `json:"source"`
	URL       string        `json:"url"`
	Title     string        `json:"title"`
	Published *string       `json:"published"`
	Status    ner.Status    `json:"status"`
	Mode      ner.Mode      `json:"mode"`
	Date      *string       `json:"date"`
	ClaimedBy *ner.Claimant `json:"claimed_by"`
	Quote     string        `json:"quote"`
	Start     int           `json:"start"` // bytes of the document's text
	End       int           `json:"end"`
}

// Neighbour is somebody named beside NAME.
type Neighbour struct {
	EntityRef
	Sentences int     `json:"sentences"`
	Documents int     `json:"documents"`
	First     *string `json:"first"` // ISO day of publication of the first dated document, or null
	Last      *string `json:"last"`
}

// Quote is a sentence of a document.
type Quote struct {
	Document  string  `json:"document"`
	Source    string  `json:"source"`
	URL       string  `json:"url"`
	Published *string `json:"published"`
	Quote     string  `json:"quote"`
	Start     int     `json:"start"` // bytes of the document's text
	End       int     `json:"end"`
}

// EntityRow is all that is known of an entity.
type EntityRow struct {
	EntityRef
	Listed    bool        `json:"listed"`    // in the gazetteer
	ISO       string      `json:"iso"`       // countries
	Kind      string      `json:"kind"`      // organizations
	Names     []string    `json:"names"`     // aliases of the gazetteer
	Offices   []OfficeRow `json:"offices"`   // by From
	Mentions  int         `json:"mentions"`  // names in the text, without those whose bearer is not clear
	Documents int         `json:"documents"` // with such a mention
	First     *string     `json:"first"`     // ISO day of publication of the first dated one, or null
	Last      *string     `json:"last"`
	Meetings  int         `json:"meetings"`  // held, in person
	Ambiguous []Ambiguity `json:"ambiguous"` // most frequent first, then by text
}

// OfficeRow is a term in an office.
type OfficeRow struct {
	Role   string  `json:"role"`
	Of     string  `json:"of"`      // entity id of the country or body
	OfName string  `json:"of_name"` // its English name
	Scope  string  `json:"scope"`
	From   *string `json:"from"` // day, month or year; null when not known
	To     *string `json:"to"`   // first day out of office; null while in it
	Acting bool    `json:"acting"`
}

// Ambiguity is a surface that may mean the entity and was left open.
type Ambiguity struct {
	Text     string `json:"text"`
	Mentions int    `json:"mentions"`
}
