package analyze

import (
	"slices"

	"whomet/ner"
)

// Step is one decision of the rules about a run of the text.
type Step struct {
	Span ner.Span
	Cue  bool // of a cue of a meeting; else of a name or title
	Rule string
	Text string // what was decided
}

// Trace reads one document as Document does and returns the decisions too, by
// place: for whoever asks why something was found or was not.
func (a *Analyzer) Trace(d *ner.Document) (*ner.Annotated, []Step) {
	out, st := a.read(d, true, new(workspace))
	var steps []Step
	for _, n := range st.tagged.Notes {
		steps = append(steps, Step{n.Span, false, n.Rule, n.Text})
	}
	for _, n := range st.notes {
		steps = append(steps, Step{n.Span, true, n.Rule, n.Text})
	}
	slices.SortStableFunc(steps, func(a, b Step) int { return a.Span.Start - b.Span.Start })
	return out, steps
}
