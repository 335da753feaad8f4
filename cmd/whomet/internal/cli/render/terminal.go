// Package render writes answers for people: tables and meetings as plain text.
//
// Text is written in its logical order, never reversed or reshaped: laying out
// Arabic is the terminal's work. A pipe gets the same words as a terminal, without
// colour and without isolates.
package render

import (
	"io"
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

// Terminal is where and how to write.
type Terminal struct {
	Out     io.Writer
	Color   bool // mark headings and statuses with colours
	Isolate bool // wrap right-to-left names in isolates, so that they do not pull the columns beside them along
}

// The isolates of the Unicode bidirectional algorithm: first strong isolate and
// its end.
const (
	fsi = "\u2068"
	pdi = "\u2069"
)

// Colours, as the parameters of SGR sequences.
const (
	bold   = "1"
	dim    = "2"
	red    = "31"
	green  = "32"
	yellow = "33"
)

// paint colours s where colours are wanted.
func (t Terminal) paint(color, s string) string {
	if !t.Color || s == "" || color == "" {
		return s
	}
	return "\x1b[" + color + "m" + s + "\x1b[0m"
}

// Name makes a name fit to stand inside a line.
func (t Terminal) Name(s string) string {
	s = Clean(s)
	if t.Isolate && strings.ContainsFunc(s, rightToLeft) {
		return fsi + s + pdi
	}
	return s
}

// Clean makes one harmless line of text that somebody else wrote: white space
// becomes one space, control characters and directional overrides, embeddings
// and isolates go. What an article says must not move the cursor or turn the
// order of what stands beside it (CVE-2021-42574).
func Clean(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case r == '\n' || r == '\t' || unicode.IsSpace(r):
			space = b.Len() > 0
		case unicode.IsControl(r), r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		default:
			if space {
				b.WriteByte(' ')
				space = false
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

func rightToLeft(r rune) bool {
	return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko)
}

// width is how many columns of a terminal s takes: vowel marks and isolates none.
func width(s string) int { return uniseg.StringWidth(s) }
