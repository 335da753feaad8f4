package relate

import (
	"whomet/gazetteer"
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
	also     [][]int // items: whom a met besides, each apart from b
	from, to int     // items between which its day and place stand, where others have theirs; to may be 0
}

// opening are the classes of the cues that frame and attended read; no other cue
// opens a frame.
var opening = func() lexicon.Set {
	s := lexicon.SetOf(lexicon.MeetingNoun, lexicon.MeetingPoss, lexicon.MeetingPair, lexicon.TheMeeting, lexicon.CallNoun, lexicon.CallPoss,
		lexicon.PressNoun, lexicon.ConferenceN, lexicon.Welcome, lexicon.WelcomeOf, lexicon.Attended, lexicon.TookPart)
	for c := lexicon.MeetPast; c.Verb(); c++ {
		s.Add(c)
	}
	return s
}()

// read finds the frames of sentence n.
func (r *reader) read(n int) {
	told := len(r.records)
	if r.seqs[n].classes.Meets(&opening) {
		r.readFrames(n)
	}
	if len(r.records) == told {
		r.atOneTable(n)
	}
	r.refine(n)
}

func (r *reader) readFrames(n int) {
	q := &r.seqs[n]
	used := make([]bool, len(q.items))
	for c := range q.items {
		it := &q.items[c]
		if it.kind != cue || used[c] || !it.classes.Meets(&opening) {
			continue
		}
		if r.attended(n, c) {
			continue
		}
		f, ok := r.frame(n, c, used)
		if !ok {
			continue
		}
		if len(f.also) > 0 && it.latin {
			f.to = f.also[0][0]
		}
		r.tell(f)
		for n, b := range f.also {
			f.b, f.present = b, nil
			if it.latin {
				f.from, f.to = b[0], 0
			}
			if it.latin && n+1 < len(f.also) {
				f.to = f.also[n+1][0]
			}
			r.tell(f)
		}
	}
}

// frame reads the frame of the cue at item c of sentence n.
func (r *reader) frame(n, c int, used []bool) (frame, bool) {
	q := &r.seqs[n]
	it := &q.items[c]
	f := frame{seq: n, cue: c, head: c, mode: ner.InPerson}
	switch {
	case it.cues[0].Class.Verb() && !it.is(lexicon.MeetingNoun) && c > 0 && q.items[c-1].is(lexicon.In, lexicon.To):
		return f, false // التنصت على هاتف المستشارة: behind a preposition stands a noun
	case it.cues[0].Class.Verb() && !it.is(lexicon.MeetingNoun) && it.latin && c > 0 && q.items[c-1].kind == word && isThe(r.t.Fold(q.items[c-1].first)):
		return f, false // over a telephone: a noun too
	case it.cues[0].Class.Verb() && !it.latin && r.outletBefore(q, c):
		return f, false // «الجريدة» اتصلت برئيس النادي: it wants a word for the paper
	case it.cues[0].Class.Verb() && r.theTwo(q, c):
		f.rule = "the-two-met"
		if it.is(lexicon.DiscussPast, lexicon.DiscussPresent) && (r.last < 0 || it.latin) {
			return f, false // the two discussed: at the meeting that was told of
		}
		if it.latin && (it.is(lexicon.CallPast, lexicon.CallPresent) || r.near(q, c, -1, 3, lexicon.CallNoun)) {
			f.mode = ner.Phone // they held telephone talks
		}
		return r.pair(f)
	case it.is(lexicon.MeetingNoun) && it.is(lexicon.MeetPresent) && !r.personAt(q, c+1):
		f.rule = "meeting-noun"
		return r.noun(f)
	case it.is(lexicon.MeetingPair):
		f.rule = "meeting-of-the-two"
		g, ok := r.pairAhead(f)
		if !ok {
			g, ok = r.pair(f)
		}
		return g, ok && !(it.latin && r.toldOf(g.extra))
	case it.is(lexicon.ConferenceN) && r.summit(q, c):
		f.rule = "meeting-noun"
		return r.noun(f)
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
	case it.is(lexicon.SpeakPast, lexicon.SpeakPresent):
		f.rule = "spoke-with"
		return r.speak(f)
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
	case it.is(lexicon.TheMeeting) && c > 0 && q.items[c-1].is(lexicon.Occasion):
		return f, false // يلتقي X على هامش الاجتماع Y: the other meeting is a place
	case it.is(lexicon.TheMeeting):
		f.rule = "meeting-noun"
		return r.noun(f)
	}
	return f, false
}

// outletBefore reports whether the sentence begins with the name of a paper or a
// channel, in quotation marks or not, as the subject of the verb at item c.
func (r *reader) outletBefore(q *seq, c int) bool {
	found := false
	for k := range q.items[:c] {
		it := &q.items[k]
		switch it.kind {
		case thing:
			m := r.mention(it)
			if found || m.Type != gazetteer.Organization || m.Status != ner.Linked {
				return false
			}
			e, _ := r.g.Entity(*m.Entity)
			found = e.Kind == "media"
		case punct:
		default:
			return false
		}
	}
	return found
}
