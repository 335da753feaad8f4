package source

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"whomet/gazetteer"
	"whomet/ner"
)

// Years outside these are a mistake of the source (0001-01-01, 9999-12-31).
const firstYear, lastYear = 1800, 2200

// dayLayouts are the forms of a date that are read, with or without the time.
// Day and month in digits only come in this order, since 03/04 says nothing.
var dayLayouts = []string{
	"2006-01-02", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02T15:04:05", "2006-01-02T15:04",
	time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02 15:04:05Z07:00",
	"2006-01-02 15:04:05Z0700", "2006-01-02 15:04:05 Z0700", "2006-01-02 15:04:05 MST", "2006-01-02 15:04:05 -0700 MST",
	"2006/01/02", "2006/01/02 15:04:05", "2006/01/02 15:04", "2006.01.02",
	"20060102", "20060102150405", "20060102T150405Z",
	"Mon, 2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04 MST",
	"Mon, 2 Jan 2006 15:04 -0700", "2 Jan 2006 15:04:05 MST", "2 Jan 2006 15:04:05 -0700",
	"Mon, 2 Jan 2006", "Monday, 02-Jan-06 15:04:05 MST", time.ANSIC, time.UnixDate, time.RubyDate,
	"2 January 2006", "January 2, 2006", "2 Jan 2006", "Jan 2, 2006", "Monday, 2 January 2006", "Monday, January 2, 2006",
	"January 2, 2006 15:04", "2 January 2006 15:04", "January 2, 2006 3:04 PM", "Jan 2, 2006 3:04 PM",
}

// day reads a date as sources write them. The day is the one that is written,
// in the zone that is written; seconds and milliseconds since 1970 are UTC.
func day(s string) (gazetteer.Day, bool) {
	s = strings.Map(asciiDigit, strings.TrimSpace(s))
	if n, err := strconv.ParseFloat(s, 64); err == nil && (len(s) < 8 || len(s) > 8 && len(s) != 14) {
		if math.Abs(n) >= 1e11 { // milliseconds: in seconds it would be the year 5138
			n /= 1000
		}
		if math.Abs(n) < 1e11 {
			return sane(time.Unix(int64(math.Floor(n)), 0).UTC())
		}
		return 0, false
	}
	for _, layout := range dayLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return sane(t)
		}
	}
	return 0, false
}

func sane(t time.Time) (gazetteer.Day, bool) {
	y, m, d := t.Date()
	if y < firstYear || y > lastYear {
		return 0, false
	}
	return gazetteer.DayOf(y, m, d), true
}

// asciiDigit turns Arabic-Indic digits, and the Persian form of them, to 0-9.
func asciiDigit(r rune) rune {
	switch {
	case r >= '\u0660' && r <= '\u0669':
		return '0' + r - '\u0660'
	case r >= '\u06F0' && r <= '\u06F9':
		return '0' + r - '\u06F0'
	}
	return r
}

// date sets when the document was published. A date that cannot be read leaves
// it unknown, with a warning; no date is no warning.
func date(d *ner.Document, s string) {
	if strings.TrimSpace(s) == "" {
		return
	}
	var ok bool
	if d.Published, ok = day(s); !ok {
		if len(s) > 60 {
			s = strings.ToValidUTF8(s[:60], "") + "…"
		}
		d.Warnings = append(d.Warnings, fmt.Sprintf("published %q is no date that can be read; the day is taken as unknown", s))
	}
}
