package match

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"whomet/ner"
	"whomet/ner/token"
)

// maxWords is the length of the longest pattern, in tokens.
const maxWords = 16

// possessive is an English 's inside a pattern. No word folds to it: folding
// drops apostrophes.
const possessive = "'s"

// PatternError says why Compile refused a pattern.
type PatternError struct {
	Index  int // into the patterns given to Compile
	Text   string
	Reason string
}

func (e *PatternError) Error() string {
	return fmt.Sprintf("pattern %d %q: %s", e.Index, e.Text, e.Reason)
}

// Compile makes a Matcher of patterns. cut must be the Cutter of the texts. It
// refuses patterns that could never match or hardly be meant: empty, without
// letter or digit, with a line break, longer than 16 words. The error joins a
// *PatternError for each of them.
//
// A possessive that a pattern has inside may be missing in the text, but not the
// other way round: Workers' Party finds "Workers Party", while Russia Today does
// not find "Russia's today". One at the end of a pattern is dropped.
func Compile(patterns []Pattern, cut *token.Cutter) (*Matcher, error) {
	c := compiler{m: &Matcher{}, edges: make(map[edge]uint32, 2*len(patterns)), nodes: 1}
	var t ner.Tokens
	var errs []error
	for i, p := range patterns {
		cut.Cut(p.Text, &t)
		if reason := refuse(&t); reason != "" {
			errs = append(errs, &PatternError{i, p.Text, reason})
			continue
		}
		c.add(p, &t)
	}
	if errs != nil {
		return nil, errors.Join(errs...)
	}
	return c.finish(), nil
}

func refuse(t *ner.Tokens) string {
	sense := false
	for i, k := range t.List {
		switch k.Kind {
		case ner.Break:
			return "a name cannot hold a line break"
		case ner.Word, ner.Number:
			sense = sense || len(t.Fold(i)) > 0
		}
	}
	switch {
	case len(t.List) == 0:
		return "empty"
	case !sense:
		return "no letter or digit in it"
	case len(t.List) > maxWords:
		return fmt.Sprintf("%d words; the limit is %d", len(t.List), maxWords)
	}
	return ""
}

// compiler holds what is only needed while building.
type compiler struct {
	m     *Matcher
	edges map[edge]uint32
	nodes uint32 // how many, the root included
	ends  []endAt
}

type endAt struct {
	node uint32
	end
}

// add puts a pattern into the trie under every way of writing it.
func (c *compiler) add(p Pattern, t *ner.Tokens) {
	e := end{id: p.ID, exact: -1, allowed: p.Clitics}
	if p.Exact {
		e.exact = int32(len(c.m.exact))
		c.m.exact = append(c.m.exact, p.Text)
	}
	c.m.clitics |= p.Clitics
	first := t.Fold(0)
	paths := [][]string{nil}
	for i := 1; i < len(t.List); i++ {
		if t.List[i].Kind != ner.Possessive {
			paths = extend(paths, t.Fold(i))
		} else if i+1 < len(t.List) {
			paths = append(paths, extend(paths, possessive)...)
		} // a possessive at the end is no part of the name
	}
	for _, path := range paths {
		c.insert(first, path, e)
		if p.Clitics&ner.Lam == 0 || !arabic(first) {
			continue
		}
		e := e
		e.allowed &^= ner.Al
		e.needed = ner.Lam
		for _, rest := range afterLam(first) {
			c.insert(rest, path, e)
		}
	}
}

// extend returns copies of paths with a word added to each.
func extend(paths [][]string, word string) [][]string {
	longer := make([][]string, len(paths))
	for i, p := range paths {
		longer[i] = append(p[:len(p):len(p)], word)
	}
	return longer
}

func arabic(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.Is(unicode.Arabic, r)
}

func (c *compiler) insert(first string, path []string, e end) {
	n := c.step(0, first)
	for _, w := range path {
		n = c.step(n, w)
	}
	c.ends = append(c.ends, endAt{n, e})
}

// step returns the node behind word at node n, a new one if need be.
func (c *compiler) step(n uint32, word string) uint32 {
	next, ok := c.edges[edge{n, word}]
	if !ok {
		next = c.nodes
		c.edges[edge{n, word}] = next
		c.nodes++
	}
	return next
}

func (c *compiler) finish() *Matcher {
	m := c.m
	flags := make([]uint32, c.nodes)
	for e := range c.edges {
		if e.node != 0 {
			flags[e.node] |= going
		}
	}
	slices.SortStableFunc(c.ends, func(a, b endAt) int { return cmp.Compare(a.node, b.node) })
	m.ends = make([]end, len(c.ends))
	m.from = make([]uint32, c.nodes+1)
	for i, e := range c.ends {
		m.ends[i] = e.end
		m.from[e.node+1]++
		flags[e.node] |= ending
	}
	for n := range c.nodes {
		m.from[n+1] += m.from[n]
	}
	m.trie = makeTrie(c.edges, flags)
	m.gate = makeGate(&m.trie, flags)
	return m
}
