package relate

import (
	"whomet/ner"
	"whomet/ner/lexicon"
)

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
			if n.is(lexicon.With, lexicon.Between, lexicon.Relative) || n.latin && n.is(lexicon.Propose, lexicon.Refusal, lexicon.Cancel, lexicon.Future) {
				break // had hoped for a meeting: nobody had one
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
	case n.is(lexicon.ConferenceN) && !n.is(lexicon.MeetingNoun) && !r.summit(q, noun):
		f.mode, f.rule = ner.Multilateral, "conference"
	}
	f.a = between0
	for _, g := range groups {
		switch g.mark {
		case with, between:
			if g.also && len(f.b) > 0 {
				f.also = append(f.also, g.items)
				continue
			}
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
	if len(f.b) == 0 && len(f.a) == 0 && len(f.present) > 1 {
		used[noun] = true
		f.mode, f.rule = ner.Multilateral, "conference"
		return f, true // بدأت اجتماعات اللجنة بمشاركة X وY
	}
	if len(f.b) == 0 && len(f.a) == 0 {
		if it.is(lexicon.CalledByPast) {
			return f, false
		}
		if r.unnamedBehind(q, noun) {
			return f, false // مكالمة بالبعثة
		}
		if f.a = r.left(q, f.cue); len(f.a) == 2 && it.latin && n.is(lexicon.ConferenceN) {
			f.mode = ner.InPerson // a summit of two
		}
		if len(f.a) > 1 && f.mode != ner.Multilateral && r.close(q, f.a[len(f.a)-1], f.cue) {
			used[noun] = true
			return f, true
		}
		return f, false
	}
	if len(f.b) > 1 && r.hasBetween(groups) {
		used[noun] = true
		return f, true
	}
	if who := r.ofChronicle(q); who != nil && len(f.a) == 0 && len(f.b) > 0 && it.clitics&ner.Waw != 0 {
		f.extra = []*item{who} // وفي يوم الأحد استقبل X، وتلقى اتصالا من Y
	} else if len(f.a) == 0 {
		if f.a = r.left(q, f.cue); len(f.b) > 0 && !r.implied(&f) && !stranger {
			f.extra = r.impliedSubject(f.seq, f.cue) // not in أجرى المركز الإعلامي لقاء مع X
		}
	}
	if len(f.b) == 0 && (len(f.a) < 2 || r.unnamedBehind(q, noun)) && len(f.present) == 0 {
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
	if noun < 0 && r.hasBetween(groups) {
		noun = r.nounBefore(q, f.cue)
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
		if f.a = r.left(q, noun); len(f.a) == 0 && len(f.b) > 0 && !r.strangerBehind(q, f.cue) {
			f.extra = r.antecedent(f.seq, f.cue)
		}
	}
	return f, len(f.b) > 0 && len(f.a)+len(f.extra) > 0 || len(f.a) > 1
}

// nounBefore finds the meeting that a verb with both parties behind it tells of, where
// a clause about it stands between: اتصال وصفته المصادر بأنه مهم، جرى بين X وY.
func (r *reader) nounBefore(q *seq, c int) int {
	for k := c - 1; k >= 0 && k >= c-reach-2; k-- {
		it := &q.items[k]
		if it.kind == person {
			return -1
		}
		if it.kind == cue && it.is(lexicon.MeetingNoun, lexicon.CallNoun) {
			return k
		}
	}
	return -1
}
