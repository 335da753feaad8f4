package gazetteer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Severity says whether a finding may be lived with.
type Severity string

// An error makes the data unfit to load; a warning is for a reader to judge.
const (
	SeverityError   Severity = "error"
	SeverityWarning Severity = "warning"
)

// Finding is one fault of the data: where it is, which rule it breaks and how.
type Finding struct {
	Pos      Pos
	Severity Severity
	Rule     string // a short name such as "bad-date"
	Message  string // what is wrong and what is wanted
}

// String is "file:line: rule: message", with "warning: " before the rule where
// it is only that.
func (f Finding) String() string {
	if f.Severity == SeverityWarning {
		return fmt.Sprintf("%s: warning: %s: %s", f.Pos, f.Rule, f.Message)
	}
	return fmt.Sprintf("%s: %s: %s", f.Pos, f.Rule, f.Message)
}

// Errorf makes a finding that forbids loading.
func Errorf(pos Pos, rule, format string, args ...any) Finding {
	return Finding{pos, SeverityError, rule, fmt.Sprintf(format, args...)}
}

// Warnf makes a finding for a reader to judge.
func Warnf(pos Pos, rule, format string, args ...any) Finding {
	return Finding{pos, SeverityWarning, rule, fmt.Sprintf(format, args...)}
}

// near names another place as it is seen from here: by its line in the same file,
// else by file and line.
func near(here, there Pos) string {
	if here.File == there.File {
		return fmt.Sprintf("line %d", there.Line)
	}
	return there.String()
}

// SortFindings puts findings in the order of file, line, rule and message.
func SortFindings(fs []Finding) {
	slices.SortFunc(fs, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.Pos.File, b.Pos.File),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Message, b.Message),
		)
	})
}

// CheckError is returned where data has faults that forbid loading it.
type CheckError struct {
	Findings []Finding // errors only, sorted; at least one
}

// NewCheckError returns a *CheckError with the errors among the findings,
// sorted, or nil where there is none.
func NewCheckError(findings []Finding) error {
	var errs []Finding
	for _, f := range findings {
		if f.Severity == SeverityError {
			errs = append(errs, f)
		}
	}
	if len(errs) == 0 {
		return nil
	}
	SortFindings(errs)
	return &CheckError{errs}
}

// shownFindings keeps the message of a CheckError on one screen.
const shownFindings = 20

// Error lists the first findings, one a line, and says how many there are.
func (e *CheckError) Error() string {
	var b strings.Builder
	if n := len(e.Findings); n == 1 {
		b.WriteString("the data has 1 error:")
	} else {
		fmt.Fprintf(&b, "the data has %d errors:", n)
	}
	for i, f := range e.Findings {
		if i == shownFindings {
			fmt.Fprintf(&b, "\n\t… and %d more", len(e.Findings)-i)
			break
		}
		b.WriteString("\n\t" + f.String())
	}
	return b.String()
}
