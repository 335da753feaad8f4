package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// mends counts what had to be changed in one document, for its warnings.
type mends struct {
	charset   string // how the bytes were read, where that was a guess
	invalid   int    // stretches that were no text
	surrogate int    // halves of a surrogate pair in JSON escapes
	control   int    // control characters
}

// warnings tells the mends in words, in a fixed order.
func (m mends) warnings() []string {
	var w []string
	if m.charset != "" {
		w = append(w, m.charset)
	}
	add := func(n int, one, many string) {
		switch {
		case n == 1:
			w = append(w, "1 "+one)
		case n > 1:
			w = append(w, fmt.Sprintf("%d %s", n, many))
		}
	}
	add(m.invalid, "stretch of bytes was no text and became U+FFFD", "stretches of bytes were no text and became U+FFFD")
	add(m.surrogate, "escape of half a surrogate pair became U+FFFD", "escapes of half a surrogate pair became U+FFFD")
	add(m.control, "control character became a space", "control characters became spaces")
	return w
}

const replacement = "\uFFFD"

// repair replaces every stretch of bytes that is not UTF-8 by one U+FFFD.
func (m *mends) repair(b []byte) []byte {
	if utf8.Valid(b) {
		return b
	}
	before := bytes.Count(b, []byte(replacement))
	b = bytes.ToValidUTF8(b, []byte(replacement))
	m.invalid += bytes.Count(b, []byte(replacement)) - before
	return b
}

// isControl reports whether a control character other than tab and line ends
// starts at s[i], and its length in bytes. C1 characters are C2 80 to C2 9F.
func isControl[T string | []byte](s T, i int) int {
	switch c := s[i]; {
	case c < ' ' && c != '\t' && c != '\n' && c != '\r', c == 0x7F:
		return 1
	case c == 0xC2 && i+1 < len(s) && s[i+1] < 0xA0:
		return 2
	}
	return 0
}

// scrub replaces every control character of valid UTF-8 by a space.
func (m *mends) scrub(s string) string {
	i := 0
	for i < len(s) && isControl(s, i) == 0 {
		i++
	}
	if i == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:i])
	for i < len(s) {
		if n := isControl(s, i); n > 0 {
			b.WriteByte(' ')
			m.control++
			i += n
			continue
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

// blank is scrub for bytes that are about to be parsed: raw control characters
// are illegal in JSON and XML and would cost the whole document.
func (m *mends) blank(b []byte) []byte {
	if bytes.IndexFunc(b, func(r rune) bool { return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0x7F }) < 0 {
		return b
	}
	return []byte(m.scrub(string(b)))
}
