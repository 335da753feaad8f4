package relate

import (
	"sort"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
)

// record is a meeting as one frame tells it.
type record struct {
	parties  []party
	status   ner.Status
	mode     ner.Mode
	when     when
	place    *ner.Place
	claimant *ner.Claimant
	seqs     []int // sentences that tell of it
	lastSeq  int
	rule     string
	apart    bool // the text sets it apart from another of the same people
	headline bool
}

// party is one participant: his key tells whether two mentions are one.
type party struct {
	key      string
	mentions []int
}

// key is the entity, or the name of a person nobody listed.
func (r *reader) key(m *ner.Mention) string {
	if m.Entity != nil {
		return *m.Entity
	}
	return "?" + m.Name
}

func (rec *record) add(r *reader, it *item) {
	mi := r.tg.Phrases[it.phrase].Mention
	k := r.key(&r.tg.Mentions[mi])
	for i := range rec.parties {
		if rec.parties[i].key == k {
			rec.parties[i].mentions = append(rec.parties[i].mentions, mi)
			return
		}
	}
	rec.parties = append(rec.parties, party{k, []int{mi}})
}

func (rec *record) has(key string) bool {
	for _, p := range rec.parties {
		if p.key == key {
			return true
		}
	}
	return false
}

// tell makes a record of a frame, unless its status says that nothing is asserted.
func (r *reader) tell(f frame) {
	q := &r.seqs[f.seq]
	it := &q.items[f.cue]
	rec := record{mode: f.mode, rule: f.rule, lastSeq: f.seq, seqs: []int{f.seq}, headline: q.headline}
	for _, x := range f.extra {
		rec.add(r, x)
	}
	for _, list := range [][]int{f.a, f.b, f.present} {
		for _, i := range list {
			if r.identified(&q.items[i]) {
				rec.add(r, &q.items[i])
			}
		}
	}
	if len(rec.parties) < 2 || !r.anyPerson(&rec) {
		r.note(it, "no-second-person", "the cue "+f.rule+" has no second party that is known")
		return
	}
	if r.elsewhere(q, f.cue) {
		r.note(it, "not-a-meeting", "a match, an interview or a show is no meeting (rule 8)")
		return
	}
	if len(f.extra) > 0 && r.quoted(q, f.cue) {
		r.note(it, "quoted", "the words of a speaker: nobody outside them is meant")
		return
	}
	if r.separately(q, f.cue) && len(f.b) == 0 {
		r.note(it, "each-apart", "several did it, each apart from the others")
		return
	}
	if f.rule == "visited-person" && !r.anyLinked(&rec) {
		r.note(it, "visited-place", "what was visited may be a place")
		return
	}
	status, why := r.status(f)
	if status == "" {
		r.note(it, why, "nothing is asserted")
		return
	}
	if why != "" {
		rec.rule += "+" + why
	}
	rec.status = status
	if rec.mode == ner.InPerson && r.byPhone(q, f) {
		rec.mode = ner.Phone
	}
	rec.when = r.when(f, status)
	rec.place = r.where(f)
	rec.claimant = r.claimant(f)
	if r.separately(q, f.cue) && len(f.b) > 1 && len(f.a)+len(f.extra) == 1 {
		r.tellEach(f, rec)
		return
	}
	r.note(it, rec.rule, "a meeting "+string(rec.status))
	r.keep(rec)
}

// tellEach makes one record a partner: التقى كلا على حدة X وY.
func (r *reader) tellEach(f frame, rec record) {
	q := &r.seqs[f.seq]
	for _, b := range f.b {
		one := rec
		one.parties = nil
		for _, x := range f.extra {
			one.add(r, x)
		}
		for _, i := range append(append([]int{}, f.a...), b) {
			one.add(r, &q.items[i])
		}
		one.rule += "+separately"
		r.keep(one)
	}
}

// quoted reports whether item c stands inside quotation marks.
func (r *reader) quoted(q *seq, c int) bool {
	depth := 0
	for i := 0; i < c; i++ {
		if q.items[i].kind != punct {
			continue
		}
		switch r.raw(&q.items[i]) {
		case "\u00ab", "\u201c":
			depth++
		case "\u00bb", "\u201d":
			depth--
		case "\"":
			depth ^= 1
		}
	}
	return depth > 0
}

func (r *reader) anyLinked(rec *record) bool {
	for _, p := range rec.parties {
		if r.tg.Mentions[p.mentions[0]].Entity != nil {
			return true
		}
	}
	return false
}

func (r *reader) anyPerson(rec *record) bool {
	for _, p := range rec.parties {
		if r.tg.Mentions[p.mentions[0]].Type == gazetteer.Person {
			return true
		}
	}
	return false
}

func (r *reader) near(q *seq, c, before, after int, classes ...lexicon.Class) bool {
	for k := max(0, c-before); k <= c+after && k < len(q.items); k++ {
		if q.items[k].kind == cue && q.items[k].is(classes...) {
			return true
		}
	}
	return false
}

func (r *reader) elsewhere(q *seq, c int) bool {
	return r.near(q, c, 2, 2, lexicon.Elsewhere) || r.near(q, c, 2, 0, lexicon.Ceremony)
}

func (r *reader) separately(q *seq, c int) bool {
	return r.near(q, c, 3, len(q.items), lexicon.Separately)
}

// byPhone reports whether the clause says that they spoke by phone.
func (r *reader) byPhone(q *seq, f frame) bool {
	if f.rule != "discussed-with" {
		return r.near(q, f.cue, 0, 4, lexicon.PhoneHint, lexicon.VideoHint)
	}
	end := f.cue + 14
	for k := f.cue; k < end && k < len(q.items); k++ {
		it := &q.items[k]
		if it.kind == cue && it.is(lexicon.PhoneHint, lexicon.VideoHint, lexicon.CallNoun) {
			return true
		}
		if it.kind == cue && k > f.cue && (it.is(lexicon.Speech, lexicon.Break)) {
			return false
		}
	}
	return false
}

// keep joins the record to one of the same occasion, or adds it.
func (r *reader) keep(rec record) {
	for i := range r.records {
		if r.records[i].same(&rec) {
			r.records[i].join(&rec)
			r.last = i
			return
		}
	}
	r.records = append(r.records, rec)
	r.last = len(r.records) - 1
}

// assertion groups the statuses that may be told of one occasion: a plan and its
// later holding are one record, a claim and its denial are two.
func assertion(s ner.Status) int {
	switch s {
	case ner.Denied:
		return 1
	case ner.Alleged:
		return 2
	}
	return 0
}

// same reports whether two records tell of one occasion: one's people within
// the other's, the same way of meeting, days that can agree.
func (a *record) same(b *record) bool {
	if a.apart || b.apart || assertion(a.status) != assertion(b.status) || !a.when.agrees(b.when) {
		return false
	}
	if a.mode != b.mode && (a.mode == ner.Phone || b.mode == ner.Phone || len(a.parties) != len(b.parties)) {
		return false // a call is no visit, and a talk of two beside a conference is a talk of its own
	}
	small, big := a, b
	if len(small.parties) > len(big.parties) {
		small, big = big, small
	}
	if big.headline && !small.headline && len(big.parties) > len(small.parties) {
		return false // a headline may sum up what the body tells apart
	}
	for _, p := range small.parties {
		if !big.has(p.key) {
			return false
		}
	}
	if a.status != b.status && a.status != ner.Held && b.status != ner.Held {
		return a.status == ner.Planned || b.status == ner.Planned
	}
	if a.status != b.status && a.when.known() != b.when.known() {
		// a plan with a day of its own is another occasion than one that was
		return a.headline || b.headline
	}
	return true
}

// join adds what b tells to a: held beats planned, more people beat fewer, a told
// day beats none.
func (a *record) join(b *record) {
	for _, p := range b.parties {
		found := false
		for i := range a.parties {
			if a.parties[i].key == p.key {
				a.parties[i].mentions = append(a.parties[i].mentions, p.mentions...)
				found = true
			}
		}
		if !found {
			a.parties = append(a.parties, p)
		}
	}
	if b.status == ner.Held && a.status != ner.Held || a.headline && !b.headline && a.status == b.status {
		a.rule = b.rule
	}
	if rank(b.status) > rank(a.status) {
		a.status = b.status
	}
	if a.mode == ner.Multilateral {
		a.mode = b.mode
	}
	if !a.when.known() || b.when.known() && b.when.to-b.when.from < a.when.to-a.when.from {
		a.when = b.when // a day beats the month it lies in
	}
	if a.place == nil || a.place.City == nil && b.place != nil && b.place.City != nil {
		if b.place != nil {
			a.place = b.place
		}
	}
	if a.claimant == nil && a.headline {
		a.claimant = b.claimant
	}
	a.headline = a.headline && b.headline
	a.seqs = append(a.seqs, b.seqs...)
	a.lastSeq = b.lastSeq
}

// dropSummaries takes out the record of a headline that names together whom the
// body tells to have met one by one: يلتقي الرئيس الشيشاني ورئيس حزب القوات.
func (r *reader) dropSummaries() {
	var kept []record
	for i := range r.records {
		h := &r.records[i]
		told := false
		for k := range r.records {
			b := &r.records[k]
			if !h.headline || b.headline || k == i {
				continue
			}
			common := 0
			for _, p := range b.parties {
				if h.has(p.key) {
					common++
				}
			}
			told = told || common > 1
		}
		if !told {
			kept = append(kept, *h)
		}
	}
	r.records = kept
}

// disputes makes a claim of what another denies: a meeting that one side tells
// of and the other denies is alleged by the first (rule 4).
func (r *reader) disputes() {
	for i := range r.records {
		held := &r.records[i]
		if held.status != ner.Held || held.claimant == nil {
			continue
		}
		for k := range r.records {
			denied := &r.records[k]
			if denied.status != ner.Denied || !held.when.agrees(denied.when) {
				continue
			}
			common := 0
			for _, p := range held.parties {
				if denied.has(p.key) {
					common++
				}
			}
			if common > 1 {
				held.status = ner.Alleged
				held.rule += "+disputed"
			}
		}
	}
}

func rank(s ner.Status) int {
	switch s {
	case ner.Held:
		return 5
	case ner.Cancelled:
		return 4
	case ner.Planned:
		return 3
	case ner.Proposed:
		return 2
	}
	return 1
}

// finish turns records into meetings.
func (r *reader) finish() []ner.Meeting {
	r.dropSummaries()
	r.disputes()
	visits := r.visits()
	out := []ner.Meeting{}
	for i := range r.records {
		rec := &r.records[i]
		r.placeByVisit(rec, visits)
		m := ner.Meeting{Status: rec.status, Mode: rec.mode, Place: rec.place, ClaimedBy: rec.claimant, Rule: rec.rule, Evidence: r.evidence(rec)}
		m.Date, m.DateOrigin = rec.when.strings()
		m.DateTold = rec.when.told
		for _, p := range rec.parties {
			men := &r.tg.Mentions[p.mentions[0]]
			seen := map[int]bool{}
			list := []int{}
			for _, x := range p.mentions {
				if !seen[x] {
					seen[x] = true
					list = append(list, x)
				}
			}
			sort.Ints(list)
			m.Participants = append(m.Participants, ner.Participant{Entity: men.Entity, Type: men.Type, Name: men.Name, NameAr: men.NameAr, Mentions: list})
		}
		out = append(out, m)
	}
	sort.SliceStable(out, func(a, b int) bool { return out[a].Evidence[0].Start < out[b].Evidence[0].Start })
	return out
}

// evidence is the sentences that tell of the meeting, the body's before the
// headline's, two at most.
func (r *reader) evidence(rec *record) []ner.Evidence {
	var list []int
	seen := map[int]bool{}
	for pass := 0; pass < 2; pass++ {
		for _, n := range rec.seqs {
			if !seen[n] && r.seqs[n].headline == (pass == 1) && len(list) < 2 {
				seen[n] = true
				list = append(list, n)
			}
		}
	}
	sort.Ints(list)
	var out []ner.Evidence
	for _, n := range list {
		sp := r.seqs[n].span
		out = append(out, ner.Evidence{Start: sp.Start, End: sp.End, Text: r.t.Text[sp.Start:sp.End]})
	}
	return out
}
