package analyze

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io/fs"
	"strings"
	"testing"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/seeds"
)

// benchmarkSize is how much text a benchmark reads in one turn, in bytes. The
// articles are repeated until they are as much.
const benchmarkSize = 1 << 20

// articles are the sample articles, again and again up to benchmarkSize bytes of
// text or a little more; size is how many they are.
func articles(b *testing.B) (docs []*ner.Document, size int) {
	b.Helper()
	var samples []*ner.Document
	fsys := seeds.FS()
	files, err := fs.Glob(fsys, "articles/*.jsonl")
	if err != nil || len(files) == 0 {
		b.Fatalf("no sample articles: %v", err)
	}
	for _, name := range files {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			b.Fatal(err)
		}
		lines := bufio.NewScanner(bytes.NewReader(data))
		lines.Buffer(nil, len(data))
		for lines.Scan() {
			var a struct{ ID, Title, Text, Published string }
			if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
				b.Fatalf("%s: %v", name, err)
			}
			day, err := gazetteer.ParseDay(a.Published)
			if err != nil {
				b.Fatalf("%s: %v", a.ID, err)
			}
			samples = append(samples, &ner.Document{ID: a.ID, Title: a.Title, Body: a.Text, Published: day})
		}
	}
	for size < benchmarkSize {
		d := samples[len(docs)%len(samples)]
		size += len(d.Text())
		docs = append(docs, d)
	}
	return docs, size
}

// BenchmarkDecode is the yardstick of the other: the same text, taken apart into
// characters and nothing more.
func BenchmarkDecode(b *testing.B) {
	docs, size := articles(b)
	var text strings.Builder
	for _, d := range docs {
		text.WriteString(d.Text())
	}
	whole := text.String()
	b.SetBytes(int64(size))
	b.ReportAllocs()
	characters := 0
	for b.Loop() {
		characters = 0
		for range whole {
			characters++
		}
	}
	if characters == 0 || characters > size {
		b.Fatalf("%d characters in %d bytes", characters, size)
	}
}

// BenchmarkAnalyze reads the articles one by one with the shipped data, on one core.
func BenchmarkAnalyze(b *testing.B) {
	docs, size := articles(b)
	a := analyzer(b)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	meetings := 0
	for b.Loop() {
		meetings = 0
		for _, d := range docs {
			meetings += len(a.Document(d).Meetings)
		}
	}
	if meetings < len(docs)/2 {
		b.Fatalf("%d meetings in %d articles", meetings, len(docs))
	}
	b.ReportMetric(float64(len(docs)), "articles/op")
}
