package tag

import (
	"slices"
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

// repeated gives back the sentences that say the title again, as the foot of a page
// does (رابط الخبر بصحيفة …: and the title), and nothing else: what stands in them was
// counted in the title.
func (s *scanner) repeated() (spans []ner.Span) {
	for _, again := range s.again {
		span := again
		for _, sentence := range s.t.Sentences {
			if sentence.Overlaps(span) {
				span.Start, span.End = min(span.Start, sentence.Start), max(span.End, sentence.End)
			}
		}
		if span.Len() < 2*again.Len()+leastTitle {
			spans = append(spans, span)
		}
	}
	return spans
}

// titleAgain finds where the text says its first line again.
func (s *scanner) titleAgain() (spans []ner.Span) {
	end := slices.IndexFunc(s.t.List, func(k ner.Token) bool { return k.Kind == ner.Break })
	if end <= 0 {
		return nil
	}
	title := s.t.Text[s.t.List[0].Start:s.t.List[end-1].End]
	if len(title) < leastTitle {
		return nil
	}
	for i := end + 1; i < len(s.t.List); i++ {
		if k := s.t.List[i]; k.Len() == s.t.List[0].Len() && strings.HasPrefix(s.t.Text[k.Start:], title) {
			spans = append(spans, ner.Span{Start: k.Start, End: k.Start + len(title)})
		}
	}
	return spans
}
