package match_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"whomet/ner"
	"whomet/ner/match"
	"whomet/ner/token"
)

const (
	names = ner.Waw | ner.Fa | ner.Ba | ner.Lam | ner.Kaf
	nouns = names | ner.Al
	verbs = ner.Waw | ner.Fa | ner.Sin | ner.Lam
)

var cut token.Cutter

func compile(t testing.TB, patterns ...match.Pattern) *match.Matcher {
	t.Helper()
	m, err := match.Compile(patterns, &cut)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func find(m *match.Matcher, text string) []match.Hit {
	var t ner.Tokens
	cut.Cut(text, &t)
	return m.Find(&t, nil)
}

func clitics(c ner.Clitic) string {
	var b strings.Builder
	for i, s := range []string{"و", "ف", "ب", "ل", "ك", "س", "ال"} {
		if c&(1<<i) != 0 {
			b.WriteString(s)
		}
	}
	return b.String()
}

// Each hit is written as proclitics+text where there are proclitics.
func TestFind(t *testing.T) {
	for _, c := range []struct {
		name     string
		patterns []string
		clitics  ner.Clitic
		text     string
		want     []string
	}{
		{"whole word", []string{"لافروف"}, names, "التقى لافروف اليوم", []string{"لافروف"}},
		{"one proclitic", []string{"لافروف"}, names, "ولافروف بلافروف فلافروف للافروف كلافروف",
			[]string{"و+لافروف", "ب+لافروف", "ف+لافروف", "ل+لافروف", "ك+لافروف"}},
		{"two proclitics", []string{"لافروف"}, names, "وللافروف فبلافروف وكلافروف", []string{"ول+لافروف", "فب+لافروف", "وك+لافروف"}},
		{"no such order", []string{"لافروف"}, names, "بولافروف ووفلافروف لبلافروف", nil},
		{"assimilated article", []string{"اليمن", "الأردن", "الجعفري", "العراق"}, names, "لليمن للأردن وللجعفري للعراق",
			[]string{"ل+ليمن", "ل+لأردن", "ول+لجعفري", "ل+لعراق"}},
		{"article before lam", []string{"اللاذقية", "الله"}, names, "للاذقية ولله له", []string{"ل+لاذقية", "ول+له"}},
		{"article of the text", []string{"عراق"}, nouns, "العراق للعراق والعراق بالعراق عراق",
			[]string{"ال+عراق", "لال+عراق", "وال+عراق", "بال+عراق", "عراق"}},
		{"article not allowed", []string{"عراق"}, names, "العراق للعراق", nil},
		{"nothing allowed", []string{"لافروف", "اليمن"}, 0, "ولافروف لليمن لافروف", []string{"لافروف"}},
		{"future", []string{"يلتقي"}, verbs, "سيلتقي وسيلتقي بيلتقي", []string{"س+يلتقي", "وس+يلتقي"}},
		{"whole word first", []string{"بكين", "كين", "بوتين", "وتين"}, names, "بكين بوتين", []string{"بكين", "ب+كين", "بوتين", "ب+وتين"}},
		{"no part of a word", []string{"كيري", "سيول", "وليد"}, names, "كيريلوف السيول وليدة", nil},
		{"clitics on the first word alone", []string{"سيرغي لافروف"}, names, "وسيرغي لافروف سيرغي ولافروف", []string{"و+سيرغي لافروف"}},

		{"folding", []string{"أحمد أبو الغيط", "السيسي", "أنقرة"}, names, "احمد ابو الغيط السيسى انقره", []string{"احمد ابو الغيط", "السيسى", "انقره"}},
		{"marks and tatweel", []string{"لافروف", "ظريف", "نتنياهو"}, names, "لافـــروف ظَرِيف نتنیاهو ﻻﻓﺮﻭﻑ وَلافروف وـَ\u200dلَافروف",
			[]string{"لافـــروف", "ظَرِيف", "نتنیاهو", "ﻻﻓﺮﻭﻑ", "و+لافروف", "و+لَافروف"}},
		{"ligature stays whole", []string{"أردن"}, nouns, "ﻟﻸردن ﻷردن", []string{"لال+ﻸردن", "ل+ﻷردن"}},
		{"digits", []string{"مجموعة 5+1"}, names, "مجموعة ٥+١ ومجموعة 5 + 1 مجموعة 5 1", []string{"مجموعة ٥+١", "و+مجموعة 5 + 1"}},
		{"spacing", []string{"عبد الفتاح السيسي", "عبدربه منصور هادي"}, names, "عبدالفتاح السيسي ولعبد ربه منصور هادي عبد  الفتاح السيسي",
			[]string{"عبدالفتاح السيسي", "ول+عبد ربه منصور هادي", "عبد  الفتاح السيسي"}},
		{"scripts", []string{"Lavrov", "Sergey Lavrov", "سيرغي لافروف", "Daesh", "ISIS"}, names, "قال Lavrov إن ISIS و\"الـDaesh\" Sergey Lavrov (سيرغي لافروف)",
			[]string{"Lavrov", "ISIS", "Daesh", "Sergey Lavrov", "Lavrov", "سيرغي لافروف"}},
		{"case and hyphens", []string{"Jean-Marc Ayrault", "al Assad"}, names, "JEAN MARC AYRAULT's al-Assad", []string{"JEAN MARC AYRAULT", "al-Assad"}},

		{"nested and overlapping", []string{"تنظيم الدولة", "الدولة الإسلامية", "تنظيم الدولة الإسلامية", "الدولة"}, names, "وتنظيم الدولة الإسلامية",
			[]string{"و+تنظيم الدولة الإسلامية", "و+تنظيم الدولة", "الدولة الإسلامية", "الدولة"}},
		{"not across punctuation", []string{"تنظيم الدولة"}, names, "تنظيم، الدولة تنظيم «الدولة» تنظيم\nالدولة", nil},
		{"possessive between", []string{"Kurdistan Workers' Party", "Russia Today"}, names, "the Kurdistan Workers’ Party, Kurdistan Workers Party, Kurdistan Worker's Party; Russia's today",
			[]string{"Kurdistan Workers’ Party", "Kurdistan Workers Party"}},
		{"possessive behind", []string{"Putin", "McDonald's"}, names, "Putin's and McDonald's", []string{"Putin", "McDonald"}},
	} {
		var patterns []match.Pattern
		for i, p := range c.patterns {
			patterns = append(patterns, match.Pattern{Text: p, ID: int32(i), Clitics: c.clitics})
		}
		var got []string
		for _, h := range find(compile(t, patterns...), c.text) {
			s := c.text[h.Start:h.End]
			if h.Clitics != 0 {
				s = clitics(h.Clitics) + "+" + s
			}
			got = append(got, s)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q in %q\n got %q\nwant %q", c.name, c.patterns, c.text, got, c.want)
		}
	}
}

func TestExact(t *testing.T) {
	m := compile(t,
		match.Pattern{Text: "WHO", ID: 1, Exact: true},
		match.Pattern{Text: "U.S. Army", ID: 2, Exact: true},
		match.Pattern{Text: "who", ID: 3})
	var got []string
	text := "Who said WHO, W.H.O. and the US  Army, us army?"
	for _, h := range find(m, text) {
		got = append(got, fmt.Sprintf("%d %s", h.ID, text[h.Start:h.End]))
	}
	want := []string{"3 Who", "1 WHO", "3 WHO", "1 W.H.O.", "3 W.H.O.", "2 US  Army"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestOrder(t *testing.T) {
	m := compile(t,
		match.Pattern{Text: "ليد", ID: 1, Clitics: names},
		match.Pattern{Text: "وليد", ID: 9, Clitics: names},
		match.Pattern{Text: "وليد", ID: 3},
		match.Pattern{Text: "ليد المعلم", ID: 7, Clitics: names},
		match.Pattern{Text: "المعلم", ID: 5})
	var got []string
	for _, h := range find(m, "قال وليد المعلم") {
		got = append(got, fmt.Sprint(h.ID, h.First, h.Last))
	}
	if want := []string{"7 1 2", "3 1 1", "9 1 1", "1 1 1", "5 2 2"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCompileRefuses(t *testing.T) {
	long := strings.Repeat("كلمة ", 17)
	_, err := match.Compile([]match.Pattern{{Text: "روسيا"}, {Text: " \u200f"}, {Text: "«»"}, {Text: long}, {Text: "أ\nب"}}, &cut)
	if err == nil {
		t.Fatal("bad patterns were accepted")
	}
	want := []string{`pattern 1 " \u200f": empty`, `pattern 2 "«»": no letter or digit in it`,
		fmt.Sprintf("pattern 3 %q: 17 words; the limit is 16", long), `pattern 4 "أ\nب": a name cannot hold a line break`}
	if got := strings.Split(err.Error(), "\n"); !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	var e *match.PatternError
	if !errors.As(err, &e) || e.Index != 1 {
		t.Errorf("the first error is %v", e)
	}
}

func TestParallel(t *testing.T) {
	m := compile(t, match.Pattern{Text: "لافروف", Clitics: names}, match.Pattern{Text: "اليمن", Clitics: nouns})
	want := find(m, news)
	if len(want) < 5 {
		t.Fatalf("%d hits", len(want))
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 20 {
				if got := find(m, news); !slices.Equal(got, want) {
					t.Errorf("found %v, alone %v", got, want)
				}
			}
		})
	}
	wg.Wait()
}

func TestZero(t *testing.T) {
	if got := find(&match.Matcher{}, "روسيا"); got != nil {
		t.Errorf("the zero Matcher found %v", got)
	}
	if got := find(compile(t), "روسيا"); got != nil {
		t.Errorf("a Matcher of no patterns found %v", got)
	}
}
