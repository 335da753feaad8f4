package gazetteer

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// badSpace says what is wrong with the spaces of a cell, "" where nothing is.
// Such characters are invisible in an editor and keep a name from matching.
func badSpace(s string) string {
	if s == "" {
		return ""
	}
	if strings.TrimSpace(s) != s {
		return "space at an end"
	}
	if strings.Contains(s, "  ") {
		return "two spaces together"
	}
	for _, r := range s {
		switch {
		case r >= 0x20 && r < 0x7f, r >= 0x0621 && r <= 0x064a: // nearly every character there is
		case unicode.IsSpace(r):
			return fmt.Sprintf("a space that is not U+0020 (%U)", r)
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
			return fmt.Sprintf("the invisible character %U", r)
		}
	}
	return ""
}

// CheckText applies the rules of writing to a text of language "ar" or "en":
// composed letters (NFC), the letters of that script and no others, and in Arabic
// no tatweel, vowel marks or Persian letters. An empty text has no findings.
//
// NFC is tested by what is found in names: a base letter with a combining mark
// behind it has a composed form, and Arabic names carry no marks at all.
func CheckText(pos Pos, column, lang, text string) (found []Finding) {
	if text == "" {
		return nil
	}
	report := func(rule, format string, args ...any) {
		if !slices.ContainsFunc(found, func(f Finding) bool { return f.Rule == rule }) { // one a rule and text
			found = append(found, Errorf(pos, rule, "%s %q: %s", column, text, fmt.Sprintf(format, args...)))
		}
	}
	own, marks, open := false, false, 0
	for _, r := range text {
		rule, what := "", ""
		switch r {
		case '[', ']', '{', '}', '«', '»', '“', '”', '"':
			marks = true
		case '(':
			open++
		case ')':
			open--
		}
		switch {
		case r < 0x80 && lang == "en":
			own = own || unicode.IsLetter(r)
		case 0x0300 <= r && r <= 0x036f, 0x0653 <= r && r <= 0x0655:
			rule, what = "not-nfc", "combining mark %U: write the composed letter (NFC)"
		case lang == "ar" && (r >= 0x0621 && r <= 0x063a || r >= 0x0641 && r <= 0x064a):
			own = true
		case lang == "ar":
			rule, what = arabicFault(r)
			own = own || unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r)
		case unicode.Is(unicode.Latin, r):
			own = true
		case unicode.IsLetter(r):
			rule, what = "wrong-script", "%U is not a Latin letter"
		}
		if rule != "" {
			report(rule, what, r)
		}
	}
	if !own {
		report("wrong-script", "no letter of the script of %q", lang)
	}
	if marks || open != 0 {
		report("bad-punctuation", "quotation marks, square and unpaired brackets do not belong to a name")
	}
	return found
}

// arabicFault names the rule that a character of an Arabic text breaks, with a
// format that takes the character.
//
// The letters پ چ ژ ڤ گ ڭ are let through: Arab papers do write foreign sounds
// with them, and the eye sees them. ی ک and their like look as the Arabic letter does.
func arabicFault(r rune) (rule, format string) {
	switch {
	case r == 0x0640:
		return "arabic-letters", "tatweel %U"
	case unicode.Is(unicode.Mn, r):
		return "arabic-letters", "vowel mark %U"
	case r == 0x06cc || r == 0x06d2:
		return "arabic-letters", "Persian yeh %U: write U+064A or U+0649"
	case r == 0x06a9 || r == 0x06aa:
		return "arabic-letters", "Persian kaf %U: write U+0643"
	case r == 0x06be || 0x06c0 <= r && r <= 0x06c3 || r == 0x06d5:
		return "arabic-letters", "Persian or Urdu heh %U: write U+0647 or U+0629"
	case 0x06f0 <= r && r <= 0x06f9:
		return "arabic-letters", "Persian digit %U"
	case 0xfb50 <= r && r <= 0xfdff, 0xfe70 <= r && r <= 0xfefc:
		return "arabic-letters", "presentation form %U: write the plain letter"
	case unicode.IsLetter(r) && !unicode.Is(unicode.Arabic, r):
		return "wrong-script", "%U is not an Arabic letter"
	}
	return "", ""
}
