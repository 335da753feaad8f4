package cli

import (
	"slices"
	"strings"
)

// nearest returns the word of list that somebody who typed word may have meant:
// the one fewest letters away, if that is at most a third of its letters. The
// first of equals wins. Otherwise "".
func nearest(word string, list []string) string {
	best, least := "", 0
	for _, w := range list {
		d := distance([]rune(strings.ToLower(word)), []rune(strings.ToLower(w)))
		if d <= max(1, len([]rune(w))/3) && (best == "" || d < least) {
			best, least = w, d
		}
	}
	return best
}

// distance is the number of letters to insert, drop, replace or swap with their
// neighbour to turn a into b.
func distance(a, b []rune) int {
	var before []int
	last := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}

// oneOf checks a word against the words a flag may have.
func oneOf(flag, word string, words []string) error {
	if slices.Contains(words, word) {
		return nil
	}
	try := flag + " " + strings.Join(words, "|")
	if near := nearest(word, words); near != "" {
		try = flag + " " + near
	}
	return misuse(try, "%s %q is none of %s", flag, word, strings.Join(words, ", "))
}
