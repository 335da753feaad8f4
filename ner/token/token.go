// Package token cuts text into words and sentences.
//
// A word is a run of letters of one script with their marks: وَلافـــروف is one
// word with its vowel marks and tatweel, الـDaesh is two, G20 is a word and a
// number. Nothing is split off an Arabic word: whether و is "and" or the first
// letter of a name, only a list of names can tell (see ner/match).
//
//   - A hyphen between two letters separates them and is no token: Jean-Marc,
//     al-Assad, بان كي-مون are cut as if written with a space.
//   - An English possessive is a token of its own: Obama + 's, Kurds + '.
//     Any other apostrophe between Latin letters is part of the word (Sana'a);
//     beside Arabic letters it is a quotation mark.
//   - Single letters with dots between them are one word: U.S., أ.ف.ب.
//   - عبد and the name of God behind it are one word whether or not there is a
//     space between: عبد الله, عبدالله, ولعبد العزيز, عبد ربه.
//   - Digits are numbers without their separators: 10.5 is a number, a Punct
//     and a number.
//   - White space, marks that nobody sees, and vowel marks without a letter are
//     not in any token, unless they stand inside one.
//
// Text, aliases and questions must be cut by the same Cutter.
package token

import (
	"unicode/utf8"

	"whomet/ner"
	"whomet/ner/fold"
)

// Cutter cuts texts. The zero Cutter knows no abbreviations. It may be used by
// many goroutines at once, each with Tokens of its own.
type Cutter struct {
	abbreviations map[string]bool // folded → only when it begins with a capital
}

// New returns a Cutter that ends no sentence after these words and a full stop.
// Each is one word, with or without the stop (Dr. or Dr). One that begins with a
// capital counts only where the text has a capital too: No. 5, not "he said no."
func New(abbreviations []string) *Cutter {
	c := &Cutter{abbreviations: make(map[string]bool, len(abbreviations))}
	for _, a := range abbreviations {
		f := fold.String(a)
		capital := capitalized(a)
		if was, ok := c.abbreviations[f]; ok && !was {
			capital = false
		}
		c.abbreviations[f] = capital
	}
	return c
}

// Cut fills t with the tokens and sentences of text, reusing its storage. Every
// span lies on character boundaries; an invalid byte is a character of its own.
// A text must be shorter than 1 GiB.
func (c *Cutter) Cut(text string, t *ner.Tokens) {
	s := scan{text: text, t: t, out: t.Reset(text)}
	s.run()
	t.SetFolded(s.out)
	c.sentences(t)
}

// scan is one pass over one text.
type scan struct {
	text    string
	t       *ner.Tokens
	out     []byte // folded forms of all tokens so far
	servant bool   // the last token is عبد, with or without proclitics
	quoted  bool   // a single quotation mark is open
}

func (s *scan) run() {
	text := s.text
	for i := 0; i < len(text); {
		e, size := at(text, i)
		switch e.class {
		case space, invisible:
			i += size
		case mark:
			s.servant = false
			i += size
		case arabic, latin, foreign:
			i = s.word(i, i, e.class)
		case digit:
			i = s.number(i)
		case newline:
			if text[i] != '\r' || i+1 == len(text) || text[i+1] != '\n' {
				s.add(ner.Break, i, i+size)
				s.quoted = false
			}
			i += size
		case link:
			i = s.link(i)
		case apostrophe:
			i = s.apostrophe(i, size)
		case hyphen:
			if next, _ := classAt(text, i+size); !next.letter() || !s.afterWord(i) {
				s.punct(i, i+size)
			}
			s.servant = false
			i += size
		default:
			s.punct(i, i+size)
			i += size
		}
	}
}

// word adds the word that starts at start and whose first letter, of that
// script, is at i. It returns where to go on.
func (s *scan) word(start, i int, script class) int {
	text, out := s.text, s.out
	first := i
	f0, end := len(out), i
scan:
	for i < len(text) {
		e, size := at(text, i)
		switch e.class {
		case script, mark, link:
			end = i + size
		case invisible:
		case apostrophe:
			if next, _ := classAt(text, i+size); script != latin || next != latin || possessive(text, i, size) > 0 {
				break scan
			}
		case dot:
			if stop := dotted(text, first, script); stop > i {
				out, i, end = fold.Append(out[:f0], text[start:stop]), stop, stop
			}
			break scan
		default:
			break scan
		}
		out = e.fold(out, text[i:i+size])
		i += size
	}
	s.out = out
	if script == arabic {
		if s.servant && ofGod(out[f0:]) {
			s.t.Widen(end, len(out))
			s.servant = false
			return i
		}
		s.t.Add(ner.Token{Span: ner.Span{Start: start, End: end}, Kind: ner.Word}, len(out))
		s.servant = isServant(out[f0:])
		return i
	}
	s.servant = false
	s.t.Add(ner.Token{Span: ner.Span{Start: start, End: end}, Kind: ner.Word, Latin: script == latin}, len(out))
	return i
}

// dotted returns the end of the acronym that starts at i: two or more single
// letters of one script with dots between them, and the dot behind the last if
// there is one. 0 when there is none.
func dotted(text string, i int, script class) (end int) {
	for n := 0; ; {
		c, size := classAt(text, i)
		if c != script {
			return end
		}
		i += size
		if next, _ := classAt(text, i); next.letter() || next == mark || next == link || next == digit {
			return end // a longer word: J.Kerry
		}
		n++
		stop := i < len(text) && text[i] == '.'
		if stop {
			i++
		}
		if n > 1 {
			end = i
		}
		if !stop {
			return end
		}
	}
}

// number adds the run of digits at i.
func (s *scan) number(i int) int {
	start := i
	for i < len(s.text) {
		e, size := at(s.text, i)
		if e.class != digit {
			break
		}
		s.out = e.fold(s.out, s.text[i:i+size])
		i += size
	}
	s.add(ner.Number, start, i)
	return i
}

// link reads tatweel or ʿ outside a word: part of the word that follows without
// a gap (ʿAli), else a dash like any other (كيري ـ لافروف).
func (s *scan) link(i int) int {
	first := i
	for {
		c, size := classAt(s.text, i)
		if c.letter() {
			return s.word(first, i, c)
		}
		if c != link {
			break
		}
		i += size
	}
	for first < i {
		_, size := classAt(s.text, first)
		s.punct(first, first+size)
		first += size
	}
	return i
}

// apostrophe reads one that is not inside a word.
func (s *scan) apostrophe(i, size int) int {
	after := s.afterWord(i)
	if after && s.t.List[len(s.t.List)-1].Latin {
		if n := possessive(s.text, i, size); n > 0 {
			s.out = fold.Append(s.out, s.text[i:i+n])
			s.add(ner.Possessive, i, i+n)
			return i + n
		}
		if last := s.text[i-1] | 0x20; last == 's' && !s.quoted { // the Kurds' leader
			s.out = append(s.out, s.text[i:i+size]...)
			s.add(ner.Possessive, i, i+size)
			return i + size
		}
	}
	next, _ := classAt(s.text, i+size)
	s.quoted = next.letter() && !after
	s.punct(i, i+size)
	return i + size
}

// possessive returns the length of the 's at i, an apostrophe of that size; 0
// when it is none.
func possessive(text string, i, size int) int {
	j := i + size
	if j >= len(text) || text[j]|0x20 != 's' {
		return 0
	}
	if next, _ := classAt(text, j+1); next.letter() || next == mark || next == digit {
		return 0
	}
	return size + 1
}

// afterWord reports whether a word ends at i.
func (s *scan) afterWord(i int) bool {
	n := len(s.t.List)
	return n > 0 && s.t.List[n-1].End == i && s.t.List[n-1].Kind == ner.Word
}

// punct adds one character. One that folds to nothing, an apostrophe, stays.
func (s *scan) punct(start, end int) {
	f0 := len(s.out)
	if s.text[start] < utf8.RuneSelf {
		s.out = append(s.out, s.text[start])
	} else if s.out = fold.Append(s.out, s.text[start:end]); len(s.out) == f0 {
		s.out = append(s.out, s.text[start:end]...)
	}
	s.add(ner.Punct, start, end)
}

// add adds a token whose folded form is the rest of s.out.
func (s *scan) add(kind ner.TokenKind, start, end int) {
	s.servant = false
	s.t.Add(ner.Token{Span: ner.Span{Start: start, End: end}, Kind: kind}, len(s.out))
}
