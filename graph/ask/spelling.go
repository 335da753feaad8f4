package ask

import (
	"slices"
	"strings"
)

// Arabic letters that are written on to the word behind them.
const (
	conjunctions = "\u0648\u0641"       // و ف
	prepositions = "\u0628\u0644\u0643" // ب ل ك
	lam          = "\u0644"
	article      = "\u0627\u0644" // ال
)

// spellings is a name as it was given, then without proclitics: والسيسي →
// السيسي, للعراق → العراق, ولليمن → لليمن → اليمن.
func spellings(text string) []string {
	all := []string{text}
	if rest, ok := cutLetter(text, conjunctions); ok {
		all = append(all, rest)
	}
	for _, t := range slices.Clone(all) {
		if rest, ok := cutLetter(t, prepositions); ok {
			all = append(all, rest)
			if assimilated := strings.TrimPrefix(t, lam); strings.HasPrefix(assimilated, lam) && assimilated != t {
				all = append(all, article+strings.TrimPrefix(assimilated, lam))
			}
		}
	}
	return all
}

// cutLetter takes one of the letters off the front.
func cutLetter(text, letters string) (string, bool) {
	for _, c := range letters {
		if rest, ok := strings.CutPrefix(text, string(c)); ok && rest != "" {
			return rest, true
		}
	}
	return text, false
}
