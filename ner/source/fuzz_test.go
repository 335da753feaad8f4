package source

import (
	"bytes"
	"io"
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"whomet/ner"
)

// FuzzRead reads any bytes under any name: it does not panic, it gives a document
// or says why not, all that it gives is valid, and it gives the same however the
// bytes come in.
func FuzzRead(f *testing.F) {
	names := []string{"", "x.txt", "x.json", "x.jsonl", "x.csv", "x.html", "x.rss", "x.zip"}
	for i, s := range []string{
		bodyAr, lineForm, arrayForm, objectForm, csvTable(","), rssForm, atomForm, menuPage, pageForm,
		"\xff\xfe\x27\x06", "[", "[{]", `{"text":"\ud83d\u0000"}`, "id,text\n\"", "<html", "<?xml", "\x1f\x8b", "PK\x03\x04", `[{"text":"a},{"text":"b"}]`,
		string(gz(f, []byte(lineForm))), string(zipOf(f, "a.txt", "x", "../b.txt", "y", "c.json", arrayForm)), string(encode(f, utf16le, lineForm)),
	} {
		f.Add([]byte(s), uint8(i))
	}
	f.Fuzz(func(t *testing.T, b []byte, name uint8) {
		read := func(in io.Reader) got {
			names0, err := nameFields(nil)
			if err != nil {
				t.Fatal(err)
			}
			var g got
			r := &reading{
				ctx: t.Context(), opt: Options{MaxDocument: 1 << 10, MaxExpand: 1 << 20}, names: names0,
				each:   func(d ner.Document) error { g.docs = append(g.docs, d); return nil },
				failed: func(f Failure) { g.fails = append(g.fails, Failure{Path: f.Path, Item: f.Item, ID: f.Error()}) },
			}
			if err := r.file("in", names[int(name)%len(names)]).read(in); err != nil {
				t.Fatal(err)
			}
			return g
		}
		g := read(bytes.NewReader(b))
		if len(g.docs)+len(g.fails) == 0 {
			t.Error("neither a document nor a failure")
		}
		for _, d := range g.docs {
			if d.ID == "" {
				t.Error("a document without an id")
			}
			for _, s := range append([]string{d.ID, d.URL, d.Source, d.Title, d.Body, d.Language}, d.Warnings...) {
				if !utf8.ValidString(s) {
					t.Errorf("not UTF-8: %q", s)
				}
				if strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) && !strings.ContainsRune("\n\t\r", r) }) {
					t.Errorf("a control character: %q", s)
				}
			}
		}
		for _, f := range g.fails {
			if !utf8.ValidString(f.ID) || strings.HasSuffix(f.ID, ": ") {
				t.Errorf("failure %q", f.ID)
			}
		}
		if again := read(iotestOneByte(bytes.NewReader(b))); !reflect.DeepEqual(again, g) {
			t.Errorf("byte by byte:\n%+v\nat once:\n%+v", again, g)
		}
	})
}
