package relate

import (
	"whomet/ner/lexicon"
)

// What English says of the time and the truth of a meeting besides its cues.

// simplePresent reports whether the verb at item i is in the simple present: meets,
// not meeting.
func (r *reader) simplePresent(q *seq, i int) bool {
	return !r.gerund(&q.items[i]) && !r.infinitive(q, i)
}

// weekdayToCome reports whether the words behind the verb name a weekday and no
// date, as one speaks of what is to come. A caption has the date: Kerry meets
// Lavrov in Doha, Monday, Aug. 3, 2015.
func (r *reader) weekdayToCome(q *seq, f frame) bool {
	day := r.comingDay(q, f)
	for k := f.cue + 1; k < len(q.items); k++ {
		it := &q.items[k]
		if it.is(lexicon.Month, lexicon.LastWord) || it.is(lexicon.Speech) {
			return false
		}
		day = day || it.is(lexicon.Weekday)
	}
	return day
}

// toTakePlace reports whether the main verb of an English noun, behind whatever a
// comma puts between, says that it is to come: the Netanyahu-Erdogan meeting, the
// first in years, will take place in May.
func (r *reader) toTakePlace(q *seq, last int) bool {
	for k := last + 1; k < len(q.items); k++ {
		it := &q.items[k]
		if it.kind == person || it.is(lexicon.Speech, lexicon.Break, lexicon.And) || it.is(lexicon.Relative) {
			return false
		}
		if it.latin && it.is(lexicon.Future) && q.items[k-1].kind == punct {
			return true
		}
	}
	return false
}

// inverted reports whether a sentence begins with the verb of a condition: Had Kerry
// met Assad, the rebels would have left.
func (r *reader) inverted(q *seq) bool {
	if len(q.items) < 2 || q.items[1].kind != person {
		return false
	}
	switch r.t.Fold(q.items[0].first) {
	case "had", "were", "should":
		return true
	}
	return false
}

// offerBetween reports whether what was refused is an offer of the meeting: refused
// a request by Erdogan for a meeting.
func (r *reader) offerBetween(q *seq, k, c int) bool {
	for i := k + 1; i < c; i++ {
		if it := &q.items[i]; it.is(lexicon.Relative, lexicon.Break) || it.kind == punct {
			return false
		} else if it.latin && it.is(lexicon.Propose) {
			return true
		}
	}
	return false
}
