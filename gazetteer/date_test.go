package gazetteer

import (
	"testing"
	"time"
)

func TestDay(t *testing.T) {
	for _, c := range []struct {
		s string
		d Day
	}{
		{"0001-01-01", 1}, {"1969-12-31", epoch - 1}, {"1970-01-01", epoch}, {"2016-02-29", DayOf(2016, time.February, 29)},
	} {
		d, err := ParseDay(c.s)
		if err != nil || d != c.d || d.String() != c.s {
			t.Errorf("ParseDay(%s) = %d (%s), %v; want %d", c.s, d, d, err, c.d)
		}
	}
	for _, s := range []string{"", "2015-8-4", "2015-02-29", "0000-01-01", "2015-08-04 "} {
		if d, err := ParseDay(s); err == nil {
			t.Errorf("ParseDay(%q) = %s, want an error", s, d)
		}
	}
	if s := Day(0).String(); s != "" {
		t.Errorf("the zero Day is %q", s)
	}
}

func TestDate(t *testing.T) {
	for _, c := range []struct{ s, first, last string }{
		{"", "", ""},
		{"2015-08-04", "2015-08-04", "2015-08-04"},
		{"2016-02", "2016-02-01", "2016-02-29"},
		{"2015-12", "2015-12-01", "2015-12-31"},
		{"1969", "1969-01-01", "1969-12-31"},
	} {
		d, err := ParseDate(c.s)
		if err != nil || d.First.String() != c.first || d.Last.String() != c.last || d.String() != c.s {
			t.Errorf("ParseDate(%q) = %s..%s (%s), %v", c.s, d.First, d.Last, d, err)
		}
	}
	for _, s := range []string{"0000", "99", "2015-13", "2015-00", "2015/08", "2015-08-32", "soon"} {
		if d, err := ParseDate(s); err == nil || !d.Zero() {
			t.Errorf("ParseDate(%q) = %v, %v; want an error", s, d, err)
		}
	}
}
