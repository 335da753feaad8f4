package source

import (
	"bytes"
	"encoding/csv"
	"io"
	"slices"
	"testing"
)

// What encoding/csv reads, csvRecord reads alike, carriage returns aside.
func FuzzCSV(f *testing.F) {
	for _, s := range []string{"a,b\nc,d\n", "a;\"b\n\"\"c\"\";\";d\n", "\"\"", "a,\"b\"c\n", "\n\n,\n", "\"a", "a\"b,c", "\"a\"\n\"b\","} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if bytes.IndexByte(b, '\r') >= 0 {
			return
		}
		for _, comma := range []byte(delimiters) {
			r := csv.NewReader(bytes.NewReader(b))
			r.Comma, r.FieldsPerRecord = rune(comma), -1
			rest := b
			for {
				want, err := r.Read()
				if err != nil { // the end, or what is read here more kindly
					if err == io.EOF && len(bytes.Trim(rest, "\n")) > 0 {
						t.Fatalf("%q: %q is left", b, rest)
					}
					break
				}
				for len(rest) > 0 && rest[0] == '\n' {
					rest = rest[1:] // blank lines are skipped there
				}
				fields, n, err := csvRecord(rest, comma, true)
				if err != nil || n == 0 {
					t.Fatalf("%q: %q gives %d, %v; want %q", b, rest, n, err, want)
				}
				if !slices.EqualFunc(fields, want, func(f []byte, w string) bool { return string(f) == w }) {
					t.Fatalf("%q: %q gives %q, want %q", b, rest, fields, want)
				}
				// The front of a row is known to be no whole row, and no more is.
				for cut := range n - 1 {
					if _, m, err := csvRecord(rest[:cut], comma, false); m > 0 && m != n || err != nil && m > 0 {
						t.Fatalf("%q cut at %d gives %d, %v", rest, cut, m, err)
					}
				}
				rest = rest[n:]
			}
		}
	})
}
