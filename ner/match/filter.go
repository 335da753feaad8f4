package match

// gate turns away most tokens with which no pattern begins, after a look or two
// at tables small enough to stay near the processor, which the trie is not.
type gate struct {
	first filter // first words
	alone filter // first words that are a pattern alone
	pairs filter // first words with the second
}

// open reports whether a pattern may begin with a word of hash h before one of
// hash next. It never says no to one that does.
func (g *gate) open(h, next uint64) bool {
	return g.first.has(h) && (g.pairs.has(pair(h, next)) || g.alone.has(h))
}

func pair(h, next uint64) uint64 { return h + next*golden }

// makeGate makes the gate of a trie.
func makeGate(t *trie, flags []uint32) gate {
	var first, alone, pairs []uint64
	for n := 1; n < len(flags); n++ {
		h := t.hash(t.words[n])
		switch parent := t.parents[n]; {
		case parent == 0:
			first = append(first, h)
			if flags[n]&ending != 0 {
				alone = append(alone, h)
			}
		case t.parents[parent] == 0:
			pairs = append(pairs, pair(t.hash(t.words[parent]), h))
		}
	}
	return gate{makeFilter(first), makeFilter(alone), makeFilter(pairs)}
}

// filter is a set of hashes with one bit each: has may say yes to a stranger,
// but never no to a member.
type filter struct{ bits []uint64 }

// makeFilter lets at most one stranger in 16 pass.
func makeFilter(hashes []uint64) filter {
	n := 1
	for 64*n < 16*len(hashes) {
		n *= 2
	}
	f := filter{make([]uint64, n)}
	for _, h := range hashes {
		f.bits[f.word(h)] |= 1 << (h & 63)
	}
	return f
}

func (f *filter) word(h uint64) uint64 { return h >> 6 & uint64(len(f.bits)-1) }
func (f *filter) has(h uint64) bool    { return f.bits[f.word(h)]>>(h&63)&1 != 0 }
