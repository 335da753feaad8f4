package lexicon

import "testing"

func TestSet(t *testing.T) {
	var all, none Set
	for c := Class(1); c < numClasses; c++ {
		one := SetOf(c)
		for d := Class(1); d < numClasses; d++ {
			if one.Has(d) != (c == d) {
				t.Fatalf("the set of %v alone: %v is in it: %v", c, d, one.Has(d))
			}
		}
		if all.Has(c) || all.Meets(&one) {
			t.Fatalf("%v is in the set before it was added", c)
		}
		all.Join(one)
		if !all.Has(c) || !one.Meets(&all) || one.Meets(&none) {
			t.Fatalf("%v was added, and is not found", c)
		}
	}
}
