package source

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	utf "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

var (
	utf16le = utf.UTF16(utf.LittleEndian, utf.IgnoreBOM)
	utf16be = utf.UTF16(utf.BigEndian, utf.IgnoreBOM)
)

func encode(t testing.TB, e encoding.Encoding, s string) []byte {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestCharsets takes a text through each charset in each form that can carry it.
func TestCharsets(t *testing.T) {
	plain := strings.NewReplacer("\u0651", "", "\u064B", "").Replace(bodyAr) // ISO-8859-6 has marks, but keep it to letters
	quoted := "The minister said \u201cnot now\u201d \u2013 and left. It\u2019s over, the caf\u00e9 is closed. " + strings.Repeat("All of them went home and wrote about it. ", 5)
	persian := "\u067e\u0686\u06af " + plain
	for _, c := range []struct {
		name, mark string
		enc        encoding.Encoding
		text, note string
	}{
		{"UTF-8 with mark", "\xEF\xBB\xBF", encoding.Nop, bodyAr, ""},
		{"UTF-16LE with mark", "\xFF\xFE", utf16le, bodyAr + "😀", ""},
		{"UTF-16BE with mark", "\xFE\xFF", utf16be, bodyAr + "😀", ""},
		{"UTF-32LE with mark", "\xFF\xFE\x00\x00", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), bodyAr, ""},
		{"UTF-16LE", "", utf16le, bodyAr, ""},
		{"UTF-16BE", "", utf16be, bodyAr, ""},
		{"UTF-16LE English", "", utf16le, quoted, ""},
		{"UTF-16BE English", "", utf16be, quoted, ""},
		{"windows-1256", "", charmap.Windows1256, bodyAr, "no charset declared; read as windows-1256"},
		{"windows-1256 with Persian letters", "", charmap.Windows1256, persian, "no charset declared; read as windows-1256"},
		{"windows-1256 mostly English", "", charmap.Windows1256, bodyEn + " In Arabic he is called سامح شكري.", "no charset declared; read as windows-1256"},
		{"windows-1256 short", "", charmap.Windows1256, "لافروف في القاهرة", "no charset declared; read as windows-1256"},
		{"ISO-8859-6", "", charmap.ISO8859_6, plain, "no charset declared; read as ISO-8859-6"},
		{"ISO-8859-6 short", "", charmap.ISO8859_6, "لافروف في القاهرة", "no charset declared; read as ISO-8859-6"},
		{"windows-1252", "", charmap.Windows1252, quoted, "no charset declared; read as windows-1252"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for file, content := range map[string]string{
				"x.txt":   c.text,
				"x.jsonl": `{"id":"x","text":` + jsonString(c.text) + "}\n",
				"x.json":  `[{"id":"x","text":` + jsonString(c.text) + "}]",
				"x.csv":   "id,text\r\nx," + csvQuote(c.text) + "\r\n",
			} {
				// The zip reads through another path than the file.
				b := append([]byte(c.mark), encode(t, c.enc, content)...)
				for _, g := range []got{readBytes(t, Options{}, file, b), readBytes(t, Options{}, "x.zip", zipOf(t, file, string(b)))} {
					if len(g.docs) != 1 || len(g.fails) > 0 {
						t.Fatalf("%s: %d documents\n%s", file, len(g.docs), g.failures())
					}
					d := g.docs[0]
					if d.Body != c.text || d.ID != "x" {
						t.Errorf("%s:\n got %q\nwant %q", file, d.Body, c.text)
					}
					if got := strings.Join(d.Warnings, "; "); got != c.note {
						t.Errorf("%s: warnings %q, want %q", file, got, c.note)
					}
				}
			}
		})
	}
}

// What the markup declares is believed, but where the bytes say otherwise.
func TestDeclared(t *testing.T) {
	body := strings.ReplaceAll(bodyAr, "\n\n", " ")
	page := func(charset string) string {
		return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=` + charset + `"><title>` + titleAr + `</title></head><body><article><p>` + body + `</p></article></body></html>`
	}
	feed := func(charset string) string {
		return `<?xml version='1.0' encoding='` + charset + `'?><rss version="2.0"><channel><item><title>` + titleAr + `</title><description>` + body + `</description></item></channel></rss>`
	}
	tests := []struct {
		label string
		enc   encoding.Encoding
		note  string
	}{
		{"windows-1256", charmap.Windows1256, ""},
		{"ISO-8859-6", charmap.ISO8859_6, ""},
		{"utf-8", encoding.Nop, ""},
		{"utf-8", charmap.Windows1256, "declared as UTF-8, which it is not; read as windows-1256"},
		{"windows-1256", encoding.Nop, "declared as windows-1256, read as UTF-8, which it is"},
		{"x-no-such", charmap.Windows1256, `the declared charset "x-no-such" is unknown; read as windows-1256`},
		{"utf-16", encoding.Nop, ""},
	}
	for _, tt := range tests {
		for file, content := range map[string]string{"x.html": page(tt.label), "x.rss": feed(tt.label)} {
			if tt.enc == charmap.ISO8859_6 {
				content = strings.NewReplacer("\u0651", "", "\u064B", "").Replace(content)
			}
			g := readBytes(t, Options{}, file, encode(t, tt.enc, content))
			if len(g.docs) != 1 {
				t.Errorf("%s in %s: %s", file, tt.label, g.failures())
				continue
			}
			if d := g.docs[0]; d.Title != titleAr || !strings.Contains(content, d.Body) || len(d.Body) < len(body)-8 {
				t.Errorf("%s in %s: %q %q", file, tt.label, d.Title, d.Body)
			}
			if got := strings.Join(g.docs[0].Warnings, "; "); got != tt.note {
				t.Errorf("%s in %s: warnings %q, want %q", file, tt.label, got, tt.note)
			}
		}
	}
}

// A character of the charset that has none is told, as it is in UTF-8.
func TestUndecodable(t *testing.T) {
	b := append([]byte("\xFF\xFE"), encode(t, utf16le, bodyAr)...)
	b = append(b, 0x00, 0xD8, 'a', 0) // half a surrogate pair
	g := readBytes(t, Options{}, "x.txt", b)
	if len(g.docs) != 1 || g.docs[0].Body != bodyAr+"\uFFFDa" || strings.Join(g.docs[0].Warnings, "") != "1 stretch of bytes was no text and became U+FFFD" {
		t.Errorf("%+v", g)
	}
}

// The front of a file may end in the midst of a character.
func TestCutCharacter(t *testing.T) {
	for shift := range 4 {
		s := strings.Repeat("x", shift) + strings.Repeat("ع", headLen)
		g := readBytes(t, Options{}, "x.txt", []byte(s))
		if len(g.docs) != 1 || g.docs[0].Body != s || len(g.docs[0].Warnings) > 0 {
			t.Errorf("shift %d: %s", shift, g.failures())
		}
		g = readBytes(t, Options{}, "x.jsonl", []byte(`{"text":"`+s+`"}`))
		if len(g.docs) != 1 || g.docs[0].Body != s || len(g.docs[0].Warnings) > 0 {
			t.Errorf("JSON, shift %d: %s", shift, g.failures())
		}
	}
}
