package relate

import (
	"whomet/ner/lexicon"
)

// Whom an English pronoun means.

// implied gives an English frame without a subject the one its pronoun means.
func (r *reader) implied(f *frame) bool {
	q := &r.seqs[f.seq]
	if !q.items[f.cue].latin || len(f.a)+len(f.extra) > 0 {
		return len(f.a)+len(f.extra) > 0
	}
	if i := r.pronounBefore(q, f.cue); i >= 0 {
		if r.t.Fold(q.items[i].first) == "i" {
			f.a = r.whoSays(q, i)
			return len(f.a) > 0
		}
		f.extra = r.he(f.seq, i)
	}
	return len(f.extra) > 0
}

// pronounBefore is the pronoun that is the subject of item c, or -1: he later met,
// whom she had received. Nobody is named between.
func (r *reader) pronounBefore(q *seq, c int) int {
	for k := c - 1; k >= 0; k-- {
		it := &q.items[k]
		switch {
		case it.kind == person:
			if r.oblique(q, k) || r.tg.Phrases[it.phrase].Inside {
				continue
			}
			if j := r.subjectLatin(q, k, c); j != k && q.items[j].is(lexicon.Pronoun) {
				return j
			}
			return -1
		case it.latin && it.is(lexicon.Pronoun):
			return k
		case it.kind == word && r.isHim(it):
			return -1 // I have asked him to meet her: he is whom the text spoke of
		case it.kind == punct && r.raw(it) == ";":
			return -1
		}
	}
	return -1
}

// heItIs reports whether a pronoun right before item c is its subject, and does not
// only lead to a name behind: he met; but not: After he met Putin, Assad flew home.
func (r *reader) heItIs(q *seq, c int) bool {
	k := r.pronounBefore(q, c)
	return k >= 0 && c-k <= 3 && !(k == 1 && q.items[0].is(lexicon.AfterMark, lexicon.BeforeMark, lexicon.Break))
}

// he finds whom the pronoun at item i means: the subject nearest before it in its
// sentence, else that of the sentence before. Pope Francis met Abbas a day after he was received.
func (r *reader) he(n, i int) []*item {
	q := &r.seqs[n]
	for k := i - 1; k >= 0; k-- {
		it := &q.items[k]
		if it.kind != person || r.oblique(q, k) || r.tg.Phrases[it.phrase].Inside {
			continue
		}
		if k = r.objectOf(q, k); q.items[k].kind == person && r.identified(&q.items[k]) {
			return []*item{&q.items[k]}
		}
		return nil
	}
	if before := r.antecedentWithin(n, i, 1); before != nil {
		return before
	}
	for k := i - 1; k >= 0; k-- { // sources close to al-Sadr denied he had met
		if it := &q.items[k]; it.kind == person && r.identified(it) {
			return []*item{it}
		}
	}
	return nil
}

// him reads King Salman received him: whom the pronoun means is the subject told
// before.
func (r *reader) him(f frame) (frame, bool) {
	q := &r.seqs[f.seq]
	if f.a = r.left(q, f.cue); len(f.a) == 0 {
		return f, false
	}
	for k := f.a[0] - 1; k >= 0; k-- {
		it := &q.items[k]
		if it.kind == person && r.identified(it) && !r.oblique(q, k) && !r.tg.Phrases[it.phrase].Inside {
			f.b = []int{r.objectOf(q, k)}
			return f, q.items[f.b[0]].kind == person
		}
	}
	f.extra = r.antecedentWithin(f.seq, f.cue, 1)
	return f, len(f.extra) > 0
}

// whoSays is the speaker of the words in quotation marks round item i: "I met him,"
// Johnson said.
func (r *reader) whoSays(q *seq, i int) []int {
	if !r.quoted(q, i) {
		return nil
	}
	for k := range q.items {
		if !q.items[k].is(lexicon.Speech) || q.items[k].is(lexicon.Relative) || r.quoted(q, k) {
			continue
		}
		for _, j := range []int{k - 1, k + 1} {
			if j >= 0 && r.personAt(q, j) && r.identified(&q.items[j]) && !r.quoted(q, j) && !r.oblique(q, j) && !r.owned(q, j) {
				return []int{j}
			}
		}
	}
	return nil
}
