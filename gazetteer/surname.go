package gazetteer

import (
	"slices"
	"strings"
	"unicode"
)

// particlesFile tells which words of a name belong together, as columns lang,
// form and text. Its forms are:
//
//	prefix   joins the word behind it: بن سلمان, عبد المهدي, van Aartsen
//	suffix   joins the word before it: نصر الله, داود أوغلو
//	article  is written on to its word and may be left off: al-Jaafari, Jaafari
//	ordinal  tells a king from another of his name: هنري الثامن
//	drop     stands behind the surname: جورج بوش الأب, Robert Downey Jr.
//	never    makes no surname: عبد الله الثاني, Felipe VI, and words that news is full of (كان, المقبل)
//	first    text is the iso code of a country where the family name comes first: Xi Jinping
const particlesFile = "lexicon/name-particles.tsv"

var particleForms = []string{"prefix", "suffix", "article", "drop", "never", "first", "ordinal"}

// particles is the set of rows of particlesFile, English in lower case.
type particles map[particle]bool

type particle struct{ lang, form, text string }

func newParticles(t *Table) (particles, []Finding) {
	r := reader{}
	p := particles{}
	for _, row := range t.Rows {
		lang, form, text := row.Get("lang"), row.Get("form"), row.Get("text")
		r.word(row, "form", particleForms)
		switch {
		case text == "":
			r.errorf(row.Pos, "no-name", "text is empty")
		case form == "first":
			if !isoPattern.MatchString(text) {
				r.errorf(row.Pos, "bad-iso", "%q is not an ISO 3166-1 alpha-2 code (want two capital letters)", text)
			}
		case r.word(row, "lang", languages):
			r.found = append(r.found, CheckText(row.Pos, "text", lang, text)...)
			text = strings.ToLower(text)
		}
		p[particle{lang, form, text}] = true
	}
	return p, r.found
}

// Surnames returns the last names of a person in both scripts, made from the
// name and from every alias that is a full name, a shorter full name or a spelling
// of one. Words that belong together stay together (بن سلمان, von der Leyen). A name of
// one word gives nothing. Left out is what is listed as a name already, what is also
// the name or adjective of a country or a city (المصري, Jordan), and an Arabic surname
// of two letters; where such a surname is to link, the table lists it. The order is
// that of the names. An entity that is no person has none.
func (g *Gazetteer) Surnames(e *Entity) []string {
	if e.Type != Person {
		return nil
	}
	first := false
	if i, ok := g.byID[e.Country]; ok {
		first = g.particles.has("", "first", g.Entities[i].ISO)
	}
	var list []string
	add := func(name string) {
		for _, s := range g.particles.surnames(name, first) {
			if !e.hasName(s) && !slices.Contains(e.NoSurname, s) && !g.placeWords()[strings.ToLower(s)] && !slices.Contains(list, s) {
				list = append(list, s)
			}
		}
	}
	add(e.Name)
	add(e.NameAr)
	for _, a := range e.Aliases {
		if a.Strength != Context && (a.Kind == "full" || a.Kind == "short" || a.Kind == "spelling") {
			add(a.Text)
		}
	}
	return list
}

// Generation reports whether a word behind a surname tells father from son: بوش الأب.
func (g *Gazetteer) Generation(word string) bool { return g.particles.has("ar", "drop", word) }

// Ordinal reports whether a word tells one king from another of his name: هنري الثامن.
func (g *Gazetteer) Ordinal(word string) bool { return g.particles.has("ar", "ordinal", word) }

// wordsOfPlaces is every word that speaks of a country or a city, in lower case.
func (g *Gazetteer) wordsOfPlaces() map[string]bool {
	words := map[string]bool{}
	for i := range g.Entities {
		e := &g.Entities[i]
		if e.Type != Country && e.Type != City {
			continue
		}
		words[strings.ToLower(e.Name)] = true
		words[e.NameAr] = true
		for _, a := range e.Aliases {
			words[strings.ToLower(a.Text)] = true
		}
		for _, f := range DemonymForms(e) {
			words[f.Text] = true
		}
		for _, a := range e.Demonym.Adjective {
			words[strings.ToLower(a)] = true
		}
	}
	return words
}

// hasName reports whether the text is a listed name of the entity, in any case.
func (e *Entity) hasName(text string) bool {
	is := func(name string) bool { return strings.EqualFold(name, text) }
	return is(e.Name) || is(e.NameAr) || slices.ContainsFunc(e.Aliases, func(a Alias) bool { return is(a.Text) })
}

func (p particles) has(lang, form, word string) bool {
	if form != "first" {
		word = strings.ToLower(word)
	}
	return p[particle{lang, form, word}]
}

// surnames makes the surname of one full name, and the same without its article.
func (p particles) surnames(name string, familyFirst bool) []string {
	lang := "en"
	if strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Arabic, r) }) {
		lang = "ar"
	}
	words := strings.Fields(name)
	n := len(words)
	for n > 1 && p.has(lang, "drop", words[n-1]) {
		n--
	}
	words = words[:n]
	if n < 2 {
		return nil
	}
	if familyFirst {
		return p.surname(lang, words[0])
	}
	start := n - 1
	if p.has(lang, "suffix", words[start]) {
		start--
	}
	for start > 0 && p.has(lang, "prefix", words[start-1]) {
		start--
	}
	if start == 0 {
		return nil // the whole name is one unit: صلاح الدين
	}
	return p.surname(lang, strings.Join(words[start:], " "))
}

// surname gives back a surname, and the same without its article, where they are
// long enough to be told from a word.
func (p particles) surname(lang, name string) (list []string) {
	if p.has(lang, "never", name) {
		return nil
	}
	if letters(name) >= minLetters[lang] {
		list = append(list, name)
	}
	if i := strings.Index(name, "-"); i > 0 && p.has(lang, "article", name[:i+1]) && letters(name[i+1:]) >= minLetters[lang] {
		list = append(list, name[i+1:])
	}
	return list
}

// minLetters of a surname that is made. Arabic ones of two letters are nearly all
// words as well (لي، ما، هو), and there are no capitals to tell them apart.
var minLetters = map[string]int{"ar": 3, "en": 2}
