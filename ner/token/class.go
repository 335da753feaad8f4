package token

import (
	"unicode"
	"unicode/utf8"

	"whomet/ner/fold"
)

// class says what a character does to the word it stands in or beside.
type class uint8

const (
	other      class = iota // punctuation, symbols, controls, invalid bytes: a token each
	space                   // separates
	newline                 // separates, is a token and ends the sentence
	arabic                  // a letter; another script is another word
	latin                   // a letter
	foreign                 // a letter of any other script
	digit                   //
	mark                    // vowel marks, accents: belong to the letter before
	invisible               // zero-width, bidi controls: inside a word or nothing
	link                    // tatweel, ʿ, ʾ: belong to a word they touch, on either side
	apostrophe              // inside Latin words, possessives, or a quotation mark
	hyphen                  // between letters it separates and is no token
	dot                     // inside dotted acronyms, or a full stop
)

func (c class) letter() bool { return c == arabic || c == latin || c == foreign }

// entry is what the cutter must know of a character: its class and its folded
// form, the first n of b0 and b1, or n == long where it is not in the tables.
// (Not an array: that would not fit into a register.)
type entry struct {
	class  class
	n      uint8
	b0, b1 byte
}

const long = 0xFF

// fold appends the folded form of the character, whose text is raw.
func (e entry) fold(dst []byte, raw string) []byte {
	if e.n == long {
		return fold.Append(dst, raw)
	}
	return append(dst, e.b0, e.b1)[:len(dst)+int(e.n)]
}

// Tables for what news is written in: ASCII, Latin with accents, Arabic, and
// the block of typographic punctuation (U+2000), made from the rule itself.
var (
	table       = makeTable[[0x800]entry](0)
	punctuation = makeTable[[0x80]entry](0x2000)
)

func makeTable[T [0x800]entry | [0x80]entry](first rune) (t T) {
	for i := range len(t) {
		r := first + rune(i)
		e := entry{class: classOf(r)}
		switch b := fold.Append(nil, string(r)); len(b) {
		case 0:
		case 1:
			e.n, e.b0 = 1, b[0]
		case 2:
			e.n, e.b0, e.b1 = 2, b[0], b[1]
		default:
			e.n = long
		}
		t[i] = e
	}
	return t
}

// at returns the entry of the character at text[i] and its length in bytes.
func at(text string, i int) (entry, int) {
	b := text[i]
	if b < utf8.RuneSelf {
		return table[b], 1
	}
	if b >= 0xC2 && b < 0xE0 && i+1 < len(text) && text[i+1]&0xC0 == 0x80 {
		return table[int(b&0x1F)<<6|int(text[i+1]&0x3F)], 2
	}
	return rare(text[i:])
}

// rare is at for characters of three and four bytes, and for invalid ones.
func rare(s string) (entry, int) {
	r, size := utf8.DecodeRuneInString(s)
	if r>>7 == 0x2000>>7 {
		return punctuation[r&0x7F], size
	}
	if r == utf8.RuneError && size == 1 {
		return entry{class: other, n: long}, 1
	}
	return entry{class: classOf(r), n: long}, size
}

// classAt is at for those who only look; past the end is a space.
func classAt(text string, i int) (class, int) {
	if i >= len(text) {
		return space, 0
	}
	e, size := at(text, i)
	return e.class, size
}

func classOf(r rune) class {
	switch r {
	case '\n', '\r', '\u2028', '\u2029': // \r before \n is a space: see Cut
		return newline
	case '.':
		return dot
	case '-', '\u2010', '\u2011':
		return hyphen
	case '\'', '`', '\u2018', '\u2019', '\u201b': // ' ` ‘ ’ ‛
		return apostrophe
	case '\u0640', '\u02bb', '\u02bc', '\u02bd', '\u02be', '\u02bf': // tatweel ʻ ʼ ʽ ʾ ʿ
		return link
	}
	switch {
	case unicode.IsSpace(r):
		return space
	case unicode.Is(unicode.Cf, r):
		return invisible
	case unicode.IsDigit(r):
		return digit
	case unicode.IsMark(r):
		return mark
	case !unicode.IsLetter(r):
		return other
	case len(fold.Append(nil, string(r))) == 0:
		return mark // ﹱ, a vowel mark on its own, is a letter to Unicode
	case unicode.Is(unicode.Arabic, r):
		return arabic
	case unicode.Is(unicode.Latin, r):
		return latin
	}
	return foreign
}
