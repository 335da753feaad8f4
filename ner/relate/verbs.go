package relate

import (
	"strings"

	"whomet/ner"
	"whomet/ner/lexicon"
)

// verb reads a transitive verb: التقى X Y, X التقى Y, التقى X مع Y, X met (with) Y.
func (r *reader) verb(f frame, onlyDirect bool) (frame, bool) {
	q := &r.seqs[f.seq]
	it := &q.items[f.cue]
	if onlyDirect && !it.latin && f.cue+1 < len(q.items) && q.items[f.cue+1].kind == thing {
		return f, false // زار تركيا X ومساعده
	}
	groups, _ := r.right(q, f.cue, false)
	var d, w [][]int
	for _, g := range groups {
		if g.also && len(d) > 0 {
			continue // each apart, below
		}
		switch g.mark {
		case direct:
			if !it.latin && len(w) > 0 && len(d) == 0 {
				w[0] = append(w[0], g.items...) // التقى مع X، وY: the list goes on behind مع
				continue
			}
			d = append(d, g.items)
		case with, toward:
			if g.mark == toward && !it.latin {
				continue
			}
			w = append(w, g.items)
		case presence:
			f.present = append(f.present, g.items...)
		}
	}
	if onlyDirect && len(w) > 0 {
		w = nil
	}
	if it.latin {
		switch {
		case len(d) > 0 && !groups[0].apart:
			f.b = d[0]
		case len(w) > 0:
			f.b = w[0]
		}
		for _, g := range groups {
			if g.also && len(f.b) > 0 && g.items[0] != f.b[0] {
				f.also = append(f.also, g.items)
			}
		}
		if f.a = r.left(q, f.cue); len(f.a) == 0 {
			if !r.heItIs(q, f.cue) {
				f.apart(groups)
			}
		}
		if onlyDirect && len(f.b) > 0 && r.calledOn(q, f.cue, f.b) {
			return f, false
		}
		return f, len(f.b) > 0 && r.implied(&f) || len(f.a) > 1 && len(f.b) == 0 && f.rule == "met"
	}
	switch who := r.ofChronicle(q); {
	case len(d) >= 2 && who != nil && groups[1].apart:
		f.b, f.extra = d[0], []*item{who} // واستقبل X، وزار Y
		return f, true
	case len(d) >= 2:
		f.a, f.b = d[0], d[1]
	case len(d) == 1 && len(w) > 0:
		f.a, f.b = d[0], w[0]
	case len(d) == 1 && len(f.present) > 0:
		f.a = d[0] // استقبل X بحضور Y السفير Z
	case len(d) == 1:
		if f.rule == "visited-person" && (f.cue == 0 || !r.personAt(q, f.cue-1)) {
			return f, false // زار X طهران: he visits a place
		}
		subject, told := r.subjectOfConjunct(q, f.cue)
		if !told {
			subject = r.left(q, f.cue)
		} else if len(subject) == 0 {
			return f, false
		}
		if f.rule == "received" && r.opensClause(q, f.cue) && !r.headOfSentence(q, f.cue, subject) {
			subject = nil // a host named in the clause before is not the host of this one
		}
		switch {
		case len(subject) > 0:
			f.a, f.b = subject, d[0]
		case who != nil && (f.rule == "received" || f.rule == "met"):
			f.b, f.extra = d[0], []*item{who}
			return f, true
		case len(d[0]) > 1 && f.rule == "met" && !it.is(lexicon.MeetPresent):
			f.a = d[0]
		case f.rule == "received" && !r.near(q, f.cue, 0, 2, lexicon.PronounTitle):
			return f, false // استقبل X المهنئين: X is the host, and his guests have no name
		case r.unnamedBehind(q, d[0][len(d[0])-1]):
			return f, false // التقى X بعدد من الممثلين: the same of whoever he met
		default:
			f.b = d[0]
			f.extra = r.impliedSubject(f.seq, f.cue)
			return f, len(f.extra) > 0
		}
	case len(w) > 0:
		f.b = w[0]
		if f.a = r.left(q, f.cue); len(f.a) == 0 {
			f.extra = r.impliedSubject(f.seq, f.cue)
			return f, len(f.extra) > 0
		}
	default:
		return f, false
	}
	return f, len(f.a) > 0 && len(f.b) > 0 || len(f.a) > 1
}

// unnamedBehind reports whether ب and a word that is no name stand behind item i,
// with no more than a day between: the object of the verb whose subject i is, as
// in التقى X، الاثنين الماضي، بالكثير من الرؤساء.
func (r *reader) unnamedBehind(q *seq, i int) bool {
	for i++; i < len(q.items); i++ {
		it := &q.items[i]
		if it.kind == word {
			return strings.HasPrefix(r.raw(it), ba)
		}
		if !(it.kind == punct && r.isComma(it) || it.is(lexicon.RelDay, lexicon.Weekday, lexicon.LastWord, lexicon.DayWord)) {
			return false
		}
	}
	return false
}

// ba is ب.
const ba = "\u0628"

// opensClause reports whether nothing but a comma or a connective stands before
// item c, so that its subject must follow.
func (r *reader) opensClause(q *seq, c int) bool {
	if c == 0 {
		return true
	}
	prev := &q.items[c-1]
	return prev.kind == punct || prev.kind == cue && prev.is(lexicon.Break) && !prev.is(lexicon.Relative)
}

// headOfSentence reports whether a sentence begins with the subject of the verb at
// item c, set off by a comma: وكان الأمير فلان، استقبل Y.
func (r *reader) headOfSentence(q *seq, c int, subject []int) bool {
	if len(subject) == 0 {
		return false
	}
	for k := range q.items[:subject[0]] {
		if !q.items[k].is(lexicon.Past, lexicon.Honorific, lexicon.OfficeHead) {
			return false
		}
	}
	for k := subject[len(subject)-1] + 1; k < c; k++ {
		if it := &q.items[k]; it.kind != punct && !it.is(lexicon.Honorific, lexicon.OfficeHead) {
			return false
		}
	}
	return true
}

// subjectOfConjunct finds the subject of a verb joined by و to another verb of
// meeting: it is that verb's, and never whom that verb says was met, as in
// الأمير فلان يستقبل X ويودع Y. told is false where there is no such verb.
func (r *reader) subjectOfConjunct(q *seq, c int) (subject []int, told bool) {
	if q.items[c].clitics&ner.Waw == 0 || q.items[c].latin {
		return nil, false
	}
	for p := c - 1; p >= 0; p-- {
		it := &q.items[p]
		switch {
		case it.kind == punct && !r.isComma(it), it.kind == cue && it.is(lexicon.Speech, lexicon.Break, lexicon.Relative):
			return nil, false
		case it.kind == cue && it.is(lexicon.MeetPast, lexicon.MeetPresent, lexicon.ReceivePast, lexicon.ReceivePresent):
			groups, _ := r.right(q, p, false)
			for _, g := range groups {
				if g.mark == direct {
					if p == 0 || len(groups) > 1 && groups[1].mark == direct && groups[1].items[0] < c {
						return g.items, true // استقبل الملك X وودع Y
					}
					break
				}
			}
			return r.left(q, p), true
		}
	}
	return nil, false
}

// gather reads اجتمع: with a preposition, or of several subjects.
func (r *reader) gather(f frame) (frame, bool) {
	q := &r.seqs[f.seq]
	groups, _ := r.right(q, f.cue, false)
	for _, g := range groups {
		switch {
		case g.mark == direct && len(f.a) == 0 && len(f.b) == 0 && !q.items[f.cue].latin:
			f.a = g.items
		case (g.mark == with || g.mark == between) && len(f.b) == 0:
			f.b = g.items
		case g.mark == toward && len(f.a) > 0 && len(f.b) == 0 && !q.items[f.cue].latin:
			f.b = g.items // اجتمع X إلى Y
		case g.mark == presence:
			f.present = append(f.present, g.items...)
		}
	}
	if len(f.a) == 0 {
		if subject, told := r.subjectOfConjunct(q, f.cue); told {
			f.a = subject // سيقابل X ويجتمع مع Y
		} else if f.a = r.left(q, f.cue); len(f.b) > 0 && !r.implied(&f) {
			f.extra = r.impliedSubject(f.seq, f.cue)
		}
	}
	return f, len(f.b) > 0 && len(f.a)+len(f.extra) > 0 || len(f.a) > 1
}

// object reads a verb with an object pronoun: التقاه X. The pronoun means whom
// the text spoke of last.
func (r *reader) object(f frame) (frame, bool) {
	q := &r.seqs[f.seq]
	if q.items[f.cue].latin {
		return r.him(f)
	}
	groups, _ := r.right(q, f.cue, false)
	for _, g := range groups {
		if g.mark == direct && len(f.b) == 0 {
			f.b = g.items
		}
	}
	if len(f.b) == 0 {
		return f, false
	}
	if f.a = r.left(q, f.cue); len(f.a) == 0 {
		f.extra = r.antecedent(f.seq, f.cue)
	}
	return f, len(f.a)+len(f.extra) > 0
}

// discuss reads بحث X مع Y: a meeting only with somebody.
func (r *reader) discuss(f frame) (frame, bool) {
	q := &r.seqs[f.seq]
	it := &q.items[f.cue]
	if prev := f.cue - 1; !it.latin && prev >= 0 && q.items[prev].kind == thing && !r.identified(&q.items[prev]) && !r.personAt(q, f.cue+1) {
		return f, false // الأمم المتحدة تحدثت عن التعاون مع X: a body is the subject
	}
	groups, _ := r.right(q, f.cue, true)
	first := true
	for _, g := range groups {
		switch {
		case g.mark == with && len(f.b) == 0:
			f.b = g.items
		case g.mark == direct && first && !it.latin:
			f.a = g.items
		case g.mark == presence:
			f.present = append(f.present, g.items...)
		}
		first = false
	}
	if len(f.b) == 0 && it.latin && (it.is(lexicon.Topic) || r.infinitive(q, f.cue)) {
		return f, false // met to discuss Syria
	}
	if len(f.b) == 0 {
		subject := r.left(q, f.cue)
		if len(f.a) == 1 && q.items[f.a[0]].clitics&ner.Waw != 0 && len(subject) > 0 && f.a[0] == f.cue+1 {
			// خادم الحرمين يبحث ووزير الدفاع الأميركي
			f.a, f.b = subject, f.a
			return f, true
		}
		if len(f.a) > 1 && !it.latin {
			return f, true // بحث X وY
		}
		if len(f.a) == 0 && len(subject) > 1 && r.close(q, subject[len(subject)-1], f.cue) {
			f.a = subject // X وY بحثا
			return f, true
		}
		return f, false
	}
	if len(f.a) == 0 {
		if f.a = r.left(q, f.cue); !r.implied(&f) {
			f.extra = r.impliedSubject(f.seq, f.cue)
		}
	}
	return f, len(f.a)+len(f.extra) > 0
}

// isCall reports whether a cue tells of a phone call.
func (r *reader) isCall(it *item) bool {
	return it.is(lexicon.CallNoun, lexicon.CallPoss, lexicon.CallPast, lexicon.CallPresent)
}

// call reads هاتف X Y, اتصل X بY, X phoned Y.
func (r *reader) call(f frame) (frame, bool) {
	q := &r.seqs[f.seq]
	it := &q.items[f.cue]
	groups, _ := r.right(q, f.cue, false)
	var d [][]int
	for _, g := range groups {
		switch g.mark {
		case direct:
			d = append(d, g.items)
		case with, toward:
			if len(f.b) == 0 {
				f.b = g.items
			} else if g.also && !it.latin {
				f.also = append(f.also, g.items)
			}
		}
	}
	switch {
	case it.latin:
		f.a = r.left(q, f.cue)
		if len(f.b) == 0 && len(d) > 0 {
			f.b = d[0]
		}
		if len(f.b) == 0 {
			return f, len(f.a) > 1 // A and B talked by phone
		}
		if r.calledNames(q, f.cue, f.b) {
			return f, false
		}
		return f, r.implied(&f)
	case len(f.b) > 0:
		if len(d) > 0 {
			f.a = d[0]
		} else if f.a = r.left(q, f.cue); len(f.a) == 0 {
			f.extra = r.antecedent(f.seq, f.cue)
		}
	case len(d) > 1:
		f.a, f.b = d[0], d[1]
	case len(d) == 1:
		f.b = d[0]
		f.a = r.left(q, f.cue)
	}
	return f, len(f.b) > 0 && len(f.a)+len(f.extra) > 0
}
