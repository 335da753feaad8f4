package relate

import (
	"whomet/ner/lexicon"
)

// quoted reports whether item c stands inside quotation marks.
func (r *reader) quoted(q *seq, c int) bool {
	depth := 0
	for i := 0; i < c; i++ {
		if q.items[i].kind != punct {
			continue
		}
		switch r.raw(&q.items[i]) {
		case "\u00ab", "\u201c":
			depth++
		case "\u00bb", "\u201d":
			depth--
		case "\"":
			depth ^= 1
		}
	}
	return depth > 0
}

// bracketed reports whether item c stands in brackets with nobody beside it: the name of
// a work, as in فلان عبر عمله (غداً نلتقي).
func (r *reader) bracketed(q *seq, c int) bool {
	const long = 4 // words of a name, on either side
	opened := false
	for k := c - 1; k >= 0 && k >= c-long && !opened && q.items[k].kind != person && !r.isMark(q, k, ")"); k-- {
		opened = r.isMark(q, k, "(")
	}
	for k := c + 1; opened && k < len(q.items) && k <= c+long && q.items[k].kind != person; k++ {
		if r.isMark(q, k, ")") {
			return true
		}
	}
	return false
}

func (r *reader) isMark(q *seq, i int, mark string) bool {
	return q.items[i].kind == punct && r.raw(&q.items[i]) == mark
}

func (r *reader) near(q *seq, c, before, after int, classes ...lexicon.Class) bool {
	for k := max(0, c-before); k <= c+after && k < len(q.items); k++ {
		if q.items[k].kind == cue && q.items[k].is(classes...) {
			return true
		}
	}
	return false
}

func (r *reader) elsewhere(q *seq, c int) bool {
	return r.near(q, c, 2, 2, lexicon.Elsewhere) || r.near(q, c, 2, 0, lexicon.Ceremony) || q.items[c].is(lexicon.MeetingMatch) && r.ofSport()
}

// ofSport reports whether the article speaks of matches and players again and
// again, so that an encounter in it is a match.
func (r *reader) ofSport() bool {
	n := 0
	for i := range r.seqs {
		for k := range r.seqs[i].items {
			if r.seqs[i].items[k].is(lexicon.Sport) {
				n++
			}
		}
	}
	return n >= 4 && n*sportDensity >= len(r.t.List)
}

// sportDensity is how many words of an article of sport there may be to one of
// its vocabulary; a minister's portrait may tell of his favourite club too.
const sportDensity = 80

func (r *reader) separately(q *seq, c int) bool {
	before := 3
	if q.items[c].latin {
		before = scope // neither Donald Trump nor Kim Jong Un has met
	}
	return r.near(q, c, before, len(q.items), lexicon.Separately)
}

// byPhone reports whether the clause says that they spoke by phone.
func (r *reader) byPhone(q *seq, f frame) bool {
	if f.rule != "discussed-with" {
		return r.near(q, f.cue, 0, 4, lexicon.PhoneHint, lexicon.VideoHint)
	}
	end := f.cue + 14
	for k := f.cue; k < end && k < len(q.items); k++ {
		it := &q.items[k]
		if it.kind == cue && it.is(lexicon.PhoneHint, lexicon.VideoHint, lexicon.CallNoun) {
			return true
		}
		if it.kind == cue && k > f.cue && (it.is(lexicon.Speech, lexicon.Break)) {
			return false
		}
	}
	return false
}
