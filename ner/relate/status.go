package relate

import (
	"strings"

	"whomet/ner"
	"whomet/ner/lexicon"
)

// scope is how many items before a cue may govern it.
const scope = 9

// status decides what the text asserts of a frame, by what governs its head; the
// second value names the rule, or why nothing is asserted.
//
//	not-met        لم يلتق, did not meet                          denied
//	will-not-meet  لن يلتقي                                       denied
//	refused        رفض لقاء                                       denied
//	denied         نفى أن يكون التقى                              denied
//	denied-denial  نفى أنه رفض لقاء                               nothing asserted
//	doubt          أنباء عن لقاء, reportedly                      alleged
//	cancelled      تأجيل لقاء                                     cancelled
//	future         س, من المقرر, will                              planned
//	purpose        وصل للقاء, بهدف عقد اجتماع, to meet             planned
//	during-what-is-to-come   سنعبر عنه خلال المحادثات مع         planned
//	before         قبل لقائه, ahead of talks                       planned
//	present        يلتقي in the body, for what is still to come    planned
//	present        meets on Wednesday, in English where a day to come is named
//	asked          هل التقى, ما إذا كان التقى, Did he meet        nothing asserted
//	condition      إذا, if; Had they met: nothing asserted
//	invited        دعا إلى لقاء, wants to meet                     proposed
func (r *reader) status(f frame) (ner.Status, string) {
	q := &r.seqs[f.seq]
	head := &q.items[f.head]
	c := &q.items[f.cue]
	start := r.clauseStart(q, f.head)

	negated, refused, denials := false, false, 0
	doubt, cancelled, proposed, future, before, after, past := false, false, false, false, false, false, false
	negFuture, condition := false, false
	purpose, during, coming := false, false, false
	last := ner.Held // of the plan and the wish, which stands nearer
	asked := r.asks(q)
	for k := start; k < f.head; k++ {
		it := &q.items[k]
		if it.kind != cue {
			continue
		}
		d := r.distance(q, k, f.head)
		switch {
		case it.is(lexicon.NegFuture):
			negFuture = negFuture || d <= 2
		case it.is(lexicon.Doubt):
			doubt = doubt || d <= scope
		}
		if it.is(lexicon.Negation) && d <= 2 && !r.predicateWithBa(q, k+1) && !r.commaBetween(q, k, f.head) {
			negated = true
		}
		if it.is(lexicon.Denial) {
			denials++
		}
		if it.is(lexicon.Refusal) && (d <= 4 || d <= scope && r.offerBetween(q, k, f.head)) {
			refused = true
		}
		if it.is(lexicon.Cancel) && d <= 4 {
			cancelled = true
		}
		if it.is(lexicon.Propose) && d <= 5 && !(it.is(lexicon.Month) && r.capital(it)) {
			proposed, last = true, ner.Proposed
		}
		if it.is(lexicon.Future) && d <= 6 {
			last = ner.Planned
			future = true // كان من المقرر too: that it came about is not said
		}
		if it.is(lexicon.BeforeMark) && d <= 2 {
			before = true
		}
		if it.is(lexicon.AfterMark) && d <= 2 {
			after = true
		}
		if it.is(lexicon.Purpose) && d <= 2 {
			purpose = true
		}
		if it.is(lexicon.During) && d <= 1 {
			during = true
		}
		if it.is(lexicon.FutureVerb) || it.clitics&ner.Sin != 0 {
			coming = true                                                                                                                                                // سيناقش … خلال اجتماعه
			future = future || d <= 6 && !head.cues[0].Class.Verb() && !r.near(q, k, 0, f.head-k-1, lexicon.Speech, lexicon.Relative, lexicon.AfterMark, lexicon.During) // سيستضيف لقاء
		}
		if it.is(lexicon.Condition) && (d <= 4 || d <= scope && r.t.Fold(it.first) == "whether") {
			condition = true
		}
		if it.is(lexicon.Question) && d <= scope {
			asked = true
		}
		if it.is(lexicon.Past) && d <= 4 {
			past = true
		}
	}
	if f.head+1 < len(q.items) && head.latin && q.items[f.head+1].is(lexicon.Negation) {
		negated = true // has met neither
	}
	sin := head.clitics&ner.Sin != 0 || c.clitics&ner.Sin != 0
	isVerb := head.cues[0].Class.Verb()
	present := isVerb && hasPresent(head)
	// what stands behind a noun: the talks planned for tomorrow, a meeting postponed
	for k := f.cue + 1; k < len(q.items) && k <= f.cue+5 && !isVerb && !after; k++ {
		it := &q.items[k]
		if it.kind == cue && it.is(lexicon.Future) && r.distance(q, f.cue, k) <= 3 {
			future = true
		}
		if it.kind == cue && it.is(lexicon.Speech, lexicon.Break) {
			break
		}
	}
	if !isVerb && r.nounPlanned(q, f.cue) {
		future = true
	}
	if r.calledOff(q, f) {
		cancelled = true
	}
	if isVerb && !present && head.latin && r.predicate(q, f) == lexicon.Denial {
		denials++ // reports that X had met Y were false
	}
	if !isVerb || present && head.latin {
		// a predicate behind the parties: a meeting between X and Y has been postponed
		switch r.predicate(q, f) {
		case lexicon.Cancel:
			cancelled = true
		case lexicon.Future:
			future = future || !after // بعد لقائه بالملك إن من المتوقع أن يزور
		case lexicon.None:
			future = future || !after && head.latin && head.is(lexicon.MeetingNoun) && r.toTakePlace(q, r.lastParty(f))
		case lexicon.Propose:
			proposed = true // a meeting between X and Y is possible
		case lexicon.Denial:
			denials++ // a meeting between X and Y did not take place
		}
	}

	negatives := denials
	if refused {
		negatives++
	}
	if negated {
		negatives++
	}
	switch {
	case asked:
		return "", "asked"
	case negatives >= 2 && denials > 0:
		return "", "denied-denial"
	case negFuture && (cancelled || r.wasPlanned(q)):
		return ner.Cancelled, "cancelled"
	case negFuture:
		return ner.Denied, "will-not-meet"
	case negated && !(proposed && !refused):
		return ner.Denied, "not-met"
	case refused:
		return ner.Denied, "refused"
	case denials > 0:
		return ner.Denied, "denied"
	case doubt && !future && !sin:
		return ner.Alleged, "doubt"
	case cancelled && !(isVerb && !present):
		return ner.Cancelled, "cancelled"
	case condition && !past, head.latin && r.inverted(q):
		return "", "condition"
	case sin:
		return ner.Planned, "future"
	case head.latin && future && proposed && last == ner.Proposed:
		return ner.Proposed, "invited" // would be ready to meet
	case future && !(past && after):
		return ner.Planned, "future"
	case proposed && !after:
		return ner.Proposed, "invited"
	case purpose:
		return ner.Planned, "purpose"
	case during && !past && (coming || r.aboutToBe(q, f)):
		return ner.Planned, "during-what-is-to-come"
	case before:
		return ner.Planned, "before"
	case (head.clitics&ner.Lam != 0 || c.clitics&ner.Lam != 0 && !isVerb) && !(f.head < f.cue && c.is(lexicon.HoldPast)):
		return ner.Planned, "purpose"
	case present && !q.headline && !past && !after:
		if head.latin {
			switch {
			case r.infinitive(q, f.head) && !r.near(q, f.head, 6, -1, lexicon.Sole):
				return ner.Planned, "purpose" // but not: the first leader to meet him
			case r.simplePresent(q, f.head) && r.weekdayToCome(q, f):
				return ner.Planned, "present" // meets Kerry on Wednesday
			}
			return ner.Held, ""
		}
		return ner.Planned, "present"
	case present && q.headline && (r.comingDay(q, f) || head.latin && r.infinitive(q, f.head)):
		return ner.Planned, "present"
	}
	return ner.Held, ""
}

// commaBetween reports whether an Arabic comma stands between two items: a negation
// does not reach over it, as in يذهب أم لا، وهناك اجتماع.
func (r *reader) commaBetween(q *seq, i, j int) bool {
	for k := i + 1; k < j; k++ {
		if q.items[k].kind == punct && r.raw(&q.items[k]) == "\u060c" {
			return true
		}
	}
	return false
}

// asks reports whether an English sentence is a question that yes or no answers, which
// has the subject behind its first word: Did Lavrov meet Kerry? Why, when and where he
// met them ask of a meeting that was.
func (r *reader) asks(q *seq) bool {
	n := len(q.items)
	return n > 2 && q.items[0].latin && q.items[0].kind != person && q.items[1].kind == person && q.items[n-1].kind == punct && r.raw(&q.items[n-1]) == "?"
}

// aboutToBe reports whether a noun that stands just before the meeting is given a
// predicate in the future behind it: الأولوية خلال المحادثات بين X وY ستكون الأمن.
func (r *reader) aboutToBe(q *seq, f frame) bool {
	k := f.head - 1
	for k >= 0 && !q.items[k].is(lexicon.During) {
		k--
	}
	if k < 1 || q.items[k-1].kind != word || !strings.HasPrefix(r.t.Fold(q.items[k-1].first), article) {
		return false
	}
	for k = f.cue + 1; k < len(q.items); k++ {
		switch it := &q.items[k]; {
		case it.is(lexicon.FutureVerb), it.is(lexicon.Future):
			return true
		case it.is(lexicon.Break) && k+1 < len(q.items) && q.items[k+1].is(lexicon.With):
			// وكذلك مع مسؤولين آخرين
		case it.is(lexicon.Speech, lexicon.Relative, lexicon.Break):
			return false
		}
	}
	return false
}

// predicateWithBa reports whether the word at item i is a predicate with ب: what a
// negation before it denies, and nothing behind it, as in منذ زمن ليس ببعيد.
func (r *reader) predicateWithBa(q *seq, i int) bool {
	return q.items[i].kind == word && strings.HasPrefix(r.raw(&q.items[i]), ba)
}

// wasPlanned reports whether the sentence says that the meeting had been due:
// لن يعقد اللقاء الذي كان مقررا.
func (r *reader) wasPlanned(q *seq) bool {
	for k := 1; k < len(q.items); k++ {
		if q.items[k].kind == cue && q.items[k].is(lexicon.Future) && q.items[k-1].kind == cue && q.items[k-1].is(lexicon.Past) || q.items[k].kind == cue && q.items[k].is(lexicon.Future, lexicon.Cancel) && q.items[k].is(lexicon.Past) {
			return true
		}
	}
	return false
}

func hasPresent(it *item) bool {
	for _, c := range it.cues {
		if c.Class.Present() {
			return true
		}
	}
	return false
}

// lastParty is the item of the last party, or the cue where that stands behind.
func (r *reader) lastParty(f frame) int {
	q := &r.seqs[f.seq]
	last := f.cue
	for _, list := range [][]int{f.a, f.b} {
		for _, i := range list {
			if i > last && !(q.items[i].latin && i > 1 && r.isComma(&q.items[i-1]) && len(f.a) == 1 && i == f.a[0]) {
				last = i // but not the subject behind an adjunct: After a meeting with X, Y
			}
		}
	}
	return last
}

// predicate finds what is said of a noun behind its last party.
func (r *reader) predicate(q *seq, f frame) lexicon.Class {
	last := r.lastParty(f)
	for k := last + 1; k < len(q.items) && k <= last+4; k++ {
		it := &q.items[k]
		if it.kind == punct || it.kind == cue && it.is(lexicon.Speech, lexicon.Relative, lexicon.Break) {
			break
		}
		if it.kind == cue && it.is(lexicon.Cancel) {
			return lexicon.Cancel
		}
		if it.kind == cue && it.is(lexicon.Future) {
			return lexicon.Future
		}
		if it.latin && it.is(lexicon.Denial) {
			return lexicon.Denial
		}
		if it.latin && it.is(lexicon.Propose) && !it.is(lexicon.Month) {
			return lexicon.Propose
		}
	}
	return lexicon.None
}

// calledOff reports whether the sentence goes on to say that the meeting fell
// through: كان من المقرر أن يلتقي X Y، لكن اللقاء ألغي.
func (r *reader) calledOff(q *seq, f frame) bool {
	for k := f.cue + 1; k < len(q.items); k++ {
		if q.items[k].kind != cue || !q.items[k].is(lexicon.TheMeeting, lexicon.TheCall) {
			continue
		}
		for j := k + 1; j < len(q.items) && j <= k+2; j++ {
			if q.items[j].kind == cue && q.items[j].is(lexicon.Cancel) {
				return true
			}
		}
		if q.items[k].latin && q.items[k-1].is(lexicon.Cancel) {
			return true // will not meet after Delhi called off the talks
		}
	}
	return false
}

// infinitive reports whether "to" stands before an English verb: to meet.
func (r *reader) infinitive(q *seq, c int) bool {
	if c > 0 && q.items[c-1].kind == cue && q.items[c-1].is(lexicon.To) {
		return true
	}
	return r.t.Fold(q.items[c].first) == "to"
}

// comingDay reports whether the clause names a day from today on.
func (r *reader) comingDay(q *seq, f frame) bool {
	for k := range q.items {
		if v, ok := q.items[k].value(lexicon.RelDay); ok && v >= 0 {
			return true
		}
		for _, class := range []lexicon.Class{lexicon.RelWeek, lexicon.RelMonth} {
			if v, ok := q.items[k].value(class); ok && v > 0 {
				return true
			}
		}
		if q.items[k].kind == cue && q.items[k].is(lexicon.NextWord) {
			return true
		}
	}
	return false
}

// nounPlanned reports whether a word just behind a noun says it is to come:
// اللقاء المقبل, the talks due.
func (r *reader) nounPlanned(q *seq, c int) bool {
	for k := c + 1; k <= c+2 && k < len(q.items); k++ {
		if q.items[k].kind == cue && q.items[k].is(lexicon.NextWord, lexicon.Future) {
			return true
		}
	}
	return false
}

// clauseStart finds where the clause of item c begins: behind the last word that
// opens a clause of its own.
func (r *reader) clauseStart(q *seq, c int) int {
	for k := c - 1; k >= 0; k-- {
		it := &q.items[k]
		switch it.kind {
		case person:
			if r.headOf(q, k, c) >= 0 {
				return c
			}
		case punct:
			switch r.raw(it) {
			case ";", "\u061b", ":", ".":
				return k + 1
			}
		case cue:
			if it.is(lexicon.Break) && !it.is(lexicon.BeforeMark, lexicon.AfterMark, lexicon.Relative) {
				return k + 1
			}
			if it.clitics&ner.Waw != 0 && it.is(lexicon.Speech) && c-k > 1 {
				return k
			}
			if k < c-1 && it.cues[0].Class.Verb() && c-k > scope {
				return k + 1
			}
		}
	}
	return 0
}

// distance counts the words between two items; names and titles count as one.
func (r *reader) distance(q *seq, a, b int) int {
	n := 0
	for k := a + 1; k < b; k++ {
		if q.items[k].kind != punct {
			n++
		}
	}
	return n
}
