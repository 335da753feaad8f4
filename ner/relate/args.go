package relate

import (
	"strings"
	"whomet/ner"
	"whomet/ner/lexicon"
)

// mark says by what a party is tied to its cue.
type mark uint8

const (
	direct   mark = iota // subject or object, no preposition
	with                 // مع, ب, with
	between              // بين, between
	from                 // من, from
	toward               // إلى, ل, to
	presence             // بحضور
)

// group is parties joined by and.
type group struct {
	mark    mark
	items   []int // indexes into the sequence
	clitics ner.Clitic
	apart   bool // a comma stands before it and no "and": it begins anew
	also    bool // "and with": met apart from those before
}

// reach bounds how many plain words may stand between a cue and a party, or
// between two parties: في قصر سموه بجدة مساء اليوم.
const reach = 10

// right collects the parties behind item c, up to where the clause ends.
// topics allows a topic to stand between (بحث X العلاقات مع Y): what it names is
// passed over until a preposition takes up the parties again.
func (r *reader) right(q *seq, c int, topics bool) (groups []group, end int) {
	m := direct
	conj := false
	gap := 0
	inTopic := false
	pending := false // a preposition waits for its noun
	attending := false
	bound := false      // with or between has stood before
	delegation := false // وفد من X: the preposition belongs to the delegation
	comma := false
	i := c + 1
loop:
	for ; i < len(q.items); i++ {
		it := &q.items[i]
		switch it.kind {
		case punct:
			switch raw := r.raw(it); raw {
			case "\u061b":
				if len(groups) != 1 || groups[0].mark != direct || !r.opensPhrase(q, i+1) {
					break loop
				}
				gap += 2 // استقبل الملك اليوم؛ وزير الخارجية X
			case ":", ";", "?", "!", "\u061f":
				break loop
			case ",", "\u060c":
				gap += 2
				comma = true
			case "\"", "\u201d":
				if q.items[c].latin && r.quoted(q, c) {
					break loop // "I met him," Kerry said: the speaker is no party behind it
				}
				if q.items[c].latin {
					m, pending = direct, false // will "provide them with guidelines," Zarif said
				}
			}
		case number:
			gap++
		case word:
			gap++
			if m == toward && !isThe(r.t.Fold(it.first)) {
				m = direct // وصوله إلى مطار حمد
			}
			if gap > reach {
				break loop
			}
		case person, thing:
			if it.kind == thing && !r.identified(it) {
				if it.kind == thing && m == with && pending && !(it.latin && r.beforeName(q, i)) {
					// talks with Iran: a country met is no party we keep
					m, pending = direct, false
				}
				if m == toward || m == from {
					m = direct // وصوله إلى واشنطن: the preposition has found its noun
				}
				conj = conj && it.latin && r.beforeName(q, i)
				gap++
				continue
			}
			ph := &r.tg.Phrases[it.phrase]
			cl := it.clitics
			gm := m
			switch {
			case cl&ner.Ba != 0:
				gm = with
			case cl&ner.Lam != 0 && !conj:
				gm = toward
			case attending && m == direct && !r.guestBehindPresent(q, c, i, groups, conj || comma):
				gm = presence
			}
			if it.latin && conj && !r.runsOn(q, i) {
				conj = false // will meet and "provide guidelines," Zarif said
			}
			joined := conj || cl&(ner.Waw|ner.Fa) != 0
			conj, pending = false, false
			if ph.Inside || it.latin && r.owned(q, i) && !(r.agent(q, i) == c+1 && q.items[c].is(lexicon.ReceivePast, lexicon.MeetPast, lexicon.VisitPast)) { // but: was also received by X
				m = direct
				continue
			}
			if joined && it.latin && m == direct && len(groups) > 0 && r.placedApart(q, c, i) {
				groups = append(groups, group{mark: groups[len(groups)-1].mark, items: []int{i}, also: true})
				continue
			}
			if joined && cl&ner.Ba != 0 && len(groups) > 0 && r.isCall(&q.items[c]) {
				groups = append(groups, group{mark: with, items: []int{i}, also: true})
				continue // اتصال بX، وبY: two calls
			}
			if joined && it.latin && len(groups) == 0 && !bound {
				break loop // visited Moscow and Lavrov went to Doha: another clause
			}
			if inTopic && gm == direct {
				continue
			}
			inTopic = false
			if !joined && gm == direct && len(groups) > 0 && r.toldAgain(q, groups[len(groups)-1], i) {
				m, gap, comma = direct, 0, false
				continue // عبدالله يامين، رئيس المالديف: the same man by his office
			}
			if joined && len(groups) > 0 && m == direct {
				g := &groups[len(groups)-1]
				g.items = append(g.items, i)
			} else if len(groups) > 0 && gm == direct && (r.listed(q, groups[len(groups)-1], i) || r.listedLatin(q, groups[len(groups)-1], c, i)) {
				g := &groups[len(groups)-1]
				g.items = append(g.items, i)
			} else {
				groups = append(groups, group{mark: gm, items: []int{i}, clitics: cl, apart: comma && !joined && gm == direct, also: joined && gm == with && it.latin})
			}
			m, gap, comma = direct, 0, false
		case cue:
			switch {
			case it.is(lexicon.With):
				m, pending, inTopic, bound = with, true, false, true
			case it.is(lexicon.Between):
				m, pending, inTopic, bound = between, true, false, true
			case it.is(lexicon.And) && it.latin && r.verbBehind(q, i):
				break loop
			case it.is(lexicon.Both), it.is(lexicon.And):
				conj = conj || it.is(lexicon.And) || it.clitics&ner.Waw != 0
				if it.clitics&ner.Ba != 0 {
					m = with
				}
			case it.is(lexicon.Among) && i > c+1:
				gap = 0 // مع عدد من المسؤولين من بينهم X
				switch {
				case attending:
					m = presence
				case bound && (len(groups) == 0 || len(groups) == 1 && groups[0].mark == direct):
					m, pending = with, true
				}
			case it.is(lexicon.Presence, lexicon.Attended):
				m, attending, inTopic = presence, true, false
			case it.is(lexicon.LedBy):
				m, conj = direct, true
			case it.is(lexicon.From):
				if delegation {
					continue
				}
				if !it.latin || m == direct {
					m = from
				}
			case it.is(lexicon.To) && !it.is(lexicon.Relative):
				m = toward
			case it.is(lexicon.Delegation, lexicon.Honorific, lexicon.OfficeHead, lexicon.Former, lexicon.Owner, lexicon.CityWord, lexicon.Venue, lexicon.Of,
				lexicon.RelDay, lexicon.Weekday, lexicon.Month, lexicon.DayWord, lexicon.LastWord, lexicon.NextWord, lexicon.RelWeek, lexicon.RelMonth, lexicon.RelYear,
				lexicon.In, lexicon.PhoneHint, lexicon.VideoHint, lexicon.TheMeeting, lexicon.PronounTitle, lexicon.Arrive, lexicon.Depart, lexicon.Separately, lexicon.Future, lexicon.CapitalCue, lexicon.YearWord):
				if it.is(lexicon.Owner, lexicon.In) {
					gap++
				}
				if m == toward && it.is(lexicon.Venue, lexicon.CityWord) {
					m = direct
				}
				delegation = delegation || it.is(lexicon.Delegation)
				if it.clitics&ner.Ba != 0 && it.is(lexicon.Delegation) {
					m = with
				}
			case it.is(lexicon.Group) && i > c+1 && !q.items[c].is(lexicon.TheMeeting):
				gap++ // اجتماعات اللجنة بمشاركة X
			case it.is(lexicon.AfterMark) && !it.latin && q.items[c].is(lexicon.ReceivePast) && len(groups) == 0 && i+1 < len(q.items) && (q.items[i+1].kind == word || q.items[i+1].is(lexicon.NotAName)):
				gap++ // استقبل عقب صلاة العيد X
			case it.is(lexicon.During, lexicon.Occasion) && !it.is(lexicon.In) && q.items[c].is(lexicon.MeetPast, lexicon.MeetPresent, lexicon.ReceivePast, lexicon.ReceivePresent, lexicon.GatherPast, lexicon.GatherPresent) && len(groups) == 1 && groups[0].mark == direct && len(groups[0].items) == 1:
				gap++ // يلتقي X خلال الزيارة Y
			case it.is(lexicon.Occasion) && !it.is(lexicon.In) && !it.latin && q.items[c].is(lexicon.MeetPast, lexicon.MeetPresent, lexicon.GatherPast, lexicon.GatherPresent, lexicon.MeetingNoun, lexicon.MeetingPoss) && len(groups) <= 1:
				gap++ // لقاؤه على هامش القمة بY
			case r.ofSidelines(q, i) && it.is(lexicon.MeetingNoun, lexicon.TheMeeting, lexicon.ConferenceN, lexicon.Ceremony):
				gap++ // يلتقي X على هامش القمة Y
			case it.is(lexicon.Relative) && !it.latin && len(groups) == 1 && groups[0].mark == direct && len(groups[0].items) == 1 && i+1 < len(q.items) && q.items[i+1].kind == cue && q.items[i+1].is(lexicon.Arrive, lexicon.Depart) && !q.items[i+1].is(lexicon.Greeting):
				gap += 2 // يلتقي كارتر الذي وصل إلى بغداد Y
			case it.is(lexicon.Relative) && !it.latin && len(groups) == 1 && groups[0].mark == direct && len(groups[0].items) == 1 && r.behindRelative(q, i) > 0:
				i = r.behindRelative(q, i) - 1
				gap = 0
			case passedOver(it), it.is(lexicon.Topic) && r.ofDay(q, i):
				gap++
			case it.is(lexicon.Topic) && topics:
				inTopic = true
				m = direct
			case it.is(lexicon.MeetingNoun, lexicon.CallNoun, lexicon.MeetingPoss, lexicon.CallPoss, lexicon.PressNoun, lexicon.ConferenceN) && topics:
				gap++
				if i > c+1 && it.is(lexicon.MeetingPoss, lexicon.CallPoss) && len(groups) > 1 {
					break loop
				}
			default:
				break loop
			}
		}
	}
	return groups, i
}

// sends reports whether the person at item k is the subject of a verb of sending.
func (r *reader) sends(q *seq, k int) bool {
	return k > 0 && q.items[k-1].is(lexicon.Dispatch)
}

// ofSidelines reports whether the noun at item i is the occasion on whose sidelines
// something was: على هامش + القمة, على هامش هذا + الحفل.
func (r *reader) ofSidelines(q *seq, i int) bool {
	k := i - 1
	if k > 0 && q.items[k].kind == word {
		k--
	}
	return k >= 0 && !q.items[i].latin && q.items[k].is(lexicon.Occasion)
}

// guestBehindPresent reports whether the person at item i is the object of the verb at
// item c, behind those present and when or where it was: استقبل الملك بحضور X اليوم Y.
func (r *reader) guestBehindPresent(q *seq, c, i int, groups []group, joined bool) bool {
	if joined || q.items[c].latin || q.items[i].clitics != 0 || !q.items[c].is(lexicon.ReceivePast, lexicon.MeetPast) || len(groups) != 2 || groups[1].mark != presence {
		return false
	}
	last := groups[1].items[len(groups[1].items)-1]
	return last < i-1 && r.adverbs(q, last, i)
}

// opensPhrase reports whether a person or his title, joined to nothing, is at item i.
func (r *reader) opensPhrase(q *seq, i int) bool {
	return i < len(q.items) && q.items[i].clitics == 0 && (q.items[i].kind == person || q.items[i].is(lexicon.Honorific, lexicon.OfficeHead))
}

// toldAgain reports whether the person at item i is the last of the group.
func (r *reader) toldAgain(q *seq, g group, i int) bool {
	last := &q.items[g.items[len(g.items)-1]]
	return r.key(r.mention(last)) == r.key(r.mention(&q.items[i]))
}

// behindRelative returns the person behind the comma that closes a relative clause,
// or -1: يلتقي كارتر الذي يزور المنطقة، + رئيس الوزراء.
func (r *reader) behindRelative(q *seq, i int) int {
	for k := i + 1; k+1 < len(q.items) && k <= i+reach; k++ {
		it := &q.items[k]
		switch {
		case it.kind == person, it.kind == cue && it.is(lexicon.Speech, lexicon.Break):
			return -1
		case it.kind == punct:
			if next := &q.items[k+1]; r.isComma(it) && next.kind == person && next.clitics == 0 {
				return k + 1
			}
			return -1
		}
	}
	return -1
}

// listed reports whether the person at item i goes on a list by a comma alone:
// الأمير فلان، والأمير فلان، الشيخ فلان.
func (r *reader) listed(q *seq, g group, i int) bool {
	prev := g.items[len(g.items)-1]
	if i != prev+2 || len(g.items) < 2 || q.items[i].latin { // in English "and" ends a list

		return false
	}
	it := &q.items[i-1]
	return it.kind == punct && r.isComma(it)
}

// left finds the subject before item c: the nearest person who is no object of
// a preposition, with those joined to him.
//
// Those who welcomed him are passed over: وصل كارتر وكان في استقباله X، ثم اجتمع مع.
func (r *reader) left(q *seq, c int) []int {
	for i := c - 1; i >= 0; i-- {
		it := &q.items[i]
		if it.kind == person {
			if w := r.welcomeBefore(q, i); w > 0 && !q.items[c].is(lexicon.Welcome, lexicon.WelcomeOf) && len(r.left(q, w)) > 0 {
				i = w
				continue
			}
		}
		if it.kind != person {
			if it.kind == punct {
				if raw := r.raw(it); raw == ";" || raw == "\u061b" {
					return nil
				}
			}
			if it.latin && it.is(lexicon.Pronoun) {
				return nil // he met: whom that means is for implied to say
			}
			continue
		}
		if r.oblique(q, i) || r.tg.Phrases[it.phrase].Inside {
			continue
		}
		if it.latin && (q.items[c].cues[0].Class.Verb() || q.items[c].is(lexicon.Welcome)) && !r.gerund(&q.items[c]) && !r.infinitive(q, c) && i+1 < c && r.possessive(&q.items[i+1]) {
			i = r.joinedLeft(q, i)[0] // Kerry and Lavrov's aides met Zarif
			continue
		}
		if j := r.headOf(q, i, c); j >= 0 {
			return r.joinedLeft(q, j)
		}
		if j := r.subjectLatin(q, i, c); j != i {
			if q.items[j].kind != person {
				return nil
			}
			return r.joinedLeft(q, j)
		}
		if j := r.subjectBefore(q, i); j >= 0 {
			i = j
			it = &q.items[i]
		}
		if !r.identified(it) {
			return nil
		}
		return r.joinedLeft(q, i)
	}
	return nil
}

// welcomeBefore returns the welcome whose hosts the person at item i is one of, or -1.
func (r *reader) welcomeBefore(q *seq, i int) int {
	for k := i - 1; k >= 0; k-- {
		it := &q.items[k]
		switch {
		case it.kind != cue:
		case it.is(lexicon.Welcome):
			return k
		case it.cues[0].Class.Verb(), it.is(lexicon.Speech):
			return -1
		}
	}
	return -1
}

// oblique reports whether the person at item i hangs on a preposition, alone or
// through those he is joined to.
func (r *reader) oblique(q *seq, i int) bool {
	it := &q.items[i]
	if it.clitics&ner.Lam != 0 && r.visitOf(q, i) {
		return false // زيارة للرئيس X التقى خلالها: the visitor is the subject
	}
	if it.clitics&(ner.Ba|ner.Lam|ner.Kaf) != 0 {
		return true
	}
	if i+1 < len(q.items) && q.items[i+1].kind == cue && q.items[i+1].is(lexicon.HisSaying) {
		return false // نقل عن X قوله: he is the speaker
	}
	if i > 0 && !it.latin && q.items[i-1].kind == word && strings.HasPrefix(r.raw(&q.items[i-1]), lam) {
		return true // لإبلاغ الرئيس: the object of a verbal noun
	}
	if by := r.agent(q, i); by > 0 {
		return !q.items[by-1].is(lexicon.Propose) // a deal by Kerry, but invited by Merkel
	}
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		p := &q.items[k]
		switch p.kind {
		case cue:
			if p.is(lexicon.Of) && it.latin {
				return true // the ideas of Kerry
			}
			if p.is(lexicon.With, lexicon.Between, lexicon.From, lexicon.To, lexicon.Topic, lexicon.Greeting, lexicon.Company, lexicon.Presence, lexicon.Behalf, lexicon.Owner) && !p.is(lexicon.Relative) && !r.greets(q, k, i) {
				return true
			}
			if !p.is(lexicon.Both, lexicon.And, lexicon.Honorific, lexicon.OfficeHead) {
				return false
			}
			if p.is(lexicon.And) {
				return k > 0 && q.items[k-1].kind == person && r.oblique(q, k-1)
			}
		case person:
			return it.clitics&ner.Waw != 0 && r.oblique(q, k)
		case punct:
			continue
		default:
			return false
		}
	}
	return false
}

// visitOf reports whether the person at item i, behind ل, is whose visit is told of:
// زيارة لم يعلن عنها لوزير الدفاع X.
func (r *reader) visitOf(q *seq, i int) bool {
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		switch it := &q.items[k]; {
		case it.is(lexicon.Arrive, lexicon.Depart):
			return true
		case it.kind == person, it.kind == punct:
			return false
		}
	}
	return false
}

// greets reports whether the person at item i is the subject of a verb of greeting
// at item k: هنأ الملك الرئيس. In an account day by day, which leaves the subject
// out, a single person behind the verb is whom it greets.
func (r *reader) greets(q *seq, k, i int) bool {
	if !q.items[k].is(lexicon.GreetVerb) || q.items[i].latin {
		return false
	}
	return r.personAt(q, i+1) || r.ofChronicle(q) == nil
}

// subjectBefore returns the subject where the person at item i is the object
// behind it: استقبل الملك كارتر. Of two names side by side the second is the
// object of whatever verb they follow: هنأ الملك رئيسة ليتوانيا، وعقد لقاء.
func (r *reader) subjectBefore(q *seq, i int) int {
	if q.items[i].latin || q.items[i].clitics != 0 {
		return -1
	}
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		it := &q.items[k]
		switch it.kind {
		case person:
			if r.oblique(q, k) || r.tg.Phrases[it.phrase].Inside {
				return -1
			}
			if r.besides(q, k, i) {
				if r.sends(q, k) {
					return -1 // أوفد X + Y للقاء Z: Y meets him
				}
				return k
			}
			for v := k - 1; v >= 0 && v >= k-3; v-- {
				if q.items[v].kind == cue {
					for _, c := range q.items[v].cues {
						if c.Class == lexicon.MeetPast || c.Class == lexicon.ReceivePast || c.Class == lexicon.MeetPresent || c.Class == lexicon.ReceivePresent || c.Class == lexicon.GreetVerb {
							return k
						}
					}
				}
			}
			return -1
		case cue:
			if !it.is(lexicon.In, lexicon.RelDay, lexicon.Weekday, lexicon.CityWord, lexicon.Venue, lexicon.Honorific) {
				return -1
			}
		}
	}
	return -1
}

// besides reports whether nothing but words of a title stand between the people
// at items k and i.
func (r *reader) besides(q *seq, k, i int) bool {
	for j := k + 1; j < i; j++ {
		it := &q.items[j]
		if !it.is(lexicon.Honorific, lexicon.OfficeHead) && !(it.kind == word && strings.HasPrefix(r.t.Fold(it.first), article)) || it.clitics != 0 {
			return false
		}
	}
	return i-k <= 4
}

// adverbs reports whether only when and where stands between the people at items
// k and i: استقبال الملك + في قصر السلام بجدة أمس + وزير الخارجية.
func (r *reader) adverbs(q *seq, k, i int) bool {
	named := 0 // words that may still belong to a place: قصر السلام
	for j := k + 1; j < i; j++ {
		it := &q.items[j]
		switch {
		case it.is(lexicon.In, lexicon.Venue, lexicon.CityWord, lexicon.CapitalCue):
			named = 2
		case it.kind == thing:
			if r.named(it) == nil && it.clitics&ner.Ba == 0 {
				return false
			}
		case it.kind == number, it.is(lexicon.RelDay, lexicon.Weekday, lexicon.DayWord, lexicon.Month, lexicon.YearWord, lexicon.LastWord, lexicon.Honorific, lexicon.OfficeHead):
		case it.kind == word && strings.HasPrefix(r.raw(it), ba):
			named = 2 // بمكتبه
		case it.kind == word && named > 0:
			named--
		default:
			return false
		}
	}
	return true
}

// article is ال, lam ل.
const (
	article = "\u0627\u0644"
	lam     = "\u0644"
)

// joinedLeft widens the person at item i to all he is joined to: كيري ولافروف.
func (r *reader) joinedLeft(q *seq, i int) []int {
	out := []int{i}
	for {
		it := &q.items[out[0]]
		k := out[0] - 1
		if k >= 0 && it.clitics&ner.Waw != 0 && q.items[k].kind == person && r.identified(&q.items[k]) {
			out = append([]int{k}, out...)
			continue
		}
		if k >= 1 && q.items[k].kind == cue && q.items[k].is(lexicon.And) && q.items[k-1].kind == person && r.identified(&q.items[k-1]) {
			out = append([]int{k - 1}, out...)
			continue
		}
		if j := r.andBefore(q, out[0]); j > 0 {
			out = append([]int{j - 1}, out...)
			continue
		}
		if k >= 1 && it.latin && len(out) > 1 && q.items[k].kind == punct && r.raw(&q.items[k]) == "," && q.items[k-1].kind == person && r.identified(&q.items[k-1]) && !r.oblique(q, k-1) {
			out = append([]int{k - 1}, out...)
			continue
		}
		if k >= 1 && it.clitics&ner.Waw != 0 && q.items[k].kind == punct && q.items[k-1].kind == person && r.identified(&q.items[k-1]) && r.isComma(&q.items[k]) {
			out = append([]int{k - 1}, out...)
			continue
		}
		return out
	}
}
