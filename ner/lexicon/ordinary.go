package lexicon

import (
	"strings"
	"unicode"

	"whomet/gazetteer"
)

// Ordinary finds names that link alone although they are words of the language: an
// alias قال would make a person of every "said". The finding tells how often the
// sample texts hold the words. fold is the rule by which the matcher compares.
//
// Given names and the particles of names are no such words, and an English acronym is
// told from its word by its capitals.
func (lex *Lexicon) Ordinary(g *gazetteer.Gazetteer, fold func(string) string, sample []string) (found []gazetteer.Finding) {
	words := map[string]Class{}
	for _, e := range lex.Entries {
		switch e.Class {
		case GivenName, ChainWord, FamilyWord, NotAName, Month:
		default:
			words[fold(e.Text)] = e.Class
		}
	}
	var folded []string // as words between single spaces
	hits := func(name string) (n int) {
		if folded == nil {
			for _, text := range sample {
				folded = append(folded, " "+strings.Join(strings.FieldsFunc(fold(text), notOfAWord), " ")+" ")
			}
		}
		for _, text := range folded {
			n += strings.Count(text, " "+name+" ")
		}
		return n
	}
	check := func(e *gazetteer.Entity, pos gazetteer.Pos, text string) {
		if c, ordinary := words[fold(text)]; ordinary {
			found = append(found, gazetteer.Errorf(pos, "ordinary-word", "%q of %s would swallow a word of the language (%s of the lexicon), %d times in the sample articles; make it weak, context or quoted",
				text, e.ID, c, hits(fold(text))))
		}
	}
	for i := range g.Entities {
		e := &g.Entities[i]
		check(e, e.Pos, e.Name)
		check(e, e.Pos, e.NameAr)
		for k := range e.Aliases {
			if a := &e.Aliases[k]; a.Strength == gazetteer.Strong && (a.Kind != "acronym" || a.Lang != "en") {
				check(e, a.Pos, a.Text)
			}
		}
	}
	gazetteer.SortFindings(found)
	return found
}

func notOfAWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' }
