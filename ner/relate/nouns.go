package relate

import (
	"strings"

	"whomet/ner"
	"whomet/ner/lexicon"
)

// noun reads a meeting noun by itself: لقاء X وY, محادثات مع Y, talks between X and Y.
func (r *reader) noun(f frame) (frame, bool) {
	q := &r.seqs[f.seq]
	it := &q.items[f.cue]
	groups, _ := r.right(q, f.cue, true)
	var dir []int
	for _, g := range groups {
		switch g.mark {
		case between:
			f.b = append(f.b, g.items...)
		case with:
			if len(f.b) == 0 {
				f.b = append(f.b, g.items...)
			}
		case from, toward:
			if f.mode == ner.Phone && len(f.b) == 0 {
				f.b = append(f.b, g.items...)
			}
		case direct:
			switch {
			case len(dir) == 0 && len(f.b) == 0:
				dir = g.items
			case len(dir) == 1 && len(f.b) == 0 && !it.latin && (r.besides(q, dir[0], g.items[0]) || it.is(lexicon.MeetingDirect) && r.adverbs(q, dir[0], g.items[0])):
				f.b = g.items // لقاء دي ميستورا المعلم, استقبال الملك في مكتبه أمس X
			}
		case presence:
			f.present = append(f.present, g.items...)
		}
	}
	if r.hasBetween(groups) && len(f.b) > 1 {
		return f, true
	}
	if it.latin && f.rule == "meeting-noun" && !(len(dir) > 1 && f.cue+1 < len(q.items) && q.items[f.cue+1].is(lexicon.Of)) {
		dir = nil // but a meeting of X and Y
	}
	if len(dir) > 0 && !nextTo(f.cue, dir[0]) {
		dir = nil
	}
	if next := f.cue + 1; len(dir) == 0 && !r.hasBetween(groups) && next < len(q.items) && q.items[next].kind == thing && q.items[next].clitics == 0 && !it.latin {
		return f, false // لقاءات الائتلاف مع X: the body is the subject
	}
	if next := f.cue + 1; len(dir) == 0 && next < len(q.items) && q.items[next].is(lexicon.Group) && q.items[next].clitics == 0 && !it.latin {
		return f, false // اجتماع قادة الخليج مع X: those who met him have no names
	}
	switch {
	case len(dir) > 1 && len(f.b) == 0 && it.clitics&ner.Lam != 0:
		f.b = dir // متوجها للقاء X وY
	case len(dir) > 1 && len(f.b) == 0:
		f.a = dir
		return f, true
	case len(dir) > 0 && len(f.b) > 0:
		f.a = dir
		return f, true
	case len(dir) == 1 && (it.clitics&ner.Lam != 0 || r.governed(q, f.cue, lexicon.Refusal, lexicon.Denial, lexicon.Propose) || r.governed(q, f.cue, lexicon.AfterMark, lexicon.BeforeMark) && r.endsThere(q, dir[0])):
		f.b = dir
	}
	if len(f.b) == 0 && it.latin {
		if f.a = r.hyphened(q, f.cue); len(f.a) > 1 {
			return f, true
		}
		if g, ok := r.toldThere(f); ok {
			return g, true
		}
		if g, ok := r.pairAhead(f); ok && r.governed(q, f.cue, lexicon.In, lexicon.During, lexicon.AfterMark) {
			return g, true // In a meeting in Cairo, Salehi and al-Tayeb stressed
		}
	}
	if len(f.b) == 0 {
		if f.a = r.left(q, f.cue); len(f.a) > 1 && (r.governed(q, f.cue, lexicon.In, lexicon.AfterMark) || it.latin && r.broughtTo(q, f.a, f.cue)) {
			return f, true // اتفق X وY في اتصال هاتفي
		}
		f.a = r.invited(q, f.cue)
		return f, len(f.a) > 1
	}
	if f.a = r.left(q, f.cue); len(f.a) > 0 && r.quoted(q, f.cue) && !r.quoted(q, f.a[0]) {
		return f, false // قال X: "هناك اجتماع مع Y": not with him who says so
	}
	if f.mode == ner.Phone && f.cue > 0 && q.items[f.cue-1].kind == word && strings.HasSuffix(r.raw(&q.items[f.cue-1]), me) {
		return f, false // وصلني اتصال من X: a speaker who is named elsewhere
	}
	if f.mode == ner.Phone && len(f.a) == 0 && !it.latin && f.cue <= 2 && r.governed(q, f.cue, lexicon.In) {
		return f, false // وفي اتصال هاتفي بالطبيب قال: it is the paper that calls
	}
	if len(f.a) == 0 && !it.latin && it.clitics&ner.Ba != 0 && f.cue > 0 && q.items[f.cue-1].kind == word {
		return f, false // قام المركز بلقاء مع X: the centre's interview
	}
	if len(f.a) == 0 {
		if !it.latin {
			f.a = r.ownerBefore(q, f.cue)
		} else if f.apart(groups); len(f.a) == 0 {
			f.a = r.mainSubject(q, f)
		}
		if !r.implied(&f) {
			if f.a = r.behindSpeech(q, f.cue); len(f.a) == 0 {
				f.extra = r.antecedentWithin(f.seq, f.cue, 1)
			}
		}
	}
	return f, len(f.a)+len(f.extra) > 0
}

// me is ني, the object pronoun of the speaker.
const me = "\u0646\u064a"

// endsThere reports whether no plain word follows the party at item i: of بعد لقاء
// X بمديري التعليم X is the subject and not whom somebody met.
func (r *reader) endsThere(q *seq, i int) bool {
	return i+1 >= len(q.items) || q.items[i+1].kind != word
}

// invited reads دعا X Y إلى لقاء, X invited Y to talks: both stand before the noun.
func (r *reader) invited(q *seq, c int) []int {
	for k := c - 1; k >= 0; k-- {
		it := &q.items[k]
		if it.kind != cue || !it.is(lexicon.Propose) {
			continue
		}
		var who []int
		if it.latin {
			who = r.left(q, k)
		}
		for j := k + 1; j < c; j++ {
			if q.items[j].kind == person && r.identified(&q.items[j]) && !r.oblique(q, j) && !r.tg.Phrases[q.items[j].phrase].Inside {
				who = append(who, j)
			}
		}
		if len(who) == 2 {
			return who
		}
		return nil
	}
	return nil
}

// apart finds the subject of a sentence that begins with its adjunct: Ahead of
// talks with X in Berlin, Y urged …
func (f *frame) apart(groups []group) {
	for i := len(groups) - 1; i > 0; i-- {
		if !groups[i].apart {
			continue
		}
		for _, g := range groups[1:i] {
			if g.apart {
				f.b = append(f.b, g.items...) // talks with Lavrov, Zarif and Ashton, Kerry urged
			}
		}
		f.a = groups[i].items[:1]
		return
	}
}

func (r *reader) personAt(q *seq, i int) bool {
	return i < len(q.items) && q.items[i].kind == person
}

// theTwo reports whether the subject is both of those named before: التقى الوزيران.
func (r *reader) theTwo(q *seq, c int) bool {
	if q.items[c].latin {
		return r.theTwoLatin(q, c)
	}
	for k := c + 1; k <= c+2 && k < len(q.items); k++ {
		if q.items[k].kind == cue && q.items[k].is(lexicon.TheTwo) {
			return true
		}
	}
	return false
}

// pair reads خلال لقائهما: the two whom the sentence named, or the one before.
func (r *reader) pair(f frame) (frame, bool) {
	for back := f.seq; back >= 0 && back >= f.seq-1; back-- {
		q := &r.seqs[back]
		end := len(q.items)
		if back == f.seq {
			end = f.cue
		}
		var two []*item
		seen := map[string]bool{}
		for i := 0; i < end; i++ {
			it := &q.items[i]
			if it.kind != person || !r.identified(it) || r.tg.Phrases[it.phrase].Inside {
				continue
			}
			if k := r.key(r.mention(it)); !seen[k] {
				seen[k] = true
				two = append(two, it)
			}
		}
		if len(two) == 2 {
			f.extra = two
			return f, true
		}
		if len(two) > 2 {
			return f, false
		}
	}
	return f, false
}

// nextTo reports whether no more than one item stands between the cue and the
// party, so that the party is its genitive: لقاء (القمة) X.
func nextTo(c, i int) bool { return i-c <= 2 }

// governed reports whether a cue of one of the classes stands just before item c.
func (r *reader) governed(q *seq, c int, classes ...lexicon.Class) bool {
	for k := c - 1; k >= 0 && k >= c-3; k-- {
		if q.items[k].kind == cue && q.items[k].is(classes...) {
			return true
		}
	}
	return false
}

// ownerBefore is whose words, visit or moves the noun at item c goes with, where
// nothing but a preposition stands between: تصريحات X خلال لقائه Y.
func (r *reader) ownerBefore(q *seq, c int) []int {
	if c < 2 || !q.items[c-1].is(lexicon.During, lexicon.AfterMark, lexicon.In) {
		return nil
	}
	if it := &q.items[c-2]; it.kind == person && r.identified(it) && r.tg.Phrases[it.phrase].Inside {
		return []int{c - 2}
	}
	return nil
}

// possessed reads لقائه (مع) Y: the pronoun is the subject of the sentence.
func (r *reader) possessed(f frame) (frame, bool) {
	q := &r.seqs[f.seq]
	groups, _ := r.right(q, f.cue, true)
	for _, g := range groups {
		switch g.mark {
		case with, between:
			if len(f.b) == 0 {
				f.b = g.items
			}
		case direct, toward:
			if len(f.b) == 0 && nextTo(f.cue, g.items[0]) {
				f.b = g.items
			}
		case presence:
			f.present = append(f.present, g.items...)
		}
	}
	if len(f.b) == 0 {
		return f, false
	}
	if next := f.cue + 1; !q.items[f.cue].latin && q.items[next].is(lexicon.From) && !r.personAt(q, next+1) {
		return f, false // تم استقباله من قبل الدوريات
	}
	if f.a = r.left(q, f.cue); len(f.a) == 0 {
		if f.a = r.ownerBefore(q, f.cue); len(f.a) == 0 {
			f.a = r.behindSpeech(q, f.cue)
		}
		if len(f.a) == 0 {
			f.extra = r.antecedent(f.seq, f.cue)
		}
	} else if len(f.a) > 1 {
		f.a = f.a[len(f.a)-1:]
	}
	return f, len(f.a)+len(f.extra) > 0
}
