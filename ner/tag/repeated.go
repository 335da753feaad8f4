package tag

import (
	"strings"

	"whomet/ner"
	"whomet/ner/lexicon"
)

// leastTitle is how many bytes a first line needs to be known again: shorter ones
// are words that a text repeats.
const leastTitle = 24

// outside lists the spans that are no text of the article: its title said again, and
// the tags at its end.
func (s *scanner) outside() []ner.Span {
	spans := s.repeated()
	for i := len(s.t.List) - 1; i >= 0 && len(s.t.List)-i < mostTags; i-- {
		k := s.t.List[i].Kind
		if k == ner.Break || k == ner.Punct {
			break
		}
		if s.isClass(i, lexicon.Furniture) && (i == 0 || s.t.List[i-1].Kind == ner.Break || s.t.List[i].Start-s.t.List[i-1].End > 1 || s.t.List[i-1].Sentence != s.t.List[i].Sentence) {
			spans = append(spans, ner.Span{Start: s.t.List[i].Start, End: len(s.t.Text)})
		}
	}
	return spans
}

// mostTags bounds the words of a line of tags, which holds no punctuation.
const mostTags = 60

// repeated finds where the text says its first line again, as the foot of a page
// does (رابط الخبر بصحيفة …: and the title), and gives back the sentences of that:
// what stands in them was counted in the title.
func (s *scanner) repeated() (spans []ner.Span) {
	text := s.t.Text
	title, rest, ok := strings.Cut(text, "\n")
	if title = strings.TrimSpace(title); !ok || len(title) < leastTitle {
		return nil
	}
	at := len(text) - len(rest)
	for {
		k := strings.Index(text[at:], title)
		if k < 0 {
			return spans
		}
		span := ner.Span{Start: at + k, End: at + k + len(title)}
		at = span.End
		for _, sentence := range s.t.Sentences {
			if sentence.Start < span.End && span.Start < sentence.End {
				span.Start, span.End = min(span.Start, sentence.Start), max(span.End, sentence.End)
			}
		}
		if span.End-span.Start < 2*len(title)+leastTitle { // and no sentence that says more
			spans = append(spans, span)
		}
	}
}
