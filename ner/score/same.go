package score

import (
	"strings"
	"unicode"

	"whomet/ner"
	"whomet/ner/fold"
)

// The rules by which a reader's words and the program's count as the same. They
// are coarser than ner/fold, and on purpose not the same: a fault of folding must
// not hide itself in its own measure.

// forms are folded names of one person.
type forms map[string]bool

func formsOf(names ...string) forms {
	f := forms{}
	for _, n := range names {
		if n != "" {
			f.add(n)
		}
	}
	return f
}

func (f forms) add(name string) { f[folded(name)] = true }

// letters of one sound that folding makes one: ى ي, ة ه, and as other keyboards
// type them.
var letters = strings.NewReplacer("\u0649", "\u064a", "\u0629", "\u0647", "\u06cc", "\u064a", "\u06a9", "\u0643", "\u0671", "\u0627")

// Abd and al- of names such as عبد الله, which are written as one word too.
const (
	abd     = "\u0639\u0628\u062f"
	article = "\u0627\u0644"
)

// fillers are words that a name has or has not: Faisal bin Abdullah, Faisal Abdullah.
var fillers = map[string]bool{"al": true, "el": true, "ibn": true, "bin": true, "ben": true, "the": true}

// folded is a text without marks, case, punctuation and fillers.
func folded(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) || r == '\u0640' {
			return -1
		}
		return unicode.ToLower(r)
	}, fold.Bare(s))
	s = letters.Replace(s)
	words := strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_'
	})
	ends := s != "" && len(words) > 0 && !strings.HasSuffix(s, words[len(words)-1])
	out := words[:0]
	for i := 0; i < len(words); i++ {
		w := words[i]
		if w == abd && i+1 < len(words) && strings.HasPrefix(words[i+1], article) {
			i++
			w += words[i]
		}
		// A filler is one before something else, if only a full stop.
		if fillers[w] && (i+1 < len(words) || ends) {
			continue
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

// likeness is 2 for two people with a form in common; for a full name inside a
// fuller one the share of words they have in common; else 0.
func likeness(a, b forms) float64 {
	for f := range a {
		if b[f] {
			return 2
		}
	}
	best := 0.0
	for f := range a {
		for g := range b {
			best = max(best, inside(wordSet(f), wordSet(g)))
		}
	}
	return best
}

// inside is the share of common words where one name has all words of the other
// and both have two or more; else 0.
func inside(a, b map[string]bool) float64 {
	common := 0
	for w := range a {
		if b[w] {
			common++
		}
	}
	if len(a) < 2 || len(b) < 2 || common < min(len(a), len(b)) {
		return 0
	}
	return float64(common) / float64(max(len(a), len(b)))
}

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// sameDate reports whether a day is right within one day either way, or an
// interval inside the reader's, or the same within three days at each end. No date is
// right only where the reader found none.
func sameDate(gold, read *string) bool {
	none := func(s *string) bool { return s == nil || *s == "" }
	if none(gold) || none(read) {
		return none(gold) && none(read)
	}
	a, err := parseDates(*gold)
	if err != nil {
		return false
	}
	b, err := parseDates(*read)
	if err != nil {
		return false
	}
	if a[0] == a[1] {
		return b[0] == b[1] && a[0]-1 <= b[0] && b[0] <= a[0]+1
	}
	return a[0]-3 <= b[0] && b[1] <= a[1]+3
}

// samePlace reports whether the city or the country is one that the reader names,
// alone or in a list: "Doha, Qatar".
func samePlace(gold string, read *ner.Place) bool {
	if read == nil {
		return false
	}
	names := forms{}
	for _, s := range []*string{read.Entity, read.City, read.Country} {
		if s != nil && *s != "" {
			names.add(*s)
		}
	}
	if names[folded(gold)] {
		return true
	}
	for _, part := range strings.FieldsFunc(gold, func(r rune) bool { return r == ',' || r == '\u060c' || r == '/' }) {
		if names[folded(part)] {
			return true
		}
	}
	return false
}
