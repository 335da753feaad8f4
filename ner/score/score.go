// Package score measures the meetings read from documents against those a reader
// found in them, so that an analyst can measure whomet on material of his own.
//
// It is a verb on the nouns of ner, needs neither store nor command line, and so
// lives here and not in cmd; it imports ner/analyze only for the steps by which
// an error is explained.
//
// # What is counted
//
// A meeting of n people is n(n-1)/2 pairs that weigh 1/(n-1) each, so that a
// reception of thirty weighs fifteen and not 435. A pair is right when the same two
// people meet in the same document. "any" asks for the pair, whatever its status;
// "held" for the pairs that are held on either side. Status, mode, date and place
// are right or wrong for each pair that both found. "broken" are pairs told as
// held that the reader found with another status: the worst error. "known" counts
// the pairs of two people whom the reader marked as known, that is, whom a
// gazetteer should list; "all" every pair. What the reader is not sure of is
// neither demanded nor punished. Averages are taken over all pairs together.
package score

import "whomet/ner"

// Result is how far the documents agree with the gold.
type Result struct {
	Documents int      // of the gold
	Missing   []string // those of them that were not read; their meetings count as missed
	Known     Scope    // pairs of two known people
	All       Scope
	Errors    []Error // in the order of the gold; in a document missed, invented, status, each by people
}

// Scope is the figures over one choice of pairs.
type Scope struct {
	Any, Held Rates
	Matched   int // pairs that both found
	Broken    int // pairs told as held that have another status in the gold

	status, mode, date, place, placed int // of the matched: right ones; those with a place in the gold
}

// Rates is what was found of what is there. TP, FN and FP are weights, not numbers.
type Rates struct{ TP, FP, FN float64 }

// Precision is the part of what was found that is right; 0 where nothing was found.
func (r Rates) Precision() float64 { return part(r.TP, r.TP+r.FP) }

// Recall is the part of what is there that was found; 0 where nothing is there.
func (r Rates) Recall() float64 { return part(r.TP, r.TP+r.FN) }

// F1 is the harmonic mean of both.
func (r Rates) F1() float64 {
	p, q := r.Precision(), r.Recall()
	return part(2*p*q, p+q)
}

// Status is the part of the matched pairs whose status is right, and so on; 0
// where no pair matched.
func (s *Scope) Status() float64 { return part(float64(s.status), float64(s.Matched)) }

// Mode is told right in this part of the matched pairs.
func (s *Scope) Mode() float64 { return part(float64(s.mode), float64(s.Matched)) }

// Date is told right, or rightly not told, in this part of the matched pairs: to
// a day either way, as papers are stamped after midnight; an interval to three.
func (s *Scope) Date() float64 { return part(float64(s.date), float64(s.Matched)) }

// Place is told right in this part of the matched pairs that have one in the gold.
func (s *Scope) Place() float64 { return part(float64(s.place), float64(s.placed)) }

func part(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// The kinds of Error.
const (
	Missed   = "missed"   // the reader found the pair, the program did not
	Invented = "invented" // the other way round
	Wrong    = "status"   // both found it, and the program gave a status that the reader did not
)

// Error is one pair of people on which document and gold disagree.
type Error struct {
	Kind     string
	Document *Document
	Who      [2]string    // names: of the gold in Arabic where it has them, else as the program has them
	Gold     []ner.Status // what the reader found, sorted; empty where it was invented
	Told     []ner.Status // what the program told, sorted; empty where it was missed
	Quote    string       // the reader's sentence, or ""
	Meeting  *ner.Meeting // the first that the program told of the pair, or nil
	Trace    []string     // why; for the caller to fill by Why

	people [2]*Person // nil for somebody who is not in the gold
}

// Of compares documents with the gold. read returns the document of an id or url, nil
// where it was not read.
func Of(gold []Document, read func(id string) *ner.Annotated) *Result {
	r := &Result{Documents: len(gold)}
	for i := range gold {
		g := &gold[i]
		d := read(g.name())
		if d == nil && g.URL != "" {
			d = read(g.URL)
		}
		if d == nil {
			r.Missing = append(r.Missing, g.name())
			d = &ner.Annotated{}
		}
		r.document(g, d)
	}
	return r
}
