package suggest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"whomet/gazetteer"
	"whomet/ner"
)

// world is a gazetteer of three people, from whose names two words are learnt.
func world(t *testing.T, layers ...gazetteer.Layer) *gazetteer.Gazetteer {
	t.Helper()
	table := func(lines ...string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(strings.Join(lines, "\n") + "\n")}
	}
	g, err := gazetteer.Load(fstest.MapFS{
		"gazetteer/countries.tsv": table("id\tiso\tname_en\tname_ar\tnisba\tfeminine\tplural\tadjective_en\tcapital\tsource",
			"Q33\tFI\tFinland\tفنلندا\tفنلندي\t\t\tFinnish\t\tours",
			"Q851\tSA\tSaudi Arabia\tالسعودية\tسعودي\t\t\tSaudi\t\tours"),
		"gazetteer/organizations.tsv": table("id\tkind\tcountry\tname_en\tname_ar\tsource",
			"x:bank\tgovernment body\tFI\tBank of Finland\tبنك فنلندا\tours"),
		"gazetteer/people.tsv": table("id\tcountry\tname_en\tname_ar\tsource",
			"x:a\tSA\tAbdullah Alfahad\tعبد الله الفهد\tours",
			"x:b\tFI\tMika Steinmeier\tميكا شتاينماير\tours",
			"x:timo-virtanen\tSA\tTimo Virtanen\tتيمو الفهد\tours"),
	}, layers...)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// document is made of sentences; a mention is "name|full name|role|of" of the
// sentence with its number.
func document(id string, sentences []string, mentions ...string) *ner.Annotated {
	d := &ner.Annotated{ID: id, Source: "Test Gazette", URL: "https://example.org/" + id, Text: strings.Join(sentences, " ")}
	at := 0
	for _, s := range sentences {
		d.Sentences = append(d.Sentences, ner.Span{Start: at, End: at + len(s)})
		at += len(s) + 1
	}
	for _, m := range mentions {
		var n int
		var rest string
		if _, err := fmt.Sscanf(m, "%d", &n); err != nil {
			panic(err)
		}
		_, rest, _ = strings.Cut(m, " ")
		part := strings.Split(rest, "|")
		start := d.Sentences[n].Start + strings.Index(sentences[n], part[0])
		d.Mentions = append(d.Mentions, ner.Mention{
			Start: start, End: start + len(part[0]), Text: part[0], Name: part[1], Role: part[2], RoleOf: part[3],
			Kind: ner.Name, Type: gazetteer.Person, Status: ner.Unlinked, Sentence: n,
		})
	}
	return d
}

func TestList(t *testing.T) {
	c := New(world(t))
	c.Add(document("d1", []string{"Virtanen came.", "Minister Timo Virtanen left."},
		"0 Virtanen|Timo Virtanen|foreign_minister|Q33", "1 Timo Virtanen|Timo Virtanen|foreign_minister|Q33"))
	c.Add(document("d2", []string{"قال عبد الله ميكا كذا.", "وقال عبدالله ميكا."},
		"0 عبد الله ميكا|عبد الله ميكا||", "1 عبدالله ميكا|عبدالله ميكا||", "1 عبدالله ميكا|عبدالله ميكا||Q851"))
	c.Add(document("d3", []string{"Timo Virtanen, once of the bank, and Virtanen.", "Kerry spoke."},
		"0 Timo Virtanen|Timo Virtanen|governor|x:bank", "1 Kerry|Kerry||"))
	d4 := document("d4", []string{"Ms Rare Name."}, "0 Rare Name|Rare Name||")
	d4.Mentions = append(d4.Mentions, ner.Mention{Text: "Listed One", Name: "Listed One", Kind: ner.Name, Type: gazetteer.Person, Status: ner.Linked},
		ner.Mention{Text: "Some Body", Name: "Some Body", Kind: ner.Name, Type: gazetteer.Organization, Status: ner.Unlinked},
		ner.Mention{Text: "the minister", Name: "the minister", Kind: ner.Reference, Type: gazetteer.Person, Status: ner.Unlinked},
		ner.Mention{Text: "Two Men", Name: "Two Men", Kind: ner.Name, Type: gazetteer.Person, Status: ner.Ambiguous})
	c.Add(d4)

	all := c.List(1, 0)
	var got []string
	for _, s := range all {
		got = append(got, fmt.Sprintf("%s %s %d/%d", s.ID, s.Latin, s.Mentions, s.Documents))
	}
	// Of two with as many mentions the one in more documents is first; the id of a
	// listed person is not proposed again; عبد الله and عبدالله are one.
	want := []string{"x:timo-virtanen-2 Timo Virtanen 3/2", "x:abdullah-mika Abdullah Mika 3/1", "x:rare-name Rare Name 1/1"}
	if !slices.Equal(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	timo, abd := all[0], all[1]
	if timo.Country != "Q33" || !slices.Equal(timo.Titles, []Title{{"foreign_minister", "Q33", 2}, {"governor", "x:bank", 1}}) {
		t.Errorf("titles of %+v", timo)
	}
	if timo.Sample.Text != "Minister Timo Virtanen left." || timo.Sample.Document != "d1" {
		t.Errorf("sample %+v: want the full name with the title", timo.Sample)
	}
	if len(timo.Like) != 0 { // the listed Timo Virtanen is of another country
		t.Errorf("Timo is like %q", timo.Like)
	}
	if !slices.Equal(abd.Spellings, []gazetteer.Count{{Key: "عبدالله ميكا", N: 2}, {Key: "عبد الله ميكا", N: 1}}) || !abd.Sure {
		t.Errorf("Abdullah is %+v", abd)
	}
	if n := len(c.List(2, 0)); n != 2 || c.Len(2) != 2 || c.Len(1) != 3 {
		t.Errorf("%d with two mentions or more", n)
	}
	if l := c.List(1, 1); len(l) != 1 || l[0].ID != "x:timo-virtanen-2" {
		t.Errorf("the first is %+v", l)
	}
}

func TestSpell(t *testing.T) {
	sp := newSpeller(world(t))
	for _, c := range []struct {
		name, want string
		sure       bool
	}{
		{"Timo Soini", "Timo Soini", true},
		{"عبد الله ميكا", "Abdullah Mika", true},
		{"عبدالله فيرتانن", "Abdullah Firtann", false},
		{"يوسف الشوربجي", "Yusf al-Shurbji", false},
		{"فاطمة ورد", "Fatma Wrd", false},
	} {
		if got, sure := sp.latin(c.name); got != c.want || sure != c.sure {
			t.Errorf("%s is spelt %q %v, want %q %v", c.name, got, sure, c.want, c.sure)
		}
	}
}

func TestSameSound(t *testing.T) {
	e := newEar(world(t))
	for _, c := range []struct {
		name, country string
		want          []string
	}{
		{"ميكا شتاينمير", "", []string{"x:b"}},
		{"Micah Steinmayer", "Q33", []string{"x:b"}},
		{"Micah Steinmayer", "Q851", nil}, // a title says that he is another
		{"ميكا شتاين", "", nil},
		{"Timo Firtanin", "", []string{"x:timo-virtanen"}},
		{"Mohammed Virtanen", "", nil},
	} {
		if got := e.same(c.name, c.country); !slices.Equal(got, c.want) {
			t.Errorf("%s of %q sounds like %q, want %q", c.name, c.country, got, c.want)
		}
	}
	if sound("سعيد زايد") != "" || sound("Ahmed Lavrov") == sound("Mohammed Lavrov") {
		t.Error("too little is taken for a sound")
	}
}

func TestLongSentence(t *testing.T) {
	long := strings.Repeat("x", 1000)
	d := document("d", []string{long + " Timo\n Soini " + long}, "0 Timo\n Soini|Timo Soini||")
	got := sentence(d, &d.Mentions[0])
	if !strings.Contains(got, " Timo Soini ") || !strings.HasPrefix(got, "…x") || !strings.HasSuffix(got, "x…") || len([]rune(got)) > longest+20 {
		t.Errorf("sentence %q", got)
	}
}

// The table is a layer without a fault, and with it the man is listed.
func TestWriteTable(t *testing.T) {
	g := world(t)
	c := New(g)
	c.Add(document("d1", []string{"التقى الوزير تيمو ســويني نظيره.", "ثم عاد تيمو سويني وتيمو سوينى."},
		"0 تيمو ســويني|تيمو ســويني|foreign_minister|Q33", "1 تيمو سويني|تيمو سويني||", "1 تيمو سوينى|تيمو سوينى||"))
	c.Add(document("d2", []string{"Micah Steinmayer spoke."}, "0 Micah Steinmayer|Micah Steinmayer||"))
	c.Add(document("d3", []string{"Иван Петров spoke."}, "0 Иван Петров|Иван Петров||"))
	var b strings.Builder
	if err := WriteTable(&b, g, c.List(1, 0)); err != nil {
		t.Fatal(err)
	}
	want := `# People whom articles name and the gazetteer does not list. Check every row: keep, correct or delete it.
id	country	name_en	name_ar	source
# mentions 1, documents 1
# Иван Петров spoke.
#		Иван Петров		read in Test Gazette, https://example.org/d3
# mentions 1, documents 1
# Micah Steinmayer spoke.
# may be x:b Mika Steinmeier; then this row is for people-aliases.tsv:
# x:b	Micah Steinmayer	en	spelling	weak				read in Test Gazette, https://example.org/d2
#x:micah-steinmayer		Micah Steinmayer		read in Test Gazette, https://example.org/d2
# mentions 3, documents 1; foreign minister of Finland (1)
# التقى الوزير تيمو ســويني نظيره.
# also written تيمو سوينى, تيمو سويني
# name_en and id are spelt from the Arabic letters: correct the vowels
x:timo-suyni	FI	Timo Suyni	تيمو سوينى	read in Test Gazette, https://example.org/d1
`
	if b.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", b.String(), want)
	}
	layer := gazetteer.Layer{Name: "mine", FS: fstest.MapFS{"people.tsv": {Data: []byte(b.String())}}}
	if e, ok := world(t, layer).Entity("x:timo-suyni"); !ok || e.Country != "Q33" {
		t.Errorf("the man is %+v", e)
	}
}
