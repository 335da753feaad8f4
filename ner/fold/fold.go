// Package fold holds the one rule by which two spellings of a word count as the
// same. Text, aliases and questions all go through it, so they cannot disagree.
//
// Arabic: presentation forms are taken apart (ﻻ → لا); tatweel, vowel marks and
// the superscript alef are dropped; أ إ آ ٱ → ا, ى ئ ی → ي, ؤ → و, ة → ه;
// letters of Persian, Kurdish, Urdu and the Maghreb become the Arabic letter the
// press writes for them (see letters.go).
//
// ء on its line stays: without it دعاء (prayer) would be دعا (called for), ماء
// (water) would be ما (not), شيء (thing) would be شي (Xi). The few names written
// without it are aliases.
//
// Latin: lower case without accents; ß → ss, ø → o, ı → i, ł → l, đ → d.
//
// Both: Arabic-Indic and Persian digits → ASCII; marks that nobody sees
// (zero-width, bidi controls, byte order mark) are dropped, and so are
// apostrophes of every kind (Sana'a = Sanaa) and the full stop after a letter
// (U.S. = US). Other punctuation stays.
//
// Folding is idempotent and never needs more than one word at a time. It says
// nothing about offsets: a folded word keeps the span of its original.
package fold

import (
	"unicode"
	"unicode/utf8"
)

// Version names the rule. It changes whenever some word folds differently, so
// that whatever stores folded words can tell that they are out of date.
const Version = "fold/1"

// Append appends the folded form of one word to dst. White space in it is
// dropped; a word of nothing but marks adds nothing. An invalid byte becomes
// U+FFFD.
func Append(dst []byte, word string) []byte {
	start := len(dst)
	for i := 0; i < len(word); {
		r, size := rune(word[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(word[i:])
		}
		if r == '.' {
			if !endsInLetter(dst[start:]) {
				dst = append(dst, '.')
			}
		} else if r < rune(len(table)) {
			e := &table[r]
			if e.n == long {
				dst = appendRune(dst, start, r)
			} else {
				dst = append(dst, e.b[:e.n]...)
			}
		} else {
			dst = appendRune(dst, start, r)
		}
		i += size
	}
	return dst
}

// String folds a phrase word by word. White space at the ends is dropped, any
// other run of it becomes one space.
func String(s string) string {
	dst := make([]byte, 0, len(s))
	word := -1 // where the current word starts; -1 between words
	for i, r := range s {
		switch space := unicode.IsSpace(r); {
		case space && word >= 0:
			dst = appendWord(dst, s[word:i])
			word = -1
		case !space && word < 0:
			word = i
		}
	}
	if word >= 0 {
		dst = appendWord(dst, s[word:])
	}
	return string(dst)
}

// appendWord puts a space between words that fold to something.
func appendWord(dst []byte, word string) []byte {
	if len(dst) == 0 {
		return Append(dst, word)
	}
	n := len(dst)
	if dst = Append(append(dst, ' '), word); len(dst) == n+1 {
		return dst[:n]
	}
	return dst
}

func endsInLetter(b []byte) bool {
	r, _ := utf8.DecodeLastRune(b)
	return unicode.IsLetter(r) || unicode.IsMark(r)
}
