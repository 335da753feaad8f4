package relate

import "whomet/ner/lexicon"

// chronicle is how many sentences of an account day by day begin with a day.
const chronicle = 5

// readChronicle finds out whether the article is an account day by day: وفي يوم الاثنين
// استقبل X، وفي يوم الثلاثاء هنأ Y. It hardly names its subject again, who is then
// whom it names most, and what it tells of one day says nothing of another.
func (r *reader) readChronicle() {
	days := 0
	for i := range r.seqs {
		if r.beginsWithDay(&r.seqs[i]) {
			days++
		}
	}
	if r.dayByDay = days >= chronicle; r.dayByDay {
		r.chronicled = r.namedMost()
	}
}

func (r *reader) beginsWithDay(q *seq) bool {
	if len(q.items) < 3 {
		return false
	}
	return q.items[0].is(lexicon.Weekday) || q.items[0].is(lexicon.In) && q.items[1].is(lexicon.DayWord, lexicon.Weekday)
}

// ofChronicle is the subject that a sentence of an account day by day leaves out.
// It is nil of any other sentence.
func (r *reader) ofChronicle(q *seq) *item {
	if r.chronicled == nil || !r.beginsWithDay(q) {
		return nil
	}
	return r.chronicled
}

// namedMost is whom the article names most, where he is named first, or nil.
func (r *reader) namedMost() (most *item) {
	named := map[string]int{}
	for i := range r.seqs {
		for k := range r.seqs[i].items {
			it := &r.seqs[i].items[k]
			if it.kind != person || !r.identified(it) {
				continue
			}
			key := r.key(r.mention(it))
			named[key]++
			if most == nil || named[key] > named[r.key(r.mention(most))] {
				most = it
			}
		}
	}
	return most
}
