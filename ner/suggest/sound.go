package suggest

import (
	"slices"
	"strings"
	"unicode"

	"whomet/gazetteer"
)

// ear finds listed people whose name sounds like another: written otherwise, but
// with the same consonants in every word (facts of spelling, no proof).
type ear struct {
	g     *gazetteer.Gazetteer
	heard map[string][]string // sound → ids, sorted
}

func newEar(g *gazetteer.Gazetteer) *ear {
	e := &ear{g: g, heard: map[string][]string{}}
	for i := range g.Entities {
		p := &g.Entities[i]
		if p.Type != gazetteer.Person {
			continue
		}
		names := []string{p.Name, p.NameAr}
		for _, a := range p.Aliases {
			if a.Kind == "full" || a.Kind == "short" || a.Kind == "spelling" {
				names = append(names, a.Text)
			}
		}
		for _, n := range names {
			if s := sound(n); s != "" && !slices.Contains(e.heard[s], p.ID) {
				e.heard[s] = append(e.heard[s], p.ID)
			}
		}
	}
	for _, ids := range e.heard {
		slices.Sort(ids)
	}
	return e
}

// maxLike is how many people are named whom somebody may be.
const maxLike = 3

// same returns who sounds the same, but for those of another country than the one
// a title tells, if it does.
func (e *ear) same(name, country string) (ids []string) {
	for _, id := range e.heard[sound(name)] {
		p, _ := e.g.Entity(id)
		if country == "" || p.Country == "" || p.Country == country {
			ids = append(ids, id)
		}
	}
	return ids[:min(len(ids), maxLike)]
}

// consonants are the classes of Latin consonants that two languages write for each
// other; what is not there is a vowel or as weak as one.
var consonants = strings.NewReplacer(
	"sh", "S", "ch", "S", "th", "t", "kh", "k", "gh", "k", "dh", "d", "ph", "f", "zh", "k",
	"v", "f", "p", "b", "q", "k", "c", "k", "g", "k", "j", "k", "z", "s", "x", "ks",
	"a", "", "e", "", "i", "", "o", "", "u", "", "w", "", "y", "", "h", "",
)

// How many consonants a name and its last word need so that the same ones mean
// anything: سعيد and زايد have the same two.
const (
	leastSound = 5
	leastLast  = 3
)

// sound is the consonants of each word of a full name, without articles and words
// for son; "" where they are too few to mean anything.
func sound(name string) string {
	var words []string
	n := 0
	for _, w := range wordsOf(name) {
		if strings.ContainsFunc(w, arabic) {
			w = strings.ToLower(spell(w))
		}
		for _, part := range strings.FieldsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) {
			if part == "al" || part == "el" || part == "bn" || part == "bin" || part == "ibn" || part == "ben" {
				continue
			}
			s := squeeze(consonants.Replace(part))
			n += len(s)
			if strings.ContainsAny(part[:1], "aeiou") {
				s = "A" + s // Ahmed is no Mohammed
			}
			if s != "" {
				words = append(words, s)
			}
		}
	}
	if len(words) < 2 || n < leastSound || len(strings.TrimPrefix(words[len(words)-1], "A")) < leastLast {
		return ""
	}
	return strings.Join(words, " ")
}

// squeeze makes one letter of two that are the same.
func squeeze(s string) string {
	return string(slices.Compact([]byte(s)))
}
