package match_test

import (
	"fmt"
	"testing"

	"whomet/ner/match"
)

func TestTable(t *testing.T) {
	values := map[string]uint8{"": 1, "a": 2, "\u0645\u062d\u0645\u062f": 3}
	for i := range 10000 {
		values[fmt.Sprint("word", i)] = uint8(i%250 + 1)
	}
	table := match.NewTable(values)
	for w, v := range values {
		if got := table.Get(w); got != v {
			t.Fatalf("%q has %d, want %d", w, got, v)
		}
	}
	for i := range 10000 {
		if w := fmt.Sprint("stranger", i); table.Get(w) != 0 {
			t.Fatalf("%q is in no map and has %d", w, table.Get(w))
		}
	}
	if match.NewTable(map[string]int{}).Get("a") != 0 {
		t.Error("an empty table knows a word")
	}
}
