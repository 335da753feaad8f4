package cli

import "testing"

func TestNearest(t *testing.T) {
	words := []string{"store", "jobs", "batch", "held", "Москва", "لافروف"}
	for word, want := range map[string]string{
		"stor": "store", "STORE": "store", "sotre": "store", "jbos": "jobs", "helt": "held", "لافرف": "لافروف",
		"": "", "xyz": "", "storage": "", "sjobsx": "",
	} {
		if got := nearest(word, words); got != want {
			t.Errorf("nearest(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestQuoted(t *testing.T) {
	for s, want := range map[string]string{
		"Q58217": "Q58217", "لافروف": "لافروف", "John Kerry": "'John Kerry'", "O'Neil": `'O'\''Neil'`, "": "''", "a$b": "'a$b'",
	} {
		if got := quoted(s); got != want {
			t.Errorf("quoted(%q) = %s, want %s", s, got, want)
		}
	}
}
