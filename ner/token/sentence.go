package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"whomet/ner"
)

// sentences groups the tokens of t. A sentence ends at a line break, or after
// . ! ? ؟ … and whatever closing marks touch them, unless the text plainly goes
// on (see goesOn) or the full stop belongs to a word or number (see inner).
func (c *Cutter) sentences(t *ner.Tokens) {
	first, last := -1, -1 // tokens of the open sentence
	end := -1             // token with which it must end, once known
	for i := range t.List {
		k := &t.List[i]
		k.Sentence = int32(len(t.Sentences))
		if k.Kind == ner.Break {
			if first >= 0 {
				t.Sentences = append(t.Sentences, ner.Span{Start: t.List[first].Start, End: t.List[last].End})
				first = -1
			} else if k.Sentence > 0 {
				k.Sentence--
			}
			continue
		}
		if first < 0 {
			first, end = i, -1
		}
		last = i
		if k.Kind == ner.Punct && i > end && isStop(t.Text[k.Start:k.End]) {
			end = c.stop(t, first, i)
		}
		if i == end {
			t.Sentences = append(t.Sentences, ner.Span{Start: t.List[first].Start, End: k.End})
			first = -1
		}
	}
	if first >= 0 {
		t.Sentences = append(t.Sentences, ner.Span{Start: t.List[first].Start, End: t.List[last].End})
	}
}

func isStop(s string) bool {
	switch s {
	case ".", "!", "?", "\u061f", "\u06d4", "\u2026": // ؟ ۔ …
		return true
	}
	return false
}

func isCloser(s string) bool {
	switch s {
	case `"`, "'", ")", "]", "}", "\u00bb", "\u2019", "\u201d", "\u203a": // » ’ ” ›
		return true
	}
	return false
}

// stop returns the last token of the sentence whose stop is token i, or i-1
// when the sentence goes on.
func (c *Cutter) stop(t *ner.Tokens, first, i int) int {
	j := i
	for touches(t, j+1) && t.List[j+1].Kind == ner.Punct && (isStop(t.Raw(j+1)) || isCloser(t.Raw(j+1))) {
		j++
	}
	if i == j && t.Raw(i) == "." && c.inner(t, first, i) || goesOn(t, j+1) {
		return i - 1
	}
	return j
}

// inner reports whether the full stop at token i ends no sentence.
func (c *Cutter) inner(t *ner.Tokens, first, i int) bool {
	if touches(t, i+1) { // no space behind it
		switch next := &t.List[i+1]; next.Kind {
		case ner.Word:
			// whitehouse.gov, but: ended.The, and Arabic, which has no such addresses
			return next.Latin && !(capitalized(t.Raw(i+1)) && i > first && !capitalized(t.Raw(i-1)))
		case ner.Number:
			return true // 10.5, v.2
		case ner.Punct:
			return !strings.Contains("([\u00ab\u201c", t.Raw(i+1)) // .com/, but: ended.«The
		}
	}
	if i == first || !touches(t, i) {
		return false
	}
	prev := &t.List[i-1]
	switch prev.Kind {
	case ner.Number:
		return i-1 == first // 1. the first point
	case ner.Word:
		raw := strings.TrimPrefix(t.Raw(i-1), waw) // ود. محمد
		if _, size := utf8.DecodeRuneInString(raw); size == len(raw) {
			// د. محمد, J. Kerry; but a letter on a number is its unit: 2015م.
			return !(touches(t, i-1) && i-1 > first && t.List[i-2].Kind == ner.Number)
		}
		capital, ok := c.abbreviations[t.Fold(i-1)]
		if !ok {
			capital, ok = c.abbreviations[strings.TrimPrefix(t.Fold(i-1), waw)]
		}
		return ok && (!capital || capitalized(raw))
	}
	return false
}

// goesOn reports whether token i, the first behind a stop, continues the
// sentence: a small letter ("Stop!" he said) or a comma («...!»، قال).
func goesOn(t *ner.Tokens, i int) bool {
	if i == len(t.List) {
		return false
	}
	raw := t.Raw(i)
	switch t.List[i].Kind {
	case ner.Word:
		r, _ := utf8.DecodeRuneInString(raw)
		return unicode.IsLower(r)
	case ner.Punct:
		return strings.Contains(",;:\u060c\u061b", raw) // ، ؛
	}
	return false
}

// touches reports whether token i stands right behind the one before it.
func touches(t *ner.Tokens, i int) bool {
	return i > 0 && i < len(t.List) && t.List[i-1].End == t.List[i].Start && t.List[i].Kind != ner.Break
}

func capitalized(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
