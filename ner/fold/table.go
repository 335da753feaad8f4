package fold

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// entry is the folded form of a character: b[:n], or n == long where it takes
// more room. n == 0 means that the character is dropped.
type entry struct {
	n uint8
	b [3]byte
}

const long = 0xFF

// table covers every character of one or two bytes: ASCII, Latin with accents
// and the Arabic block, which is all that an ordinary article holds.
var table = func() (t [0x800]entry) {
	for r := range t {
		b := appendRune(nil, 0, rune(r))
		if len(b) > len(t[r].b) {
			t[r].n = long
			continue
		}
		t[r].n = uint8(copy(t[r].b[:], b))
	}
	return t
}()

// appendRune folds any character: its compatibility decomposition (NFKD), each
// part by rule. start is where the word begins in dst.
func appendRune(dst []byte, start int, r rune) []byte {
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	parts := norm.NFKD.Properties(buf[:n]).Decomposition()
	if parts == nil {
		parts = buf[:n]
	}
	for len(parts) > 0 {
		p, size := utf8.DecodeRune(parts)
		parts = parts[size:]
		p = unicode.ToLower(p)
		if dropped(p) || p == '.' && endsInLetter(dst[start:]) {
			continue
		}
		if s, ok := letters[p]; ok {
			dst = append(dst, s...)
		} else {
			dst = utf8.AppendRune(dst, p)
		}
	}
	return dst
}

// dropped reports whether a decomposed character has no part in the folded form.
func dropped(r rune) bool {
	switch r {
	case '\'', '`', '\u2018', '\u2019', '\u201b', '\u2032', // ' ` ‘ ’ ‛ ′
		'\u02b9', '\u02bb', '\u02bc', '\u02bd', '\u02be', '\u02bf', // ʹ ʻ ʼ ʽ ʾ ʿ
		'\u02c8', '\u0640': // ˈ, tatweel
		return true
	}
	return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) ||
		unicode.Is(unicode.Mn, r) && unicode.In(r, unicode.Inherited, unicode.Arabic)
}
