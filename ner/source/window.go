package source

import (
	"bytes"
	"io"
)

// window is the stretch of a stream that is looked at: it grows at its end by
// reading and shrinks at its front by taking. bufio.Scanner cannot serve here,
// since it gives up on the first token that is too long.
type window struct {
	r      io.Reader
	buf    []byte
	lo, hi int
	done   bool  // the stream has ended
	err    error // with this error, if not with io.EOF
}

// bytes is what is in the window; valid until the next call of more.
func (w *window) bytes() []byte { return w.buf[w.lo:w.hi] }

// take moves the front of the window over n bytes and returns them; they are
// valid until the next call of more.
func (w *window) take(n int) []byte {
	b := w.buf[w.lo : w.lo+n]
	w.lo += n
	return b
}

// more reads on and reports whether the window grew.
func (w *window) more() bool {
	if w.done {
		return false
	}
	if w.hi == len(w.buf) {
		to := w.buf
		if w.lo < len(w.buf)/2 || len(w.buf) == 0 {
			to = make([]byte, max(headLen, 2*len(w.buf)))
		}
		w.hi = copy(to, w.buf[w.lo:w.hi])
		w.buf, w.lo = to, 0
	}
	for range 100 {
		n, err := w.r.Read(w.buf[w.hi:])
		w.hi += n
		if err != nil {
			w.done = true
			if err != io.EOF {
				w.err = err
			}
		}
		if n > 0 || w.done {
			return n > 0
		}
	}
	w.done, w.err = true, io.ErrNoProgress
	return false
}

// line takes the next line with its line end. A line of more than limit bytes
// is dropped and long is true; ok is false at the end of the stream.
func (w *window) line(limit int64) (line []byte, long, ok bool) {
	from := 0
	for {
		b := w.bytes()
		if k := bytes.IndexByte(b[from:], '\n'); k >= 0 {
			line = w.take(from + k + 1)
			return line, long || int64(len(line)) > limit, true
		}
		from = len(b)
		if int64(from) > limit {
			long = true
			w.take(from)
			from = 0
		}
		if !w.more() {
			b = w.bytes()
			return w.take(len(b)), long, long || len(b) > 0
		}
	}
}
