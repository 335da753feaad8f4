package score

import (
	"fmt"
	"slices"
	"strings"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/analyze"
)

// Why tells by which rules a document came to an error, one line each: how each of
// the two was read, what became of the cues where the reader quotes or the
// program has its evidence, and the rule of the meeting that was told. doc and
// steps are what Trace returns of the document; both nil where it was not read.
func (e *Error) Why(doc *ner.Annotated, steps []analyze.Step) []string {
	if doc == nil {
		return []string{"the document was not read"}
	}
	var why []string
	for i := range e.Who {
		why = append(why, fmt.Sprintf("name %s: %s", e.Who[i], e.reading(i, doc)))
	}
	where := e.where(doc)
	cues := 0
	for _, s := range steps {
		if s.Cue && slices.ContainsFunc(where, func(w ner.Span) bool { return w.Overlaps(s.Span) }) {
			why = append(why, fmt.Sprintf("cue %d-%d %s: %s: %s", s.Span.Start, s.Span.End, s.Rule, s.Text, doc.Text[s.Span.Start:s.Span.End]))
			cues++
		}
	}
	switch {
	case cues > 0:
	case len(where) == 0:
		why = append(why, "cue: no sentence names both, and the quote is not in the text")
	default:
		why = append(why, fmt.Sprintf("cue: none with two parties in %s", spans(where)))
	}
	if m := e.Meeting; m != nil {
		why = append(why, fmt.Sprintf("told as %s, %s by %s", m.Status, m.Mode, m.Rule))
	}
	return why
}

// reading is how the document reads the mentions of one of the two: each way once,
// with how often.
func (e *Error) reading(i int, doc *ner.Annotated) string {
	var ways []string
	number := map[string]int{}
	for _, m := range doc.Mentions {
		if m.Type != gazetteer.Person || !e.means(i, &m) {
			continue
		}
		way := string(m.Status)
		if m.Entity != nil {
			way = *m.Entity
		}
		way += " by " + m.Rule
		if number[way] == 0 {
			ways = append(ways, way)
		}
		number[way]++
	}
	if len(ways) == 0 {
		return "in no mention"
	}
	for j, way := range ways {
		if number[way] > 1 {
			ways[j] = fmt.Sprintf("%s, %d times", way, number[way])
		}
	}
	return strings.Join(ways, "; ")
}

// means reports whether a mention is of the i-th of the two: by a form of the gold
// or, of somebody who is not in the gold, by the name the program has for him.
func (e *Error) means(i int, m *ner.Mention) bool {
	forms := formsOf(e.Who[i])
	if p := e.people[i]; p != nil {
		forms = p.forms()
	}
	return likeness(forms, formsOf(m.Text, m.Name, m.NameAr)) > 0
}

// where is which parts of the text an error is about: the sentences that name both,
// the one that is most like the reader's quote, and the evidence.
func (e *Error) where(doc *ner.Annotated) (list []ner.Span) {
	if e.Meeting != nil {
		for _, v := range e.Meeting.Evidence {
			list = append(list, ner.Span{Start: v.Start, End: v.End})
		}
	}
	named := make([][2]bool, len(doc.Sentences))
	for j := range doc.Mentions {
		m := &doc.Mentions[j]
		if m.Type != gazetteer.Person || m.Sentence < 0 || m.Sentence >= len(named) {
			continue
		}
		for i := range e.Who {
			named[m.Sentence][i] = named[m.Sentence][i] || e.means(i, m)
		}
	}
	quoted := mostLike(doc, e.Quote)
	for n, s := range doc.Sentences {
		if (named[n] == [2]bool{true, true} || n == quoted) && !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// mostLike is the sentence with most of the words of the quote, the first of
// equals; -1 where none has half of them.
func mostLike(doc *ner.Annotated, quote string) int {
	words := wordSet(folded(quote))
	best, most := -1, 0
	for n, s := range doc.Sentences {
		common := 0
		for w := range wordSet(folded(doc.Text[s.Start:s.End])) {
			if words[w] {
				common++
			}
		}
		if common > most && 2*common >= len(words) {
			best, most = n, common
		}
	}
	return best
}

func spans(list []ner.Span) string {
	parts := make([]string, len(list))
	for i, s := range list {
		parts[i] = fmt.Sprintf("%d-%d", s.Start, s.End)
	}
	return strings.Join(parts, ", ")
}
