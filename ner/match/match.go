// Package match finds every name of a list in a text, in one pass whatever the
// length of the list.
//
// A pattern matches a run of tokens whose folded forms equal its own: it never
// begins or ends inside a word and never crosses a line break, nor punctuation
// that is not part of it. The first word may carry Arabic proclitics that the
// pattern allows; they are no part of the hit:
//
//	و ف | ب ل ك س | both     ولافروف, سيلتقي, فبموسكو
//	ال                        with ner.Al, where the pattern is written without it
//	لل                        ل and ال: لليمن is اليمن, للعراق is عراق with ner.Al,
//	                          للاذقية is اللاذقية
//
// Find reports all hits, nested and overlapping ones and every reading of a
// word (بكين is Beijing, and also كين with ب): choosing is not its business.
//
// Compile builds a trie over whole words, so that the cost of a text hardly
// depends on the length of the list; small filters turn most tokens away before.
package match

import (
	"cmp"
	"math/bits"
	"slices"

	"whomet/ner"
)

// Pattern is a name to be found.
type Pattern struct {
	Text    string
	ID      int32      // whatever the caller knows the name by; many patterns may share one
	Clitics ner.Clitic // proclitics that its first word may carry
	Exact   bool       // the text must have the same capitals, full stops apart: WHO, W.H.O., not who
}

// Hit is a pattern found in a text.
type Hit struct {
	ner.Span               // the name alone, without proclitics
	ID          int32      // of the pattern
	First, Last int32      // tokens it stands in, both included
	Clitics     ner.Clitic // those cut off its first token
}

// Matcher is a compiled list of patterns. It may be used by many goroutines at
// once. The zero Matcher finds nothing.
type Matcher struct {
	trie    trie
	gate    gate
	ends    []end      // patterns, by the node at which they end
	from    []uint32   // node n ends ends[from[n]:from[n+1]]
	exact   []string   // texts of exact patterns
	clitics ner.Clitic // all that any pattern allows
}

// end is a pattern, or one way of writing it.
type end struct {
	id      int32
	exact   int32      // index into Matcher.exact, or -1
	allowed ner.Clitic // proclitics it may have
	needed  ner.Clitic // proclitics it must have
}

// Find appends every hit in t to dst and returns it: by first token, then those
// of more tokens first, then of fewer clitic letters, then by ID. Hits equal in
// all that come in the order of their patterns. It allocates nothing while dst
// has room.
func (m *Matcher) Find(t *ner.Tokens, dst []Hit) []Hit {
	if len(m.ends) == 0 || len(t.List) == 0 {
		return dst
	}
	next := m.trie.hash(word(t, 0))
	for i := range t.List {
		k, h := &t.List[i], next
		if i+1 < len(t.List) {
			next = m.trie.hash(word(t, i+1))
		}
		if k.Kind == ner.Break || k.Kind == ner.Possessive {
			continue
		}
		n := len(dst)
		if m.gate.open(h, next) {
			dst = m.walk(t, i, reading{}, h, dst)
		}
		if k.Kind == ner.Word && !k.Latin {
			dst = m.readings(t, i, next, dst)
		}
		if len(dst)-n > 1 {
			slices.SortStableFunc(dst[n:], compare)
		}
	}
	return dst
}

// readings is Find for the proclitics of token i. next is the hash of the token
// behind it.
func (m *Matcher) readings(t *ner.Tokens, i int, next uint64, dst []Hit) []Hit {
	w := t.Fold(i)
	if m.clitics == 0 || !mayHaveClitics(w) {
		return dst
	}
	var room [maxReadings]reading
	for _, r := range readings(w, room[:0]) {
		if r.clitics&^m.clitics != 0 {
			continue
		}
		if h := m.trie.hash(w[r.cut:]); m.gate.open(h, next) {
			dst = m.walk(t, i, r, h, dst)
		}
	}
	return dst
}

// walk follows the tokens from i. The first of them, behind the proclitics of r,
// has that hash.
func (m *Matcher) walk(t *ner.Tokens, i int, r reading, hash uint64, dst []Hit) []Hit {
	n := m.trie.next(0, hash)
	for last := i; n != 0; {
		if n&ending != 0 {
			dst = m.report(t, i, last, n&number, r, dst)
		}
		last++
		if n&going == 0 || last == len(t.List) || t.List[last].Kind == ner.Break {
			break
		}
		n = m.trie.next(n, m.trie.hash(word(t, last)))
	}
	return dst
}

// word is what token i counts as inside a pattern.
func word(t *ner.Tokens, i int) string {
	if t.List[i].Kind == ner.Possessive {
		return possessive
	}
	return t.Fold(i)
}

// report appends the patterns that end at node n, if it is tokens i to last that
// lead there.
func (m *Matcher) report(t *ner.Tokens, i, last int, n uint32, r reading, dst []Hit) []Hit {
	at := n
	for j := last; j > i; j-- {
		if m.trie.words[at] != word(t, j) {
			return dst
		}
		at = m.trie.parents[at]
	}
	if m.trie.words[at] != t.Fold(i)[r.cut:] {
		return dst
	}
	span := ner.Span{Start: t.List[i].Start + rawCut(t.Raw(i), r.cut), End: t.List[last].End}
	for _, e := range m.ends[m.from[n]:m.from[n+1]] {
		switch {
		case r.clitics&^e.allowed|e.needed&^r.clitics != 0:
		case e.exact >= 0 && !sameLetters(t.Text[span.Start:span.End], m.exact[e.exact]):
		default:
			dst = append(dst, Hit{span, e.id, int32(i), int32(last), r.clitics})
		}
	}
	return dst
}

func compare(a, b Hit) int {
	return cmp.Or(
		cmp.Compare(b.Last, a.Last),
		cmp.Compare(letters(a.Clitics), letters(b.Clitics)),
		cmp.Compare(a.ID, b.ID),
	)
}

// letters counts the letters of a set of proclitics; ال has two.
func letters(c ner.Clitic) int {
	return bits.OnesCount8(uint8(c)) + bits.OnesCount8(uint8(c&ner.Al))
}
