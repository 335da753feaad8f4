package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

// The exit statuses of every command.
const (
	statusDone        = 0   // done, answered
	statusPartly      = 1   // nothing found, or some documents failed
	statusMisuse      = 2   // flag, configuration, unknown or ambiguous name, invalid gazetteer
	statusStore       = 3   // store unreachable or refused
	statusInterrupted = 130 // ^C
)

const exitHelp = `
Exit status: 0 done, answered · 1 nothing found, or some documents failed (each named
on standard error) · 2 misuse: flag, configuration, unknown or ambiguous name, invalid
gazetteer · 3 store unreachable or refused · 130 interrupted.
Standard output carries data only; words and progress go to standard error.
`

// failure is an error that knows its exit status and what to try next.
type failure struct {
	status int
	err    error  // nil: everything was said already
	try    string // what to do about it, or ""
}

func (f *failure) Error() string {
	if f.err == nil {
		return fmt.Sprintf("exit status %d", f.status)
	}
	return f.err.Error()
}

func (f *failure) Unwrap() error { return f.err }

// misuse is the failure of somebody who asked for what cannot be.
func misuse(try, format string, args ...any) error {
	return &failure{status: statusMisuse, err: fmt.Errorf(format, args...), try: try}
}

// storeFailure is the failure of a store that cannot be reached or refuses.
func storeFailure(try string, err error) error {
	return &failure{status: statusStore, err: err, try: try}
}

// interrupted is the failure of a command that was stopped by ^C.
func interrupted(try string) error {
	return &failure{status: statusInterrupted, err: errors.New("interrupted"), try: try}
}

// nothing is the failure of a question without an answer.
func nothing(try, format string, args ...any) error {
	return &failure{status: statusPartly, err: fmt.Errorf(format, args...), try: try}
}

// said ends with a status when all there is to say has been said.
func said(status int) error { return &failure{status: status} }

// report prints err and returns the exit status. An error without a status of
// its own comes from cobra when no command ran yet (an unknown command, a wrong
// number of arguments), else from writing the output.
func report(w io.Writer, cmd *cobra.Command, err error, ran bool) int {
	if err == nil {
		return statusDone
	}
	f := &failure{status: statusMisuse, err: err}
	if ran {
		f.status = statusPartly
	}
	errors.As(err, &f)
	if f.err == nil {
		return f.status
	}
	fmt.Fprintln(w, "whomet: "+strings.TrimSpace(f.err.Error()))
	try := f.try
	if try == "" && f.status == statusMisuse {
		try = cmd.CommandPath() + " --help"
	}
	if try != "" {
		fmt.Fprintln(w, "  try: "+strings.ReplaceAll(try, "\n", "\n       "))
	}
	return f.status
}
