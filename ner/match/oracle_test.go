package match_test

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"whomet/ner"
	"whomet/ner/fold"
	"whomet/ner/match"
)

// form is one way to write the first word of a pattern.
type form struct {
	text    string
	clitics ner.Clitic
	cut     int // bytes of folded proclitics
}

// forms spells out the package comment, letter by letter.
func forms(first string, allowed ner.Clitic) []form {
	if r, _ := utf8.DecodeRuneInString(first); !unicode.Is(unicode.Arabic, r) {
		allowed = 0
	}
	var all []form
	add := func(prefix, rest string, c ner.Clitic) {
		if c&^allowed == 0 {
			all = append(all, form{prefix + rest, c, len(prefix)})
		}
	}
	for conj, cc := range map[string]ner.Clitic{"": 0, "و": ner.Waw, "ف": ner.Fa} {
		for prep, pc := range map[string]ner.Clitic{"": 0, "ب": ner.Ba, "ك": ner.Kaf, "ل": ner.Lam, "س": ner.Sin} {
			add(conj+prep, first, cc|pc)
			switch prep {
			case "س":
			case "ل":
				add(conj+"لل", first, cc|pc|ner.Al)
				if rest, ok := strings.CutPrefix(first, "ال"); ok && rest != "" {
					add(conj+"ل", "ل"+rest, cc|pc)
					if strings.HasPrefix(rest, "ل") {
						add(conj+"ل", rest, cc|pc)
					}
				}
			default:
				add(conj+prep+"ال", first, cc|pc|ner.Al)
			}
		}
	}
	return all
}

// naive is the Matcher one would write without a thought of time.
func naive(patterns []match.Pattern, t *ner.Tokens) []match.Hit {
	var hits []match.Hit
	for _, p := range patterns {
		var pt ner.Tokens
		cut.Cut(p.Text, &pt)
		forms := forms(pt.Fold(0), p.Clitics)
		for i := range t.List {
			if k := t.List[i].Kind; k == ner.Break || k == ner.Possessive {
				continue
			}
			for _, f := range forms {
				if f.text != t.Fold(i) || f.cut > 0 && t.List[i].Latin {
					continue
				}
				for _, last := range follow(&pt, 1, t, i) {
					span := ner.Span{Start: t.List[i].Start + startOf(t.Raw(i), t.Fold(i)[f.cut:]), End: t.List[last].End}
					strip := strings.NewReplacer(".", "", " ", "").Replace
					if p.Exact && strip(t.Text[span.Start:span.End]) != strip(p.Text) {
						continue
					}
					hits = append(hits, match.Hit{Span: span, ID: p.ID, First: int32(i), Last: int32(last), Clitics: f.clitics})
				}
			}
		}
	}
	return hits
}

// follow returns the last tokens of all ways to read the rest of a pattern, from
// its token j, behind token last.
func follow(p *ner.Tokens, j int, t *ner.Tokens, last int) []int {
	rest := p.List[j:]
	if len(rest) == 0 || len(rest) == 1 && rest[0].Kind == ner.Possessive {
		return []int{last}
	}
	next := last + 1
	var ends []int
	if rest[0].Kind == ner.Possessive {
		ends = follow(p, j+1, t, last)
		if next < len(t.List) && t.List[next].Kind == ner.Possessive {
			ends = append(ends, follow(p, j+1, t, next)...)
		}
		return ends
	}
	if next < len(t.List) && t.List[next].Kind != ner.Break && t.List[next].Kind != ner.Possessive && t.Fold(next) == p.Fold(j) {
		return follow(p, j+1, t, next)
	}
	return nil
}

// startOf returns where the part of raw begins that folds to rest: the last
// place where a character begins that is not dropped.
func startOf(raw, rest string) int {
	start := 0
	for i, r := range raw {
		if len(fold.Append(nil, string(r))) > 0 && len(fold.Append(nil, raw[i:])) >= len(rest) {
			start = i
		}
	}
	if whole := string(fold.Append(nil, raw)); whole == rest {
		return 0
	}
	return start
}

func sorted(hits []match.Hit) []match.Hit {
	hits = slices.Clone(hits)
	slices.SortFunc(hits, func(a, b match.Hit) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.Last, b.Last), cmp.Compare(a.Clitics, b.Clitics), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Start, b.Start))
	})
	return hits
}

func check(t *testing.T, patterns []match.Pattern, text string) int {
	t.Helper()
	m, err := match.Compile(patterns, &cut)
	if err != nil {
		t.Fatal(err)
	}
	var tokens ner.Tokens
	cut.Cut(text, &tokens)
	found := m.Find(&tokens, nil)
	got, want := sorted(found), sorted(naive(patterns, &tokens))
	if !slices.Equal(got, want) {
		t.Errorf("%+v in %q\n got %v\nwant %v", patterns, text, got, want)
	}
	for i := 1; i < len(found); i++ {
		if a, b := found[i-1], found[i]; a.First > b.First || a.First == b.First && a.Last < b.Last {
			t.Errorf("%v comes before %v", a, b)
		}
	}
	return len(found)
}

// Words of few letters, most of which are also proclitics, so that every
// reading occurs.
func randomWord(rng *rand.Rand, noise bool) string {
	if rng.IntN(12) == 0 {
		return []string{"us", "US", "U.S.", "bo's", "bos'", "5", "+", "X", "عبد"}[rng.IntN(9)]
	}
	var b strings.Builder
	for range 1 + rng.IntN(4) {
		b.WriteString([]string{"و", "ف", "ب", "ل", "ك", "س", "ا", "ال", "لل", "م", "ﻻ"}[rng.IntN(11)])
		if noise && rng.IntN(4) == 0 {
			b.WriteString([]string{"ـ", "َ", "\u200f", "ّ"}[rng.IntN(4)])
		}
	}
	return b.String()
}

func randomText(rng *rand.Rand, words int, noise bool) string {
	var b strings.Builder
	for i := range words {
		if i > 0 {
			b.WriteString(" ")
		}
		if noise && rng.IntN(10) == 0 {
			b.WriteString([]string{"،", "\n", ".", "-"}[rng.IntN(4)])
		}
		b.WriteString(randomWord(rng, noise))
	}
	return b.String()
}

func TestOracleRandom(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	hits := 0
	for range 200 {
		var patterns []match.Pattern
		for len(patterns) < 60 {
			text := randomText(rng, 1+rng.IntN(3), false)
			if !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
				continue
			}
			patterns = append(patterns, match.Pattern{Text: text, ID: int32(rng.IntN(50)), Clitics: ner.Clitic(rng.IntN(128)), Exact: rng.IntN(8) == 0})
		}
		hits += check(t, patterns, randomText(rng, 120, true))
		if t.Failed() {
			return
		}
	}
	if hits < 4000 {
		t.Errorf("only %d hits: the test has lost its worth", hits)
	}
}

const news = `لافروف يبحث مع نظيره في موسكو ملف اليمن
قال وزير الخارجية الروسي سيرغي لافروف إنّه بحث وكيري، في اتصالٍ هاتفي، الأزمة السورية. وأضاف أن لـلأردن ولليمن وللعراق دورا
في «مجموعة ٥+١»، وأن عبد الله الثاني وعبدالفتاح السيسى سيلتقيان بلافروف في بكين. ورحّب بان كي-مون بالعراق وبإيران.
وقال Sergey Lavrov (لافـــروف) إن U.S. officials and the Kurdistan Workers' Party met; Russia's Putin did not.
وغادر الوزير اللاذقية متوجها للاذقية ثانية، فلبنان وفلسطين وكوريا وسيول وليد بيروت.`

func TestOracleNews(t *testing.T) {
	var patterns []match.Pattern
	for i, s := range []string{"لافروف", "سيرغي لافروف", "كيري", "موسكو", "اليمن", "الأردن", "أردن", "العراق", "عراق", "مجموعة 5+1", "عبدالله الثاني", "عبد الفتاح السيسي",
		"السيسي", "بكين", "كين", "بان كي مون", "إيران", "Sergey Lavrov", "Lavrov", "US", "Kurdistan Workers' Party", "Putin", "Russia", "اللاذقية", "لبنان", "بنان", "فلسطين", "كوريا", "سيول",
		"وليد", "ليد", "بيروت", "يلتقيان", "وزير الخارجية الروسي", "وزير الخارجية", "لافروف"} {
		patterns = append(patterns, match.Pattern{Text: s, ID: int32(i), Clitics: nouns | ner.Sin, Exact: s == "US"})
	}
	if n := check(t, patterns, news); n < 35 {
		t.Errorf("%d hits in the article", n)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("اليمن|عراق|U.S.|Workers' Party", news, uint8(127))
	f.Add("ل|لل|ال|الل|الله", "لله للل وللله الللا ﻷلله", uint8(127))
	f.Add("a's b's c|a b's", "a's b c a b's c's", uint8(0))
	f.Add("عبد الله|5+1|\xff a", "لعبد الله 5+1\n\xff a", uint8(31))
	f.Fuzz(func(t *testing.T, list, text string, allowed uint8) {
		if len(text) > 2000 || len(list) > 500 {
			return
		}
		var patterns []match.Pattern
		for i, s := range strings.Split(list, "|") {
			p := match.Pattern{Text: s, ID: int32(i), Clitics: ner.Clitic(allowed & 127)}
			if _, err := match.Compile([]match.Pattern{p}, &cut); err == nil {
				patterns = append(patterns, p)
			}
		}
		check(t, patterns, text)
	})
}
