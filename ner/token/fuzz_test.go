package token_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"whomet/ner"
	"whomet/ner/fold"
	"whomet/ner/token"
)

var seeds = []string{
	"", "قال د. محمد: «سنلتقي.» ثم غادر", "الـDaesh \u200fو'داعش'\u202c", "عبد الله، ولعبد  العزيز\nعبد\u200f ربه",
	"U.S.-led Obama's Kurds' ‘x’ ʿAli ـ ـا", "10,5 5+1 ٤/٨", "\xff\xfea.\xd8", "a\r\nb\r\n\u2028.\u0301", "ﷺ ﻻ ﹰ ﹱ. ٌ", "...a?!\")b. C",
	"عبد\u093f الله", "z'\u0301s'", "a.\u0301b.c", "عبد-الله",
}

func FuzzCut(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	cut := token.New([]string{"Dr.", "No."})
	var t ner.Tokens
	f.Fuzz(func(tt *testing.T, text string) {
		cut.Cut(text, &t)
		boundary := boundaries(text)
		end, sentence := 0, int32(0)
		for i, k := range t.List {
			raw := t.Raw(i)
			if k.Start < end || k.End <= k.Start || !boundary[k.Start] || !boundary[k.End] {
				tt.Fatalf("token %d [%d,%d) is empty, overlaps or cuts a character of %q", i, k.Start, k.End, text)
			}
			checkGap(tt, text, end, k.Start)
			checkKind(tt, &t, i)
			want := string(fold.Append(nil, raw))
			switch {
			case k.Kind == ner.Break:
				want = ""
			case want == "":
				want = raw
			}
			if t.Fold(i) != want {
				tt.Errorf("token %q folds to %q, want %q", raw, t.Fold(i), want)
			}
			if k.Sentence < sentence || k.Sentence > sentence+1 {
				tt.Errorf("token %d is in sentence %d after %d", i, k.Sentence, sentence)
			}
			if k.Kind != ner.Break && !t.Sentences[k.Sentence].Contains(k.Span) {
				tt.Errorf("token %d is outside its sentence", i)
			}
			end, sentence = k.End, k.Sentence
		}
		checkGap(tt, text, end, len(text))
		checkSentences(tt, &t)
	})
}

// boundaries tells for each byte offset whether a character may end there.
func boundaries(text string) []bool {
	b := make([]bool, len(text)+1)
	for i := range text {
		b[i] = true
	}
	b[len(text)] = true
	return b
}

// checkGap reports whatever is in no token and should be: only white space,
// marks, and single hyphens between letters may be left out.
func checkGap(t *testing.T, text string, start, end int) {
	for i := start; i < end; {
		r, size := utf8.DecodeRuneInString(text[i:end])
		next, _ := utf8.DecodeRuneInString(text[i+size:])
		switch {
		case unicode.IsSpace(r), unicode.Is(unicode.Cf, r), unicode.IsMark(r):
		case unicode.IsLetter(r) && fold.String(string(r)) == "" && !strings.ContainsRune("\u0640\u02bb\u02bc\u02bd\u02be\u02bf", r): // ﹱ
		case strings.ContainsRune("-\u2010\u2011", r) && i == start && start > 0 && unicode.IsLetter(next):
		default:
			t.Errorf("%q of %q is in no token", text[i:i+size], text)
		}
		i += size
	}
}

func checkKind(t *testing.T, tokens *ner.Tokens, i int) {
	raw := tokens.Raw(i)
	first, size := utf8.DecodeRuneInString(raw)
	last, _ := utf8.DecodeLastRuneInString(raw)
	ok := false
	switch tokens.List[i].Kind {
	case ner.Word:
		ok = strings.ContainsFunc(raw, unicode.IsLetter) && !unicode.Is(unicode.Cf, last) && !unicode.Is(unicode.Cf, first)
	case ner.Number:
		ok = strings.TrimFunc(raw, unicode.IsDigit) == ""
	case ner.Possessive:
		ok = i > 0 && tokens.List[i-1].Latin && tokens.List[i-1].End == tokens.List[i].Start
	case ner.Punct:
		ok = size == len(raw)
	case ner.Break:
		ok = strings.ContainsRune("\n\r\u2028\u2029", first) && size == len(raw)
	}
	if !ok {
		t.Errorf("%q is no token of kind %d", raw, tokens.List[i].Kind)
	}
}

// checkSentences: in order, without overlap, trimmed, none blank, and each
// begins and ends with a token of its own.
func checkSentences(t *testing.T, tokens *ner.Tokens) {
	seen := make([]ner.Span, len(tokens.Sentences))
	for _, k := range tokens.List {
		if k.Kind == ner.Break {
			continue
		}
		s := &seen[k.Sentence]
		if s.End == 0 {
			s.Start = k.Start
		}
		s.End = k.End
	}
	end := 0
	for i, s := range tokens.Sentences {
		if s != seen[i] || s.Start < end || s.End <= s.Start {
			t.Errorf("sentence %d is %v, its tokens %v", i, s, seen[i])
		}
		end = s.End
	}
}
