package source

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"whomet/gazetteer"
	"whomet/ner"
)

const (
	titleAr = "وزير الخارجية المصري يلتقي نظيره الأردني"
	bodyAr  = "التقى وزير الخارجية المصري سامح شكري، اليوم الثلاثاء، نظيره الأردني ناصر جودة في عمّان.\n\nوبحث الجانبان الأوضاع في المنطقة؛ وأكدا أهمية التعاون بين البلدين، ثم غادر الضيف مساءً إلى القاهرة."
	bodyEn  = "The foreign minister of Egypt met his Jordanian counterpart in Amman on Tuesday.\n\nThe two discussed the region."
)

// got is what a read gave.
type got struct {
	docs  []ner.Document
	fails []Failure
}

func read(t testing.TB, opt Options, paths ...string) got {
	t.Helper()
	var g got
	err := Read(t.Context(), paths, opt,
		func(d ner.Document) error { g.docs = append(g.docs, d); return nil },
		func(f Failure) { g.fails = append(g.fails, f) })
	if err != nil {
		t.Fatalf("Read(%q): %v", paths, err)
	}
	return g
}

// readBytes reads b as a file of that name.
func readBytes(t testing.TB, opt Options, name string, b []byte) got {
	t.Helper()
	return read(t, opt, write(t, name, b))
}

func write(t testing.TB, name string, b []byte) string {
	t.Helper()
	p := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(p, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return p
}

func gz(t testing.TB, b []byte) []byte {
	t.Helper()
	var buf bytes.Buffer
	w, err := gzip.NewWriterLevel(&buf, gzip.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	w.Write(b)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// zipOf packs name, content, name, content… in this order.
func zipOf(t testing.TB, members ...string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i := 0; i < len(members); i += 2 {
		m, err := w.Create(members[i])
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(m, members[i+1])
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// failures are the messages, one a line.
func (g got) failures() string {
	var b strings.Builder
	for _, f := range g.fails {
		fmt.Fprintln(&b, f.Error())
	}
	return b.String()
}

func (g got) ids() []string {
	var ids []string
	for _, d := range g.docs {
		ids = append(ids, d.ID)
	}
	return ids
}

// two documents in every form there is.
var (
	first = ner.Document{
		ID: "a1", URL: "http://example.org/a1", Source: "Example", Title: titleAr, Body: bodyAr,
		Published: gazetteer.DayOf(2015, 7, 31), Language: "ar",
	}
	second = ner.Document{
		ID: "a2", URL: "http://example.org/a2", Source: "Example", Title: "A \"quoted\" title, with a comma", Body: bodyEn,
		Published: gazetteer.DayOf(2015, 8, 1), Language: "en",
	}
)

func quote(s string) string {
	return `"` + strings.NewReplacer(`"`, `\"`, "\n", `\n`).Replace(s) + `"`
}

func jsonObject(d ner.Document, stamp, sep string) string {
	return "{" + sep + strings.Join([]string{
		`"id": ` + quote(d.ID), `"url": ` + quote(d.URL), `"source": ` + quote(d.Source), `"title": ` + quote(d.Title),
		`"text": ` + quote(d.Body), `"published": ` + quote(stamp), `"language": ` + quote(d.Language),
		`"tags": [{"name": "x}, {"}, null, 3.5e2, true]`,
	}, ","+sep) + sep + "}"
}

func csvQuote(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

func csvTable(comma string) string {
	var b strings.Builder
	b.WriteString(strings.Join([]string{"id", "URL", "source", "Title", "text", "published", "language", "author"}, comma) + "\r\n")
	for i, d := range []ner.Document{first, second} {
		b.WriteString(strings.Join([]string{d.ID, d.URL, d.Source, csvQuote(d.Title), csvQuote(d.Body),
			[]string{"2015-07-31 04:15:44", "2015-08-01"}[i], d.Language, ""}, comma) + "\r\n")
	}
	return b.String()
}

var (
	lineForm   = jsonObject(first, "2015-07-31 04:15:44", " ") + "\n\n" + jsonObject(second, "2015-08-01T23:30:00-11:00", " ") + "\n"
	arrayForm  = "[\n  " + jsonObject(first, "2015-07-31 04:15:44", "\n    ") + ",\n  " + jsonObject(second, "Sat, 01 Aug 2015 23:10:00 +0300", "\n    ") + "\n]\n"
	objectForm = jsonObject(first, "2015-07-31 04:15:44", "\n\t") + "\n" + jsonObject(second, "2015-08-01", "\n\t") + "\n"
	rssForm    = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Example</title><language>ar</language>
<item><guid>a1</guid><link>http://example.org/a1</link><title>` + titleAr + `</title><description>short</description>
<content:encoded><![CDATA[<p>` + strings.ReplaceAll(bodyAr, "\n\n", "</p><p>") + `</p>]]></content:encoded><pubDate>Fri, 31 Jul 2015 01:00:00 +0300</pubDate></item>
<item><guid>a2</guid><link>http://example.org/a2</link><title>A "quoted" title, with a comma</title>
<description>` + bodyEn + `</description><pubDate>Sat, 01 Aug 2015 04:15:44 GMT</pubDate></item>
</channel></rss>`
	atomForm = `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>Example</title>
<entry><id>a1</id><link href="http://example.org/a1"/><title>` + titleAr + `</title><published>2015-07-31T01:00:00+03:00</published>
<content type="html">&lt;p&gt;` + strings.ReplaceAll(bodyAr, "\n\n", "&lt;/p&gt;&lt;p&gt;") + `&lt;/p&gt;</content></entry>
<entry><id>a2</id><link href="http://example.org/a2"/><title>A "quoted" title, with a comma</title><updated>2015-08-01T00:00:00Z</updated>
<summary>` + bodyEn + `</summary></entry></feed>`
)

func TestForms(t *testing.T) {
	both := []ner.Document{first, second}
	// A feed has one language, and paragraphs of HTML are one line apart.
	inFeed := slices.Clone(both)
	inFeed[0].Body, inFeed[1].Language = strings.ReplaceAll(bodyAr, "\n\n", "\n"), "ar"
	text := []ner.Document{{ID: "one", Body: bodyAr}}
	tests := []struct {
		name, content string
		want          []ner.Document
	}{
		{"one.txt", bodyAr, text},
		{"x.jsonl", lineForm, both},
		{"x.json", arrayForm, both},
		{"y.json", objectForm, both},
		{"z.json", jsonObject(first, "2015-07-31 04:15:44", "\n"), both[:1]},
		{"x.csv", csvTable(","), both},
		{"y.csv", csvTable(";"), both},
		{"x.tsv", csvTable("\t"), both},
		{"x.rss", rssForm, inFeed},
		{"x.xml", rssForm, inFeed},
		{"x.atom", atomForm, inFeed},
		// The content decides where the name says another thing, or nothing.
		{"lines.txt", lineForm, both},
		{"array.txt", arrayForm, both},
		{"table.txt", csvTable(","), both},
		{"feed.txt", rssForm, inFeed},
		{"lines.json", lineForm, both},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			check := func(form string, g got) {
				t.Helper()
				if len(g.fails) > 0 {
					t.Errorf("%s: %s", form, g.failures())
				}
				if !reflect.DeepEqual(g.docs, tt.want) {
					t.Errorf("%s:\n got %+v\nwant %+v", form, g.docs, tt.want)
				}
			}
			check("plain", readBytes(t, Options{}, tt.name, []byte(tt.content)))
			check("mark", readBytes(t, Options{}, tt.name, []byte("\uFEFF"+tt.content)))
			check("gzip", readBytes(t, Options{}, tt.name+".gz", gz(t, []byte(tt.content))))
			check("zip", readBytes(t, Options{}, "x.zip", zipOf(t, "folder/", "", "folder/"+tt.name, tt.content, "notes.md", "x")))
			check("gzip in zip", readBytes(t, Options{}, "x.zip", zipOf(t, tt.name+".gz", string(gz(t, []byte(tt.content))))))
			check("zip in gzip", readBytes(t, Options{}, "x.zip.gz", gz(t, zipOf(t, tt.name, tt.content))))
			check("zip in zip", readBytes(t, Options{}, "x.zip", zipOf(t, "y.zip", string(zipOf(t, tt.name, tt.content)))))
			g := read(t, Options{Stdin: iotestOneByte(strings.NewReader(tt.content))}, "-")
			if tt.name == "one.txt" { // no name, no id
				if len(g.docs) != 1 || !strings.HasPrefix(g.docs[0].ID, "d:") {
					t.Fatalf("standard input: %+v", g)
				}
				g.docs[0].ID = "one"
			}
			check("standard input", g)
		})
	}
}

// The parts of a gzip that was appended to are read one after the other.
func TestGzipMembers(t *testing.T) {
	b := append(gz(t, []byte(`{"id":"1","text":"a"}`+"\n")), gz(t, []byte(`{"id":"2","text":"b"}`+"\n"))...)
	if g := readBytes(t, Options{}, "x.jsonl.gz", b); !slices.Equal(g.ids(), []string{"1", "2"}) || len(g.fails) > 0 {
		t.Error(g)
	}
}

func TestFields(t *testing.T) {
	tests := []struct {
		name, content string
		fields        map[string]string
		want          ner.Document
	}{
		{"content and date_extracted", `[{"content":"b","date_extracted":"2015-07-31 04:15:44"}]`, nil, ner.Document{Body: "b", Published: gazetteer.DayOf(2015, 7, 31)}},
		{"body and date", `[{"body":"b","date":"2015-07-31"}]`, nil, ner.Document{Body: "b", Published: gazetteer.DayOf(2015, 7, 31)}},
		{"any case", `[{"ID":"i","Text":"b"}]`, nil, ner.Document{ID: "i", Body: "b"}},
		{"text before content", `[{"content":"c","text":"b"}]`, nil, ner.Document{Body: "b"}},
		{"the filled one", `[{"content":"c","text":""}]`, nil, ner.Document{Body: "c"}},
		{"null is nothing", `[{"content":"c","text":null,"title":null}]`, nil, ner.Document{Body: "c"}},
		{"mapped", `[{"t":"b","h":"x","text":"not this"}]`, map[string]string{"text": "t", "title": "h"}, ner.Document{Title: "x", Body: "b"}},
		{"mapped to the name of another", `[{"title":"b","text":"x"}]`, map[string]string{"text": "title", "title": "text"}, ner.Document{Title: "x", Body: "b"}},
		{"escaped name", `[{"te\u0078t":"b"}]`, nil, ner.Document{Body: "b"}},
		{"number as id", `[{"id":17,"text":"b"}]`, nil, ner.Document{ID: "17", Body: "b"}},
		{"seconds", `[{"text":"b","published":1438316084}]`, nil, ner.Document{Body: "b", Published: gazetteer.DayOf(2015, 7, 31)}},
		{"table", "h,t\nx,b\n", map[string]string{"text": "t", "title": "h"}, ner.Document{Title: "x", Body: "b"}},
		{"language tag", `[{"text":"b","language":"ar-EG"}]`, nil, ner.Document{Body: "b", Language: "ar"}},
		{"untouched", "{\"text\":\" a\\r\\nb\\t \u00a0\\n\"}", nil, ner.Document{Body: " a\r\nb\t \u00a0\n"}},
		{"untouched cell", "id,text\n1,\" a\r\nb\t \u00a0\n\"\n", nil, ner.Document{ID: "1", Body: " a\r\nb\t \u00a0\n"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ext := ".json"
			if !startsWithAny([]byte(tt.content), "[{") {
				ext = ".csv"
			}
			g := readBytes(t, Options{Fields: tt.fields}, "x"+ext, []byte(tt.content))
			if len(g.docs) != 1 || len(g.fails) > 0 {
				t.Fatalf("%d documents\n%s", len(g.docs), g.failures())
			}
			if tt.want.ID == "" && strings.HasPrefix(g.docs[0].ID, "d:") {
				g.docs[0].ID = ""
			}
			if !reflect.DeepEqual(g.docs[0], tt.want) {
				t.Errorf("got %+v\nwant %+v", g.docs[0], tt.want)
			}
		})
	}
}

func TestMisuse(t *testing.T) {
	for name, tt := range map[string]struct {
		paths []string
		opt   Options
		want  string
	}{
		"no path":        {nil, Options{}, "nothing to read"},
		"no stdin":       {[]string{"-"}, Options{}, "standard input"},
		"unknown field":  {[]string{"x"}, Options{Fields: map[string]string{"txet": "content"}}, `no field is called "txet"`},
		"mapped to none": {[]string{"x"}, Options{Fields: map[string]string{"text": ""}}, "write text=NAME"},
		"mapped twice":   {[]string{"x"}, Options{Fields: map[string]string{"text": "c", "title": "c"}}, "both mapped"},
	} {
		err := Read(t.Context(), tt.paths, tt.opt, nil, nil)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %q", name, err, tt.want)
		}
	}
}

// Folders and zips are read in sorted order, whatever order they were made in.
func TestOrder(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b/2.txt", "b/1.txt", "c.txt", "a.txt", "b/notes.md", ".hidden/x.txt", "b/.x.txt", "b/10.jsonl"} {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o700); err != nil {
			t.Fatal(err)
		}
		content := "text of " + name
		if strings.HasSuffix(name, ".jsonl") {
			content = `{"id":"l1","text":"x"}` + "\n" + `{"id":"l2","text":"x"}`
		}
		if err := os.WriteFile(p, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	archive := zipOf(t, "z/9.txt", "x", "z/8.txt", "x", "__MACOSX/z/8.txt", "x", ".git/7.txt", "x")
	if err := os.WriteFile(filepath.Join(dir, "d.zip"), archive, 0o600); err != nil {
		t.Fatal(err)
	}
	g := read(t, Options{Stdin: strings.NewReader(`{"id":"in","text":"x"}`)}, filepath.Join(dir, "c.txt"), "-", dir)
	want := []string{"c", "in", "a", "1", "l1", "l2", "2", "c", "8", "9"}
	if !slices.Equal(g.ids(), want) || len(g.fails) > 0 {
		t.Errorf("got %q, want %q\n%s", g.ids(), want, g.failures())
	}
}

func TestStop(t *testing.T) {
	p := write(t, "x.jsonl", []byte(strings.Repeat(`{"text":"x"}`+"\n", 10)))
	stop := errors.New("stop")
	n := 0
	err := Read(t.Context(), []string{p, p}, Options{}, func(ner.Document) error {
		if n++; n == 3 {
			return stop
		}
		return nil
	}, func(f Failure) { t.Error(f) })
	if err != stop || n != 3 {
		t.Errorf("error %v after %d documents, want %v after 3", err, n, stop)
	}

	ctx, cancel := context.WithCancel(t.Context())
	n = 0
	err = Read(ctx, []string{p, p}, Options{}, func(ner.Document) error {
		if n++; n == 3 {
			cancel()
		}
		return nil
	}, func(f Failure) { t.Error(f) })
	if !errors.Is(err, context.Canceled) || n != 3 {
		t.Errorf("error %v after %d documents, want %v after 3", err, n, context.Canceled)
	}

	// Cancelled in the midst of a document that never ends.
	ctx, cancel = context.WithCancel(t.Context())
	endless := readerFunc(func(b []byte) (int, error) {
		if n++; n == 50 {
			cancel()
		}
		return copy(b, `{"text":"`+strings.Repeat("x", 4000)), nil
	})
	err = Read(ctx, []string{"-"}, Options{Stdin: endless}, func(d ner.Document) error { t.Error(d.ID); return nil }, func(f Failure) { t.Error(f) })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(b []byte) (int, error) { return f(b) }

func iotestOneByte(r io.Reader) io.Reader {
	return readerFunc(func(b []byte) (int, error) { return r.Read(b[:min(1, len(b))]) })
}

// Without an id a document has one from its source, url and text, and the same
// one however it comes.
func TestIDFromContent(t *testing.T) {
	id := func(content string) string {
		g := readBytes(t, Options{}, "x.json", []byte(content))
		if len(g.docs) != 1 {
			t.Fatal(g.failures())
		}
		return g.docs[0].ID
	}
	base := id(`{"source":"s","url":"u","title":"t","text":"x"}`)
	if len(base) != 18 || !strings.HasPrefix(base, "d:") {
		t.Errorf("id %q is not d: and 16 digits", base)
	}
	for _, same := range []string{`{"text":"x","title":"t","url":"u","source":"s","published":"2015-08-01"}`, "[\n{\"source\":\"s\",\"url\":\"u\",\"title\":\"t\",\"content\":\"x\"}]"} {
		if got := id(same); got != base {
			t.Errorf("%s: id %s, want %s", same, got, base)
		}
	}
	for _, other := range []string{`{"source":"s","url":"u","title":"t","text":"y"}`, `{"source":"su","title":"t","text":"x"}`, `{"source":"s","url":"v","title":"t","text":"x"}`} {
		if id(other) == base {
			t.Errorf("%s has the id of another document", other)
		}
	}
}

func TestHash(t *testing.T) {
	base := Hash(&first)
	if len(base) != 32 {
		t.Errorf("hash %q, want 32 digits", base)
	}
	same := first
	same.ID, same.Language, same.Warnings = "other", "", []string{"w"}
	if Hash(&same) != base {
		t.Error("id, language or warnings change the hash")
	}
	for i, change := range []func(*ner.Document){
		func(d *ner.Document) { d.Title += "x" }, func(d *ner.Document) { d.Body += "x" },
		func(d *ner.Document) { d.Published++ }, func(d *ner.Document) { d.URL += "x" }, func(d *ner.Document) { d.Source += "x" },
		func(d *ner.Document) { d.Title, d.Body = "", d.Title+d.Body },
	} {
		other := first
		if change(&other); Hash(&other) == base {
			t.Errorf("change %d leaves the hash as it was", i)
		}
	}
}
