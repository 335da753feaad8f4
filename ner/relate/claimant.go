package relate

import (
	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
)

// claimant finds who tells of the meeting, where the telling is attributed: أعلن
// الكرملين أن, Fox News said that. What the paper itself tells has none.
func (r *reader) claimant(f frame) *ner.Claimant {
	q := &r.seqs[f.seq]
	for k := f.cue - 1; k >= 0; k-- {
		it := &q.items[k]
		if it.kind != cue || !it.is(lexicon.Speech, lexicon.Doubt, lexicon.Denial) {
			continue
		}
		if it.is(lexicon.Speech) && r.toldByPaper(q, k, f.cue) {
			continue
		}
		if it.latin && !it.is(lexicon.Doubt) {
			for j := k - 1; j >= 0 && j >= k-3; j-- {
				if c := r.speaker(&q.items[j]); c != nil {
					return c
				}
			}
			continue
		}
		for j := k + 1; j < f.cue && j <= k+4 && !q.items[j].is(lexicon.Relative); j++ {
			if c := r.speaker(&q.items[j]); c != nil {
				return c
			}
		}
		for j := k - 1; j >= 0 && j >= k-6 && it.is(lexicon.Speech); j-- { // وكانت قناة X قد ذكرت أن
			if q.items[j].kind == cue && !q.items[j].is(lexicon.Past, lexicon.Relative) {
				break
			}
			if c := r.speaker(&q.items[j]); c != nil {
				return c
			}
		}
	}
	if q.items[f.cue].latin { // …, the Kremlin said
		if j := r.said(q); j > f.cue {
			return r.sayer(q, j)
		}
	}
	return nil
}

// toldByPaper reports whether the meeting is but the occasion of what was said:
// قال X بعد لقائه Y, Kerry said after meeting Y. No "that" leads to it.
func (r *reader) toldByPaper(q *seq, speech, c int) bool {
	for k := speech + 1; k < c; k++ {
		it := &q.items[k]
		if it.kind != cue {
			continue
		}
		if it.is(lexicon.Relative) {
			return false
		}
	}
	if q.items[speech].latin {
		return r.governed(q, c, lexicon.AfterMark, lexicon.BeforeMark)
	}
	return !q.items[c].is(lexicon.MeetPast, lexicon.MeetPresent) || r.governed(q, c, lexicon.AfterMark, lexicon.BeforeMark)
}

func (r *reader) speaker(it *item) *ner.Claimant {
	if it.kind != person && it.kind != thing {
		return nil
	}
	m := r.mention(it)
	if m.Kind == ner.Reference && m.Status != ner.Linked {
		return nil
	}
	if m.Type == gazetteer.City && !m.Metonym || m.Type == gazetteer.Country || m.Status == ner.Ambiguous {
		return nil
	}
	return &ner.Claimant{Entity: m.Entity, Name: m.Name}
}
