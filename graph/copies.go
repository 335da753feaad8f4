package graph

import (
	"slices"
	"strings"

	"whomet/ner/fold"
)

// run is how many words in a row are compared, and alike which share of the
// runs of the shorter quote the longer one has to hold.
const (
	run   = 3
	alike = 0.7
)

// runs is the runs of words of a quote, folded and sorted. A short quote is a
// copy of the same one only: its one run is marked, so that it is no part of any
// other.
//
//	"Lavrov met Kerry in Vienna on Monday." → lavrov met kerry, met kerry in, …
func runs(quote string) []string {
	words := strings.Fields(fold.String(quote))
	if len(words) < 2*run {
		return []string{"= " + strings.Join(words, " ")}
	}
	var out []string
	for i := range len(words) - run + 1 {
		out = append(out, strings.Join(words[i:i+run], " "))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// copies reports whether two sorted lists of runs come from one text, which an
// editor shortened or put a word into: the dispatch of an agency, printed by
// both.
func copies(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	common := 0
	for _, s := range a {
		if _, ok := slices.BinarySearch(b, s); ok {
			common++
		}
	}
	return float64(common) >= alike*float64(len(a))
}

// origins counts the texts behind the reports of one meeting: documents that
// quote copies of one text, or copies of copies, count once.
func origins(reports []*Report) int {
	texts := make([][]string, len(reports))
	origin := make([]int, len(reports)) // a smaller index of the same origin, or its own
	find := func(i int) int {
		for origin[i] != i {
			i = origin[i]
		}
		return i
	}
	n := len(reports)
	for i, r := range reports {
		texts[i] = runs(r.Quote)
		origin[i] = i
		for j := range i {
			if x, y := find(i), find(j); x != y && copies(texts[i], texts[j]) {
				origin[max(x, y)] = min(x, y)
				n--
			}
		}
	}
	return n
}
