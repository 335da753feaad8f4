package ask

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"whomet/gazetteer"
)

// suggestions is how many near misses an error names.
const suggestions = 5

// near are the entities whose names take the fewest changes of a letter to
// become the text, at most one in three; of those as near the smaller id first.
func (r *Resolver) near(text string, types []gazetteer.Type) []Candidate {
	want := []rune(key(text))
	most := len(want) / 3
	best := map[string]int{}
	for _, x := range []index{r.strong(), r.weak()} {
		for k, ids := range x {
			if n := utf8.RuneCountInString(k); n > len(want)+most || n < len(want)-most {
				continue
			}
			d := distance(want, []rune(k), most)
			if d > most {
				continue
			}
			for _, id := range ids {
				e, _ := r.g.Entity(id)
				if old, ok := best[id]; (!ok || d < old) && (len(types) == 0 || slices.Contains(types, e.Type)) {
					best[id] = d
				}
			}
		}
	}
	ids := make([]string, 0, len(best))
	for id := range best {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b string) int { return cmp.Or(cmp.Compare(best[a], best[b]), cmp.Compare(a, b)) })
	return r.candidates(ids[:min(len(ids), suggestions)])
}

// distance is how many letters have to be put in, taken out or changed; more
// than most when it is more than most.
func distance(a, b []rune, most int) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, c := range a {
		diagonal := row[0]
		row[0] = i + 1
		least := row[0]
		for j, d := range b {
			cost := diagonal
			if c != d {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
			least = min(least, cost)
		}
		if least > most {
			return most + 1
		}
	}
	return row[len(b)]
}
