package relate

import (
	"time"

	"github.com/hablullah/go-hijri"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
)

// weekday reads a weekday: the one before the article's day for what was, the
// one after it for what is to come, as الماضي and المقبل say where they stand.
func (r *reader) weekday(q *seq, i, wd int, status ner.Status) (when, int, bool) {
	pub := r.in.Published
	future := status == ner.Planned || status == ner.Proposed || status == ner.Cancelled
	end := i
	if j := r.next(q, i); j < len(q.items) {
		switch {
		case q.items[j].is(lexicon.LastWord):
			future, end = false, j
		case q.items[j].is(lexicon.NextWord):
			future, end = true, j
		}
	}
	told := end > i
	if i > 0 && q.items[i-1].latin && q.items[i-1].is(lexicon.NextWord, lexicon.LastWord) {
		future, told = q.items[i-1].is(lexicon.NextWord), true // last Wednesday
	}
	back := (int(pub.Time().Weekday()) - wd + 7) % 7
	day := pub - gazetteer.Day(back)
	if future {
		if ahead := (7 - back) % 7; ahead > 0 || told {
			if ahead == 0 {
				ahead = 7
			}
			day = pub + gazetteer.Day(ahead)
		}
	} else if told && back == 0 {
		day -= 7
	}
	return when{from: day, to: day, origin: r.span(q, i, end), told: true}, end, true
}

// nearestWeekday returns the day of that weekday within three days of d.
func nearestWeekday(d gazetteer.Day, wd int) gazetteer.Day {
	diff := (wd - int(d.Time().Weekday()) + 7) % 7
	if diff > 3 {
		diff -= 7
	}
	return d + gazetteer.Day(diff)
}

// dateAt reads a date that begins with a number: 3 آب 2015, 9 فبراير الماضي, 15
// شوال 1436, 3/8/2015, 4 August.
func (r *reader) dateAt(q *seq, i int, status ner.Status) (when, int, bool) {
	n := r.num(q, i)
	if n > 1900 && n < 2100 && i > 0 && q.items[i-1].kind == cue && (q.items[i-1].is(lexicon.YearWord) || q.items[i-1].latin && q.items[i-1].is(lexicon.In)) {
		return when{from: gazetteer.DayOf(n, 1, 1), to: gazetteer.DayOf(n, 12, 31), origin: r.span(q, i, i), told: true}, i, true
	}
	j := r.next(q, i)
	if n < 1 || n > 31 || j >= len(q.items) || j > i+2 {
		return when{}, i, false
	}
	if (q.items[j].is(lexicon.From) || q.items[j].latin && r.t.Fold(q.items[j].first) == "of") && j+1 < len(q.items) {
		j++ // 24 من يوليو, 3 of August
	}
	if m, ok := q.items[j].value(lexicon.Month); ok {
		return r.dayMonth(q, i, j, n, m, status)
	}
	if m, ok := q.items[j].value(lexicon.Hijri); ok {
		k := r.next(q, j)
		year := r.num(q, k)
		if year < 1300 || year > 1600 {
			return when{}, i, false
		}
		t := hijri.UmmAlQuraDate{Year: int64(year), Month: int64(m), Day: int64(n)}.ToGregorian()
		if back, err := hijri.CreateUmmAlQuraDate(t); err != nil || back.Month != int64(m) {
			return when{}, k, false // the thirtieth of a month of 29 days
		}
		d := gazetteer.DayOf(t.Year(), t.Month(), t.Day())
		return when{from: d, to: d, origin: r.span(q, i, k), told: true}, k, true
	}
	// 3/8/2015
	if q.items[j].kind == punct && (r.raw(&q.items[j]) == "/" || r.raw(&q.items[j]) == "-") && j+3 < len(q.items) {
		m, y := r.num(q, j+1), r.num(q, j+3)
		if m >= 1 && m <= 12 && y > 1900 && y < 2100 {
			d := gazetteer.DayOf(y, time.Month(m), n)
			if d.Time().Day() != n {
				return when{}, j + 3, false // 31/4/2015
			}
			return when{from: d, to: d, origin: r.span(q, i, j+3), told: true}, j + 3, true
		}
	}
	return when{}, i, false
}

func (r *reader) dayMonth(q *seq, i, j, day, month int, status ner.Status) (when, int, bool) {
	end := j
	if r.secondName(q, j) {
		end = j + 2
	}
	year, explicit := 0, false
	k := r.next(q, end)
	if k < len(q.items) && q.items[k].kind == punct && r.raw(&q.items[k]) == "," {
		k++
	}
	if y := r.num(q, k); y > 1900 && y < 2100 {
		year, end, explicit = y, k, true
	}
	if !explicit {
		year = r.yearFor(q, k, status, month, day)
		if year == 0 {
			return when{}, i, false
		}
		if k < len(q.items) && q.items[k].is(lexicon.LastWord, lexicon.NextWord) {
			end = k
		}
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day {
		return when{}, j, false // 31 April
	}
	d := gazetteer.DayOf(year, t.Month(), day)
	return when{from: d, to: d, origin: r.span(q, i, end), told: true}, end, true
}

// yearFor chooses the year of a date told without one: the last such day for
// what was, the next for what is to come.
func (r *reader) yearFor(q *seq, k int, status ner.Status, month, day int) int {
	pub := r.in.Published
	if pub == 0 {
		return 0
	}
	future := status == ner.Planned || status == ner.Proposed
	if k < len(q.items) && q.items[k].is(lexicon.LastWord) {
		future = false
	}
	if k < len(q.items) && q.items[k].is(lexicon.NextWord) {
		future = true
	}
	y := pub.Time().Year()
	d := gazetteer.DayOf(y, time.Month(month), day)
	switch {
	case future && d+31 < pub:
		return y + 1
	case !future && d > pub+1:
		return y - 1
	}
	return y
}

// secondName reports whether the month at item i is told again by its name of the other
// family: آب/أغسطس, مايو (أيار).
func (r *reader) secondName(q *seq, i int) bool {
	return i+2 < len(q.items) && (r.isMark(q, i+1, "/") || r.isMark(q, i+1, "(")) && q.items[i+2].is(lexicon.Month)
}

// monthAt reads a month without its day: في سبتمبر المقبل, last May.
func (r *reader) monthAt(q *seq, i int, status ner.Status) (when, int, bool) {
	it := &q.items[i]
	m, _ := it.value(lexicon.Month)
	end := i
	if r.secondName(q, i) {
		end = i + 2
	}
	j := r.next(q, end)
	if it.latin && j < len(q.items) && q.items[j].kind == punct && r.raw(&q.items[j]) == "." && r.num(q, j+1) >= 0 {
		j, end = j+1, j // Aug. 3
	}
	if it.latin {
		// August 4, 2015
		if n := r.num(q, j); n >= 1 && n <= 31 && j == end+1 {
			return r.dayMonthLatin(q, i, j, n, m, status)
		}
	}
	year := 0
	if y := r.num(q, j); y > 1900 && y < 2100 {
		year, end = y, j
	} else if j < len(q.items) && q.items[j].is(lexicon.LastWord, lexicon.NextWord) || i > 0 && q.items[i-1].is(lexicon.In, lexicon.LastWord, lexicon.NextWord) {
		if it.latin && !(i > 0 && q.items[i-1].is(lexicon.In, lexicon.LastWord, lexicon.NextWord)) {
			return when{}, i, false
		}
		k := j
		if i > 0 && q.items[i-1].is(lexicon.LastWord, lexicon.NextWord) {
			k = i - 1
		}
		if year = r.yearFor(q, k, status, m, 1); year == 0 {
			return when{}, i, false
		}
		if j < len(q.items) && q.items[j].is(lexicon.LastWord, lexicon.NextWord) {
			end = j
		}
	}
	if year == 0 {
		return when{}, i, false
	}
	return when{from: gazetteer.DayOf(year, time.Month(m), 1), to: gazetteer.DayOf(year, time.Month(m)+1, 1) - 1, origin: r.span(q, i, end), told: true}, end, true
}

func (r *reader) dayMonthLatin(q *seq, i, j, day, month int, status ner.Status) (when, int, bool) {
	end := j
	k := r.next(q, j)
	if k < len(q.items) && q.items[k].kind == punct && r.raw(&q.items[k]) == "," {
		k++
	}
	year := 0
	if y := r.num(q, k); y > 1900 && y < 2100 {
		year, end = y, k
	} else if year = r.yearFor(q, k, status, month, day); year == 0 {
		return when{}, i, false
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day {
		return when{}, i, false
	}
	d := gazetteer.DayOf(year, t.Month(), day)
	return when{from: d, to: d, origin: r.span(q, i, end), told: true}, end, true
}
