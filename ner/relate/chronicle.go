package relate

import "whomet/ner/lexicon"

// chronicle is how many sentences of an account day by day begin with a day.
const chronicle = 5

// dayByDay reports whether the article is an account day by day: وفي يوم الاثنين
// استقبل X، وفي يوم الثلاثاء هنأ Y. It hardly names its subject again, and what it
// tells of one day says nothing of another.
func (r *reader) dayByDay() bool {
	days := 0
	for i := range r.seqs {
		if r.beginsWithDay(&r.seqs[i]) {
			days++
		}
	}
	return days >= chronicle
}

func (r *reader) beginsWithDay(q *seq) bool {
	if len(q.items) < 3 {
		return false
	}
	return q.items[0].is(lexicon.Weekday) || q.items[0].is(lexicon.In) && q.items[1].is(lexicon.DayWord, lexicon.Weekday)
}

// ofChronicle is the subject that a sentence of an account day by day leaves out:
// whom the article names most. It is nil of any other sentence.
func (r *reader) ofChronicle(q *seq) *item {
	if !r.beginsWithDay(q) || !r.dayByDay() {
		return nil
	}
	named := map[string]int{}
	var most *item
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
