package graph

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"whomet/gazetteer"
)

// filedReport is a report under a meeting; "" is none.
type filedReport struct {
	Report
	meeting string
}

func (f *filedReport) Tells() *Report { return &f.Report }
func (f *filedReport) Under() string  { return f.meeting }

// shelf is a store that gives no more than it is asked for.
type shelf struct {
	reports []*filedReport
	asked   int
}

func (s *shelf) find(near []Nearby) (out []*filedReport, err error) {
	s.asked++
	wanted := map[string]bool{}
	for _, r := range s.reports {
		from, to := r.Window()
		for _, n := range near {
			if from != 0 && r.Mode == n.Mode && r.names([2]string{n.A, n.B}) && from <= n.To && n.From <= to && to <= n.Last {
				wanted[r.meeting] = true
			}
		}
	}
	for _, r := range s.reports {
		if wanted[r.meeting] {
			out = append(out, r)
		}
	}
	return out, nil
}

// TestCircle: it is what following every connection of every report makes,
// whatever is in the store and what of it is new.
func TestCircle(t *testing.T) {
	grown := 0
	for seed := range uint64(80) {
		r := rand.New(rand.NewPCG(seed, 2))
		var all []*filedReport
		for _, rep := range randomReports(r, 5+r.IntN(80)) {
			all = append(all, &filedReport{Report: rep})
		}
		store := &shelf{}
		var seeds []*filedReport
		var stored []Report
		for _, f := range all {
			if r.IntN(4) == 0 {
				seeds = append(seeds, f)
			} else {
				store.reports = append(store.reports, f)
				stored = append(stored, f.Report)
			}
		}
		for _, m := range Merge(stored) {
			for _, f := range store.reports {
				if slices.Contains(m.Reports, f.ID) {
					f.meeting = m.ID
				}
			}
		}
		// Reports of which two are no longer one by the rules lie under one meeting.
		for _, f := range store.reports {
			if r.IntN(10) == 0 {
				f.meeting = "m:old"
			}
		}

		want := map[string]bool{}
		for ring := seeds; len(ring) > 0; {
			var next []*filedReport
			for _, a := range ring {
				want[a.ID] = true
			}
			for _, a := range ring {
				for _, b := range all {
					if !want[b.ID] && (MayBeOne(&a.Report, &b.Report) || a.meeting != "" && a.meeting == b.meeting) {
						next = append(next, b)
					}
				}
			}
			ring = next
		}
		members, err := Circle(seeds, store.find)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]bool{}
		for _, m := range members {
			if got[m.ID] {
				t.Fatalf("seed %d: %s twice", seed, m.ID)
			}
			got[m.ID] = true
		}
		if fmt.Sprint(sortedKeys(got)) != fmt.Sprint(sortedKeys(want)) {
			t.Fatalf("seed %d: %d members, want %d", seed, len(got), len(want))
		}
		grown += len(got) - len(seeds)
	}
	if grown == 0 {
		t.Error("no circle grew")
	}
}

// TestCircleStrides: a chain of a year is not asked for day by day.
func TestCircleStrides(t *testing.T) {
	store := &shelf{}
	for day := 1; day < 365; day++ {
		r := told(fmt.Sprintf("d%d 1 held KL 1/2", day))
		r.From, r.To = r.From+gazetteer.Day(day), r.To+gazetteer.Day(day)
		r.ID = reportID(&r, day)
		store.reports = append(store.reports, &filedReport{r, fmt.Sprint("m:", day)})
	}
	members, err := Circle([]*filedReport{store.reports[180]}, store.find)
	if err != nil || len(members) != len(store.reports) {
		t.Fatalf("%d members of %d, %v", len(members), len(store.reports), err)
	}
	if store.asked > 12 {
		t.Errorf("asked %d times", store.asked)
	}
}
