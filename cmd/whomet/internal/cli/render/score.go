package render

import (
	"bufio"
	"fmt"
	"strings"

	"whomet/ner"
	"whomet/ner/score"
)

// Score writes the figures of an evaluation and, below them, its errors, each with
// the sentence and the rules behind it.
func (t Terminal) Score(r *score.Result) error {
	scopes := []struct {
		name string
		of   *score.Scope
	}{{"known", &r.Known}, {"all", &r.All}}

	pairs := Table{Columns: []Column{{Title: "people"}, {Title: "pairs"}, right("precision"), right("recall"), right("F1"), right("right"), right("invented"), right("missed")}}
	parts := Table{Columns: []Column{{Title: "people"}, right("status"), right("mode"), right("date"), right("place"), right("of pairs"), right("broken")}}
	for _, s := range scopes {
		for _, x := range []struct {
			name  string
			rates score.Rates
		}{{"any", s.of.Any}, {"held", s.of.Held}} {
			pairs.Rows = append(pairs.Rows, []string{s.name, x.name, third(x.rates.Precision()), third(x.rates.Recall()), third(x.rates.F1()),
				tenth(x.rates.TP), tenth(x.rates.FP), tenth(x.rates.FN)})
		}
		parts.Rows = append(parts.Rows, []string{s.name, third(s.of.Status()), third(s.of.Mode()), third(s.of.Date()), third(s.of.Place()),
			fmt.Sprint(s.of.Matched), fmt.Sprint(s.of.Broken)})
	}
	fmt.Fprintf(t.Out, "documents  %d, %d of them missing\n\n", r.Documents, len(r.Missing)) // a broken pipe shows below
	if err := t.Write(pairs); err != nil {
		return err
	}
	fmt.Fprintln(t.Out)
	if err := t.Write(parts); err != nil {
		return err
	}
	return paragraphs(t, r.Errors, func(out *bufio.Writer, e *score.Error) {
		if e == &r.Errors[0] {
			out.WriteByte('\n')
		}
		t.mistake(out, e)
	})
}

// mistake writes one error: what kind, where, who, and why.
func (t Terminal) mistake(out *bufio.Writer, e *score.Error) {
	told := ""
	switch e.Kind {
	case score.Missed:
		told = statuses(e.Gold)
	case score.Invented:
		told = statuses(e.Told)
	default:
		told = statuses(e.Gold) + " told as " + statuses(e.Told)
	}
	fmt.Fprintf(out, "%s  %s  %s  %s × %s\n", t.paint(red, e.Kind), Clean(e.Document.Name()), told, t.Name(e.Who[0]), t.Name(e.Who[1]))
	if e.Quote != "" {
		fmt.Fprintf(out, "  reader   %s\n", Clean(e.Quote))
	}
	if m := e.Meeting; m != nil && len(m.Evidence) > 0 {
		fmt.Fprintf(out, "  program  %s\n", Clean(m.Evidence[0].Text))
	}
	for _, line := range e.Trace {
		fmt.Fprintf(out, "    %s\n", Clean(line))
	}
}

func statuses(list []ner.Status) string {
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = string(s)
	}
	return strings.Join(words, ", ")
}

func right(title string) Column { return Column{Title: title, Right: true} }
func third(x float64) string    { return fmt.Sprintf("%.3f", x) }
func tenth(x float64) string    { return fmt.Sprintf("%.1f", x) }
