package fold

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Bare returns the compatibility decomposition (NFKD) of s without its combining
// marks, and nothing else changed: أ → ا, é → e, ﻻ → لا, but ى and É keep their
// form and case. It is for comparisons that must follow another rule than String.
func Bare(s string) string {
	s = norm.NFKD.String(s)
	return strings.Map(func(r rune) rune {
		if r >= 0x300 && norm.NFKD.PropertiesString(string(r)).CCC() != 0 {
			return -1
		}
		return r
	}, s)
}
