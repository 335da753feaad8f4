package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// maxDepth is how deep the values of one item may be nested. News is flat; what
// is deeper is an attack or a mistake.
const maxDepth = 64

// The reading of JSON is divided: cut finds where an item ends by quotes and
// brackets alone, so that a broken item can be left behind; json.Valid judges
// the item; and object walks over what is then known to be valid. A map of
// json.RawMessage would say the same and read every byte three times more.

// items reads a JSON array, or objects in a row.
func (r *records) items(array bool) error {
	w, opened := r.window, !array
	var next *regexp.Regexp // how another item starts
	for n := 1; ; n++ {
		if !opened && r.skipTo() {
			opened = true
			w.take(1) // the bracket by which the form was told
		}
		switch more := r.skipTo(); {
		case !more && array && w.err == nil:
			r.fail(0, "", errors.New("the JSON is cut: the list is never closed; what is there was read; fetch the file again"))
			return nil
		case !more:
			return nil
		case array && w.bytes()[0] == ']':
			w.take(1)
			if r.skipTo() {
				r.fail(0, "", errors.New("something follows the end of the list and was not read; keep one list a file"))
			}
			return nil
		}
		if next == nil {
			next = itemStart(w, array)
		}
		size, end := r.cut(next)
		item := w.take(size)
		switch end {
		case endCut:
			if w.err == nil {
				r.fail(n, "", errCutItem)
			}
			return nil
		case endLong:
			r.fail(n, "", errTooLong(r.opt.MaxDocument))
			continue
		case endLost:
			r.fail(n, "", errors.New("not JSON: a quote or a bracket of this item is never closed; mend it"))
			continue
		}
		item, m, err := r.valid(item)
		if err != nil {
			r.fail(n, "", err)
			r.resync(next, size)
			continue
		}
		if err := r.object(item, n, m); err != nil {
			return err
		}
	}
}

// itemStart matches, as its group, the start of an item that is not the first:
// behind a comma in a list, else behind another object or at the start of a line.
// All items are taken to have the same first key as the one in the window. In a
// valid string the quotes would be escaped, so that what matches is a safe place
// to go on behind an item that is broken.
func itemStart(w *window, array bool) *regexp.Regexp {
	between, key := `(?:\}\s*|\n)`, `"`
	if array {
		between = `,\s*`
	}
	for len(w.bytes()) < headLen && w.more() {
	}
	b := w.bytes()
	if m := firstKey.FindSubmatch(b[:min(len(b), 4096)]); m != nil {
		key = regexp.QuoteMeta(strings.ToValidUTF8(string(m[1]), replacement)) + `\s*:`
	}
	return regexp.MustCompile(between + `(\{)\s*` + key)
}

var firstKey = regexp.MustCompile(`^\{\s*("[^"\\]*")`)

// resync goes to where the next item starts behind a broken one, whose bytes
// were the last to be taken from the window: inside of them if another item
// starts there, behind them if something that may follow an item does, else as
// far as it takes.
func (r *records) resync(next *regexp.Regexp, size int) {
	w := r.window
	w.lo -= size
	if m := next.FindSubmatchIndex(w.bytes()[:size]); m != nil {
		w.take(m[2])
		return
	}
	w.take(size)
	if !r.skipTo() || startsWithAny(w.bytes(), "{]") || w.buf[w.lo-1] == ',' {
		return
	}
	for {
		b := w.bytes()
		if m := next.FindSubmatchIndex(b); m != nil {
			w.take(m[2])
			return
		}
		w.take(max(0, len(b)-4096)) // what matches may be half in
		if !w.more() {
			w.take(len(w.bytes()))
			return
		}
	}
}

// skipTo skips white space and commas and reports whether anything follows.
func (r *records) skipTo() bool {
	for {
		b := r.window.bytes()
		i := 0
		for i < len(b) && (isSpace(b[i]) || b[i] == ',') {
			i++
		}
		r.window.take(i)
		if i < len(b) {
			return true
		}
		if !r.window.more() {
			return false
		}
	}
}

// end is how the cutting of an item ended.
type end int

const (
	endWhole end = iota
	endCut       // the stream ended in its midst
	endLong      // too long
	endLost      // it never ends, but another item starts behind it
)

// cut finds the end of the item at the front of the window, or of what there is
// of it. Of an item that is too long only the rest is left in the window.
func (r *records) cut(next *regexp.Regexp) (size int, how end) {
	w := r.window
	lost := func() bool {
		m := next.FindSubmatchIndex(w.bytes())
		if m != nil {
			size, how, r.doubt = m[2], endLost, true
		}
		return m != nil
	}
	var l lexer
	if r.doubt {
		// Where one item had no end others may have none, and looking for it to
		// the end of the file each time would take forever: now an item has to end
		// before the next one seems to start.
		if m := next.FindSubmatchIndex(w.bytes()); m != nil {
			if l.run(w.bytes()[:m[2]]) {
				return l.pos, endWhole
			}
			return m[2], endLost
		}
	}
	long := false
	for {
		b := w.bytes()
		whole := l.run(b)
		if int64(l.pos) > r.opt.MaxDocument && !long {
			if !whole && lost() {
				return size, how
			}
			long = true
		}
		switch {
		case whole && long:
			return l.pos, endLong
		case whole:
			return l.pos, endWhole
		case long: // a backslash is kept: what it escapes is still to come
			keep := max(1, l.escaping(b))
			w.take(l.pos - keep)
			l.pos = keep
		}
		if w.more() {
			continue
		}
		switch size = len(w.bytes()); {
		case long:
			return size, endLong
		case l.depth == 0 && !l.quoted: // a bare word ends with the file
			return size, endWhole
		case lost():
			return size, how
		}
		return size, endCut
	}
}

// lexer follows one JSON value by its quotes and brackets, however the bytes
// come in.
type lexer struct {
	pos    int // bytes looked at, from the start of the value
	depth  int
	quoted bool
}

// run goes on through b, which starts with the value and is longer than last
// time; it reports whether the value ends, at pos.
func (l *lexer) run(b []byte) bool {
	for l.pos < len(b) {
		if l.quoted {
			k := bytes.IndexByte(b[l.pos:], '"')
			if k < 0 {
				l.pos = len(b)
				return false
			}
			l.pos += k
			escaped := l.escaping(b)%2 == 1
			l.pos++
			if escaped {
				continue
			}
			if l.quoted = false; l.depth == 0 {
				return true
			}
			continue
		}
		switch c := b[l.pos]; c {
		case '"':
			if l.depth == 0 && l.pos > 0 {
				return true // after a bare word
			}
			l.quoted = true
		case '{', '[':
			if l.depth == 0 && l.pos > 0 {
				return true
			}
			l.depth++
		case '}', ']':
			if l.depth == 0 {
				if l.pos == 0 {
					l.pos = 1
				}
				return true
			}
			if l.depth--; l.depth == 0 {
				l.pos++
				return true
			}
		default:
			if l.depth == 0 && l.pos > 0 && (c == ',' || isSpace(c)) {
				return true
			}
		}
		l.pos++
	}
	return false
}

// escaping counts the backslashes in front of pos while in a string.
func (l *lexer) escaping(b []byte) int {
	if !l.quoted {
		return 0
	}
	n := 0
	for n < l.pos && b[l.pos-1-n] == '\\' {
		n++
	}
	return n
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// lines reads one JSON object a line.
func (r *records) lines() error {
	for n := 1; ; n++ {
		line, long, ok := r.window.line(r.opt.MaxDocument)
		if !ok {
			return nil
		}
		if long {
			r.fail(n, "", errTooLong(r.opt.MaxDocument))
			continue
		}
		last := !bytes.HasSuffix(line, []byte("\n"))
		line = bytes.TrimSpace(line)
		switch {
		case len(line) == 0:
			continue
		case last && r.window.err != nil && !json.Valid(line):
			return nil // cut with the stream, which is told once
		}
		line, m, err := r.valid(line)
		if err != nil {
			r.fail(n, "", err)
			continue
		}
		if err := r.object(line, n, m); err != nil {
			return err
		}
	}
}

// valid mends an item and checks that it is JSON.
func (r *records) valid(item []byte) ([]byte, mends, error) {
	m := r.coding.mends(item)
	item = m.repair(item)
	if json.Valid(item) {
		return item, m, nil
	}
	if depthOf(item) > maxDepth {
		return nil, m, errDeep
	}
	if item = m.blank(item); json.Valid(item) {
		return item, m, nil
	}
	return nil, m, syntaxError(item)
}

// object makes a document of a valid JSON value.
func (r *records) object(item []byte, n int, m mends) error {
	if item[0] != '{' {
		r.fail(n, "", fmt.Errorf("%s where an object with the fields of a document is wanted", kindOf(item)))
		return nil
	}
	if depthOf(item) > maxDepth {
		r.fail(n, "", errDeep)
		return nil
	}
	var rec record
	for name, value := range members(item) {
		key := name
		if bytes.IndexByte(name, '\\') >= 0 {
			s, _ := unquote(name)
			key = []byte(s)
		}
		r.see(key)
		want, ok := r.names.find(key)
		if !ok || string(value) == "null" {
			continue
		}
		switch {
		case value[0] == '"':
			s, surrogates := unquote(value[1 : len(value)-1])
			m.surrogate += surrogates
			rec.offer(want, key, s, "")
		case kindOf(value) == "a number" && (want.slot == slotID || want.slot == slotPublished):
			rec.offer(want, key, string(value), "")
		default:
			rec.offer(want, key, "", kindOf(value))
		}
	}
	return r.document(&rec, n, m, func() []string {
		var names []string
		for name := range members(item) {
			names = append(names, string(name))
		}
		return names
	})
}

var errCutItem = errors.New("the JSON is cut in the middle of this item; what came before it was read; fetch the file again")

var errDeep = fmt.Errorf("refused: nested more than %d deep", maxDepth)

// syntaxError says what is wrong with an item that is not JSON.
func syntaxError(item []byte) error {
	var raw json.RawMessage
	err := json.Unmarshal(item, &raw)
	var se *json.SyntaxError
	if errors.As(err, &se) {
		return fmt.Errorf("not JSON: %v (byte %d of the item); mend it", se, se.Offset)
	}
	return fmt.Errorf("not JSON: %v", err)
}

// kindOf names the kind of a valid JSON value.
func kindOf(v []byte) string {
	switch v[0] {
	case '{':
		return "an object"
	case '[':
		return "a list"
	case '"':
		return "a string"
	case 't', 'f':
		return "true or false"
	case 'n':
		return "null"
	}
	return "a number"
}

// depthOf is how deep the brackets outside of strings are nested.
func depthOf(b []byte) int {
	depth, deepest := 0, 0
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '"':
			i = stringEnd(b, i) - 1
		case '{', '[':
			depth++
			deepest = max(deepest, depth)
		case '}', ']':
			depth--
		}
	}
	return deepest
}

// stringEnd returns the index behind the string that starts with the quote at
// b[i], or len(b) where it does not end.
func stringEnd(b []byte, i int) int {
	for j := i + 1; ; {
		k := bytes.IndexByte(b[j:], '"')
		if k < 0 {
			return len(b)
		}
		j += k + 1
		slashes := 0
		for b[j-2-slashes] == '\\' {
			slashes++
		}
		if slashes%2 == 0 {
			return j
		}
	}
}

// members goes over the members of a valid JSON object: the inside of the name's
// quotes, and the value.
func members(b []byte) func(yield func(name, value []byte) bool) {
	return func(yield func(name, value []byte) bool) {
		skip := func(i int, over byte) int {
			for isSpace(b[i]) || b[i] == over {
				i++
			}
			return i
		}
		for i := skip(1, ','); b[i] != '}'; {
			e := stringEnd(b, i)
			name := b[i+1 : e-1]
			i = skip(e, ':')
			var l lexer
			l.run(b[i:])
			if !yield(name, b[i:i+l.pos]) {
				return
			}
			i = skip(i+l.pos, ',')
		}
	}
}

// unquote decodes the inside of a valid JSON string and counts the halves of
// surrogate pairs in it, which encoding/json would replace without a word.
func unquote(b []byte) (s string, surrogates int) {
	i := bytes.IndexByte(b, '\\')
	if i < 0 {
		return string(b), 0
	}
	out := make([]byte, 0, len(b))
	for i >= 0 {
		out = append(out, b[:i]...)
		b = b[i:]
		switch c := b[1]; c {
		case 'u':
			r := hex4(b[2:])
			b = b[6:]
			if utf16.IsSurrogate(r) {
				pair := rune(utf8.RuneError)
				if len(b) >= 6 && b[0] == '\\' && b[1] == 'u' {
					pair = utf16.DecodeRune(r, hex4(b[2:]))
				}
				if pair == utf8.RuneError {
					surrogates++
				} else {
					b = b[6:]
				}
				r = pair
			}
			out = utf8.AppendRune(out, r)
		default:
			if k := strings.IndexByte("bfnrt", c); k >= 0 {
				c = "\b\f\n\r\t"[k]
			}
			out = append(out, c)
			b = b[2:]
		}
		i = bytes.IndexByte(b, '\\')
	}
	return string(append(out, b...)), surrogates
}

func hex4(b []byte) rune {
	n, _ := strconv.ParseUint(string(b[:4]), 16, 16)
	return rune(n)
}
