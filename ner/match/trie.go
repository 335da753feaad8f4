package match

import "hash/maphash"

// trie is the tree of all patterns, a word an edge, in one open addressed hash
// table of 8 bytes a slot. A slot knows its edge by 32 bits of a hash of node and
// word, where it stands by others. No two edges look alike (build sees to that),
// so that a word of a pattern always takes the right edge. Another word may take
// a wrong one, once in some 10⁹; so Find compares the words where a pattern ends,
// and only there.
type trie struct {
	seed  maphash.Seed
	slots []slot
	shift uint
	// By node: the word that leads to it and the node it leads from.
	words   []string
	parents []uint32
}

type slot struct {
	tag  uint32 // lower half of the key
	node uint32 // with flags; 0 where the slot is free
}

// Flags of a node number. Node 0, the root, has none.
const (
	ending uint32 = 1 << 31 // a pattern ends here
	going  uint32 = 1 << 30 // a pattern goes on from here
	number        = going - 1
)

// edge leads from a node by a word.
type edge struct {
	node uint32
	word string
}

// makeTrie builds the trie of edges, which lead to the nodes given, numbered
// from 1 without a gap. flags are those of each node.
func makeTrie(edges map[edge]uint32, flags []uint32) trie {
	t := trie{shift: 60, words: make([]string, len(flags)), parents: make([]uint32, len(flags))}
	for 3*len(edges) > 2<<(64-t.shift) {
		t.shift--
	}
	for e, n := range edges {
		t.words[n], t.parents[n] = e.word, e.node
	}
	for !t.build(flags) {
	}
	return t
}

// build fills the slots under a new seed. It fails when two edges look alike.
func (t *trie) build(flags []uint32) bool {
	t.seed = maphash.MakeSeed()
	t.slots = make([]slot, 1<<(64-t.shift))
	for n := uint32(1); n < uint32(len(flags)); n++ {
		key := key(t.parents[n], t.hash(t.words[n]))
		i := t.home(key)
		for ; t.slots[i].node != 0; i = t.after(i) {
			if t.slots[i].tag == uint32(key) {
				return false
			}
		}
		t.slots[i] = slot{uint32(key), n | flags[n]}
	}
	return true
}

func (t *trie) hash(word string) uint64 { return maphash.String(t.seed, word) }

// golden is 2⁶⁴ over the golden ratio; multiples of it spread evenly.
const golden = 0x9E3779B97F4A7C15

func key(node uint32, hash uint64) uint64 { return hash + uint64(node&number)*golden }
func (t *trie) home(key uint64) uint64    { return key >> t.shift }
func (t *trie) after(i uint64) uint64     { return (i + 1) & uint64(len(t.slots)-1) }

// next returns the node, with its flags, to which a word of that hash leads; 0
// for none.
func (t *trie) next(node uint32, hash uint64) uint32 {
	key := key(node, hash)
	for i := t.home(key); ; i = t.after(i) {
		if s := &t.slots[i]; s.tag == uint32(key) || s.node == 0 {
			return s.node
		}
	}
}
