package relate

import (
	"strconv"
	"strings"
	"time"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
)

// when is the day or interval the text gives, both ends included.
type when struct {
	from, to gazetteer.Day
	origin   string
	told     bool // a weekday or a date was told, which beats a day counted from the stamp
}

func (w when) known() bool { return w.from != 0 }

// strings gives the day, or "from/to", and the words it came from.
func (w when) strings() (date, origin *string) {
	if !w.known() {
		return nil, nil
	}
	d := w.from.String()
	if w.to != w.from {
		d += "/" + w.to.String()
	}
	o := w.origin
	return &d, &o
}

// agrees reports whether two tellings can mean one day. A day counted from the
// stamp may be off by one.
func (w when) agrees(v when) bool {
	if !w.known() || !v.known() {
		return true
	}
	slack := gazetteer.Day(0)
	if w.told != v.told {
		slack = 1
	}
	return w.from <= v.to+slack && v.from <= w.to+slack
}

// when finds the day of a frame: the time expression nearest to its cue that is
// not said of the statement (قال أمس) and does not lie beyond another clause.
func (r *reader) when(f frame, status ner.Status) when {
	q := &r.seqs[f.seq]
	var best when
	dist := 1 << 30
	stop := len(q.items)
	if f.to > 0 {
		stop = f.to
	}
	for i := f.from; i < stop; i++ {
		w, end, ok := r.timeAt(q, i, status)
		if !ok {
			i = max(i, end) // 31 April is no day, and no April either
			continue
		}
		j := i
		i = end
		if r.ofStatement(q, j, f.cue) || r.crossesTime(q, f.cue, j) || r.dateline(q, j, f.cue) || r.since(q, j) || r.toldBefore(q, j, f.cue) || r.opensNext(q, j, f.cue) || r.ofOccasion(q, j, end) {
			continue
		}
		d := j - f.cue
		if d < 0 {
			d = -d*2 + 1
		}
		if w.told && !best.told && dist < 1<<30 && d < dist+8 || d < dist && !(best.told && !w.told && d+8 > dist) {
			best, dist = w, d
		}
	}
	return best
}

// since reports whether the day at item i is when something else began: القطيعة
// منذ عام 1961.
func (r *reader) since(q *seq, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4 && q.items[k].kind != punct; k-- {
		if q.items[k].is(lexicon.Since) {
			return true
		}
	}
	return false
}

// opensNext reports whether the day at item i, behind the cue at item c, opens the
// clause that follows: استقبل X، وفي يوم الأحد استقبل Y.
func (r *reader) opensNext(q *seq, i, c int) bool {
	for k := i; k > c+1 && k > i-3; k-- {
		if it := &q.items[k]; it.is(lexicon.In) && it.clitics&ner.Waw != 0 {
			return q.items[k-1].kind == punct && r.isComma(&q.items[k-1])
		}
	}
	return false
}

// ofOccasion reports whether the time from item i to item j is a year and that of an
// occasion which is called scheduled: كأس العالم المقررة في روسيا عام 2018. The
// meeting itself is told to the day or the month.
func (r *reader) ofOccasion(q *seq, i, j int) bool {
	if i != j || q.items[i].kind != number {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-5 && q.items[k].kind != punct; k-- {
		if it := &q.items[k]; it.kind == cue && it.is(lexicon.Future) && strings.HasPrefix(r.raw(it), article) {
			return k > 0 && !q.items[k-1].is(lexicon.MeetingNoun, lexicon.MeetingPoss, lexicon.TheMeeting, lexicon.ConferenceN)
		}
	}
	return false
}

// dateline reports whether the day at item i stands in the line that opens a
// report: لندن - وكالات، 7 أيلول: …; MOSCOW, Aug 17 - …
func (r *reader) dateline(q *seq, i, c int) bool {
	if i > c || i > 10 || q.headline {
		return false
	}
	for k := i + 1; k < c && k <= i+4; k++ {
		if q.items[k].kind == punct {
			switch r.raw(&q.items[k]) {
			case ":", "-", "\u2013", "\u2014":
				return true
			}
		}
	}
	return false
}

// ofStatement reports whether the day at item i is said of the telling: قال
// أمس, said on Tuesday.
func (r *reader) ofStatement(q *seq, i, c int) bool {
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		it := &q.items[k]
		if k == c || it.kind == punct && k < i-4 {
			return false
		}
		if it.kind == cue && it.is(lexicon.Speech, lexicon.Denial) && !it.is(lexicon.Relative) {
			return true
		}
		if it.kind == cue && (it.cues[0].Class.Verb() || it.is(lexicon.Arrive, lexicon.Depart, lexicon.MeetingNoun, lexicon.MeetingPoss, lexicon.TheMeeting, lexicon.CallNoun)) {
			return false
		}
	}
	return false
}

func (r *reader) crossesTime(q *seq, c, i int) bool {
	lo, hi := min(c, i), max(c, i)
	for k := lo + 1; k < hi; k++ {
		it := &q.items[k]
		if it.kind != cue {
			continue
		}
		if i > c && it.is(lexicon.Speech, lexicon.Break) {
			return true
		}
		if !(it.latin && it.is(lexicon.MeetingNoun)) && it.is(lexicon.MeetPast, lexicon.MeetPresent, lexicon.ReceivePast, lexicon.ReceivePresent, lexicon.GatherPast) {
			return true
		}
		if i > c && it.latin && it.is(lexicon.BeforeMark) {
			return true // met ahead of a visit next month
		}
		if i < c && (it.is(lexicon.Speech) || it.latin && it.is(lexicon.Break) && !it.is(lexicon.AfterMark, lexicon.BeforeMark)) {
			return true
		}
	}
	return false
}

// timeAt reads a time expression at item i and returns the item it ends at.
func (r *reader) timeAt(q *seq, i int, status ner.Status) (w when, end int, ok bool) {
	it := &q.items[i]
	pub := r.in.Published
	switch it.kind {
	case number:
		return r.dateAt(q, i, status)
	case cue:
		if v, is := it.value(lexicon.RelDay); is && pub != 0 {
			w = when{from: pub + gazetteer.Day(v), origin: r.raw(it)}
			w.to = w.from
			end = i
			// أمس الثلاثاء: the weekday beats the stamp
			if j := r.next(q, i); j < len(q.items) && q.items[j].is(lexicon.Weekday) {
				wd, _ := q.items[j].value(lexicon.Weekday)
				day := nearestWeekday(w.from, wd)
				w = when{from: day, to: day, origin: r.span(q, i, j), told: true}
				end = j
			}
			return w, end, true
		}
		if v, is := it.value(lexicon.Weekday); is && pub != 0 && !r.name(q, i) {
			if w, end, ok := r.dayOfWeekday(q, i, status); ok {
				return w, end, true
			}
			if r.beginsWithDay(q) && i <= 2 && r.dayByDay {
				return w, i, false // of the weeks of a chronicle, which?
			}
			return r.weekday(q, i, v, status)
		}
		if v, is := it.value(lexicon.RelWeek); is && pub != 0 {
			// the week of news runs from Monday to Sunday
			t := pub.Time()
			monday := pub - gazetteer.Day((int(t.Weekday())+6)%7) + gazetteer.Day(7*v)
			return when{from: monday, to: monday + 6, origin: r.raw(it)}, i, true
		}
		if v, is := it.value(lexicon.RelMonth); is && pub != 0 {
			t := pub.Time()
			return when{from: gazetteer.DayOf(t.Year(), t.Month()+time.Month(v), 1), to: gazetteer.DayOf(t.Year(), t.Month()+time.Month(v)+1, 1) - 1, origin: r.raw(it)}, i, true
		}
		if v, is := it.value(lexicon.RelYear); is && pub != 0 {
			y := pub.Time().Year() + v
			return when{from: gazetteer.DayOf(y, 1, 1), to: gazetteer.DayOf(y, 12, 31), origin: r.raw(it)}, i, true
		}
		if it.is(lexicon.Month) {
			return r.monthAt(q, i, status)
		}
	}
	return w, i, false
}

// dayOfWeekday reads the date that a weekday is only an ornament of: الأحد 8 مارس,
// Sunday, March 8.
func (r *reader) dayOfWeekday(q *seq, i int, status ner.Status) (w when, end int, ok bool) {
	j := r.next(q, i)
	if j < len(q.items) && r.isComma(&q.items[j]) {
		j = r.next(q, j)
	}
	if j >= len(q.items) {
		return w, i, false
	}
	switch it := &q.items[j]; {
	case it.kind == number:
		w, end, ok = r.dateAt(q, j, status)
	case it.latin && it.is(lexicon.Month):
		w, end, ok = r.monthAt(q, j, status)
	}
	return w, end, ok && w.from == w.to
}

// name reports whether a weekday is part of something else: a newspaper's name
// in quotation marks.
func (r *reader) name(q *seq, i int) bool {
	return i > 0 && q.items[i-1].kind == punct && (r.raw(&q.items[i-1]) == "\u00ab" || r.raw(&q.items[i-1]) == "\"")
}

// next is the item behind i, brackets and the like passed over.
func (r *reader) next(q *seq, i int) int {
	i++
	for i < len(q.items) && q.items[i].kind == punct {
		switch r.raw(&q.items[i]) {
		case "(", ")", "\u00ab", "\u00bb":
			i++
			continue
		}
		break
	}
	return i
}

// num is the number at item i, or -1.
func (r *reader) num(q *seq, i int) int {
	if i < 0 || i >= len(q.items) || q.items[i].kind != number {
		return -1
	}
	n, err := strconv.Atoi(r.t.Fold(q.items[i].first))
	if err != nil {
		return -1
	}
	return n
}

func (r *reader) span(q *seq, i, j int) string {
	return r.t.Text[r.t.List[q.items[i].first].Start:r.t.List[q.items[j].last].End]
}
