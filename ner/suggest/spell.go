package suggest

import (
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
