package relate

import (
	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
)

// where finds the place the clause gives the meeting: the city or country behind
// في, ب or in, nearest to the cue. A dateline, a palace without its city and a
// nisba give none.
func (r *reader) where(f frame) *ner.Place {
	q := &r.seqs[f.seq]
	var best, country *gazetteer.Entity
	dist := 1 << 30
	end := len(q.items)
	if q.items[f.cue].latin {
		if said := r.said(q); said > f.cue {
			end = said // They met in Doha, officials in Moscow said
		}
	}
	if f.to > 0 {
		end = min(end, f.to)
	}
	for i := f.from; i < end; i++ {
		place := r.placeAt(&q.items[i])
		if place == nil || !r.locative(q, i) || r.crosses(q, f.cue, i) || r.toldBefore(q, i, f.cue) || r.discussed(f, i) || r.whereSaid(q, i, f.cue) {
			continue
		}
		d := i - f.cue
		if d < 0 {
			d = -d * 2
		}
		if place.Type == gazetteer.Country {
			if country == nil {
				country = place
			}
			continue
		}
		if d < dist {
			best, dist = place, d
		}
	}
	if best == nil {
		best = country
	}
	if best == nil {
		best = r.placeWhere(q, f.cue)
	}
	if best == nil {
		best = r.arrived(q, f.cue)
	}
	if best == nil {
		best = r.seat(f)
	}
	if best == nil {
		return nil
	}
	return r.placeOf(best)
}

// seat is the town or region of which the host's title says that it is his, where he met
// in his office: استقبل محافظ الخرج X في مكتبه. It is nil where the title names none, or
// several.
func (r *reader) seat(f frame) (town *gazetteer.Entity) {
	q := &r.seqs[f.seq]
	if len(f.a) != 1 || q.items[f.a[0]].kind != person || !r.inOwnOffice(q, f.cue) {
		return nil
	}
	host, last := &q.items[f.a[0]], f.a[0]
	for k := last + 1; k < len(q.items) && (q.items[k].kind == word || q.items[k].kind == thing || q.items[k].is(lexicon.OfficeHead, lexicon.CityWord)); k++ {
		last = k // الأمير فيصل بن بندر + أمير منطقة الرياض
	}
	title := ner.Span{Start: r.t.List[host.first].Start, End: r.t.List[q.items[last].last].End}
	for i := range r.tg.Mentions {
		m := &r.tg.Mentions[i]
		if m.Type != gazetteer.City || m.Status != ner.Linked || !title.Contains(ner.Span{Start: m.Start, End: m.End}) {
			continue
		}
		e, _ := r.g.Entity(*m.Entity)
		if town != nil && town != e {
			return nil
		}
		town = e
	}
	return town
}

// inOwnOffice reports whether the clause of the cue at item c speaks of an office as his:
// في مكتبه, في مكتب سموه.
func (r *reader) inOwnOffice(q *seq, c int) bool {
	for k := c + 1; k < len(q.items) && k <= c+reach; k++ {
		it := &q.items[k]
		if it.is(lexicon.OwnSeat) || it.is(lexicon.Owner) && r.personAt(q, k+1) && r.mention(&q.items[k+1]).Kind == ner.Reference && (it.clitics&ner.Ba != 0 || q.items[k-1].is(lexicon.In)) {
			return true
		}
	}
	return false
}

// placeAt is the city or country that an item names as a place, or nil where it
// names none, or one that speaks for its government.
func (r *reader) placeAt(it *item) *gazetteer.Entity {
	if it.kind == thing && r.mention(it).Metonym {
		return nil
	}
	return r.named(it)
}

// named is the city or country that an item names, or the capital that it means by
// its country, or nil.
func (r *reader) named(it *item) *gazetteer.Entity {
	switch it.kind {
	case thing:
		m := r.mention(it)
		if m.Status != ner.Linked || m.Type != gazetteer.City && m.Type != gazetteer.Country {
			return nil
		}
		e, _ := r.g.Entity(*m.Entity)
		return e
	case cue:
		for _, c := range it.cues {
			if c.Place != nil {
				return c.Place
			}
		}
	}
	return nil
}

// arrived finds the town somebody reached, or left, before he met: وصل إلى
// طهران، واستقبله X.
func (r *reader) arrived(q *seq, c int) *gazetteer.Entity {
	for k := min(c+4, len(q.items)-1); k >= 0; k-- {
		if q.items[k].kind != cue || !r.journey(q, k) || k > c && r.coming(q, k) {
			continue
		}
		for j := k + 1; j < len(q.items) && j <= k+6; j++ {
			it := &q.items[j]
			if e := r.placeAt(it); e != nil {
				return e
			}
			if it.kind == cue && (it.cues[0].Class.Verb() && !it.is(lexicon.Arrive) || it.is(lexicon.Speech)) {
				break
			}
		}
	}
	return nil
}

// locative reports whether the place at item i stands behind في, ب or in, or
// behind a word such as the capital that does.
func (r *reader) locative(q *seq, i int) bool {
	if q.items[i].clitics&ner.Ba != 0 {
		return true
	}
	if i > 0 && q.items[i-1].kind == cue && q.items[i-1].is(lexicon.ConferenceN) {
		return true // مؤتمر باريس
	}
	if i > 0 && i+1 < len(q.items) && q.items[i-1].is(lexicon.MeetingNoun) && q.items[i+1].is(lexicon.Between) {
		return true // مباحثات القاهرة بين X وY
	}
	plain := false // a word stands between that no word for a place leads to: في سفارة قطر
	far := i - 4
	if i > 0 && q.items[i].latin && q.items[i-1].is(lexicon.CityWord) {
		far -= 3 // in the Black Sea resort of Sochi
	}
	for k := i - 1; k >= 0 && k >= far; k-- {
		it := &q.items[k]
		switch {
		case it.kind == cue && it.is(lexicon.In):
			return !plain || far < i-4
		case it.kind == cue && it.is(lexicon.CityWord, lexicon.CapitalCue, lexicon.Venue):
			if it.clitics&ner.Ba != 0 {
				return true
			}
			plain = false
		case it.kind == cue, it.kind == person, it.kind == punct:
			return false
		case it.kind == word:
			plain = plain || !it.latin || q.items[i].kind != cue // in the Qatari capital
		}
	}
	return false
}

// whereSaid reports whether the place at item i is where somebody spoke of the meeting
// at item c: قال مكتبها في بروكسل إنها ستلتقي X.
func (r *reader) whereSaid(q *seq, i, c int) bool {
	told := false
	for k := i + 1; k < c && !told; k++ {
		it := &q.items[k]
		told = it.kind == cue && !it.latin && it.is(lexicon.Relative) && !it.is(lexicon.RelativeWho)
	}
	for k := i - 1; told && k >= 0; k-- {
		it := &q.items[k]
		switch {
		case it.kind == punct && !r.isComma(it), it.kind == cue && it.is(lexicon.PressNoun, lexicon.ConferenceN, lexicon.TheMeeting):
			return false // who faces the press together has met there
		case it.kind == cue && it.is(lexicon.Speech) && !it.is(lexicon.Relative):
			return true
		}
	}
	return false
}

// crosses reports whether a clause of speech or another meeting lies between the
// cue and item i.
func (r *reader) crosses(q *seq, c, i int) bool {
	lo, hi := min(c, i), max(c, i)
	for k := lo + 1; k < hi; k++ {
		it := &q.items[k]
		if it.kind != cue {
			continue
		}
		if i > c && it.is(lexicon.Speech, lexicon.Break, lexicon.Topic) && !it.is(lexicon.Relative) && !r.ofDay(q, k) {
			return true
		}
		if i < c && (it.is(lexicon.Speech) || it.is(lexicon.Break) && !it.is(lexicon.AfterMark, lexicon.BeforeMark)) {
			return true
		}
		if i > c && !(it.latin && it.is(lexicon.MeetingNoun)) && (it.is(lexicon.MeetPast, lexicon.MeetPresent, lexicon.ReceivePast, lexicon.ReceivePresent)) {
			return true
		}
	}
	return false
}

func (r *reader) placeOf(e *gazetteer.Entity) *ner.Place {
	p := &ner.Place{Entity: &e.ID}
	if e.Type == gazetteer.Country {
		p.Country = &e.Name
		return p
	}
	p.City = &e.Name
	if c, ok := r.g.Entity(e.Country); ok {
		p.Country = &c.Name
	}
	return p
}
