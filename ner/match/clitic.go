package match

import (
	"strings"
	"unicode/utf8"

	"whomet/ner"
	"whomet/ner/fold"
)

// The proclitics, folded. Each letter takes two bytes.
const (
	waw, fa           = "\u0648", "\u0641"
	ba, lam, kaf, sin = "\u0628", "\u0644", "\u0643", "\u0633"
	article           = "\u0627\u0644" // ال

	letter = 2
)

// reading is a way to take a word apart: its first cut bytes, folded, are
// proclitics.
type reading struct {
	cut     int
	clitics ner.Clitic
}

// mayHaveClitics rules out most words at their first letter.
func mayHaveClitics(w string) bool {
	return conjunction(w) != 0 || preposition(w) != 0 || strings.HasPrefix(w, article)
}

// readings appends every reading of a folded word that has a proclitic and
// leaves something.
func readings(w string, dst []reading) []reading {
	dst = inner(w, reading{}, dst)
	if c := conjunction(w); c != 0 && len(w) > letter {
		dst = append(dst, reading{letter, c})
		dst = inner(w, reading{letter, c}, dst)
	}
	return dst
}

// maxReadings of one word: a conjunction alone, with a preposition, and with a
// preposition and ال.
const maxReadings = 3

// inner appends the readings in which ب ل ك س and ال follow r.
func inner(w string, r reading, dst []reading) []reading {
	more := func(n int, c ner.Clitic) {
		if len(w) > r.cut+n {
			dst = append(dst, reading{r.cut + n, r.clitics | c})
		}
	}
	rest := w[r.cut:]
	if strings.HasPrefix(rest, article) {
		more(len(article), ner.Al)
	}
	p := preposition(rest)
	if p == 0 {
		return dst
	}
	more(letter, p)
	switch rest = rest[letter:]; {
	case p == ner.Lam && strings.HasPrefix(rest, lam):
		more(2*letter, p|ner.Al)
	case p != ner.Lam && p != ner.Sin && strings.HasPrefix(rest, article):
		more(letter+len(article), p|ner.Al)
	}
	return dst
}

func conjunction(w string) ner.Clitic {
	switch {
	case strings.HasPrefix(w, waw):
		return ner.Waw
	case strings.HasPrefix(w, fa):
		return ner.Fa
	}
	return 0
}

func preposition(w string) ner.Clitic {
	if len(w) < letter {
		return 0
	}
	switch w[:letter] {
	case ba:
		return ner.Ba
	case lam:
		return ner.Lam
	case kaf:
		return ner.Kaf
	case sin:
		return ner.Sin
	}
	return 0
}

// afterLam returns what is left of a word with ال behind ل: its alef falls
// (اليمن, ل+ليمن), and where the word itself begins with ل its whole article
// (اللاذقية, ل+لاذقية; a third ل is written by some, and understood).
func afterLam(w string) []string {
	rest, ok := strings.CutPrefix(w, article)
	switch {
	case !ok || rest == "":
		return nil
	case strings.HasPrefix(rest, lam):
		return []string{lam + rest, rest}
	}
	return []string{lam + rest}
}

// rawCut returns where the folded form of raw is cut after n bytes: the start
// of the first character that gives some of the rest, past the vowel marks and
// tatweel of the proclitics. A ligature is not cut in two: ﻻ stays whole in the
// name.
func rawCut(raw string, n int) int {
	if n == 0 {
		return 0
	}
	var room [64]byte
	for i := 0; i < len(raw); {
		_, size := utf8.DecodeRuneInString(raw[i:])
		if n -= len(fold.Append(room[:0], raw[i:i+size])); n < 0 {
			return i
		}
		i += size
	}
	return len(raw)
}

// sameLetters compares two names, full stops and white space apart.
func sameLetters(a, b string) bool {
	skip := func(s string) string { return strings.TrimLeft(s, ". \t\u00a0") }
	for a, b = skip(a), skip(b); a != "" && b != ""; a, b = skip(a[1:]), skip(b[1:]) {
		if a[0] != b[0] {
			return false
		}
	}
	return a == b
}
