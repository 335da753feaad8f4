package source

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"whomet/ner"
)

// benchArray is a list of n reports of about three kilobytes.
func benchArray(n int) string {
	var b strings.Builder
	b.WriteString("[\n")
	for i := range n {
		if i > 0 {
			b.WriteString(",\n")
		}
		d := first
		d.ID, d.Body = fmt.Sprint(i), strings.Repeat(bodyAr+"\n", 8)
		b.WriteString(jsonObject(d, "2015-07-31 04:15:44", "\n    "))
	}
	return b.String() + "\n]"
}

// BenchmarkRead is the whole way from bytes to documents; BenchmarkValid, the
// yardstick, only looks whether the same bytes are JSON.
func BenchmarkRead(b *testing.B) {
	in := benchArray(2000)
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		err := Read(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(in)},
			func(ner.Document) error { n++; return nil }, func(f Failure) { b.Fatal(f) })
		if err != nil || n != 2000 {
			b.Fatal(n, err)
		}
	}
}

func BenchmarkValid(b *testing.B) {
	in := []byte(benchArray(2000))
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		if !json.Valid(in) {
			b.Fatal("not JSON")
		}
	}
}
