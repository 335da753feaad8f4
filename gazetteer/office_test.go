package gazetteer

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func day(t *testing.T, s string) Day {
	t.Helper()
	if s == "" {
		return 0
	}
	d, err := ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// terms makes a world with these offices. A line is "person role of scope from to as_of".
func terms(t *testing.T, lines ...string) *Gazetteer {
	t.Helper()
	w := world()
	slices.Sort(lines)
	text := "person\trole\tof\tscope\tfrom\tto\tas_of\tacting\tsource\n"
	for _, l := range lines {
		f := strings.Split(l, " ")
		if len(f) != 7 {
			t.Fatalf("%q has %d columns", l, len(f))
		}
		for i := range f {
			f[i] = strings.TrimPrefix(f[i], "-")
		}
		text += strings.Join(f, "\t") + "\t\tours\n"
	}
	w[offices] = &fstest.MapFile{Data: []byte(text)}
	return load(t, w)
}

// show prints what Holders found: "certain; possible".
func show(certain, possible []*Office) string {
	name := func(list []*Office) string {
		var s []string
		for _, o := range list {
			s = append(s, fmt.Sprintf("%s@%s", strings.TrimPrefix(o.Person, "x:"), o.From))
		}
		return strings.Join(s, " ")
	}
	return name(certain) + "; " + name(possible)
}

func TestHolders(t *testing.T) {
	g := terms(t,
		// a hand-over known to the day, then an open term
		"Q1253 foreign_minister RU - 2010-01-10 2014-05-20 -",
		"Q58217 foreign_minister RU - 2014-05-20 - 2022-08-03",
		// a hand-over known to the year
		"x:a-mekhlafi foreign_minister YE - 2010 2015 -",
		"x:h-sharaf foreign_minister YE - 2015 2018-03 -",
		// no beginning, and a rival
		"Q1253 foreign_minister KW - - 2012-02-02 -",
		"Q58217 foreign_minister KW Sanaa 2011-01-01 2012-02-02 -",
		// one man's terms, known to the day and to the year
		"Q1253 secretary_general Q1065 - 2007-01-01 2012-01-01 -",
		"Q1253 secretary_general Q1065 - 2012-01-01 2017-01-01 -",
		"x:h-sharaf secretary_general ZA - 2007 2012 -",
		"x:h-sharaf secretary_general ZA - 2012 2017 -",
		// one man's terms in two offices of a kind, which do not join
		"x:h-sharaf ambassador ZA RU 2010-01-01 2012-01-01 -",
		"x:h-sharaf ambassador ZA YE 2012-01-01 2014-01-01 -",
	)
	for _, c := range []struct {
		role, of, scope, on string
		want                string
	}{
		{"foreign_minister", "Q159", "", "2010-01-08", "; "},
		{"foreign_minister", "Q159", "", "2010-01-09", "; Q1253@2010-01-10"},
		{"foreign_minister", "Q159", "", "2010-01-10", "; Q1253@2010-01-10"},
		{"foreign_minister", "Q159", "", "2010-01-11", "; Q1253@2010-01-10"},
		{"foreign_minister", "Q159", "", "2010-01-12", "Q1253@2010-01-10; "},
		{"foreign_minister", "Q159", "", "2014-05-18", "Q1253@2010-01-10; "},
		{"foreign_minister", "Q159", "", "2014-05-19", "; Q1253@2010-01-10 Q58217@2014-05-20"},
		{"foreign_minister", "Q159", "", "2014-05-20", "; Q1253@2010-01-10 Q58217@2014-05-20"},
		{"foreign_minister", "Q159", "", "2014-05-21", "; Q1253@2010-01-10 Q58217@2014-05-20"},
		{"foreign_minister", "Q159", "", "2014-05-22", "Q58217@2014-05-20; "},
		{"foreign_minister", "Q159", "", "2022-08-03", "Q58217@2014-05-20; "},
		{"foreign_minister", "Q159", "", "2022-08-04", "; Q58217@2014-05-20"},
		{"foreign_minister", "Q159", "", "", "; Q1253@2010-01-10 Q58217@2014-05-20"},

		{"foreign_minister", "Q805", "", "2010-07-01", "; x:a-mekhlafi@2010"},
		{"foreign_minister", "Q805", "", "2011-01-01", "; x:a-mekhlafi@2010"},
		{"foreign_minister", "Q805", "", "2011-01-02", "x:a-mekhlafi@2010; "},
		{"foreign_minister", "Q805", "", "2014-12-30", "x:a-mekhlafi@2010; "},
		{"foreign_minister", "Q805", "", "2014-12-31", "; x:a-mekhlafi@2010 x:h-sharaf@2015"},
		{"foreign_minister", "Q805", "", "2015-07-01", "; x:a-mekhlafi@2010 x:h-sharaf@2015"},
		{"foreign_minister", "Q805", "", "2016-01-02", "x:h-sharaf@2015; "},
		{"foreign_minister", "Q805", "", "2018-02-27", "x:h-sharaf@2015; "},
		{"foreign_minister", "Q805", "", "2018-02-28", "; x:h-sharaf@2015"},
		{"foreign_minister", "Q805", "", "2018-04-01", "; x:h-sharaf@2015"},
		{"foreign_minister", "Q805", "", "2018-04-02", "; "},

		{"foreign_minister", "Q817", "", "1950-01-01", "Q1253@; "},
		{"foreign_minister", "Q817", "", "2011-06-01", "Q1253@; "},
		{"foreign_minister", "Q817", "Sanaa", "2011-06-01", "Q58217@2011-01-01; "},
		{"foreign_minister", "Q817", "Aden", "2011-06-01", "; "},

		{"secretary_general", "Q1065", "", "2011-12-31", "Q1253@2012-01-01; "},
		{"secretary_general", "Q1065", "", "2012-01-01", "Q1253@2012-01-01; "},
		{"secretary_general", "Q1065", "", "2016-12-31", "; Q1253@2012-01-01"},
		{"secretary_general", "Q1065", "", "", "; Q1253@2007-01-01 Q1253@2012-01-01"},
		{"secretary_general", "Q258", "", "2012-07-01", "x:h-sharaf@2012; "},
		{"secretary_general", "Q258", "", "2007-07-01", "; x:h-sharaf@2007"},

		{"ambassador", "Q258", "Q159", "2012-01-01", "; x:h-sharaf@2010-01-01"},
		{"ambassador", "Q258", "Q805", "2012-01-01", "; x:h-sharaf@2012-01-01"},

		{"president", "Q159", "", "2012-07-01", "; "},
		{"foreign_minister", "Q1", "", "2012-07-01", "; "},
	} {
		want := strings.ReplaceAll(c.want, "x:", "")
		if got := show(g.Holders(c.role, c.of, c.scope, day(t, c.on))); got != want {
			t.Errorf("Holders(%s, %s, %q, %s) = %q, want %q", c.role, c.of, c.scope, c.on, got, want)
		}
	}
}

func TestHoldersOf(t *testing.T) {
	g := terms(t,
		"Q1253 ambassador RU YE 2010-01-10 2016-05-20 -",
		"Q58217 foreign_minister RU - 2004-03-09 - 2022-08-03",
		"Q58217 president RU - 2014-01-01 2015 -",
		"x:h-sharaf foreign_minister YE - 2010-01-01 2018-03 -",
	)
	for on, want := range map[string]string{
		"2003-01-01": "; ",
		"2014-06-01": "Q1253@2010-01-10 Q58217@2004-03-09 Q58217@2014-01-01; ",
		"2015-06-01": "Q1253@2010-01-10 Q58217@2004-03-09; Q58217@2014-01-01",
		"2020-06-01": "Q58217@2004-03-09; ",
	} {
		if got := show(g.HoldersOf("Q159", day(t, on))); got != want {
			t.Errorf("HoldersOf(%s) = %q, want %q", on, got, want)
		}
	}
}
