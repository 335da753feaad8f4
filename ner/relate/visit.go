package relate

import (
	"strings"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
)

// visit is a journey the document tells of: somebody reached or left a place.
type visit struct {
	who    string            // key of the traveller
	place  *gazetteer.Entity // nil for the land of whoever is visited: يزور البلاد
	seq    int               // sentence that tells of it
	coming bool              // it is still to come: سيزور, من المتوقع أن يزور
	left   bool              // he went away from there: غادر القاهرة
}

// visits finds the journeys of the document: وصل X إلى الدوحة, زيارته كينيا, X
// flew to Beijing, كيري في القاهرة. The traveller is the subject of the sentence,
// or of the one before where a pronoun stands for him.
func (r *reader) visits() (out []visit) {
	for n := range r.seqs {
		q := &r.seqs[n]
		if v, ok := r.verbless(q); ok {
			v.seq = n
			out = append(out, v)
		}
		for i := range q.items {
			it := &q.items[i]
			if it.kind != cue || !r.journey(q, i) || r.near(q, i, 3, 0, lexicon.Negation, lexicon.NegFuture, lexicon.Cancel, lexicon.Refusal) {
				continue // غادر من دون أن يزور أربيل
			}
			place, home := r.reached(q, i)
			if place == nil && !home {
				continue
			}
			for _, who := range r.travellers(n, i) {
				m := r.mention(who)
				v := visit{r.key(m), place, n, r.coming(q, i), it.is(lexicon.Depart)}
				if !r.ownLand(m, v) {
					out = append(out, v)
				}
			}
		}
	}
	return out
}

// verbless reads a sentence that begins with somebody and where he is: the
// headline كيري في القاهرة.
func (r *reader) verbless(q *seq) (visit, bool) {
	if len(q.items) < 3 || q.items[0].kind != person || !r.identified(&q.items[0]) || !q.items[1].is(lexicon.In) {
		return visit{}, false
	}
	m, place := r.mention(&q.items[0]), r.placeAt(&q.items[2])
	v := visit{who: r.key(m), place: place}
	return v, place != nil && !r.ownLand(m, v)
}

// ownLand reports whether what somebody left or came back to is his own country:
// that is no visit, though a town in it may be where he was welcomed.
func (r *reader) ownLand(m *ner.Mention, v visit) bool {
	if m.Entity == nil || v.place == nil {
		return false
	}
	e, ok := r.g.Entity(*m.Entity)
	return ok && v.place.ID == e.Country
}

// coming reports whether the journey at item i is still to come.
func (r *reader) coming(q *seq, i int) bool {
	if q.items[i].clitics&ner.Sin != 0 || q.items[i].is(lexicon.Future) {
		return true
	}
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if q.items[k].is(lexicon.Future, lexicon.FutureVerb) {
			return true
		}
	}
	return false
}

// reached is the town or country behind the verb or noun of travel; home says that
// it is the land of whoever is visited: يزور المملكة حاليا.
func (r *reader) reached(q *seq, i int) (place *gazetteer.Entity, home bool) {
	for j := i + 1; j < len(q.items) && j <= i+7; j++ {
		it := &q.items[j]
		if e := r.placeAt(it); e != nil {
			return e, false
		}
		switch {
		case it.is(lexicon.Home) && (j == i+1 || q.items[j-1].is(lexicon.To) || strings.HasPrefix(r.raw(it), lam)):
			return nil, true // not زيارة وزير خارجية المملكة
		case it.kind == cue:
			if it.cues[0].Class.Verb() || it.is(lexicon.Speech, lexicon.Break, lexicon.From, lexicon.With, lexicon.Negation, lexicon.Arrive) {
				return nil, false
			}
		}
	}
	return nil, false
}

func (r *reader) travellers(n, i int) []*item {
	q := &r.seqs[n]
	if k := r.whoOf(q, i); k >= 0 {
		return []*item{&q.items[k]}
	}
	for j := i + 1; j < len(q.items) && j <= i+3; j++ { // وصل X إلى
		if it := &q.items[j]; it.kind == person && r.identified(it) && (!r.oblique(q, j) || it.clitics&ner.Lam != 0) {
			return []*item{it}
		} else if it.kind == thing {
			break
		}
	}
	var out []*item
	for _, k := range r.left(q, i) {
		out = append(out, &q.items[k])
	}
	if out == nil {
		out = r.antecedent(n, i)
	}
	return out
}

// whoOf is the person whom the relative clause around the journey at item i tells
// of, or -1: X الذي يقوم بزيارة إلى الدوحة, X, who arrived in Doha.
func (r *reader) whoOf(q *seq, i int) int {
	k := i - 1
	for k >= 0 && k >= i-3 && q.items[k].kind == word {
		k--
	}
	if k < 0 || !q.items[k].is(lexicon.RelativeWho) {
		return -1
	}
	for k--; k >= 0 && k >= i-9; k-- {
		if it := &q.items[k]; it.kind == person {
			if !r.identified(it) {
				return -1
			}
			return k
		}
	}
	return -1
}

// placeByVisit gives a meeting without a place the one that its people travelled
// to: the only one the document tells of, or of several the nearest by.
func (r *reader) placeByVisit(rec *record, visits []visit) {
	if rec.place != nil || rec.mode == ner.Phone || rec.status == ner.Denied || rec.status == ner.Alleged {
		return
	}
	var fit []visit
	for _, v := range visits {
		// Where the king is to go in autumn is not where he met Carter, and what
		// somebody left is where he met those of whom it is told just there.
		if !rec.has(v.who) || v.coming && rec.status == ner.Held || v.left && (rec.status != ner.Held || rec.far(v.seq)) {
			continue
		}
		if v.place == nil {
			v.place = r.landOfHosts(rec, v.who)
		}
		if v.place != nil {
			fit = append(fit, v)
		}
	}
	var best *visit
	dist := 1 << 30
	only := true
	for i := range fit {
		v := &fit[i]
		if best != nil && !samePlace(best.place, v.place) {
			only = false
		}
		d := rec.distance(v.seq)
		if d < dist || d == dist && v.place.Type == gazetteer.City && best.place.Type != gazetteer.City {
			best, dist = v, d
		}
	}
	if best == nil || dist > nearVisit && !only || dist > 0 && r.dayByDay {
		return
	}
	for i := range fit { // the town beats the country it lies in
		if v := &fit[i]; v.place.Type == gazetteer.City && samePlace(best.place, v.place) {
			best = v
			break
		}
	}
	rec.place = r.placeOf(best.place)
	rec.rule += "+visit"
}

// placeByHost gives a conference without a place the only one that the document
// says hosted one: باريس تستضيف قمة المناخ, المؤتمر الذي استضافته الدوحة.
func (r *reader) placeByHost(rec *record) {
	if rec.place != nil || rec.mode != ner.Multilateral {
		return
	}
	var host *gazetteer.Entity
	for n := range r.seqs {
		q := &r.seqs[n]
		for i := range q.items {
			if !q.items[i].is(lexicon.Hosts) || !r.near(q, i, 6, 6, lexicon.ConferenceN) {
				continue
			}
			for _, k := range []int{i - 1, i + 1} {
				if k < 0 || k >= len(q.items) {
					continue
				}
				e := r.named(&q.items[k])
				if e == nil {
					continue
				}
				if host != nil && !samePlace(host, e) {
					return
				}
				if host == nil || e.Type == gazetteer.City {
					host = e
				}
			}
		}
	}
	if host != nil {
		rec.place = r.placeOf(host)
		rec.rule += "+hosted"
	}
}

// landOfHosts is the country whose offices those whom the traveller met hold, or nil
// where they are of several, or of none: an envoy of the Union is at home nowhere.
func (r *reader) landOfHosts(rec *record, traveller string) *gazetteer.Entity {
	land := ""
	for _, p := range rec.parties {
		if p.key == traveller {
			continue
		}
		for _, o := range r.g.OfficesOf(p.key) {
			_, maybe := o.Covers(r.in.Published)
			e, ok := r.g.Entity(o.Of)
			if !maybe || !ok || e.Type != gazetteer.Country {
				continue
			}
			if land != "" && land != e.ID {
				return nil
			}
			land = e.ID
		}
	}
	e, _ := r.g.Entity(land)
	return e
}

// distance is how many sentences lie between the meeting and sentence n.
func (rec *record) distance(n int) int {
	if d := n - rec.seqs[0]; d >= 0 {
		return d
	}
	return rec.seqs[0] - n
}

func (rec *record) far(n int) bool { return rec.distance(n) > nearVisit }

// nearVisit is how many sentences may lie between a meeting and the journey it
// belongs to, where the document tells of several.
const nearVisit = 2

// samePlace reports whether two places are one, or one lies in the other.
func samePlace(a, b *gazetteer.Entity) bool {
	return a == b || a.Country == b.ID || b.Country == a.ID
}

// refine adds the day that a later sentence gives the meeting told last: قال خلال
// الاتصال الذي جرى أول من أمس.
func (r *reader) refine(n int) {
	if r.last < 0 {
		return
	}
	q := &r.seqs[n]
	rec := &r.records[r.last]
	if rec.when.known() || n-rec.lastSeq > 3 {
		return
	}
	for i := range q.items {
		it := &q.items[i]
		if it.kind != cue || !it.is(lexicon.TheMeeting, lexicon.TheCall) || it.is(lexicon.TheCall) != (rec.mode == ner.Phone) {
			continue
		}
		for k := i + 1; k < len(q.items) && k <= i+5; k++ {
			if w, _, ok := r.timeAt(q, k, rec.status); ok {
				rec.when = w
				return
			}
			if q.items[k].kind == cue && q.items[k].is(lexicon.Speech, lexicon.Break) {
				break
			}
		}
	}
}

// dayOfGuests is the day that the sentence before gives a meeting, where it tells of it
// without the names of the guests: عبر المسؤولون خلال زيارتهم اليوم واللقاء بالربيعة عن
// شكرهم. وقال المتحدث إن الربيعة استقبل X.
func (r *reader) dayOfGuests(n int, rec *record) when {
	if n == 0 {
		return when{}
	}
	q := &r.seqs[n-1]
	for i := 1; i < len(q.items); i++ {
		it := &q.items[i]
		c := i - 1
		if c > 0 && q.items[c].is(lexicon.With) {
			c--
		} else if it.clitics&ner.Ba == 0 {
			continue
		}
		if it.kind == person && q.items[c].is(lexicon.TheMeeting, lexicon.MeetingPoss) && rec.has(r.key(&r.tg.Mentions[r.tg.Phrases[it.phrase].Mention])) {
			return r.when(frame{seq: n - 1, cue: c}, ner.Held)
		}
	}
	return when{}
}
