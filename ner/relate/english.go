package relate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
)

// What only English needs: it leaves out a subject that it names once, puts a
// pronoun before each verb, and tells who said so behind what was said.

// verbBehind reports whether "and" at item i begins a predicate of its own: met
// Zarif and thanked Lavrov; and later flew. Not: met Zarif and exiled leader X.
func (r *reader) verbBehind(q *seq, i int) bool {
	k := i + 1
	for k < len(q.items) && k <= i+2 && q.items[k].kind == word && strings.HasSuffix(r.t.Fold(q.items[k].first), "ly") {
		k++
	}
	if k >= len(q.items) || !q.items[k].latin {
		return false
	}
	it := &q.items[k]
	if it.kind == cue {
		return it.is(lexicon.Speech, lexicon.Future, lexicon.Negation, lexicon.NegFuture) && !it.is(lexicon.Relative)
	}
	return it.kind == word && !r.capital(it) && strings.HasSuffix(r.t.Fold(it.first), "ed")
}

func (r *reader) capital(it *item) bool {
	c, _ := utf8.DecodeRuneInString(r.raw(it))
	return unicode.IsUpper(c)
}

// beforeName reports whether the country or body at item i only leads to the name
// behind it: and Turkey's Recep Tayyip Erdogan, and U.N.-Arab League envoy X.
func (r *reader) beforeName(q *seq, i int) bool {
	for k := i + 1; k < len(q.items) && k <= i+5; k++ {
		it := &q.items[k]
		switch {
		case it.kind == person:
			return true
		case it.kind == thing, it.is(lexicon.OfficeHead, lexicon.Honorific, lexicon.Former):
		case it.kind == punct && r.raw(it) == "-":
		case it.kind == word && (r.possessive(it) || r.capital(it)):
		default:
			return false
		}
	}
	return false
}

func (r *reader) possessive(it *item) bool { return r.t.List[it.first].Kind == ner.Possessive }

// passedOver reports whether an English cue may stand between a verb and its
// party: met for the first time with, met his rival X.
func passedOver(it *item) bool {
	return it.latin && (it.is(lexicon.Sole, lexicon.Epithet, lexicon.HisWord, lexicon.Elect, lexicon.FamilyWord) || it.is(lexicon.Purpose) && it.first == it.last)
}

// ofDay reports whether the "on" at item i leads to a day and not to a topic.
func (r *reader) ofDay(q *seq, i int) bool {
	if !q.items[i].latin || i+1 >= len(q.items) {
		return false
	}
	next := &q.items[i+1]
	return next.is(lexicon.Weekday, lexicon.Month, lexicon.RelDay) || next.kind == number
}

// subjectLatin finds the subject that item c shares with a verb before it, where
// the nearest person, at item i, is that verb's object: Kerry met Zarif and later
// held talks with Lavrov. It returns the item of the subject, or i.
//
// Kerry met Zarif, who then saw Lavrov: a relative clause is about the nearest.
func (r *reader) subjectLatin(q *seq, i, c int) int {
	it0, joined := &q.items[i], false
	for k := i + 1; k < c; k++ {
		it := &q.items[k]
		if it.is(lexicon.Relative) && k <= i+2 {
			return i
		}
		joined = joined || it.is(lexicon.And) || it.is(lexicon.AfterMark, lexicon.BeforeMark) && !it.is(lexicon.In) || it.kind == punct && r.raw(it) == "," || it.is(lexicon.Break)
	}
	if !it0.latin || !joined || q.items[c-1].kind == punct {
		return i
	}
	return r.objectOf(q, i)
}

// objectOf is the subject of the verb whose object the person at item i is, or i.
func (r *reader) objectOf(q *seq, i int) int {
	first := r.joinedLeft(q, i)[0]
	verb := false
	for k := first - 1; k >= 0; k-- {
		it := &q.items[k]
		switch {
		case it.kind == person:
			if verb && !r.tg.Phrases[it.phrase].Inside && !r.oblique(q, k) && r.identified(it) {
				return k
			}
			return i
		case it.is(lexicon.Pronoun):
			if verb {
				return k
			}
			return i
		case it.is(lexicon.And) && !r.verbBehind(q, k), it.is(lexicon.Speech, lexicon.Relative, lexicon.Break) && !it.is(lexicon.Tells), it.kind == punct && r.raw(it) != "-":
			return i
		case it.kind == word && !r.capital(it), it.kind == cue && it.cues[0].Class.Verb(), it.is(lexicon.Propose, lexicon.Refusal, lexicon.Tells):
			verb = true
		}
	}
	return i
}

// he finds whom the pronoun at item i means: the subject nearest before it in its
// sentence, else that of the sentence before. Pope Francis met Abbas a day after he was received.
func (r *reader) he(n, i int) []*item {
	q := &r.seqs[n]
	for k := i - 1; k >= 0; k-- {
		it := &q.items[k]
		if it.kind != person || r.oblique(q, k) || r.tg.Phrases[it.phrase].Inside {
			continue
		}
		if k = r.objectOf(q, k); q.items[k].kind == person && r.identified(&q.items[k]) {
			return []*item{&q.items[k]}
		}
		return nil
	}
	if before := r.antecedentWithin(n, i, 1); before != nil {
		return before
	}
	for k := i - 1; k >= 0; k-- { // sources close to al-Sadr denied he had met
		if it := &q.items[k]; it.kind == person && r.identified(it) {
			return []*item{it}
		}
	}
	return nil
}

// pronounBefore is the pronoun that is the subject of item c, or -1: he later met,
// whom she had received. Nobody is named between.
func (r *reader) pronounBefore(q *seq, c int) int {
	for k := c - 1; k >= 0; k-- {
		it := &q.items[k]
		switch {
		case it.kind == person:
			if r.oblique(q, k) || r.tg.Phrases[it.phrase].Inside {
				continue
			}
			if j := r.subjectLatin(q, k, c); j != k && q.items[j].is(lexicon.Pronoun) {
				return j
			}
			return -1
		case it.latin && it.is(lexicon.Pronoun):
			return k
		case it.kind == word && r.isHim(it):
			return -1 // I have asked him to meet her: he is whom the text spoke of
		case it.kind == punct && r.raw(it) == ";":
			return -1
		}
	}
	return -1
}

// implied gives an English frame without a subject the one its pronoun means.
func (r *reader) implied(f *frame) bool {
	q := &r.seqs[f.seq]
	if !q.items[f.cue].latin || len(f.a)+len(f.extra) > 0 {
		return len(f.a)+len(f.extra) > 0
	}
	if i := r.pronounBefore(q, f.cue); i >= 0 {
		if r.t.Fold(q.items[i].first) == "i" {
			f.a = r.whoSays(q, i)
			return len(f.a) > 0
		}
		f.extra = r.he(f.seq, i)
	}
	return len(f.extra) > 0
}

// whoSays is the speaker of the words in quotation marks round item i: "I met him,"
// Johnson said.
func (r *reader) whoSays(q *seq, i int) []int {
	if !r.quoted(q, i) {
		return nil
	}
	for k := range q.items {
		if !q.items[k].is(lexicon.Speech) || q.items[k].is(lexicon.Relative) || r.quoted(q, k) {
			continue
		}
		for _, j := range []int{k - 1, k + 1} {
			if j >= 0 && r.personAt(q, j) && r.identified(&q.items[j]) && !r.quoted(q, j) && !r.oblique(q, j) && !r.owned(q, j) {
				return []int{j}
			}
		}
	}
	return nil
}

// speak reads X spoke with Y and X spoke to Y; of two who spoke it must say that
// they did so by phone or when, for both may have spoken to others.
func (r *reader) speak(f frame) (frame, bool) {
	q := &r.seqs[f.seq]
	groups, _ := r.right(q, f.cue, false)
	for _, g := range groups {
		if (g.mark == with || g.mark == toward) && len(f.b) == 0 {
			f.b = g.items
		}
	}
	f.a = r.left(q, f.cue)
	if len(f.b) == 0 {
		next := f.cue + 1
		dated := next < len(q.items) && (q.items[next].is(lexicon.RelDay, lexicon.Weekday) || r.ofDay(q, next) || q.items[next].is(lexicon.Purpose) && r.near(q, next, 0, 1, lexicon.Sole))
		return f, len(f.a) > 1 && (dated || r.byPhone(q, f))
	}
	return f, r.implied(&f)
}

// toldThere reads what one told the other at a meeting: Putin told Assad during
// the meeting in Sochi. Whom somebody told, without a word of a meeting, may have
// been told from afar.
func (r *reader) toldThere(f frame) (frame, bool) {
	q := &r.seqs[f.seq]
	if !r.governed(q, f.cue, lexicon.During) {
		return f, false
	}
	for k := range q.items {
		if !q.items[k].is(lexicon.Tells) || !r.personAt(q, k+1) || !r.identified(&q.items[k+1]) {
			continue
		}
		if f.a = r.left(q, k); len(f.a) == 1 && f.a[0] < k {
			f.b = []int{k + 1}
			f.rule = "told-there"
			return f, true
		}
	}
	return f, false
}

// hyphened returns the two whom a hyphen joins before item c: the Putin-Erdogan
// meeting.
func (r *reader) hyphened(q *seq, c int) []int {
	b := c - 1
	if b >= 0 && q.items[b].kind == word && !r.capital(&q.items[b]) {
		b-- // the Kerry-Lavrov peace talks
	}
	a := b - 1
	if a >= 0 && q.items[a].kind == punct {
		a--
	}
	if a < 0 || q.items[a].kind != person || q.items[b].kind != person || !r.identified(&q.items[a]) || !r.identified(&q.items[b]) {
		return nil
	}
	end, start := r.t.List[q.items[a].last].End, r.t.List[q.items[b].first].Start
	if s := r.t.Text[end:start]; s != "-" && s != "\u2013" {
		return nil
	}
	return []int{a, b}
}

// said is the comma behind which an English sentence tells who said so, or the
// length of the sentence: They met in Doha, officials in Moscow said.
func (r *reader) said(q *seq) int {
	for k := len(q.items) - 1; k > 1; k-- {
		it := &q.items[k]
		if !it.latin || !it.is(lexicon.Speech) || it.is(lexicon.Relative) {
			continue
		}
		if next := k + 1; next < len(q.items) && q.items[next].kind != punct && !q.items[next].is(lexicon.In, lexicon.Weekday, lexicon.RelDay, lexicon.AfterMark) && !r.ofDay(q, next) {
			return len(q.items) // After talks in Doha, Kerry said Russia …
		}
		for j := k - 1; j > 0 && j >= k-9; j-- {
			p := &q.items[j]
			if p.kind == cue && (p.cues[0].Class.Verb() || p.is(lexicon.Relative, lexicon.Break, lexicon.Speech, lexicon.Pronoun)) {
				break
			}
			if r.isComma(p) {
				if q.items[j+1].is(lexicon.And) || j+1 == k {
					break
				}
				return j
			}
		}
		return len(q.items)
	}
	return len(q.items)
}

// sayer is who said so behind the comma at item j.
func (r *reader) sayer(q *seq, j int) *ner.Claimant {
	for k := j + 1; k < len(q.items); k++ {
		it := &q.items[k]
		if it.is(lexicon.Speech) {
			return nil
		}
		if c := r.speaker(it); c != nil && !r.locative(q, k) && !r.governed(q, k, lexicon.In) {
			return c
		}
	}
	return nil
}

// listedLatin reports whether the person at item i goes on a list that "and" will
// end: met Lavrov, Zarif and Ashton. Without a subject before the verb the comma
// closes an adjunct: Ahead of talks with Lavrov, Kerry and Hammond urged calm.
func (r *reader) listedLatin(q *seq, g group, c, i int) bool {
	if !q.items[i].latin || i != g.items[len(g.items)-1]+2 || !r.isComma(&q.items[i-1]) || !r.someoneBefore(q, c) {
		return false
	}
	for k := i + 1; k+1 < len(q.items); k += 2 {
		it, next := &q.items[k], &q.items[k+1]
		if r.isComma(it) && next.is(lexicon.And) { // Lavrov, Zarif, and Ashton
			it, next = next, &q.items[min(k+2, len(q.items)-1)]
			k++
		}
		if it.is(lexicon.And) {
			return next.kind == person || r.beforeName(q, k)
		}
		if !r.isComma(it) || next.kind != person {
			return false
		}
	}
	return false
}

func (r *reader) someoneBefore(q *seq, c int) bool {
	for k := range c {
		if q.items[k].kind == person || q.items[k].is(lexicon.Pronoun) {
			return true
		}
	}
	return false
}

// isThe reports whether a folded word is an English article.
func isThe(fold string) bool { return fold == "the" || fold == "a" || fold == "an" }

// him reads King Salman received him: whom the pronoun means is the subject told
// before.
func (r *reader) him(f frame) (frame, bool) {
	q := &r.seqs[f.seq]
	if f.a = r.left(q, f.cue); len(f.a) == 0 {
		return f, false
	}
	for k := f.a[0] - 1; k >= 0; k-- {
		it := &q.items[k]
		if it.kind == person && r.identified(it) && !r.oblique(q, k) && !r.tg.Phrases[it.phrase].Inside {
			f.b = []int{r.objectOf(q, k)}
			return f, q.items[f.b[0]].kind == person
		}
	}
	f.extra = r.antecedentWithin(f.seq, f.cue, 1)
	return f, len(f.extra) > 0
}

// theTwoLatin is theTwo for English, where they stand before the verb and nobody
// is met besides: The two met, they will meet again. Held needs a meeting's noun.
func (r *reader) theTwoLatin(q *seq, c int) bool {
	k := c - 1
	for k >= 0 && k >= c-4 && !q.items[k].is(lexicon.TheTwo) {
		if it := &q.items[k]; it.kind == person || it.kind == punct || it.is(lexicon.And, lexicon.With, lexicon.Between, lexicon.Speech) {
			return false
		}
		k--
	}
	if k < 0 || k < c-4 {
		return false
	}
	groups, _ := r.right(q, c, true)
	if len(groups) > 0 || r.near(q, c, -1, 5, lexicon.PressNoun) {
		return false
	}
	return !q.items[c].is(lexicon.HoldPast, lexicon.HoldPresent) || r.near(q, c, -1, 5, lexicon.MeetingNoun, lexicon.CallNoun)
}

// summit reports whether the conference at item c is one of people that it names:
// a summit with X, the summit between X and Y.
func (r *reader) summit(q *seq, c int) bool {
	return q.items[c].latin && r.near(q, c, -1, 2, lexicon.With, lexicon.Between, lexicon.Of)
}

// offerBetween reports whether what was refused is an offer of the meeting: refused
// a request by Erdogan for a meeting.
func (r *reader) offerBetween(q *seq, k, c int) bool {
	for i := k + 1; i < c; i++ {
		if it := &q.items[i]; it.is(lexicon.Relative, lexicon.Break) || it.kind == punct {
			return false
		} else if it.latin && it.is(lexicon.Propose) {
			return true
		}
	}
	return false
}

// simplePresent reports whether the verb at item i is in the simple present: meets,
// not meeting.
func (r *reader) simplePresent(q *seq, i int) bool {
	return !r.gerund(&q.items[i]) && !r.infinitive(q, i)
}

// gerund reports whether an English cue is a verb that serves as a noun: Kerry's
// meeting with Lavrov.
func (r *reader) gerund(it *item) bool {
	return it.latin && strings.HasSuffix(r.t.Fold(it.first), "ing")
}

// weekdayToCome reports whether the words behind the verb name a weekday and no
// date, as one speaks of what is to come. A caption has the date: Kerry meets
// Lavrov in Doha, Monday, Aug. 3, 2015.
func (r *reader) weekdayToCome(q *seq, f frame) bool {
	day := r.comingDay(q, f)
	for k := f.cue + 1; k < len(q.items); k++ {
		it := &q.items[k]
		if it.is(lexicon.Month, lexicon.LastWord) || it.is(lexicon.Speech) {
			return false
		}
		day = day || it.is(lexicon.Weekday)
	}
	return day
}

// calledNames reports whether it was no call: Erdogan called Netanyahu a tyrant,
// called Trump unfit, called reports of a dinner with Putin sick.
func (r *reader) calledNames(q *seq, c int, b []int) bool {
	words := 0
	for k := c + 1; k < b[0]; k++ {
		if it := &q.items[k]; it.kind == word && !r.capital(it) && !isThe(r.t.Fold(it.first)) {
			words++
		}
	}
	if words > 1 {
		return true
	}
	k := b[len(b)-1] + 1
	if k >= len(q.items) || k > c+3 || r.t.Fold(q.items[c].last) != "called" {
		return false
	}
	it := &q.items[k]
	return it.kind == word && !r.capital(it) || r.raw(it) == "\"" || r.raw(it) == "\u201c"
}

// andBefore returns the item of an "and" that joins the person at item i to one
// before it, where nothing but words of his title stand between: Livni and
// Palestinian negotiator Saeb Erekat. Else it returns -1.
func (r *reader) andBefore(q *seq, i int) int {
	for k := i - 1; k > 0 && k >= i-4; k-- {
		it := &q.items[k]
		switch {
		case it.latin && it.is(lexicon.And):
			if k == i-1 || q.items[k-1].kind != person || !r.identified(&q.items[k-1]) || r.verbBehind(q, k) {
				return -1
			}
			if first := &q.items[k+1]; first.kind == word && !r.capital(first) && !isThe(r.t.Fold(first.first)) {
				return -1
			}
			return k
		case it.kind == thing, it.kind == word, it.is(lexicon.OfficeHead, lexicon.Honorific, lexicon.Former, lexicon.Epithet):
		default:
			return -1
		}
	}
	return -1
}

// placeWhere is the place in which a clause that "where" opens lies: He is in
// Baghdad, where he met Abadi.
func (r *reader) placeWhere(q *seq, c int) *gazetteer.Entity {
	for k := c - 1; k > 0; k-- {
		it := &q.items[k]
		if it.kind != cue || !it.latin || !it.is(lexicon.Break) {
			continue
		}
		if r.t.Fold(it.first) != "where" {
			return nil
		}
		if k--; r.isComma(&q.items[k]) {
			k--
		}
		if k < 0 {
			return nil
		}
		return r.placeAt(&q.items[k])
	}
	return nil
}

// close reports whether no more than one item stands between the subject at item i
// and its verb at item c, in English a day and what forms the tense aside: Lavrov on
// Thursday held talks, Putin will likely hold a summit.
func (r *reader) close(q *seq, i, c int) bool {
	n := 0
	for k := i + 1; k < c; k++ {
		it := &q.items[k]
		if it.latin && (it.is(lexicon.Weekday, lexicon.Month, lexicon.RelDay, lexicon.Future) || r.ofDay(q, k) || strings.HasSuffix(r.t.Fold(it.first), "ly")) || it.kind == number {
			continue
		}
		n++
	}
	return n <= 1
}

// toldOf reports whether the meeting told last is of these people: by "their
// meeting" the text means that one.
func (r *reader) toldOf(who []*item) bool {
	if r.last < 0 {
		return false
	}
	for _, it := range who {
		if !r.records[r.last].has(r.key(r.mention(it))) {
			return false
		}
	}
	return true
}

// calledOn reports whether somebody was asked rather than visited: called on
// Netanyahu to stop.
func (r *reader) calledOn(q *seq, c int, b []int) bool {
	next := b[len(b)-1] + 1
	return r.t.Fold(q.items[c].last) == "on" && next < len(q.items) && r.t.Fold(q.items[next].first) == "to"
}

// toTakePlace reports whether the main verb of an English noun, behind whatever a
// comma puts between, says that it is to come: the Netanyahu-Erdogan meeting, the
// first in years, will take place in May.
func (r *reader) toTakePlace(q *seq, last int) bool {
	for k := last + 1; k < len(q.items); k++ {
		it := &q.items[k]
		if it.kind == person || it.is(lexicon.Speech, lexicon.Break, lexicon.And) || it.is(lexicon.Relative) {
			return false
		}
		if it.latin && it.is(lexicon.Future) && q.items[k-1].kind == punct {
			return true
		}
	}
	return false
}

// toldBefore reports whether what stands at item i belongs to a meeting told before
// it and not to the one at item c, which is what they talked of: held talks in
// Moscow on Thursday to discuss a meeting of Putin and Erdogan.
func (r *reader) toldBefore(q *seq, i, c int) bool {
	if i > c || !q.items[c].latin {
		return false
	}
	for k := c - 1; k >= 0; k-- {
		if q.items[k].kind == person {
			if h := r.headOf(q, k, c); h >= 0 && h < i {
				return true // Kerry, who is to meet Lavrov on Friday, held talks
			}
			break
		}
	}
	topic := false
	for k := i + 1; k < c && !topic; k++ {
		topic = q.items[k].is(lexicon.Topic) && !r.ofDay(q, k)
	}
	for k := i - 1; k >= 0 && topic; k-- {
		if it := &q.items[k]; it.kind == cue && (it.cues[0].Class.Verb() || it.is(lexicon.MeetingNoun)) {
			return true
		}
	}
	return false
}

// fromAfar reports whether those who spoke did so by phone, as the word means where
// nothing says that they were at one place, and no meeting of theirs was told of.
func (r *reader) fromAfar(q *seq, c int, rec *record) bool {
	for k := c + 1; k < len(q.items); k++ {
		if it := &q.items[k]; it.is(lexicon.Occasion, lexicon.During, lexicon.AfterMark, lexicon.ConferenceN) {
			return false
		}
	}
	for i := range r.records {
		same := 0
		for _, p := range rec.parties {
			if r.records[i].has(p.key) {
				same++
			}
		}
		if same > 1 && r.records[i].mode == ner.InPerson {
			return false
		}
	}
	return true
}

// owned reports whether the person at item i only tells whose aide, plan or
// government it is: met Kerry's aides, a proposal by Lavrov, the wife of Assad.
func (r *reader) owned(q *seq, i int) bool {
	if i+1 < len(q.items) && r.possessive(&q.items[i+1]) {
		return true
	}
	if i == 0 {
		return false
	}
	before := &q.items[i-1]
	return before.is(lexicon.Owner) || r.agent(q, i) >= 0 || before.is(lexicon.And) && r.personAt(q, max(0, i-2)) && i > 1 && r.owned(q, i-2)
}

// agent is the item of the "by" right before the person at item i, or -1.
func (r *reader) agent(q *seq, i int) int {
	if !q.items[i].latin {
		return -1
	}
	if i--; i > 0 && isThe(r.t.Fold(q.items[i].first)) {
		i--
	}
	if i >= 0 && r.t.Fold(q.items[i].first) == "by" {
		return i
	}
	return -1
}

// headOf is the person of whom a relative clause speaks that a comma closes right
// before item c, where the person at item i stands inside it, or -1: Kerry, who is
// to meet Lavrov on Friday, held talks.
func (r *reader) headOf(q *seq, i, c int) int {
	if !q.items[c].latin || c < 1 || !r.isComma(&q.items[c-1]) {
		return -1
	}
	for k := i - 1; k > 1; k-- {
		if it := &q.items[k]; it.kind == punct {
			return -1
		} else if it.is(lexicon.Relative) && r.isComma(&q.items[k-1]) {
			if r.personAt(q, k-2) && r.identified(&q.items[k-2]) && !r.oblique(q, k-2) {
				return k - 2
			}
			return -1
		}
	}
	return -1
}

// broughtTo reports whether those before an English noun came, or are to be brought,
// to it: to bring Putin and Poroshenko together for talks.
func (r *reader) broughtTo(q *seq, who []int, c int) bool {
	if !r.governed(q, c, lexicon.Purpose) {
		return false
	}
	for k := max(0, who[0]-4); k < c; k++ {
		if q.items[k].is(lexicon.Arrive, lexicon.Propose) {
			return true
		}
	}
	return false
}

// mainSubject is the subject behind an adjunct that opens the sentence: After a
// meeting with Kerry was cancelled, Lavrov flew home.
func (r *reader) mainSubject(q *seq, f frame) []int {
	if !r.governed(q, f.cue, lexicon.AfterMark, lexicon.BeforeMark) || r.someoneBefore(q, f.cue) {
		return nil
	}
	for k := f.b[len(f.b)-1] + 1; k+1 < len(q.items); k++ {
		if r.isComma(&q.items[k]) {
			if r.personAt(q, k+1) && r.identified(&q.items[k+1]) {
				return []int{k + 1}
			}
			return nil
		}
	}
	return nil
}

// inverted reports whether a sentence begins with the verb of a condition: Had Kerry
// met Assad, the rebels would have left.
func (r *reader) inverted(q *seq) bool {
	if len(q.items) < 2 || q.items[1].kind != person {
		return false
	}
	switch r.t.Fold(q.items[0].first) {
	case "had", "were", "should":
		return true
	}
	return false
}

// journey reports whether an item tells of one: arrived, left, and in English the
// verb of a visit, whose object is a place more often than a man.
func journey(it *item) bool {
	return it.is(lexicon.Arrive, lexicon.Depart) || it.latin && it.is(lexicon.VisitPast, lexicon.VisitPresent)
}

// isHim reports whether a word is a pronoun in the object.
func (r *reader) isHim(it *item) bool {
	f := r.t.Fold(it.first)
	return it.latin && (f == "him" || f == "her" || f == "them")
}

// pairAhead reads the two whom "their" means before it names them: During their
// meeting in Iceland, Blinken and Lavrov agreed.
func (r *reader) pairAhead(f frame) (frame, bool) {
	q := &r.seqs[f.seq]
	if !q.items[f.cue].latin || r.someoneBefore(q, f.cue) {
		return f, false
	}
	for k := f.cue + 1; k+1 < len(q.items); k++ {
		if q.items[k].kind == person {
			return f, false
		}
		if !r.isComma(&q.items[k]) {
			continue
		}
		for j := k + 1; j < len(q.items) && j <= k+8; j++ {
			if it := &q.items[j]; it.kind == punct || it.kind == cue && it.cues[0].Class.Verb() {
				return f, false
			} else if it.kind == person {
				if two := r.joinedLeft(q, j); len(two) == 2 && two[0] > k {
					f.a = two
					return f, true
				}
			}
		}
	}
	return f, false
}
