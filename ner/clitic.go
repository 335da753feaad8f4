package ner

// Clitic is a set of Arabic proclitics written together with the word that
// follows them.
type Clitic uint8

// The proclitics, in the order they may stand: و or ف, then one of ب ل ك or س,
// then ال.
const (
	Waw Clitic = 1 << iota // و and
	Fa                     // ف so
	Ba                     // ب in, with
	Lam                    // ل to, for
	Kaf                    // ك as
	Sin                    // س will (verbs only)
	Al                     // ال the, where the pattern stands without it
)

// Proclitic tells which proclitic a letter may be: U+0648 و, U+0641 ف, U+0628 ب,
// U+0644 ل, U+0643 ك.
func Proclitic(r rune) (Clitic, bool) {
	switch r {
	case '\u0648':
		return Waw, true
	case '\u0641':
		return Fa, true
	case '\u0628':
		return Ba, true
	case '\u0644':
		return Lam, true
	case '\u0643':
		return Kaf, true
	}
	return 0, false
}
