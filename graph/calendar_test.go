package graph

import (
	"math/rand/v2"
	"slices"
	"testing"

	"whomet/gazetteer"
)

// TestCalendar: Near agrees with a look at everything.
func TestCalendar(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	type span struct{ from, to gazetteer.Day }
	random := func() span {
		from := gazetteer.Day(100 + r.IntN(120))
		return span{from, from + gazetteer.Day([]int{0, 0, 3, 7, 30, 31, 32, 90}[r.IntN(8)])}
	}
	var c Calendar[int]
	var all []span
	for i := range 300 {
		s := random()
		all = append(all, s)
		c.Add(s.from, s.to, i)
	}
	c.Add(0, 0, -1)
	for range 300 {
		q := random()
		var want []int
		for i, s := range all {
			if s.from <= q.to && q.from <= s.to {
				want = append(want, i)
			}
		}
		got := slices.Sorted(c.Near(q.from, q.to))
		if !slices.Equal(got, want) {
			t.Fatalf("Near %v: %v, want %v", q, got, want)
		}
	}
	for i := range c.Near(0, 0) {
		t.Errorf("without a day: %d", i)
	}
	for range c.Near(100, 220) {
		break // must not go on
	}
}
