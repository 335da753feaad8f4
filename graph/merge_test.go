package graph

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"whomet/gazetteer"
	"whomet/ner"
)

// told makes a report of words: document, stamp, status, people (one letter
// each), told days, then "words=…", a mode, or a place as City/Country. Days are
// of August 2015; "-" is none.
func told(line string) Report {
	f := strings.Fields(line)
	r := Report{Document: f[0], Source: "paper " + f[0], Published: august(f[1]), Status: ner.Status(f[2]), Mode: ner.InPerson, DateTold: true}
	for _, p := range f[3] {
		r.Participants = append(r.Participants, string(p))
	}
	from, to, interval := strings.Cut(f[4], "/")
	r.From, r.To = august(from), august(from)
	if interval {
		r.To = august(to)
	}
	for _, more := range f[5:] {
		if words, ok := strings.CutPrefix(more, "words="); ok {
			r.DateWords, r.DateTold = words, words != "yesterday" && words != "today"
		} else if city, country, ok := strings.Cut(more, "/"); ok {
			r.Place = Place{Entity: "x:" + more, City: city, Country: country}
		} else {
			r.Mode = ner.Mode(more)
		}
	}
	r.Principals = principals(r.Participants)
	slices.Sort(r.Participants)
	r.ID = reportID(&r, 0)
	return r
}

func august(s string) gazetteer.Day {
	var d int
	if _, err := fmt.Sscan(s, &d); err != nil {
		return 0
	}
	return gazetteer.DayOf(2015, 8, d)
}

// brief is a meeting in a line: its documents, status, day and place.
func brief(m Meeting, reports []Report) string {
	var docs []string
	for _, r := range reports {
		if slices.Contains(m.Reports, r.ID) {
			docs = append(docs, r.Document)
		}
	}
	slices.Sort(docs)
	line := strings.Join(docs, "+") + " " + string(m.Status)
	if m.Disputed {
		line += "?"
	}
	if m.From != 0 {
		line += " " + fmt.Sprint(m.From.Time().Day())
		if m.To != m.From {
			line += "/" + fmt.Sprint(m.To.Time().Day())
		}
	}
	if m.Place != (Place{}) {
		line += " " + m.Place.City + "/" + m.Place.Country
	}
	return line
}

func TestMerge(t *testing.T) {
	for _, c := range []struct {
		name    string
		reports string
		want    string
	}{
		{"the same day and people", `
			a 4 held KL 3
			b 5 held KL 3`, "a+b held 3"},
		{"planned on Monday, held on Tuesday", `
			a 3 planned KL 4
			b 5 held KL 4`, "a+b held 4"},
		{"two days are two meetings", `
			a 4 held KL 3
			b 5 held KL 4`, "a held 3; b held 4"},
		{"two cities are two meetings", `
			a 4 held KL 3 Vienna/Austria
			b 4 held KL 3 Geneva/Switzerland`, "a held 3 Vienna/Austria; b held 3 Geneva/Switzerland"},
		{"a city and its country agree", `
			a 4 held KL 3 /Austria
			b 4 held KL 3 Vienna/Austria
			c 4 held KL 3`, "a+b+c held 3 Vienna/Austria"},
		{"a city and another country do not", `
			a 4 held KL 3 /Russia
			b 4 held KL 3 Vienna/Austria`, "a held 3 /Russia; b held 3 Vienna/Austria"},
		{"a call and a visit stay apart", `
			a 4 held KL 3
			b 4 held KL 3 phone
			c 4 held KL 3 multilateral`, "a held 3; b held 3; c held 3"},
		// The people of a line stand in the order of the text: who receives or
		// calls, whom, and those present.
		{"more or fewer are named as present", `
			a 4 held KL 3
			b 4 held LKJ 3`, "a+b held 3"},
		{"other people are named as present", `
			a 4 held KLJ 3
			b 4 held LKMN 3`, "a+b held 3"},
		{"the king receives, then the crown prince, who was present", `
			a 4 held KVC 3
			b 4 held CV 3`, "a held 3; b held 3"},
		{"the same two were present elsewhere", `
			a 4 held KLVC 3
			b 4 held VC 3
			c 4 held KL 3`, "a+c held 3; b held 3"},
		{"each names the principals of the other", `
			a 4 held KLJ 3
			b 4 held KJL 3`, "a+b held 3"},
		{"only one of the principals in common", `
			a 4 held KL 3
			b 4 held KJL 3`, "a held 3; b held 3"},
		{"nobody is joined through others", `
			a 4 held JKL 3
			b 4 held KLJ 3
			c 4 held KL 3`, "a held 3; b+c held 3"},
		{"one document tells its meetings apart", `
			a 4 held KL 3
			a 4 held KLM 3
			b 4 held KL 3`, "a+b held 3; a held 3"},
		{"the same people go together before larger sets take them", `
			a 4 held CKV 3
			a 4 held CV 3
			b 4 held CV 3`, "a+b held 3; a held 3"},
		{"no date: the three days before the stamp", `
			a 4 held KL 3
			b 6 held KL -`, "a+b held 3"},
		{"no date, too late", `
			a 4 held KL 3
			b 7 held KL -`, "a held 3; b held"},
		{"no date, the nearest day", `
			a 4 held KL 3
			b 5 held KL 5
			c 5 held KL -`, "a held 3; b+c held 5"},
		{"no date: a plan looks ahead", `
			a 1 planned KL -
			b 9 held KL 8`, "a+b held 8"},
		{"neither date nor stamp", `
			a - held KL -
			b - held KL -
			c 4 held KL 3`, "a held; b held; c held 3"},
		{"an interval", `
			a 9 held KL 3/7
			b 4 held KL 3`, "a+b held 3"},
		{"a day outside the interval", `
			a 9 held KL 4/7
			b 4 held KL 3`, "a held 4/7; b held 3"},
		{"counted from two stamps", `
			a 4 held KL 3 words=yesterday
			b 5 held KL 4 words=yesterday`, "a+b held 3"},
		{"counted from stamps of one day, which are late or not", `
			a 4 held KL 3 words=yesterday
			b 4 held KL 4 words=today`, "a+b held 3"},
		{"two days apart", `
			a 4 held KL 3 words=yesterday
			b 6 held KL 5 words=yesterday`, "a held 3; b held 5"},
		{"a chain of stamps does not drift", `
			a 4 held KL 3 words=yesterday
			b 5 held KL 4 words=yesterday
			c 6 held KL 5 words=yesterday`, "a+b held 3; c held 5"},
		{"counted from a late stamp", `
			a 4 held KL 3 words=Monday
			b 5 held KL 4 words=yesterday`, "a+b held 3"},
		{"no paper is stamped early", `
			a 5 held KL 4 words=Tuesday
			b 4 held KL 3 words=yesterday`, "a held 4; b held 3"},
		{"between two told days, the one that is counted", `
			a 4 held KL 3 words=Monday
			b 5 held KL 4 words=Tuesday
			c 5 held KL 4 words=yesterday`, "a held 3; b+c held 4"},
		{"told by figures", `
			a 4 held KL 3 words=3August
			b 5 held KL 4 words=3August`, "a held 3; b held 4"},
		{"told by weekday", `
			a 4 held KL 3 words=Monday
			b 5 held KL 4 words=Tuesday`, "a held 3; b held 4"},
		{"a told day beats two that are counted", `
			a 4 held KL 3 words=Monday
			b 5 held KL 4 words=yesterday
			c 5 held KL 4 words=yesterday`, "a+b+c held 3"},

		{"held beats planned, and later plans", `
			a 4 planned KL 3
			b 3 held KL 3`, "a+b held 3"},
		{"called off after the plan", `
			a 1 planned KL 3
			b 2 cancelled KL 3`, "a+b cancelled 3"},
		{"called off on the day of the plan", `
			a 2 planned KL 3
			b 2 cancelled KL 3`, "a+b cancelled 3"},
		{"planned again", `
			a 1 cancelled KL 3
			b 2 planned KL 3`, "a+b planned 3"},
		{"planned beats proposed", `
			a 2 proposed KL 3
			b 1 planned KL 3`, "a+b planned 3"},
		{"proposed after it was called off", `
			a 1 cancelled KL 3
			b 2 proposed KL 3`, "a+b proposed 3"},
		{"refused", `
			a 1 proposed KL 3
			b 2 denied KL 3`, "a+b denied 3"},
		{"refused, then called off", `
			a 1 denied KL 3
			b 2 cancelled KL 3`, "a+b cancelled 3"},
		{"called off, then denied", `
			a 1 cancelled KL 3
			b 2 denied KL 3`, "a+b denied 3"},
		{"held and denied", `
			a 4 held KL 3
			b 5 denied KL -`, "a+b held? 3"},
		{"alleged and denied", `
			a 4 alleged KL 3
			b 5 denied KL 3`, "a+b alleged? 3"},
		{"held beats alleged", `
			a 4 alleged KL 3
			b 5 held KL 3`, "a+b held 3"},
		{"alleged beats planned", `
			a 2 planned KL 3
			b 5 alleged KL 3`, "a+b alleged 3"},
		{"the day of the reports that decide", `
			a 2 planned KL 3/6
			b 8 held KL 5/6
			c 4 planned KL 5`, "a+b+c held 5/6"},
		{"the place told most often", `
			a 4 held KL 3 Vienna/
			b 4 held KL 3 Vienna/Austria
			c 4 held KL 3 Vienna/Austria`, "a+b+c held 3 Vienna/Austria"},
		{"other people do not matter", `
			a 4 held KL 3
			b 4 held JM 3`, "a held 3; b held 3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var reports []Report
			for _, line := range strings.Split(strings.TrimSpace(c.reports), "\n") {
				reports = append(reports, told(line))
			}
			for range 2 {
				var got []string
				for _, m := range Merge(reports) {
					got = append(got, brief(m, reports))
				}
				slices.Sort(got)
				want := strings.Split(c.want, "; ")
				slices.Sort(want)
				if !slices.Equal(got, want) {
					t.Errorf("got %s, want %s", strings.Join(got, "; "), strings.Join(want, "; "))
				}
				slices.Reverse(reports)
			}
		})
	}
}

// TestTrilateral: a meeting of three and one of two of them on one day stay
// apart when a document tells of both, and every other paper goes to the one it
// tells of; documents with the people of their reports.
func TestTrilateral(t *testing.T) {
	for _, c := range []struct{ name, reports, want string }{
		{"nobody tells of both", `
			a 4 held KLJ 3
			b 4 held KL 3`, "a:JKL b:KL"},
		{"one tells of both", `
			a 4 held KLJ 3
			a 4 held KL 3
			b 4 held KLJ 3
			c 4 held KL 3
			d 4 held LK 3`, "a:JKL b:JKL; a:KL c:KL d:KL"},
		{"one more stood by", `
			a 4 held KLJ 3
			a 4 held KL 3
			b 4 held KLJM 3
			c 4 held KL 3`, "a:JKL b:JKLM; a:KL c:KL"},
		{"as many people, but others", `
			a 4 held KLJ 3
			a 4 held KLM 3
			b 4 held KLJ 3
			c 4 held KLM 3
			d 4 held KLM -`, "a:JKL b:JKL; a:KLM c:KLM d:KLM"},
		{"by a day that is counted", `
			a 4 held KLJ 3
			a 4 held KL 3
			b 4 held KL 3 words=yesterday`, "a:JKL; a:KL b:KL"},
		{"other principals of the three", `
			a 4 held KLJ 3
			b 4 held KJ 3
			c 4 held LJ 3`, "a:JKL; b:JK; c:JL"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var reports []Report
			for _, line := range strings.Split(strings.TrimSpace(c.reports), "\n") {
				reports = append(reports, told(line))
			}
			for range 2 {
				var got []string
				for _, m := range Merge(reports) {
					var in []string
					for _, r := range reports {
						if slices.Contains(m.Reports, r.ID) {
							in = append(in, r.Document+":"+strings.Join(r.Participants, ""))
						}
					}
					slices.Sort(in)
					got = append(got, strings.Join(in, " "))
				}
				slices.Sort(got)
				if text := strings.Join(got, "; "); text != c.want {
					t.Errorf("got %s, want %s", text, c.want)
				}
				slices.Reverse(reports)
			}
		})
	}
}

// randomReports are so close to each other that most may be one with others.
func randomReports(r *rand.Rand, n int) []Report {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	byID := map[string]Report{}
	for i := range n {
		stamp := 10 + r.IntN(8)
		line := fmt.Sprint("d", i/2, " ", stamp, " ", pick("held", "held", "planned", "cancelled", "denied", "alleged"), " ",
			pick("AB", "BA", "ABC", "AC", "CAB", "BC", "ABCD", "DAB", "BADC"), " ", pick("-", fmt.Sprint(stamp-1), fmt.Sprint(stamp), fmt.Sprint(stamp-2, "/", stamp)), " ",
			"words=", pick("yesterday", "Monday"), " ", pick("", "", "Vienna/Austria", "/Austria", "Geneva/Switzerland"), " ", pick("in_person", "in_person", "phone"))
		rep := told(line)
		byID[rep.ID] = rep
	}
	var out []Report
	for _, id := range sortedKeys(byID) {
		out = append(out, byID[id])
	}
	return out
}

// TestMergeProperties: whatever the order, and whether unconnected reports are
// merged together or apart, the meetings are the same and keep the rules.
func TestMergeProperties(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		reports := randomReports(r, 5+r.IntN(60))
		want := Merge(reports)

		where := map[string]int{}
		for i, m := range want {
			for _, id := range m.Reports {
				if _, twice := where[id]; twice {
					t.Fatalf("seed %d: report %s is in two meetings", seed, id)
				}
				where[id] = i
			}
		}
		if len(where) != len(reports) {
			t.Fatalf("seed %d: %d reports of %d in meetings", seed, len(where), len(reports))
		}
		for i := range reports {
			for j := range i {
				a, b := &reports[i], &reports[j]
				if MayBeOne(a, b) != MayBeOne(b, a) {
					t.Fatalf("seed %d: MayBeOne is not symmetric for %+v and %+v", seed, a, b)
				}
				if where[a.ID] == where[b.ID] && !MayBeOne(a, b) {
					t.Fatalf("seed %d: %+v and %+v are in one meeting", seed, a, b)
				}
			}
		}

		shuffled := slices.Clone(reports)
		for range 4 {
			r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
			if got := Merge(shuffled); !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d: another order, other meetings", seed)
			}
		}
		var apart []Meeting
		for _, component := range components(shuffled) {
			apart = append(apart, Merge(component)...)
		}
		slices.SortFunc(apart, func(a, b Meeting) int { return strings.Compare(a.ID, b.ID) })
		if !reflect.DeepEqual(apart, want) {
			t.Fatalf("seed %d: merged apart, other meetings", seed)
		}
	}
}

// components divides reports into those that a chain of MayBeOne connects.
func components(reports []Report) [][]Report {
	var out [][]Report
	seen := make([]bool, len(reports))
	for i := range reports {
		if seen[i] {
			continue
		}
		seen[i] = true
		ring := []int{i}
		var c []Report
		for len(ring) > 0 {
			k := ring[0]
			ring = ring[1:]
			c = append(c, reports[k])
			for j := range reports {
				if !seen[j] && MayBeOne(&reports[k], &reports[j]) {
					seen[j] = true
					ring = append(ring, j)
				}
			}
		}
		out = append(out, c)
	}
	return out
}

func BenchmarkMerge(b *testing.B) {
	reports := randomReports(rand.New(rand.NewPCG(1, 1)), 2000)
	b.ReportAllocs()
	for range b.N {
		if len(Merge(reports)) == 0 {
			b.Fatal("no meetings")
		}
	}
	b.ReportMetric(float64(b.N*len(reports))/b.Elapsed().Seconds(), "reports/s")
}

// BenchmarkMergeScale: the cost of a report does not grow with the graph. The
// larger graphs are copies of the small one under other ids, on other days.
func BenchmarkMergeScale(b *testing.B) {
	small := randomReports(rand.New(rand.NewPCG(1, 1)), 400)
	for _, times := range []int{1, 4, 16} {
		var reports []Report
		for i := range times {
			for _, r := range small {
				r.Document = fmt.Sprint(r.Document, " copy ", i)
				shift := gazetteer.Day(100 * i)
				r.Published += shift
				if r.From != 0 {
					r.From, r.To = r.From+shift, r.To+shift
				}
				r.ID = reportID(&r, 0)
				reports = append(reports, r)
			}
		}
		b.Run(fmt.Sprint(times), func(b *testing.B) {
			for range b.N {
				Merge(reports)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(reports)), "ns/report")
		})
	}
}
