package relate

import (
	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
)

// visit is a journey the document tells of: somebody reached or left a place.
type visit struct {
	who    string // key of the traveller
	place  *ner.Mention
	seq    int  // sentence that tells of it
	coming bool // it is still to come: سيزور, من المتوقع أن يزور
}

// visits finds the journeys of the document: وصل X إلى الدوحة, زيارته كينيا, X
// flew to Beijing. The traveller is the subject of the sentence, or of the one
// before where a pronoun stands for him.
func (r *reader) visits() (out []visit) {
	for n := range r.seqs {
		q := &r.seqs[n]
		for i := range q.items {
			it := &q.items[i]
			if it.kind != cue || !it.is(lexicon.Arrive) {
				continue
			}
			place := r.reached(q, i)
			if place == nil {
				continue
			}
			for _, who := range r.travellers(n, i) {
				out = append(out, visit{r.key(r.mention(who)), place, n, r.coming(q, i)})
			}
		}
	}
	return out
}

// coming reports whether the journey at item i is still to come.
func (r *reader) coming(q *seq, i int) bool {
	if q.items[i].clitics&ner.Sin != 0 {
		return true
	}
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if q.items[k].is(lexicon.Future, lexicon.FutureVerb) {
			return true
		}
	}
	return false
}

// reached is the town or country behind the verb or noun of travel.
func (r *reader) reached(q *seq, i int) *ner.Mention {
	for j := i + 1; j < len(q.items) && j <= i+7; j++ {
		it := &q.items[j]
		switch it.kind {
		case thing:
			m := r.mention(it)
			if m.Status == ner.Linked && (m.Type == gazetteer.City || m.Type == gazetteer.Country) {
				return m
			}
		case cue:
			if it.cues[0].Class.Verb() || it.is(lexicon.Speech, lexicon.Break, lexicon.From, lexicon.With) {
				return nil
			}
		}
	}
	return nil
}

func (r *reader) travellers(n, i int) []*item {
	q := &r.seqs[n]
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

// placeByVisit gives a meeting without a place the one that its people travelled
// to: the only one the document tells of, or of several the nearest by.
func (r *reader) placeByVisit(rec *record, visits []visit) {
	if rec.place != nil || rec.mode == ner.Phone || rec.status == ner.Denied || rec.status == ner.Alleged {
		return
	}
	var best *visit
	dist := 1 << 30
	only := true
	for i := range visits {
		v := &visits[i]
		if !rec.has(v.who) || v.coming && rec.status == ner.Held {
			continue // where the king is to go in autumn is not where he met Carter
		}
		if best != nil && !r.samePlace(best.place, v.place) {
			only = false
		}
		d := v.seq - rec.seqs[0]
		if d < 0 {
			d = -d
		}
		if d < dist || d == dist && v.place.Type == gazetteer.City && best.place.Type != gazetteer.City {
			best, dist = v, d
		}
	}
	if best == nil || !only && dist > nearVisit {
		return
	}
	for i := range visits { // the town beats the country it lies in
		if v := &visits[i]; rec.has(v.who) && !(v.coming && rec.status == ner.Held) && v.place.Type == gazetteer.City && r.samePlace(best.place, v.place) {
			best = v
			break
		}
	}
	rec.place = r.placeOf(best.place)
	rec.rule += "+visit"
}

// nearVisit is how many sentences may lie between a meeting and the journey it
// belongs to, where the document tells of several.
const nearVisit = 2

// samePlace reports whether two places are one, or one lies in the other.
func (r *reader) samePlace(a, b *ner.Mention) bool {
	if *a.Entity == *b.Entity {
		return true
	}
	x, _ := r.g.Entity(*a.Entity)
	y, _ := r.g.Entity(*b.Entity)
	return x != nil && y != nil && (x.Country == y.ID || y.Country == x.ID)
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
