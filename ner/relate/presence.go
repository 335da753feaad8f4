package relate

import (
	"whomet/ner"
	"whomet/ner/lexicon"
)

// conference reads المؤتمر بمشاركة X وY and a summit that a verb brings people
// to: several at one table, no word of the two.
func (r *reader) conference(f frame) (frame, bool) {
	q := &r.seqs[f.seq]
	groups, _ := r.right(q, f.cue, true)
	for _, g := range groups {
		if g.mark == presence {
			f.b = append(f.b, g.items...)
		}
	}
	return f, len(f.b) > 1
}

// atOneTable reads the presence of several at a conference told of earlier in the
// sentence, which gives it no parties: انطلقت المباحثات الدورية بمشاركة X وY.
func (r *reader) atOneTable(n int) {
	q := &r.seqs[n]
	if !q.classes.Has(lexicon.Presence) {
		return
	}
	noun := -1
	for c := range q.items {
		it := &q.items[c]
		switch {
		case it.latin:
		case it.is(lexicon.Speech, lexicon.Break, lexicon.Ceremony, lexicon.Elsewhere):
			noun = -1
		case it.is(lexicon.ConferenceN, lexicon.MeetingNoun, lexicon.TheMeeting):
			noun = c
		case noun >= 0 && it.is(lexicon.Presence):
			f := frame{seq: n, cue: noun, head: noun, mode: ner.Multilateral, rule: "conference"}
			groups, _ := r.right(q, c, false)
			for _, g := range groups {
				if g.mark == direct || g.mark == presence {
					f.b = append(f.b, g.items...)
				}
			}
			if len(f.b) > 1 {
				r.tell(f)
				return
			}
		}
	}
}

// welcome reads وكان في استقباله X وY: who follows met whom the pronoun means.
func (r *reader) welcome(f frame) (frame, bool) {
	q := &r.seqs[f.seq]
	groups, _ := r.right(q, f.cue, true)
	for _, g := range groups {
		if g.mark == direct || g.mark == presence {
			f.b = append(f.b, g.items...)
		}
	}
	if next := f.cue + 1; q.items[f.cue].is(lexicon.WelcomeOf) && r.personAt(q, next) && r.tg.Phrases[q.items[next].phrase].Inside {
		if f.a = []int{next}; !r.identified(&q.items[next]) { // في استقبال معاليه: whom the title means
			f.a, f.extra = nil, r.antecedent(f.seq, f.cue)
		}
		return f, len(f.a)+len(f.extra) > 0 && len(f.b) > 0
	}
	if q.items[f.cue].is(lexicon.WelcomeOf) && f.cue+1 < len(q.items) && q.items[f.cue+1].kind == word {
		return f, false // في استقبال الطائرة
	}
	if q.items[f.cue].is(lexicon.WelcomeOf) && f.cue+1 < len(q.items) && q.items[f.cue+1].is(lexicon.During) {
		f.extra = r.antecedent(f.seq, f.cue) // في استقبال لدى وصوله X: the guest is left out
		return f, len(f.extra) > 0 && len(f.b) > 0
	}
	if q.items[f.cue].is(lexicon.WelcomeOf) && len(groups) > 1 && groups[0].mark == direct && len(groups[0].items) == 1 && groups[1].mark == direct {
		f.a, f.b = groups[0].items, groups[1].items // في استقبال الملك … وزير الخارجية
		return f, true
	}
	if len(f.b) == 0 || r.strangerArrived(q, f.cue) {
		return f, false
	}
	if f.a = r.left(q, f.cue); !r.implied(&f) {
		f.extra = r.antecedent(f.seq, f.cue)
	} else if len(f.a) > 0 && r.near(q, f.cue, f.cue-f.a[len(f.a)-1], -1, lexicon.Elsewhere) {
		return f, false // طائرة تقل جثمان الشهيد وكان في استقبالها X
	}
	return f, len(f.a)+len(f.extra) > 0
}

// strangerArrived reports whether the clause before the welcome at item c tells of
// the arrival of somebody whom the text names too little for: أدريان الذي وصل إلى
// النمسا، وكان في استقباله X.
func (r *reader) strangerArrived(q *seq, c int) bool {
	for k := c - 1; k > 0; k-- {
		switch it := &q.items[k]; {
		case it.kind == person:
			return false
		case it.is(lexicon.RelativeWho):
			return q.items[k-1].kind == word && r.near(q, k, 0, c-k, lexicon.Arrive)
		}
	}
	return false
}

// tookPart reads شارك X وY في مؤتمر: the same conference, no word of the two.
func (r *reader) tookPart(f frame) (frame, bool) {
	q := &r.seqs[f.seq]
	found := q.items[f.cue].is(lexicon.ConferenceN)
	for i := f.cue + 1; i < len(q.items) && i < f.cue+8; i++ {
		if q.items[i].kind == cue && q.items[i].is(lexicon.ConferenceN) {
			found = true
		}
	}
	if !found {
		return f, false
	}
	if f.a = r.left(q, f.cue); len(f.a) == 0 {
		for i := f.cue + 1; i < len(q.items); i++ {
			it := &q.items[i]
			if it.kind == cue && it.is(lexicon.Speech, lexicon.Break) {
				break
			}
			if it.kind == person && r.identified(it) && !r.oblique(q, i) && !r.tg.Phrases[it.phrase].Inside {
				f.a = append(f.a, i)
			}
		}
	}
	groups, _ := r.right(q, f.cue, true)
	for _, g := range groups {
		if g.mark == presence || g.mark == with {
			f.b = append(f.b, g.items...)
		}
	}
	return f, len(f.a)+len(f.b) > 1
}

// attended adds those whom the text names as present to the meeting told last:
// حضر الاستقبال X وY.
func (r *reader) attended(n, c int) bool {
	q := &r.seqs[n]
	it := &q.items[c]
	if !it.is(lexicon.Attended) || r.last < 0 || n-r.records[r.last].lastSeq > 10 {
		return it.is(lexicon.Attended)
	}
	if !it.latin && it.first == it.last && r.near(q, c, 6, 0, lexicon.Ceremony) {
		return true // الحفل الذي حضره X: a ceremony, and no meeting
	}
	groups, _ := r.right(q, c, false)
	rec := &r.records[r.last]
	if len(groups) == 0 && it.latin && !r.near(q, c, 2, 0, lexicon.Negation) {
		for _, i := range r.left(q, c) { // Araghchi and Sherman were also present at the meeting
			rec.add(r, &q.items[i])
		}
	}
	for _, g := range groups {
		if g.mark != direct && g.mark != presence && g.mark != from {
			continue
		}
		for _, i := range g.items {
			if r.identified(&q.items[i]) {
				rec.add(r, &q.items[i])
			}
		}
	}
	rec.lastSeq = n
	return true
}
