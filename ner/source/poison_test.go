package source

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"whomet/ner"
)

func object(id string) string { return `{"id":"` + id + `","text":"a report"}` }

// TestPoison gives every bad input there is a name for: the documents that have
// to be read all the same, and what has to be said of the rest, line by line.
func TestPoison(t *testing.T) {
	a, b, c := object("a"), object("b"), object("c")
	deep := strings.Repeat(`{"x":[`, 200) + strings.Repeat(`]}`, 200)
	bomb := a + "\n" + strings.Repeat(" ", 80<<20)
	small := Options{MaxDocument: 4 << 10}
	tests := []struct {
		name, file string
		content    string
		opt        Options
		ids        string // of the documents, in order
		fails      string // each line is looked for in one failure, in order
	}{
		// Whole files.
		{"empty", "x.txt", "", Options{}, "", "x.txt: empty"},
		{"blank", "x.txt", " \n\t\n", Options{}, "", "x.txt: empty"},
		{"only a mark", "x.jsonl", "\uFEFF\n", Options{}, "", "x.jsonl: empty"},
		{"empty gzip", "x.jsonl.gz", string(gz(t, nil)), Options{}, "", "x.jsonl.gz: empty"},
		{"empty list", "x.json", "[ ]", Options{}, "", "holds no document"},
		{"header alone", "x.csv", "id,text\n", Options{}, "", "holds no document"},
		{"binary", "x.txt", "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\x00\x3e\xff\xfe\x80", Options{}, "", "binary data, not text"},
		{"long text", "x.txt", strings.Repeat("a", 5<<10), small, "", "longer than the 4096 bytes"},
		{"pdf", "x.txt", "%PDF-1.4 …", Options{}, "", "of kind PDF"},
		{"xz", "x.json", "\xfd7zXZ\x00\x00", Options{}, "", "of kind xz"},
		{"other xml", "x.xml", `<?xml version="1.0"?><note>x</note>`, Options{}, "", "neither RSS nor Atom"},

		// Archives.
		{"gzip cut", "x.jsonl.gz", cutGzip(t, a+"\n"+b+"\n"+c[:12]), Options{}, "a b", "cut short"},
		{"gzip cut in its header", "x.jsonl.gz", "\x1f\x8b\x08", Options{}, "", "cut short"},
		{"gzip text cut", "x.txt.gz", string(gz(t, []byte(strings.Repeat(bodyAr, 9))))[:60], Options{}, "", "cut short"},
		{"gzip with a tail", "x.jsonl.gz", string(gz(t, []byte(a+"\n"))) + "a tail that is longer than a header", Options{}, "a", "follows the gzip data"},
		{"gzip damaged", "x.jsonl.gz", damaged(gz(t, []byte(a+"\n"))), Options{}, "a", "damaged"},
		{"gzip that is none", "x.gz", "\x1f\x8bxxxxxxxxxxxxxxx", Options{}, "", "starts like gzip but is not"},
		{"bomb by ratio", "x.jsonl.gz", string(gz(t, []byte(bomb))), Options{}, "a", "item 2: longer than\nlooks like a bomb"},
		{"bomb by size", "x.jsonl.gz", string(gz(t, []byte(strings.Repeat(a+"\n", 3000)))), Options{MaxExpand: 100}, "a a a", "unpacks to more than 100 bytes"},
		{"bomb of members", "x.zip", string(zipOf(t, "1.jsonl", a, "2.jsonl", b, "3.jsonl", c)), Options{MaxExpand: 70}, "a b", "x.zip!3.jsonl: unpacks to more than 70 bytes"},
		{"zip that climbs", "x.zip", string(zipOf(t, "../1.txt", "x", "/2.txt", "x", `..\3.txt`, "x", `C:\4.txt`, "x", "a/../../5.txt", "x", "ok.txt", "x")), Options{}, "ok",
			"x.zip!../1.txt: refused: the member's path\n!..\\3.txt: refused\n!/2.txt: refused\n!C:\\4.txt: refused\n!a/../../5.txt: refused"},
		{"zip empty", "x.zip", string(zipOf(t)), Options{}, "", "the zip is empty"},
		{"zip without articles", "x.zip", string(zipOf(t, "a.png", "x", "b.md", "x")), Options{}, "", "the zip holds no file that is read; the extensions are .txt .html"},
		{"zip cut", "x.zip", string(zipOf(t, "1.txt", "x"))[:50], Options{}, "", "damaged zip"},
		{"zip member empty", "x.zip", string(zipOf(t, "1.txt", "", "2.txt", "x")), Options{}, "2", "x.zip!1.txt: empty"},
		{"too many archives", "x.zip", string(zipOf(t, "a.txt", "x", "y.zip", string(zipOf(t, "z.zip", string(zipOf(t, "1.txt", "x")))))), Options{}, "a", "x.zip!y.zip!z.zip: refused: more than 2 archives"},

		// JSON.
		{"list cut in an item", "x.json", "[" + a + "," + b + "," + c[:9], Options{}, "a b", "item 3: the JSON is cut in the middle of this item"},
		{"list cut in a string", "x.json", "[" + a + "," + b + "," + c[:20], Options{}, "a b", "item 3: the JSON is cut in the middle"},
		{"list cut between items", "x.json", "[" + a + "," + b + ",", Options{}, "a b", "the list is never closed"},
		{"line cut", "x.jsonl", a + "\n" + b + "\n" + c[:20], Options{}, "a b", "item 3: not JSON: unexpected end"},
		{"object cut", "x.json", "{\n" + a[1:20], Options{}, "", "item 1: the JSON is cut"},
		{"item broken in a list", "x.json", "[" + a + `,{"id":"x","text":5 5},` + b + "]", Options{}, "a b", "item 2: not JSON: invalid character '5'"},
		{"quotes not escaped", "x.json", "[" + a + `,{"id":"x","text":"he said "no", and left"},` + b + "]", Options{}, "a b", "item 2: not JSON"},
		{"a quote not closed", "x.json", "[" + a + `,{"id":"x","text":"no end},` + b + "," + c + "]", Options{}, "a b c", "item 2: not JSON: a quote or a bracket"},
		{"a bracket not closed", "x.json", "[" + a + `,{"id":"x","text":["no end"},` + b + "," + c + "]", Options{}, "a b c", "item 2: not JSON: invalid character '}' after array element"},
		{"first item broken", "x.json", `[{"id":"x","text":"no end},` + b + "," + c + "]", Options{}, "b c", "item 1: not JSON"},
		{"rubbish between items", "x.json", "[" + a + `, some words } here "and there" ` + "," + `{"id":"x","text":"y"},` + b + "]", Options{}, "a x b", "item 2: not JSON"},
		{"line broken", "x.jsonl", a + "\nnot json\n" + b + "\n", Options{}, "a b", "item 2: not JSON: invalid character"},
		{"first line broken", "x.json", a[:12] + "\n" + b + "\n" + c + "\n", Options{}, "b c", "item 1: not JSON"},
		{"after the list", "x.json", "[" + a + "]\n[" + b + "]", Options{}, "a", "something follows the end of the list"},
		{"not an object", "x.json", "[" + a + `,"words",[1,2],17,` + b + ",null]", Options{}, "a b", "item 2: a string where an object\nitem 3: a list where\nitem 4: a number where\nitem 6: null where"},
		{"wrong type", "x.jsonl", a + "\n" + `{"id":"x","text":5}` + "\n" + `{"id":"y","title":["t"],"text":"x"}` + "\n" + `{"url":"u","text":{"ar":"x"}}` + "\n" + b, Options{}, "a b",
			"item 2 (x): field \"text\" is a number where text has to be text\nitem 3 (y): field \"title\" is a list\nitem 4 (u): field \"text\" is an object"},
		{"wrong type of a mapped field", "x.jsonl", a + "\n" + `{"id":"x","text":"x","when":true}` + "\n", Options{Fields: map[string]string{"published": "when"}}, "a", `(x): field "when" is true or false where published`},
		{"escapes in names", "x.jsonl", a + "\n" + `{"id":"x\u001b[31m","wo\u001b]rds\n":"x"}` + "\n", Options{}, "a", "item 2 (x [31m): neither text nor title; there are id, wo"},
		{"neither text nor title", "x.jsonl", a + "\n" + `{"id":"x","words":"x"}` + "\n" + `{"id":"y","text":null}`, Options{}, "a", "item 2 (x): neither text nor title; there are id, words; say which\nitem 3 (y): neither"},
		{"mapped field nowhere", "x.jsonl", a + "\n" + b, Options{Fields: map[string]string{"published": "date_extracted"}}, "a b", `x.jsonl: no item has the field "date_extracted" that published is mapped to; there are id, text`},
		{"deep", "x.jsonl", a + "\n" + `{"id":"x","text":"x","deep":` + deep + "}\n" + b, Options{}, "a b", "item 2: refused: nested more than 64 deep"},
		{"very deep", "x.json", "[" + a + "," + strings.Repeat("[", 1_000_000) + strings.Repeat("]", 1_000_000) + "," + b + "]", Options{}, "a b", "item 2: refused: nested more than 64 deep"},
		{"deep and never closed", "x.json", "[" + a + "," + strings.Repeat("[", 1_000_000), Options{}, "a", "item 2: the JSON is cut"},
		{"long line", "x.jsonl", a + "\n" + `{"id":"x","text":"` + strings.Repeat("x", 200_000) + `"}` + "\n" + b, small, "a b", "item 2: longer than the 4096 bytes that one document may have"},
		{"long item", "x.json", "[" + a + `,{"id":"x","text":"` + strings.Repeat(`\\\"`, 100_000) + `"},` + b + "]", small, "a b", "item 2: longer than"},
		{"long item never closed", "x.json", "[" + a + `,{"id":"x","text":"` + strings.Repeat("x", 200_000), small, "a", "item 2: longer than\nthe list is never closed"},

		// Tables.
		{"row too short", "x.csv", "id,text\na,x\nx\nb,y\n", Options{}, "a b", "item 3: the row has 1 fields and the header 2"},
		{"quote not closed", "x.csv", "id,text\na,x\nx,\"no end\nb,y\nc,z\n", Options{}, "a b c", "item 3: a quote is never closed"},
		{"quote not doubled", "x.csv", "id,text\na,x\nx,\"he said \"no\" to it\"\nb,y\n", Options{}, "a b", "item 3: text follows the closing quote"},
		{"lines are counted", "x.csv", "id,text\na,\"x\ny\"\n\nx\n", Options{}, "a", "item 5: the row has 1 fields"},
		{"no column to read", "x.csv", "id,words\na,x\n", Options{}, "", "no column is the text or the title; there are id, words; say which"},
		{"long row", "x.csv", "id,text\na,x\nx," + strings.Repeat("x", 200_000) + "\nb,y\n", small, "a b", "item 3: longer than"},
		{"long quoted row", "x.csv", "id,text\na,x\nx,\"" + strings.Repeat("x", 200_000) + "\"\nb,y\n", small, "a b", "item 3: longer than"},
		{"table in a cut gzip", "x.csv.gz", cutGzip(t, "id,text\na,x\nx,cut he"), Options{}, "a", "cut short"},

		// Feeds.
		{"feed cut", "x.rss", rssForm[:strings.LastIndex(rssForm, "<description>")], Options{}, "a1", "cut or damaged behind item 1"},
		{"feed cut in its head", "x.rss", rssForm[:60], Options{}, "", "not a feed that can be read"},
		{"feed without items", "x.rss", `<rss version="2.0"><channel><title>x</title></channel></rss>`, Options{}, "", "the feed has no items"},
		{"item without words", "x.rss", `<rss version="2.0"><channel><item><guid>x</guid></item><item><guid>a</guid><title>t</title></item></channel></rss>`, Options{}, "a", "item 1 (x): neither a title nor a text"},
		{"feed too deep", "x.rss", `<rss version="2.0"><channel>` + strings.Repeat("<a>", 20_000), Options{}, "", "nested more than 200 deep"},

		// Pages.
		{"page without text", "x.html", "<html><head><title>Nothing</title></head><body><img src=x></body></html>", Options{}, "", "no article text"},
		{"page of menus", "x.html", menuPage, Options{}, "", "no article text"},
		{"page of links", "x.html", "<html><body><div>" + strings.Repeat(`<p><a href="/x">A headline of some length that leads elsewhere</a></p>`, 30) + "</div></body></html>", Options{}, "", "no article text"},
		{"page too deep", "x.html", "<html><body>" + strings.Repeat("<div>", 100_000), Options{}, "", "the page cannot be read"},
		{"page too big", "x.html", "<html><body>" + strings.Repeat("<p>x</p>", 1<<20), Options{}, "", "longer than the 5 MB"},
		{"page of too many parts", "x.html", "<html><body>" + strings.Repeat("<b>x</b>", 100_000), Options{}, "", "the page cannot be read"},

		// Charsets.
		{"unknown charset", "x.txt", strings.Repeat("\x83\x8c\x83\x93\x83\x5e\x81\x5b \x82\xb1\x82\xea\x82\xcd\xfd", 20), Options{}, "", "unknown charset: it is not UTF-8"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := readBytes(t, tt.opt, tt.file, []byte(tt.content))
			if got := strings.Join(g.ids(), " "); got != tt.ids {
				t.Errorf("documents %q, want %q", got, tt.ids)
			}
			checkFailures(t, g, tt.fails)
		})
	}
}

// checkFailures looks for each line of want in one failure, in order.
func checkFailures(t *testing.T, g got, want string) {
	t.Helper()
	wants := strings.Split(want, "\n")
	ok := len(wants) == len(g.fails)
	for i := 0; ok && i < len(wants); i++ {
		ok = strings.Contains(g.fails[i].Error(), wants[i])
	}
	if !ok {
		t.Errorf("failures:\n%swant:\n%s", g.failures(), want)
	}
}

const menuPage = `<!doctype html><html><head><title>The paper</title></head><body>
<header><a href="/">The paper</a></header>
<nav><ul><li><a href="/news">News</a></li><li><a href="/sports">Sports</a></li><li>Weather</li></ul></nav>
<div class="menu"><ul><li><a href="/a">Politics</a></li><li><a href="/b">Economy</a></li><li><a href="/c">Opinion and debate</a></li></ul></div>
<aside><p>Subscribe to our letter and read the news of the day in the morning, before all others do.</p></aside>
<footer><p>All rights reserved, the paper, a company with limited liability, in the old town of the capital.</p></footer>
</body></html>`

// cutGzip is a gzip that ends behind content, where more should follow.
func cutGzip(t *testing.T, content string) string {
	t.Helper()
	var buf bytes.Buffer
	w := gzip.NewWriter(&buf)
	io.WriteString(w, content)
	w.Flush()
	n := buf.Len()
	io.WriteString(w, bodyEn)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.String()[:n+3]
}

func damaged(b []byte) string {
	b[len(b)-8] ^= 0xFF // the checksum
	return string(b)
}

// One line of 100 MB is refused by name, in bounded memory, and the rest is read.
func TestHugeLine(t *testing.T) {
	huge := io.MultiReader(
		strings.NewReader(object("a")+"\n"+`{"id":"x","text":"`),
		io.LimitReader(readerFunc(func(b []byte) (int, error) {
			for i := range b {
				b[i] = 'x'
			}
			return len(b), nil
		}), 100<<20),
		strings.NewReader(`"}`+"\n"+object("b")+"\n"))
	g := read(t, Options{Stdin: huge}, "-")
	if !slices.Equal(g.ids(), []string{"a", "b"}) {
		t.Errorf("documents %q", g.ids())
	}
	checkFailures(t, g, "standard input: item 2: longer than the 32 MB that one document may have; split it, or raise the limit")
}

// Looking for the end of what has none must not be done over the whole file each
// time: a hundred thousand broken items are a matter of a second.
func TestBrokenThroughout(t *testing.T) {
	for name, item := range map[string]string{
		"quote":   `{"id":"x","text":"no end},` + "\n",
		"bracket": `{"id":"x","text":["no end"},` + "\n",
		"object":  `{"id":"x","text":"no end",` + "\n" + object("y") + ",\n",
	} {
		ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
		defer cancel()
		docs, fails := 0, 0
		err := Read(ctx, []string{"-"}, Options{Stdin: strings.NewReader("[" + strings.Repeat(item, 100_000))},
			func(ner.Document) error { docs++; return nil }, func(Failure) { fails++ })
		if want := strings.Count(item, `"y"`) * 100_000; err != nil || docs != want || fails < 100_000 {
			t.Errorf("%s: %d documents, want %d; %d failures; %v", name, docs, want, fails, err)
		}
	}
}

// One poisoned document in a thousand costs that one.
func TestOneInAThousand(t *testing.T) {
	poisons := []string{
		`{"id":"500","text":`, `{"id":"500","text":5}`, "\x00\x01\x02", `[]`, `{"id":"500"}`, "\xff\xfe\xfd",
		`{"id":"500","text":"no end}`, `{"id":"500","text":"x","y":` + strings.Repeat("[", 100) + strings.Repeat("]", 100) + `}`,
	}
	for _, poison := range poisons {
		var items []string
		var want []string
		for i := range 1000 {
			if i == 500 {
				items = append(items, poison)
				continue
			}
			items = append(items, object(strconv.Itoa(i)))
			want = append(want, strconv.Itoa(i))
		}
		for name, content := range map[string]string{
			"x.jsonl": strings.Join(items, "\n"),
			"x.json":  "[\n" + strings.Join(items, ",\n") + "\n]",
		} {
			g := readBytes(t, Options{}, name, []byte(content))
			if !slices.Equal(g.ids(), want) {
				t.Errorf("%s with %q: %d documents, want %d", name, poison, len(g.docs), len(want))
			}
			if len(g.fails) != 1 || g.fails[0].Item != 501 {
				t.Errorf("%s with %q: failures\n%s", name, poison, g.failures())
			}
		}
	}
	dir := t.TempDir()
	for i := range 1000 {
		b := []byte(bodyAr)
		if i == 500 {
			b = []byte{0, 1, 2, 0xFF, 0xFE, 3, 4}
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%03d.txt", i)), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	g := read(t, Options{}, dir)
	if len(g.docs) != 999 || len(g.fails) != 1 || filepath.Base(g.fails[0].Path) != "500.txt" {
		t.Errorf("%d documents\n%s", len(g.docs), g.failures())
	}
}

func TestPaths(t *testing.T) {
	good := write(t, "good.txt", []byte("x"))
	empty, other, odd := t.TempDir(), t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(other, "notes.md"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(odd, "gone"), filepath.Join(odd, "link.txt")); err != nil {
		t.Skip("no links here:", err)
	}
	if err := os.Symlink(odd, filepath.Join(odd, "round.txt")); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, path, want string }{
		{"no such path", filepath.Join(empty, "gone.txt"), "gone.txt: no such file or folder; check the spelling"},
		{"empty folder", empty, "the folder is empty"},
		{"folder without articles", other, "the folder holds no file that is read; the extensions are " + strings.Join(Extensions(), " ")},
		{"a link that leads nowhere", odd, "link.txt: no such file"},
	}
	if os.Geteuid() != 0 { // root reads everything
		locked := write(t, "locked.txt", []byte("x"))
		if err := os.Chmod(locked, 0); err != nil {
			t.Fatal(err)
		}
		tests = append(tests, struct{ name, path, want string }{"unreadable", locked, "locked.txt: permission denied; check who may read it"})
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := read(t, Options{}, tt.path, good)
			if !slices.Equal(g.ids(), []string{"good"}) {
				t.Errorf("documents %q, want the good one", g.ids())
			}
			checkFailures(t, g, tt.want)
		})
	}
	t.Run("a disk that breaks", func(t *testing.T) {
		broken := io.MultiReader(strings.NewReader(object("a")+"\n"+object("b")), readerFunc(func([]byte) (int, error) { return 0, errors.New("bad sector") }))
		g := read(t, Options{Stdin: broken}, "-")
		if !slices.Equal(g.ids(), []string{"a", "b"}) {
			t.Errorf("documents %q", g.ids())
		}
		checkFailures(t, g, "standard input: bad sector")
	})
}

// What is no text is mended once, at the door, and told; the words around it stay.
func TestMends(t *testing.T) {
	tests := []struct{ name, file, content, text, warning string }{
		{"not UTF-8", "x.txt", bodyAr + "\xff\xfe" + bodyAr, bodyAr + "\uFFFD" + bodyAr, "1 stretch of bytes was no text and became U+FFFD"},
		{"not UTF-8 twice", "x.txt", bodyAr + "\xff" + bodyAr + "\xd9", bodyAr + "\uFFFD" + bodyAr + "\uFFFD", "2 stretches of bytes were no text and became U+FFFD"},
		{"not UTF-8 in JSON", "x.jsonl", `{"text":"` + titleAr + "\xff" + `z"}`, titleAr + "\uFFFDz", "1 stretch of bytes was no text and became U+FFFD"},
		{"not UTF-8 in a table", "x.csv", "id,text\n1," + titleAr + "\xffz\n", titleAr + "\uFFFDz", "1 stretch of bytes was no text and became U+FFFD"},
		{"U+FFFD that was there", "x.txt", bodyAr + "\uFFFD", bodyAr + "\uFFFD", ""},
		{"NUL", "x.txt", bodyAr + "a\x00b", bodyAr + "a b", "1 control character became a space"},
		{"C0 and DEL", "x.txt", bodyAr + "a\x1b[31mb\x7f\t\r\n", bodyAr + "a [31mb \t\r\n", "2 control characters became spaces"},
		{"C1", "x.txt", bodyAr + "a\u0085b\u009fc\u00a0", bodyAr + "a b c\u00a0", "2 control characters became spaces"},
		{"escaped NUL in JSON", "x.jsonl", `{"text":"a\u0000b\u0085c"}`, "a b c", "2 control characters became spaces"},
		{"raw control in JSON", "x.jsonl", "{\"text\":\"a\x00b\x1fc\"}", "a b c", "2 control characters became spaces"},
		{"half a surrogate pair", "x.jsonl", `{"text":"a\ud83db\ude00\ud83d\ude00"}`, "a\uFFFDb\uFFFD😀", "2 escapes of half a surrogate pair became U+FFFD"},
		{"control in RSS", "x.rss", "<rss version=\"2.0\"><channel><item><title>a\x01b\x00</title></item></channel></rss>", "a b\n", "2 control characters became spaces"},
		{"impossible date", "x.jsonl", `{"text":"x","published":"2015-02-30"}`, "x", `published "2015-02-30" is no date that can be read; the day is taken as unknown`},
		{"date of zeros", "x.jsonl", `{"text":"x","published":"0000-00-00 00:00:00"}`, "x", `published "0000-00-00 00:00:00" is no date that can be read; the day is taken as unknown`},
		{"no date", "x.jsonl", `{"text":"x","published":""}`, "x", ""},
		{"empty text", "x.jsonl", `{"text":"","title":""}`, "", "text and title are empty"},
		{"dotted in the midst", "x.jsonl", `{"text":"x","published":"never"}`, "x", `published "never" is no date that can be read; the day is taken as unknown`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := readBytes(t, Options{}, tt.file, []byte(tt.content))
			if len(g.docs) != 1 || len(g.fails) > 0 {
				t.Fatalf("%d documents\n%s", len(g.docs), g.failures())
			}
			d := g.docs[0]
			if got := d.Text(); got != tt.text {
				t.Errorf("text %q\nwant %q", got, tt.text)
			}
			if got := strings.Join(d.Warnings, "; "); got != tt.warning {
				t.Errorf("warnings %q\nwant     %q", got, tt.warning)
			}
			if d.Published != 0 {
				t.Errorf("published %v, want unknown", d.Published)
			}
		})
	}
}

// What only looks like poison comes through byte for byte.
func TestUntouched(t *testing.T) {
	for name, s := range map[string]string{
		"bidi overrides":     "قال \u202eabc\u202c و\u2066x\u2069 \u200f\u200e",
		"tatweel":            "مـــصـــر",
		"zero width":         "وزيـ\u200cر\u200d\u200b\ufeff خارجية\u2060",
		"presentation forms": "\ufedf\ufe8e\ufed3\ufeae\ufeed\ufed1 \ufdf2 \ufefb",
		"diacritics":         "مُحَمَّدٌ ٱلْـكِتَٰبُ",
		"emoji":              "👨‍👩‍👧‍👦 🇪🇬 ☎️",
		"digits":             "٢٠١٥ ۲۰۱۵ 2015",
		"not composed":       "ا\u0653 e\u0301 é",
		"line ends":          "a\r\nb\rc\n\n\td \u2028e\u00a0",
		"white space around": "  \n x \n\n ",
	} {
		t.Run(name, func(t *testing.T) {
			for file, content := range map[string]string{
				"x.txt": s, "x.jsonl": `{"text":` + jsonString(s) + `}`, "x.csv": "id,text\n1," + csvQuote(s) + "\n",
			} {
				g := readBytes(t, Options{}, file, []byte(content))
				if len(g.docs) != 1 || g.docs[0].Body != s || len(g.docs[0].Warnings) > 0 || !utf8.ValidString(g.docs[0].Body) {
					t.Errorf("%s: %+q\n%s", file, g.docs, g.failures())
				}
			}
		})
	}
}

func jsonString(s string) string {
	return `"` + strings.NewReplacer(`"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(s) + `"`
}
