package source

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/saintfish/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	utf "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// coding says how bytes are read.
type coding struct {
	name string
	enc  encoding.Encoding // nil for UTF-8
	bom  int               // bytes of the mark in front
	note string            // warning for every document, where it was a guess
}

// minGuess is how many bytes the general detector wants before it is asked: on
// less it answers anything.
const minGuess = 200

var utf8Coding = coding{name: "UTF-8"}

var marks = []struct {
	bom string
	coding
}{
	{"\xEF\xBB\xBF", coding{name: "UTF-8", bom: 3}},
	{"\xFF\xFE\x00\x00", coding{name: "UTF-32LE", bom: 4, enc: utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)}},
	{"\x00\x00\xFE\xFF", coding{name: "UTF-32BE", bom: 4, enc: utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)}},
	{"\xFF\xFE", coding{name: "UTF-16LE", bom: 2, enc: utf.UTF16(utf.LittleEndian, utf.IgnoreBOM)}},
	{"\xFE\xFF", coding{name: "UTF-16BE", bom: 2, enc: utf.UTF16(utf.BigEndian, utf.IgnoreBOM)}},
}

// codingOf says how b is read; b is a whole file or the front of one.
//
// The order is: mark, UTF-16 by the look of it (it can pass for UTF-8 full of
// control characters), declaration, UTF-8, the Arabic charsets by their
// letters, the detector for Western text, refusal.
func codingOf(b []byte) (coding, error) {
	for _, m := range marks {
		if bytes.HasPrefix(b, []byte(m.bom)) {
			return m.coding, nil
		}
	}
	if c, ok := bareUTF16(b); ok {
		return c, nil
	}
	b = trimPartial(b)
	s := statOf(b)
	if s.control*10 > len(b) && (s.invalid > 0 || s.control*3 > len(b)) {
		return coding{}, errors.New("binary data, not text; convert it to text first")
	}
	note := ""
	if label := declared(b); label != "" {
		enc, name := charset.Lookup(label)
		switch {
		case enc == nil:
			note = fmt.Sprintf("the declared charset %q is unknown; ", label)
		case strings.HasPrefix(name, "utf-16"): // it was read as ASCII, so it is not that
		case name == "utf-8" && s.likelyUTF8():
			return utf8Coding, nil
		case name == "utf-8":
			note = "declared as UTF-8, which it is not; "
		case s.invalid == 0 && s.multi > 1:
			// A page that a tool saved as UTF-8 without touching its head. In no
			// single-byte charset does running text look like this by chance.
			return coding{name: "UTF-8", note: fmt.Sprintf("declared as %s, read as UTF-8, which it is", label)}, nil
		default:
			return coding{name: label, enc: enc}, nil
		}
	}
	if s.likelyUTF8() {
		return utf8Coding, nil
	}
	c, ok := arabicCoding(b)
	best := ""
	if !ok {
		c, best, ok = westernCoding(b)
	}
	switch {
	case ok:
		if note == "" {
			note = "no charset declared; "
		}
		c.note = note + "read as " + c.name
		return c, nil
	case s.invalid*100 <= len(b): // a few bad bytes in ASCII
		return utf8Coding, nil
	}
	if best != "" {
		best = ", and is most like " + best
	}
	return coding{}, fmt.Errorf("unknown charset: it is not UTF-8, UTF-16, windows-1256, ISO-8859-6 or windows-1252%s; convert it to UTF-8 first, as with iconv -f CHARSET -t UTF-8", best)
}

// decode returns b as UTF-8 that still has to be repaired.
func (c coding) decode(b []byte) ([]byte, error) {
	if b = b[c.bom:]; c.enc == nil {
		return b, nil
	}
	return c.enc.NewDecoder().Bytes(b)
}

// mends is what a document that was decoded to b starts with. A decoder puts
// U+FFFD for what its charset does not have.
func (c coding) mends(b []byte) mends {
	m := mends{charset: c.note}
	if c.enc != nil {
		m.invalid = bytes.Count(b, []byte(replacement))
	}
	return m
}

// stat is what a look at the bytes as UTF-8 gives.
type stat struct {
	multi   int // characters of two bytes or more
	invalid int // bytes that belong to none
	control int // C0 control characters but for white space
}

func statOf(b []byte) stat {
	var s stat
	for len(b) > 0 {
		if b[0] < utf8.RuneSelf {
			if b[0] < ' ' && (b[0] < '\t' || b[0] > '\r') {
				s.control++
			}
			b = b[1:]
			continue
		}
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			s.invalid++
		} else {
			s.multi++
		}
		b = b[n:]
	}
	return s
}

// likelyUTF8: all of it, or damaged in some places.
func (s stat) likelyUTF8() bool { return s.multi >= 10*s.invalid }

// trimPartial cuts off a character that the end of b may have cut.
func trimPartial(b []byte) []byte {
	for i := len(b) - 1; i >= max(0, len(b)-utf8.UTFMax); i-- {
		if utf8.RuneStart(b[i]) {
			if !utf8.FullRune(b[i:]) {
				return b[:i]
			}
			break
		}
	}
	return b
}

var declaration = regexp.MustCompile(`(?i)^\s*<\?xml[^>]{0,200}\sencoding\s*=\s*["']([\w.:-]+)|<meta[^>]{0,500}charset\s*=\s*["']?\s*([\w.:-]+)`)

// declared returns the charset that HTML or XML names in its head, or "".
func declared(b []byte) string {
	b = b[:min(len(b), 4096)]
	if !bytes.HasPrefix(bytes.TrimLeft(b, " \t\r\n"), []byte("<")) {
		return ""
	}
	if m := declaration.FindSubmatch(b); m != nil {
		return string(m[1]) + string(m[2])
	}
	return ""
}

// bareUTF16 knows UTF-16 without a mark by its high bytes: in Arabic and English
// text nearly all of them are 06 and 00, which no text of bytes has.
func bareUTF16(b []byte) (coding, bool) {
	b = b[:min(len(b), 4096)&^1]
	if len(b) < 4 {
		return coding{}, false
	}
	for high, m := range []coding{marks[4].coding, marks[3].coding} {
		sure, fit := 0, 0
		for i := 0; i < len(b); i += 2 {
			lo, hi := b[i+1-high], b[i+high]
			switch {
			case hi == 0x06 && lo >= 0x0C, hi == 0 && (lo >= ' ' || lo >= '\t' && lo <= '\r'):
				sure++
			case hi == 0x20 && lo < 0x70, hi == 0xFB, hi == 0xFC, hi == 0xFE:
				fit++
			}
		}
		if n := len(b) / 2; sure*2 > n && (sure+fit)*10 >= 9*n {
			m.bom = 0
			return m, true
		}
	}
	return coding{}, false
}

// arabicCoding tells windows-1256 from ISO-8859-6: read in the right one, the
// bytes above 7F are Arabic letters that stand beside each other.
func arabicCoding(b []byte) (coding, bool) {
	var best coding
	top := 0.75 // below it, it is not Arabic at all
	for _, c := range []struct {
		name string
		cm   *charmap.Charmap
	}{{"windows-1256", charmap.Windows1256}, {"ISO-8859-6", charmap.ISO8859_6}} {
		if s := arabicScore(b, c.cm); s > top {
			top, best = s, coding{name: c.name, enc: c.cm}
		}
	}
	return best, best.enc != nil
}

// arabicScore is the share of the bytes above 7F that read as Arabic and sit as
// Arabic letters do: beside one another, not in the midst of a Latin word.
func arabicScore(b []byte, cm *charmap.Charmap) float64 {
	high, good := 0, 0
	class := func(i int) rune {
		if i < 0 || i >= len(b) {
			return 0
		}
		r := cm.DecodeByte(b[i])
		switch {
		case r < utf8.RuneSelf && unicode.IsLetter(r):
			return 'a'
		case unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r):
			return 'A'
		}
		return 0
	}
	for i, c := range b {
		if c < utf8.RuneSelf {
			continue
		}
		high++
		r := cm.DecodeByte(c)
		switch {
		case r == utf8.RuneError || unicode.IsControl(r):
			good -= 2
		case !unicode.IsLetter(r): // marks of both scripts: comma, quotes, harakat
			if unicode.In(r, unicode.Arabic, unicode.Inherited, unicode.Common) {
				good++
			}
		case class(i) != 'A' || class(i-1) == 'a' || class(i+1) == 'a':
			good--
		case class(i-1) == 'A' || class(i+1) == 'A' || len(b) == 1:
			good++
		}
	}
	if high == 0 {
		return 0
	}
	// Quotes and dashes alone are no Arabic text.
	for i := range b {
		if b[i] >= utf8.RuneSelf && class(i) == 'A' {
			return float64(good) / float64(high)
		}
	}
	return 0
}

// westernCoding asks the detector and believes it only for Western text, which
// is mostly ASCII; best is what it said.
func westernCoding(b []byte) (c coding, best string, ok bool) {
	if len(b) < minGuess {
		return coding{}, "", false
	}
	all, err := chardet.NewTextDetector().DetectAll(b[:min(len(b), headLen)])
	if err != nil || len(all) == 0 {
		return coding{}, "", false
	}
	// The detector works in goroutines and leaves ties in the order they end.
	slices.SortFunc(all, func(a, b chardet.Result) int {
		if a.Confidence != b.Confidence {
			return b.Confidence - a.Confidence
		}
		return strings.Compare(a.Charset, b.Charset)
	})
	high, letters := 0, 0
	for _, c := range b {
		switch {
		case c >= utf8.RuneSelf:
			high++
		case unicode.IsLetter(rune(c)):
			letters++
		}
	}
	best = all[0].Charset
	western := best == "ISO-8859-1" || best == "windows-1252"
	if !western || all[0].Confidence < 20 || high*4 > letters {
		return coding{}, best, false
	}
	return coding{name: "windows-1252", enc: charmap.Windows1252}, best, true
}
