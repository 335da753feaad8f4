package relate

import (
	"sort"

	"whomet/gazetteer"
	"whomet/ner"
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
	loose    bool // a headline that tells no time: لقاء X وY, X يستقبل Y
	wasPlan  bool // it had been planned: whether it came about is told elsewhere
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

// weekOfNews is how many days back a plan may still be told as one: papers come out late.
const weekOfNews = 7

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
	if r.bracketed(q, f.cue) {
		r.note(it, "in-brackets", "the name of a work in brackets tells of nothing")
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
	rec.when = r.when(f, status)
	if why == "present" && r.ofChronicle(q) != nil {
		if was := r.when(f, ner.Held); was.known() && was.to < r.in.Published {
			status, why = ner.Held, "narrated" // وفي يوم الثلاثاء 24 فبراير الملك يستقبل X
			rec.when = was
		}
	}
	if it.latin && f.rule == "joint-press-conference" && (status == ner.Denied || status == ner.Cancelled) {
		r.note(it, "no-press-conference", "that they did not face the press says nothing of the meeting")
		return
	}
	if status == ner.Held && rec.when.told && !q.items[f.head].cues[0].Class.Verb() && r.ahead(f, rec.when) {
		status, why = ner.Planned, "day-ahead"
		rec.when = r.when(f, status)
	}
	if status == ner.Held && !rec.when.known() && !it.latin {
		rec.when = r.dayOfGuests(f.seq, &rec)
	}
	if status == ner.Held && rec.when.known() && r.in.Published != 0 && rec.when.from > r.in.Published {
		rec.when = when{} // the day of something to come: what was cannot be on it
	}
	if status == ner.Planned && rec.when.known() && rec.when.to < r.in.Published-weekOfNews {
		rec.when = when{} // nor what is to come on a day long past
	}
	if why != "" {
		rec.rule += "+" + why
	}
	rec.status = status
	rec.loose = q.headline && why == "" && (f.rule == "meeting-noun" || hasPresent(&q.items[f.head]))
	rec.wasPlan = status == ner.Planned && it.latin && r.wasPlanned(q)
	if rec.mode == ner.InPerson && r.byPhone(q, f) {
		rec.mode = ner.Phone
	}
	if rec.mode != ner.Phone {
		rec.place = r.where(f) // of a call no place is where they met
	}
	if f.rule == "spoke-with" && rec.place == nil && r.fromAfar(q, f.cue, &rec) {
		rec.mode = ner.Phone
	}
	rec.claimant = r.claimant(f)
	if r.separately(q, f.cue) && len(f.b) > 1 && len(f.a)+len(f.extra) == 1 {
		r.tellEach(f, rec)
		return
	}
	if it.latin && r.separately(q, f.cue) && len(f.a) > 1 && len(f.b) == 1 {
		f.a, f.b = f.b, f.a // neither Trump nor Kim met Moon
		r.tellEach(f, rec)
		return
	}
	r.note(it, rec.rule, "a meeting "+string(rec.status))
	r.keep(rec)
}

// ahead reports whether the day of a meeting told as a noun lies in the weeks to come,
// where what was would have to be most of a year ago: اجتماع يوم 30 يوليو, told on the 27th.
func (r *reader) ahead(f frame, was when) bool {
	const weeks, longAgo = 31, 300 // days
	pub := r.in.Published
	w := r.when(f, ner.Planned)
	return pub != 0 && w.told && w.from == w.to && w.from > pub && w.from-pub <= weeks && pub-was.to > longAgo
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

// finish turns records into meetings.
func (r *reader) finish() []ner.Meeting {
	out := []ner.Meeting{}
	if len(r.records) == 0 {
		return out
	}
	r.dropSummaries()
	r.disputes()
	visits := r.visits()
	for i := range r.records {
		rec := &r.records[i]
		r.placeByHost(rec)
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
