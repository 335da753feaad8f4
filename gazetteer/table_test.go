package gazetteer

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func file(text string) fstest.MapFS {
	return fstest.MapFS{"t.tsv": &fstest.MapFile{Data: []byte(text)}}
}

func TestReadTable(t *testing.T) {
	text := "# what it is for\n\nb\ta\n# about one\n1\tx|y\n\n\tz\n"
	tab, found := ReadTable(file(text), "t.tsv", "a", "b")
	if len(found) != 0 {
		t.Fatalf("findings %v", found)
	}
	if len(tab.Rows) != 2 {
		t.Fatalf("%d rows, want 2", len(tab.Rows))
	}
	r := tab.Rows[0]
	if r.Get("a") != "x|y" || r.Get("b") != "1" || r.Get("c") != "" {
		t.Errorf("first row: a %q b %q c %q", r.Get("a"), r.Get("b"), r.Get("c"))
	}
	if !slices.Equal(r.List("a"), []string{"x", "y"}) || tab.Rows[1].List("b") != nil {
		t.Errorf("lists %q %q", r.List("a"), tab.Rows[1].List("b"))
	}
	if got := tab.Rows[1].Pos.String(); got != "t.tsv:7" {
		t.Errorf("second row is at %s, want t.tsv:7", got)
	}
}

func TestReadTableFindings(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // finding up to its message
		rows       int
	}{
		{"unknown and missing column", "a\tc\n1\t2\n", []string{`t.tsv:1: header: unknown column "c"`, `t.tsv:1: header: column "b" is missing`}, 1},
		{"column twice", "a\tb\ta\n", []string{`t.tsv:1: header: column "a" is there twice`}, 0},
		{"spaces in a header", "a\tb \n", []string{`t.tsv:1: header: unknown column "b "`, `t.tsv:1: header: column "b" is missing`}, 0},
		{"no header", "# nothing\n", []string{"t.tsv: header: the file has no line"}, 0},
		{"too few and too many columns", "a\tb\n1\n1\t2\n1\t2\t3\n", []string{"t.tsv:2: column-count: 1 columns", "t.tsv:4: column-count: 3 columns"}, 1},
		{"CRLF is told once", "a\tb\r\n1\t2\r\n3\t4\r\n", []string{"t.tsv:1: line-ending"}, 2},
		{"not UTF-8", "a\tb\n1\t\xff\n3\t4\n", []string{"t.tsv:2: encoding"}, 1},
		{"byte order mark", "\ufeffa\tb\n", []string{"t.tsv:1: encoding"}, 0},
		{"spaces", "a\tb\n 1\tx  y\nx\u00a0y\tz\u200f\n", []string{"t.tsv:2: bad-space: a: space at an end", "t.tsv:2: bad-space: b: two spaces", "t.tsv:3: bad-space: a: a space that is not", "t.tsv:3: bad-space: b: the invisible character U+200F"}, 2},
		{"spaces within are fine", "a\tb\nx y z\t\n", nil, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			tab, found := ReadTable(file(c.text), "t.tsv", "a", "b")
			if len(found) != len(c.want) {
				t.Fatalf("findings %v, want %q", found, c.want)
			}
			for i, f := range found {
				if !strings.HasPrefix(f.String(), c.want[i]) {
					t.Errorf("finding %q, want %q", f, c.want[i])
				}
			}
			if len(tab.Rows) != c.rows {
				t.Errorf("%d rows, want %d", len(tab.Rows), c.rows)
			}
		})
	}
}

func TestReadTableMissing(t *testing.T) {
	tab, found := ReadTable(fstest.MapFS{}, "t.tsv", "a")
	if tab == nil || len(found) != 1 || found[0].String() != "t.tsv: unreadable: file does not exist" {
		t.Errorf("got %v %v", tab, found)
	}
}

func TestCheckOrder(t *testing.T) {
	// By bytes Z stands before a, and a tab before a letter.
	tab, _ := ReadTable(file("k\tv\nZ\t1\n# note\na\t2\nab\t1\n"), "t.tsv")
	if found := tab.CheckOrder(); len(found) != 0 {
		t.Errorf("sorted rows give %v", found)
	}
	tab, _ = ReadTable(file("k\tv\nb\t1\na\t2\na\t2\n"), "t.tsv")
	found := tab.CheckOrder()
	if len(found) != 2 || found[0].Rule != "unsorted" || found[0].Pos.Line != 3 || found[1].Rule != "duplicate-row" || found[1].Pos.Line != 4 {
		t.Errorf("got %v", found)
	}
}

func TestFormat(t *testing.T) {
	const messy = "# head\nk\tv\nb\t1\n\n# about a\na\t2\nb\t1\n# end\n"
	const clean = "# head\nk\tv\n# about a\na\t2\nb\t1\n# end\n"
	for _, text := range []string{messy, clean} {
		tab, _ := ReadTable(file(text), "t.tsv")
		var b strings.Builder
		if err := Format(&b, tab); err != nil {
			t.Fatal(err)
		}
		if b.String() != clean {
			t.Errorf("Format(%q) = %q, want %q", text, b.String(), clean)
		}
	}
}

// Whatever the bytes, reading does not panic, and of a table without findings Format
// writes one that reads back without findings, sorted, and is left as it is by Format.
func FuzzReadTable(f *testing.F) {
	for _, s := range []string{"", "a\tb\n1\t2\n", "# c\r\na\n\n\n#d\nb\na\n", "\ufeffa\ta\n\xff\t\n", "a\n \n\tb\nb"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tab, found := ReadTable(file(text), "t.tsv")
		if len(found) != 0 {
			return
		}
		var once, twice strings.Builder
		if err := Format(&once, tab); err != nil {
			t.Fatal(err)
		}
		again, found := ReadTable(file(once.String()), "t.tsv")
		if found = append(found, again.CheckOrder()...); len(found) != 0 {
			t.Fatalf("%q is written as %q: %v", text, once.String(), found)
		}
		if err := Format(&twice, again); err != nil {
			t.Fatal(err)
		}
		if once.String() != twice.String() {
			t.Errorf("%q, then %q", once.String(), twice.String())
		}
	})
}
