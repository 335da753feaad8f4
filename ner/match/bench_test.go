package match_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"whomet/ner"
	"whomet/ner/match"
)

// A made-up newspaper in made-up Arabic, always the same: the words of the text
// and those of the names follow Zipf's law, letters are as frequent as in
// Arabic, one token in 33 begins a name, one name in seven has a proclitic.
type paper struct {
	names []string
	text  string
	share float64 // percentage of tokens that are the first word of some name
}

var papers sync.Map

func newspaper(size size) *paper {
	p, ok := papers.Load(size)
	if !ok {
		p = makePaper(rand.New(rand.NewPCG(42, uint64(size.names))), size.names, size.common)
		papers.Store(size, p)
	}
	return p.(*paper)
}

// size says how many names there are, and among how many of the most frequent
// words of the text those are chosen that names share with it.
type size struct{ names, common int }

func (s size) String() string { return fmt.Sprintf("names=%d/common=%d", s.names, s.common) }

// The last is far harder than news: most words of the text begin some name.
var sizes = []size{{10_000, 100_000}, {60_000, 100_000}, {60_000, 2000}}

func makePaper(rng *rand.Rand, n, common int) *paper {
	const letters = "اااااااااالللللللييييييمممممووووننننرررررتتتتبببعععدددسسسهههففقققككحححجججشصطخزضذثغظء"
	alphabet := []rune(letters)
	seen := map[string]bool{}
	word := func() string {
		for {
			w := make([]rune, 3+rng.IntN(5))
			for i := range w {
				w[i] = alphabet[rng.IntN(len(alphabet))]
			}
			if s := string(w); !seen[s] {
				seen[s] = true
				return s
			}
		}
	}
	vocabulary := make([]string, 100_000)
	for i := range vocabulary {
		s := word()
		switch rng.IntN(12) {
		case 0, 1, 2:
			s = "ال" + s
		case 3:
			s = "وبفل"[2*rng.IntN(4):][:2] + s
		}
		vocabulary[i] = s
	}
	nameWords := make([]string, n)
	for i := range nameWords {
		nameWords[i] = word()
	}
	p := &paper{names: make([]string, n)}
	for i := range p.names {
		k := []int{1, 2, 2, 2, 2, 2, 3, 3, 3, 4}[rng.IntN(10)]
		var parts []string
		for len(parts) < k {
			if len(parts) < k-1 && rng.IntN(7) == 0 {
				parts = append(parts, vocabulary[rng.IntN(common)])
			} else {
				parts = append(parts, nameWords[rng.IntN(n)])
			}
		}
		p.names[i] = strings.Join(parts, " ")
	}
	zipf := func(n int) int { // s = 1
		return min(n-1, int(math.Exp(rng.Float64()*math.Log(float64(n)))))
	}
	var b strings.Builder
	for b.Len() < 8<<20 {
		switch x := rng.IntN(100); {
		case x < 3:
			name := p.names[zipf(n)]
			if rng.IntN(7) == 0 {
				b.WriteString("ولبك"[2*rng.IntN(4):][:2])
			}
			b.WriteString(name)
		case x == 3:
			b.WriteString("Reuters")
		case x == 4:
			fmt.Fprint(&b, rng.IntN(2020))
		default:
			b.WriteString(vocabulary[zipf(len(vocabulary))])
		}
		b.WriteString([]string{" ", " ", " ", " ", " ", " ", " ", " ", " ", "، ", ". ", "\n"}[rng.IntN(12)])
	}
	p.text = b.String()
	first := map[string]bool{}
	for _, s := range p.names {
		first[strings.Fields(s)[0]] = true
	}
	n = 0
	words := strings.FieldsFunc(p.text, func(r rune) bool { return strings.ContainsRune(" ،.\n", r) })
	for _, w := range words {
		if first[w] {
			n++
		}
	}
	p.share = 100 * float64(n) / float64(len(words))
	return p
}

func (p *paper) matcher(tb testing.TB) *match.Matcher {
	patterns := make([]match.Pattern, len(p.names))
	for i, s := range p.names {
		patterns[i] = match.Pattern{Text: s, ID: int32(i), Clitics: names}
	}
	return compile(tb, patterns...)
}

// documents of about 3 KB, cut at line ends: what caches see in real use.
func (p *paper) documents() []string {
	var docs []string
	for text := p.text; text != ""; {
		n := len(text)
		if n > 3000 {
			n = 3000 + strings.IndexByte(text[3000:]+"\n", '\n')
		}
		docs = append(docs, text[:n])
		text = text[n:]
	}
	return docs
}

// BenchmarkDecode is the yardstick: what it costs to look at every character.
// Cutting and finding are to be judged by their ratio to it, in one run.
func BenchmarkDecode(b *testing.B) {
	text := newspaper(sizes[0]).text
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		n := rune(0)
		for _, r := range text {
			n += r
		}
		sink = n
	}
}

var sink rune

func BenchmarkCut(b *testing.B) {
	p := newspaper(sizes[0])
	docs := p.documents()
	b.SetBytes(int64(len(p.text)))
	b.ReportAllocs()
	var t ner.Tokens
	for b.Loop() {
		for _, d := range docs {
			cut.Cut(d, &t)
		}
	}
	b.ReportMetric(float64(len(docs)), "docs/op")
}

// BenchmarkFind times Find alone on documents already cut.
func BenchmarkFind(b *testing.B) {
	for _, s := range sizes {
		b.Run(s.String(), func(b *testing.B) {
			p := newspaper(s)
			m := p.matcher(b)
			docs := p.documents()
			tokens := make([]ner.Tokens, len(docs))
			for i, d := range docs {
				cut.Cut(d, &tokens[i])
			}
			var hits []match.Hit
			b.SetBytes(int64(len(p.text)))
			b.ReportAllocs()
			total := 0
			for b.Loop() {
				total = 0
				for i := range tokens {
					hits = m.Find(&tokens[i], hits[:0])
					total += len(hits)
				}
			}
			b.ReportMetric(float64(total), "hits/op")
			b.ReportMetric(p.share, "%first")
		})
	}
}

func BenchmarkCutAndFind(b *testing.B) {
	p := newspaper(sizes[1])
	m := p.matcher(b)
	docs := p.documents()
	b.SetBytes(int64(len(p.text)))
	b.ReportAllocs()
	var t ner.Tokens
	var hits []match.Hit
	for b.Loop() {
		for _, d := range docs {
			cut.Cut(d, &t)
			hits = m.Find(&t, hits[:0])
		}
	}
}

func BenchmarkCompile(b *testing.B) {
	p := newspaper(sizes[1])
	b.ReportAllocs()
	for b.Loop() {
		p.matcher(b)
	}
}

func TestAllocations(t *testing.T) {
	m := compile(t, match.Pattern{Text: "لافروف", Clitics: names}, match.Pattern{Text: "اليمن", Clitics: nouns}, match.Pattern{Text: "US", Exact: true})
	var tokens ner.Tokens
	cut.Cut(strings.Repeat(news, 5), &tokens)
	hits := m.Find(&tokens, nil)
	if len(hits) < 20 {
		t.Fatalf("%d hits", len(hits))
	}
	hits = slices.Grow(hits, len(hits))
	if n := testing.AllocsPerRun(20, func() { hits = m.Find(&tokens, hits[:0]) }); n != 0 {
		t.Errorf("Find allocates %v times", n)
	}
}
