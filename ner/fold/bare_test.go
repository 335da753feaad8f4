package fold_test

import (
	"testing"

	"whomet/ner/fold"
)

func TestBare(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"أحمد إبراهيم آل", "احمد ابراهيم ال"},
		{"لَافرُوف السيسى ة ئ ؤ", "لافروف السيسى ة ي و"},
		{"ﻻﻓﺮﻭﻑ", "لافروف"},
		{"Éric Çavuşoğlu", "Eric Cavusoglu"},
		{"Sana'a  ـ ø", "Sana'a  ـ ø"},
	} {
		if got := fold.Bare(c.in); got != c.want {
			t.Errorf("Bare(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}
