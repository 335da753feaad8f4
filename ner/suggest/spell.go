package suggest

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"whomet/gazetteer"
	"whomet/ner/fold"
)

// speller writes Arabic names in Latin letters. It has learnt from the gazetteer
// how each word of a name is written in English; a word it has not met is spelt
// letter by letter, without the vowels that Arabic does not write.
type speller struct {
	words map[string]string // folded Arabic word → English
}

func newSpeller(g *gazetteer.Gazetteer) *speller {
	seen := map[string]map[string]int{}
	learn := func(ar, en string) {
		from, to := wordsOf(ar), strings.Fields(en)
		if len(from) != len(to) || len(from) < 2 {
			return // no telling which word is which
		}
		for i, w := range from {
			if seen[w] == nil {
				seen[w] = map[string]int{}
			}
			seen[w][to[i]]++
		}
	}
	for i := range g.Entities {
		if e := &g.Entities[i]; e.Type == gazetteer.Person {
			learn(e.NameAr, e.Name)
		}
	}
	sp := &speller{words: map[string]string{}}
	for w, spellings := range seen {
		sp.words[w] = counts(spellings)[0].Key
	}
	return sp
}

// latin is a name in Latin letters, and whether it is more than a proposal.
func (sp *speller) latin(name string) (latin string, sure bool) {
	if !strings.ContainsFunc(name, arabic) {
		return name, true
	}
	sure = true
	var words []string
	for _, w := range wordsOf(name) {
		known, ok := sp.words[w]
		if !ok {
			known, sure = spell(w), false
		}
		if known != "" {
			words = append(words, known)
		}
	}
	return strings.Join(words, " "), sure
}

// wordsOf is a name in folded words; عبد is one with the name of God behind it, as
// some write it and as it is in Latin letters.
func wordsOf(name string) []string {
	words := strings.Fields(fold.String(name))
	out := words[:0]
	for i := 0; i < len(words); i++ {
		w := words[i]
		if w == abd && i+1 < len(words) && strings.HasPrefix(words[i+1], article) {
			i++
			w += words[i]
		}
		out = append(out, w)
	}
	return out
}

func arabic(r rune) bool { return unicode.Is(unicode.Arabic, r) }

// Letters that spell must tell apart.
const (
	heh     = '\u0647'
	waw     = '\u0648'
	yeh     = '\u064a'
	article = "\u0627\u0644"
	abd     = "\u0639\u0628\u062f"
)

// sounds are the Arabic letters from U+0621 to U+064A; "" is none.
var sounds = [...]string{
	"", "a", "a", "w", "i", "y", "a", "b", "a", "t", "th", "j", "h", "kh", "d", "dh", "r", "z", "s", "sh", "s", "d", "t", "z", "a", "gh",
	"", "", "", "", "", "", // U+063B to U+0640 are no letters of Arabic
	"f", "q", "k", "l", "m", "n", "h", "w", "a", "y",
}

// spell writes a folded word letter by letter: فيرتانن → Firtann. و and ي are
// consonants at the beginning and vowels after a consonant; ه at the end is mostly ة.
func spell(word string) string {
	rest, the := strings.CutPrefix(word, article)
	if the && len([]rune(rest)) >= 3 {
		return "al-" + spell(rest)
	}
	var b strings.Builder
	vowel := true
	letters := []rune(word)
	for i, r := range letters {
		sound := ""
		switch {
		case i > 0 && r == waw && !vowel:
			sound = "u"
		case i > 0 && r == yeh && !vowel:
			sound = "i"
		case i > 0 && i == len(letters)-1 && r == heh && !vowel:
			sound = "a"
		case r >= 0x0621 && int(r-0x0621) < len(sounds):
			sound = sounds[r-0x0621]
		case r < unicode.MaxASCII && unicode.IsLetter(r):
			sound = string(r)
		}
		if sound != "" {
			vowel = strings.Contains("aiu", sound[len(sound)-1:])
		}
		b.WriteString(sound)
	}
	s := b.String()
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

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
		slices.SortFunc(ids, func(a, b string) int { return cmp.Compare(a, b) })
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
