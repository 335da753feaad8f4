package relate

import (
	"strings"

	"whomet/ner"
	"whomet/ner/lexicon"
)

// impliedSubject finds the subject of a verb that has none in its sentence, in
// the sentence before. Where a word that is no name stands before the verb, that
// word is its subject: حاكم دبي يستقبل X.
func (r *reader) impliedSubject(n, c int) []*item {
	q := &r.seqs[n]
	if c > 0 && (q.items[c-1].kind == word || q.items[c-1].kind == thing) || r.strangerBehind(q, c) {
		return nil
	}
	return r.antecedentWithin(n, c, 1)
}

// strangerBehind reports whether the subject of the verb at item c follows it and is
// somebody whom the text names too little for: جمع الأمير بندر مع X.
func (r *reader) strangerBehind(q *seq, c int) bool {
	if c+1 >= len(q.items) || q.items[c].latin {
		return false
	}
	it := &q.items[c+1]
	return it.clitics == 0 && (it.kind == person && !r.identified(it) || it.kind == cue && it.is(lexicon.Honorific) || r.wordFor(q, c+1))
}

// wordFor reports whether the word at item i stands between a verb and whom it says
// somebody met, and so is that somebody: اجتمع + كوزمين + بالسهلاوي, but not where it
// is an adverb, أيضا.
func (r *reader) wordFor(q *seq, i int) bool {
	if q.items[i].kind != word || i+1 >= len(q.items) {
		return false
	}
	next := &q.items[i+1]
	if !next.is(lexicon.With) && !(next.kind == person && next.clitics&ner.Ba != 0) {
		return false
	}
	raw := strings.TrimSuffix(r.raw(&q.items[i]), tanween)
	return !strings.HasSuffix(raw, alif) && !strings.HasPrefix(raw, ba)
}

const (
	alif    = "\u0627" // ا, in which most adverbs end
	tanween = "\u064b" // the mark that may stand on it: أيضاً
)

// behindSpeech finds the subject behind the verb of saying that follows an
// adjunct: في مستهل لقائه X، قال Y.
func (r *reader) behindSpeech(q *seq, c int) []int {
	for k := c + 1; k+1 < len(q.items); k++ {
		it := &q.items[k]
		if it.kind == cue && it.is(lexicon.Speech) && !it.is(lexicon.Relative) && !it.latin {
			for j := k + 1; j < len(q.items) && j <= k+3; j++ {
				if q.items[j].kind == person && r.identified(&q.items[j]) && !r.oblique(q, j) {
					return []int{j}
				}
			}
			return nil
		}
	}
	return nil
}

// antecedent finds whom a pronoun or a verb without subject means: the subject
// of the sentence told before, two sentences back at most.
func (r *reader) antecedent(n, c int) []*item {
	return r.antecedentWithin(n, c, 2)
}

func (r *reader) antecedentWithin(n, c, reach int) []*item {
	if q := &r.seqs[n]; r.near(q, c, 0, 2, lexicon.PronounTitle) {
		reach = 6 // سموه: a title in place of his name carries further than a verb alone
	}
	if who := r.ofChronicle(&r.seqs[n]); who != nil {
		return []*item{who}
	}
	for back := n - 1; back >= 0 && back >= n-reach; back-- {
		q := &r.seqs[back]
		if q.headline && n > back+1 {
			continue
		}
		for i := range q.items {
			it := &q.items[i]
			if it.kind == person && r.identified(it) && !r.oblique(q, i) && !r.tg.Phrases[it.phrase].Inside {
				return []*item{it}
			}
		}
	}
	return nil
}
