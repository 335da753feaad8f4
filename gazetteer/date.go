package gazetteer

import (
	"fmt"
	"time"
)

// Day counts days of the proleptic Gregorian calendar; day 1 is 0001-01-01, so
// that the zero Day means "no day" and every day of any news is another one.
type Day int32

// epoch is the Day of 1970-01-01, from which package time counts.
const epoch = 719163

// DayOf returns the Day of a calendar date.
func DayOf(year int, month time.Month, day int) Day {
	return Day(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix()/86400) + epoch
}

// ParseDay reads an ISO day, "2015-08-04". A day that does not exist is an error.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil || t.Year() == 0 {
		return 0, fmt.Errorf("%q is not a day (want YYYY-MM-DD)", s)
	}
	return Day(t.Unix()/86400) + epoch, nil
}

// Time returns midnight UTC of the day.
func (d Day) Time() time.Time { return time.Unix(int64(d-epoch)*86400, 0).UTC() }

// String is the ISO day, or "" for the zero Day.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	return d.Time().Format("2006-01-02")
}

// Date is a day known to the day, the month or the year: the interval of days
// it may be. The zero Date is unknown or unbounded.
type Date struct {
	First, Last Day // both included; equal when the day is known
}

// ParseDate reads "2015-08-04", "2015-08" or "2015"; "" is the zero Date. What
// is none of these, or a day that does not exist, is an error and the zero Date.
func ParseDate(s string) (Date, error) {
	switch len(s) {
	case 0:
		return Date{}, nil
	case 4:
		t, err := time.Parse("2006", s)
		if err != nil || t.Year() == 0 {
			return Date{}, fmt.Errorf("%q is not a year", s)
		}
		return Date{DayOf(t.Year(), 1, 1), DayOf(t.Year(), 12, 31)}, nil
	case 7:
		t, err := time.Parse("2006-01", s)
		if err != nil || t.Year() == 0 {
			return Date{}, fmt.Errorf("%q is not a month (want YYYY-MM)", s)
		}
		return Date{DayOf(t.Year(), t.Month(), 1), DayOf(t.Year(), t.Month()+1, 1) - 1}, nil
	}
	d, err := ParseDay(s)
	return Date{d, d}, err
}

// Zero reports whether the date is unknown or unbounded.
func (d Date) Zero() bool { return d.First == 0 }

// String gives the date back in the precision it was read in.
func (d Date) String() string {
	switch {
	case d.Zero():
		return ""
	case d.First == d.Last:
		return d.First.String()
	case d.Last-d.First > 31:
		return d.First.Time().Format("2006")
	}
	return d.First.Time().Format("2006-01")
}
