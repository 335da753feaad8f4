package relate

import (
	"whomet/ner"
	"whomet/ner/lexicon"
)

// frame is what a cue yields before it becomes a record.
type frame struct {
	seq, cue int   // which sentence, which item
	a, b     []int // items: who meets, and whom
	present  []int // items: who else was there
	mode     ner.Mode
	rule     string
	head     int     // the item that carries the tense: the verb that supports a noun, else the cue
	extra    []*item // parties from another sentence (whom a pronoun means)
}

// read finds the frames of sentence n.
func (r *reader) read(n int) {
	q := &r.seqs[n]
	used := make([]bool, len(q.items))
	for c := range q.items {
		it := &q.items[c]
		if it.kind != cue || used[c] {
			continue
		}
		if r.attended(n, c) {
			continue
		}
		f, ok := r.frame(n, c, used)
		if !ok {
			continue
		}
		r.tell(f)
	}
	r.refine(n)
}

// frame reads the frame of the cue at item c of sentence n.
func (r *reader) frame(n, c int, used []bool) (frame, bool) {
	q := &r.seqs[n]
	it := &q.items[c]
	f := frame{seq: n, cue: c, head: c, mode: ner.InPerson}
	switch {
	case it.cues[0].Class.Verb() && r.theTwo(q, c):
		f.rule = "the-two-met"
		if it.is(lexicon.DiscussPast, lexicon.DiscussPresent) && r.last < 0 {
			return f, false
		}
		return r.pair(f)
	case it.is(lexicon.MeetingNoun) && it.is(lexicon.MeetPresent) && !r.personAt(q, c+1):
		f.rule = "meeting-noun"
		return r.noun(f)
	case it.is(lexicon.MeetingPair):
		f.rule = "meeting-of-the-two"
		return r.pair(f)
	case it.is(lexicon.ConferenceN) && !it.is(lexicon.MeetingNoun):
		f.rule, f.mode = "conference", ner.Multilateral
		return r.conference(f)
	case it.is(lexicon.MeetPast, lexicon.MeetPresent):
		f.rule = "met"
		return r.verb(f, false)
	case it.is(lexicon.ReceivePast, lexicon.ReceivePresent):
		f.rule = "received"
		return r.verb(f, false)
	case it.is(lexicon.VisitPast, lexicon.VisitPresent):
		f.rule = "visited-person"
		return r.verb(f, true)
	case it.is(lexicon.GatherPast, lexicon.GatherPresent):
		f.rule = "gathered"
		return r.gather(f)
	case it.is(lexicon.MeetObject, lexicon.ReceiveObject):
		f.rule = "met-him"
		return r.object(f)
	case it.is(lexicon.HoldPast, lexicon.HoldPresent, lexicon.CalledByPast):
		if g, ok := r.support(f, used); ok {
			return g, true
		}
		return f, false
	case it.is(lexicon.MeetingPoss, lexicon.CallPoss):
		f.rule = "his-meeting-with"
		if it.is(lexicon.CallPoss) {
			f.mode, f.rule = ner.Phone, "his-call-with"
		}
		return r.possessed(f)
	case it.is(lexicon.CallNoun):
		f.rule, f.mode = "phone-call", ner.Phone
		return r.noun(f)
	case it.is(lexicon.PressNoun):
		f.rule = "joint-press-conference"
		return r.noun(f)
	case it.is(lexicon.DiscussPast, lexicon.DiscussPresent):
		f.rule = "discussed-with"
		return r.discuss(f)
	case it.is(lexicon.CallPast, lexicon.CallPresent):
		f.rule, f.mode = "phoned", ner.Phone
		return r.call(f)
	case it.is(lexicon.Welcome, lexicon.WelcomeOf):
		f.rule = "welcomed"
		return r.welcome(f)
	case it.is(lexicon.TookPart):
		f.rule, f.mode = "took-part", ner.Multilateral
		return r.tookPart(f)
	case it.is(lexicon.MeetingNoun):
		f.rule = "meeting-noun"
		return r.noun(f)
	case it.is(lexicon.TheMeeting):
		f.rule = "meeting-noun"
		return r.noun(f)
	}
	return f, false
}

// verb reads a transitive verb: التقى X Y, X التقى Y, التقى X مع Y, X met (with) Y.
func (r *reader) verb(f frame, onlyDirect bool) (frame, bool) {
	q := &r.seqs[f.seq]
	it := &q.items[f.cue]
	groups, _ := r.right(q, f.cue, false)
	var d, w [][]int
	for _, g := range groups {
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
		if f.a = r.left(q, f.cue); len(f.a) == 0 {
			f.a = apart(groups)
		}
		return f, len(f.a) > 0 && len(f.b) > 0 || len(f.a) > 1 && len(f.b) == 0 && f.rule == "met"
	}
	switch {
	case len(d) >= 2:
		f.a, f.b = d[0], d[1]
	case len(d) == 1 && len(w) > 0:
		f.a, f.b = d[0], w[0]
	case len(d) == 1 && len(f.present) > 0:
		f.a = d[0] // استقبل X بحضور Y السفير Z
	case len(d) == 1:
		subject := r.left(q, f.cue)
		if f.rule == "received" && r.opensClause(q, f.cue) {
			subject = nil // a host named in the clause before is not the host of this one
		}
		switch {
		case q.items[d[0][0]].clitics&ner.Waw != 0 && len(subject) > 0:
			f.a, f.b = subject, d[0]
		case len(subject) > 0:
			f.a, f.b = subject, d[0]
		case len(d[0]) > 1 && f.rule == "met" && !it.is(lexicon.MeetPresent):
			f.a = d[0]
		case f.rule == "received" && !r.near(q, f.cue, 0, 2, lexicon.PronounTitle):
			return f, false // استقبل X المهنئين: X is the host, and his guests have no name
		default:
			f.b = d[0]
			f.extra = r.subjectBefore1(f.seq, f.cue)
			return f, len(f.extra) > 0
		}
	case len(w) > 0:
		f.b = w[0]
		if f.a = r.left(q, f.cue); len(f.a) == 0 {
			f.extra = r.subjectBefore1(f.seq, f.cue)
			return f, len(f.extra) > 0
		}
	default:
		return f, false
	}
	return f, len(f.a) > 0 && len(f.b) > 0 || len(f.a) > 1
}

// opensClause reports whether nothing but a comma or a connective stands before
// item c, so that its subject must follow.
func (r *reader) opensClause(q *seq, c int) bool {
	if c == 0 {
		return true
	}
	prev := &q.items[c-1]
	return prev.kind == punct || prev.kind == cue && prev.is(lexicon.Break) && !prev.is(lexicon.Relative)
}

// subjectBefore1 finds the subject of a verb that has none in its sentence, in
// the sentence before. Where a word that is no name stands before the verb, that
// word is its subject: حاكم دبي يستقبل X.
func (r *reader) subjectBefore1(n, c int) []*item {
	q := &r.seqs[n]
	if c > 0 && (q.items[c-1].kind == word || q.items[c-1].kind == thing) {
		return nil
	}
	return r.antecedentWithin(n, c, 1)
}

// gather reads اجتمع: with a preposition, or of several subjects.
func (r *reader) gather(f frame) (frame, bool) {
	q := &r.seqs[f.seq]
	groups, _ := r.right(q, f.cue, false)
	for _, g := range groups {
		switch {
		case g.mark == direct && len(f.a) == 0 && len(f.b) == 0:
			f.a = g.items
		case (g.mark == with || g.mark == between) && len(f.b) == 0:
			f.b = g.items
		case g.mark == presence:
			f.present = append(f.present, g.items...)
		}
	}
	if len(f.a) == 0 {
		if f.a = r.left(q, f.cue); len(f.a) == 0 && len(f.b) > 0 {
			f.extra = r.subjectBefore1(f.seq, f.cue)
		}
	}
	return f, len(f.b) > 0 && len(f.a)+len(f.extra) > 0 || len(f.a) > 1
}

// object reads a verb with an object pronoun: التقاه X. The pronoun means whom
// the text spoke of last.
func (r *reader) object(f frame) (frame, bool) {
	q := &r.seqs[f.seq]
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

// support reads a light verb with its meeting noun: عقد X محادثات مع Y, أجرى X
// اتصالا هاتفيا بY, تلقى X اتصالا من Y, held talks with.
func (r *reader) support(f frame, used []bool) (frame, bool) {
	q := &r.seqs[f.seq]
	it := &q.items[f.cue]
	noun := -1
	stranger := false // words that are no name stand where the subject stands
	var between0 []int
	for i, gap := f.cue+1, 0; i < len(q.items) && gap < reach; i++ {
		n := &q.items[i]
		if n.kind == cue {
			if n.is(lexicon.MeetingNoun, lexicon.CallNoun, lexicon.PressNoun, lexicon.MeetingPoss, lexicon.CallPoss) || n.is(lexicon.ConferenceN) && it.is(lexicon.HoldPast, lexicon.HoldPresent) {
				noun = i
				break
			}
			if n.is(lexicon.Speech, lexicon.Topic, lexicon.Break) || n.cues[0].Class.Verb() {
				break
			}
			if n.is(lexicon.With, lexicon.Between, lexicon.Relative) {
				break
			}
		}
		if n.kind == person && n.clitics&(ner.Ba|ner.Lam) == 0 && !r.tg.Phrases[n.phrase].Inside && r.identified(n) && !r.oblique(q, i) {
			between0 = append(between0, i)
		}
		if n.kind == word {
			gap++
			stranger = stranger || !n.latin
		}
		if n.kind == punct && r.raw(n) == ":" {
			break
		}
	}
	groups, _ := r.right(q, max(noun, f.cue), true)
	if noun < 0 {
		// the noun stands before its verb: محادثات أجراها مع
		return r.supportBehind(f, groups)
	}
	n := &q.items[noun]
	f.rule, f.head = "held-talks", f.cue
	switch {
	case n.is(lexicon.CallNoun, lexicon.CallPoss):
		f.mode, f.rule = ner.Phone, "held-phone-call"
	case n.is(lexicon.PressNoun):
		f.rule = "joint-press-conference"
	case n.is(lexicon.ConferenceN) && !n.is(lexicon.MeetingNoun):
		f.mode, f.rule = ner.Multilateral, "conference"
	}
	f.a = between0
	for _, g := range groups {
		switch g.mark {
		case with, between:
			f.b = append(f.b, g.items...)
		case from:
			if it.is(lexicon.CalledByPast) {
				f.b = append(f.b, g.items...)
			}
		case toward:
			if f.mode == ner.Phone {
				f.b = append(f.b, g.items...)
			}
		case direct:
			if len(f.b) == 0 && len(g.items) > 1 {
				f.b = append(f.b, g.items...)
			} else if len(f.b) == 0 && len(f.a) == 0 && !it.latin {
				f.a = g.items
			}
		case presence:
			f.present = append(f.present, g.items...)
		}
	}
	if len(f.b) == 0 && len(f.a) == 0 {
		if it.is(lexicon.CalledByPast) {
			return f, false
		}
		if f.a = r.left(q, f.cue); len(f.a) > 1 && f.mode != ner.Multilateral && f.cue-f.a[len(f.a)-1] <= 2 {
			used[noun] = true
			return f, true
		}
		return f, false
	}
	if len(f.b) > 1 && r.hasBetween(groups) {
		used[noun] = true
		return f, true
	}
	if len(f.a) == 0 {
		if f.a = r.left(q, f.cue); len(f.a) == 0 && len(f.b) > 0 && !stranger {
			f.extra = r.subjectBefore1(f.seq, f.cue) // not in أجرى المركز الإعلامي لقاء مع X
		}
	}
	if len(f.b) == 0 && len(f.a) < 2 && len(f.present) == 0 {
		return f, false
	}
	used[noun] = true
	return f, len(f.a)+len(f.extra)+len(f.b)+len(f.present) > 1
}

func (r *reader) hasBetween(groups []group) bool {
	for _, g := range groups {
		if g.mark == between && len(g.items) > 1 {
			return true
		}
	}
	return false
}

// supportBehind reads محادثات أجراها أمس مع Y and لقاء عقده بين X وY: the noun
// stands just before the verb.
func (r *reader) supportBehind(f frame, groups []group) (frame, bool) {
	q := &r.seqs[f.seq]
	noun := -1
	for k := f.cue - 1; k >= 0 && k >= f.cue-4; k-- {
		if n := &q.items[k]; n.kind == cue && n.is(lexicon.MeetingNoun, lexicon.CallNoun, lexicon.PressNoun, lexicon.TheMeeting, lexicon.ConferenceN) {
			noun = k
			break
		}
	}
	if noun < 0 {
		return f, false
	}
	f.rule = "talks-held"
	if q.items[noun].is(lexicon.CallNoun) {
		f.mode, f.rule = ner.Phone, "call-held"
	}
	f.head = noun
	for _, g := range groups {
		switch g.mark {
		case with, between:
			f.b = append(f.b, g.items...)
		case direct:
			if len(f.a) == 0 {
				f.a = g.items
			}
		case presence:
			f.present = append(f.present, g.items...)
		}
	}
	if len(f.b) > 1 && r.hasBetween(groups) {
		f.a = nil
		return f, true
	}
	if len(f.a) == 0 {
		if f.a = r.left(q, noun); len(f.a) == 0 && len(f.b) > 0 {
			f.extra = r.antecedent(f.seq, f.cue)
		}
	}
	return f, len(f.b) > 0 && len(f.a)+len(f.extra) > 0 || len(f.a) > 1
}

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
			if len(dir) == 0 && len(f.b) == 0 {
				dir = g.items
			}
		case presence:
			f.present = append(f.present, g.items...)
		}
	}
	if r.hasBetween(groups) && len(f.b) > 1 {
		return f, true
	}
	if it.latin && f.rule == "meeting-noun" && len(dir) > 0 {
		dir = nil
	}
	if len(dir) > 0 && !r.nextTo(q, f.cue, dir[0]) {
		dir = nil
	}
	if next := f.cue + 1; len(dir) == 0 && !r.hasBetween(groups) && next < len(q.items) && q.items[next].kind == thing && q.items[next].clitics == 0 && !it.latin {
		return f, false // لقاءات الائتلاف مع X: the body is the subject
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
	if len(f.b) == 0 {
		if f.a = r.left(q, f.cue); len(f.a) > 1 && r.governed(q, f.cue, lexicon.In, lexicon.AfterMark) {
			return f, true // اتفق X وY في اتصال هاتفي
		}
		f.a = r.invited(q, f.cue)
		return f, len(f.a) > 1
	}
	if f.a = r.left(q, f.cue); len(f.a) == 0 {
		if f.a = apart(groups); len(f.a) == 0 {
			if f.a = r.behindSpeech(q, f.cue); len(f.a) == 0 {
				f.extra = r.antecedentWithin(f.seq, f.cue, 1)
			}
		}
	}
	return f, len(f.a)+len(f.extra) > 0
}

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
func apart(groups []group) []int {
	for i, g := range groups {
		if i > 0 && g.apart {
			return g.items[:1]
		}
	}
	return nil
}

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

func (r *reader) personAt(q *seq, i int) bool {
	return i < len(q.items) && q.items[i].kind == person
}

// theTwo reports whether the subject is both of those named before: التقى الوزيران.
func (r *reader) theTwo(q *seq, c int) bool {
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

// nextTo reports whether no more than a couple of words stand between the cue
// and the party, so that the party is its genitive: لقاء (القمة) X.
func (r *reader) nextTo(q *seq, c, i int) bool { return i-c <= 2 }

// governed reports whether a cue of one of the classes stands just before item c.
func (r *reader) governed(q *seq, c int, classes ...lexicon.Class) bool {
	for k := c - 1; k >= 0 && k >= c-3; k-- {
		if q.items[k].kind == cue && q.items[k].is(classes...) {
			return true
		}
	}
	return false
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
			if len(f.b) == 0 && r.nextTo(q, f.cue, g.items[0]) {
				f.b = g.items
			}
		case presence:
			f.present = append(f.present, g.items...)
		}
	}
	if len(f.b) == 0 {
		return f, false
	}
	if f.a = r.left(q, f.cue); len(f.a) == 0 {
		if f.a = r.behindSpeech(q, f.cue); len(f.a) == 0 {
			f.extra = r.antecedent(f.seq, f.cue)
		}
	} else if len(f.a) > 1 {
		f.a = f.a[len(f.a)-1:]
	}
	return f, len(f.a)+len(f.extra) > 0
}

// discuss reads بحث X مع Y: a meeting only with somebody.
func (r *reader) discuss(f frame) (frame, bool) {
	q := &r.seqs[f.seq]
	it := &q.items[f.cue]
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
	if len(f.b) == 0 {
		subject := r.left(q, f.cue)
		if len(f.a) == 1 && q.items[f.a[0]].clitics&ner.Waw != 0 && len(subject) > 0 && r.adjacentItem(f.cue, f.a[0]) {
			// خادم الحرمين يبحث ووزير الدفاع الأميركي
			f.a, f.b = subject, f.a
			return f, true
		}
		if len(f.a) > 1 && !it.latin {
			return f, true // بحث X وY
		}
		if len(f.a) == 0 && len(subject) > 1 && f.cue-subject[len(subject)-1] <= 2 {
			f.a = subject // X وY بحثا
			return f, true
		}
		return f, false
	}
	if len(f.a) == 0 {
		if f.a = r.left(q, f.cue); len(f.a) == 0 {
			f.extra = r.subjectBefore1(f.seq, f.cue)
		}
	}
	return f, len(f.a)+len(f.extra) > 0
}

func (r *reader) adjacentItem(c, i int) bool { return i == c+1 }

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
			}
		}
	}
	switch {
	case it.latin:
		f.a = r.left(q, f.cue)
		if len(f.b) == 0 && len(d) > 0 {
			f.b = d[0]
		}
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
	if q.items[f.cue].is(lexicon.WelcomeOf) && len(groups) > 1 && groups[0].mark == direct && len(groups[0].items) == 1 && groups[1].mark == direct {
		f.a, f.b = groups[0].items, groups[1].items // في استقبال الملك … وزير الخارجية
		return f, true
	}
	if len(f.b) == 0 {
		return f, false
	}
	if f.a = r.left(q, f.cue); len(f.a) == 0 {
		f.extra = r.antecedent(f.seq, f.cue)
	}
	return f, len(f.a)+len(f.extra) > 0
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

// antecedent finds whom a pronoun or a verb without subject means: the subject
// of the sentence told before, two sentences back at most.
func (r *reader) antecedent(n, c int) []*item {
	return r.antecedentWithin(n, c, 2)
}

func (r *reader) antecedentWithin(n, c, reach int) []*item {
	if q := &r.seqs[n]; r.near(q, c, 0, 2, lexicon.PronounTitle) {
		reach = 6 // سموه: a title in place of his name carries further than a verb alone
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

// attended adds those whom the text names as present to the meeting told last:
// حضر الاستقبال X وY.
func (r *reader) attended(n, c int) bool {
	q := &r.seqs[n]
	it := &q.items[c]
	if !it.is(lexicon.Attended) || r.last < 0 || n-r.records[r.last].lastSeq > 10 {
		return it.is(lexicon.Attended)
	}
	groups, _ := r.right(q, c, false)
	rec := &r.records[r.last]
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
