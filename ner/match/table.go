package match

import "hash/maphash"

// Table gives what is known of some words, and is made to be asked about words of
// a text, of most of which nothing is: a filter turns those away before the map
// is looked at.
type Table[V any] struct {
	seed   maphash.Seed
	filter filter
	values map[string]V
}

// NewTable makes a Table of a map, which must not change any more.
func NewTable[V any](values map[string]V) *Table[V] {
	t := &Table[V]{seed: maphash.MakeSeed(), values: values}
	hashes := make([]uint64, 0, len(values))
	for w := range values {
		hashes = append(hashes, maphash.String(t.seed, w))
	}
	t.filter = makeFilter(hashes)
	return t
}

// Get returns the value of a word, the zero value where it has none.
func (t *Table[V]) Get(word string) (v V) {
	if !t.filter.has(maphash.String(t.seed, word)) {
		return v
	}
	return t.values[word]
}
