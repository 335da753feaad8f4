package ner

// TokenKind is what a token is made of.
type TokenKind uint8

// Word is letters with their marks; Number digits; Possessive an English 's;
// Punct one mark of punctuation or symbol; Break a line break in the text.
const (
	Word TokenKind = iota + 1
	Number
	Possessive
	Punct
	Break
)

// Token is a span of the text with its folded form.
type Token struct {
	Span
	Kind     TokenKind
	Latin    bool  // words: written in Latin letters
	Sentence int32 // index of the sentence it stands in, from 0; of a Break, the sentence before it
	f0, f1   int32 // its folded form in Tokens.folded
}

// Tokens is a text cut into tokens. The zero value is empty; the cutter reuses
// its storage from one document to the next.
type Tokens struct {
	Text      string
	List      []Token // by Start, without overlap
	Sentences []Span  // by Start, from the first byte of the first token to the last of the last

	folded string
	arena  []byte // what folded was copied from
}

// Fold returns the folded form of token i; "" for a Break.
func (t *Tokens) Fold(i int) string {
	k := &t.List[i]
	return t.folded[k.f0:k.f1]
}

// Raw returns the text of token i as it was written.
func (t *Tokens) Raw(i int) string {
	k := &t.List[i]
	return t.Text[k.Start:k.End]
}

// Reset empties t for another text and returns the buffer to which the folded
// forms are to be appended. It and the three methods below are for ner/token,
// which alone fills Tokens: Reset, then Add and Widen for each token, and at the
// end SetFolded.
func (t *Tokens) Reset(text string) []byte {
	t.Text, t.List, t.Sentences, t.folded = text, t.List[:0], t.Sentences[:0], ""
	return t.arena[:0]
}

// Add appends a token whose folded form ends at byte f1 of the folded text; it
// starts where that of the token before ends.
func (t *Tokens) Add(k Token, f1 int) {
	if n := len(t.List); n > 0 {
		k.f0 = t.List[n-1].f1
	}
	k.f1 = int32(f1)
	t.List = append(t.List, k)
}

// Widen moves the end of the last token, and that of its folded form.
func (t *Tokens) Widen(end, f1 int) {
	k := &t.List[len(t.List)-1]
	k.End, k.f1 = end, int32(f1)
}

// SetFolded gives t the folded forms of all its tokens, one after the other: the
// buffer of Reset, as it has grown.
func (t *Tokens) SetFolded(arena []byte) {
	t.arena, t.folded = arena, string(arena)
}
