// Package cli is the command line of whomet: flags, configuration, progress,
// exit statuses and rendering. What the commands do lives in ner, graph and
// gazetteer; nothing here knows a rule of language or a query.
package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"

	"whomet/cmd/whomet/internal/cli/render"
)

// Main runs whomet with the arguments, environment and streams of the process
// and returns its exit status. ^C lets the work in hand come to its end; a
// second ^C ends the process at once.
func Main() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	a := &app{stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr}
	return a.run(ctx, os.Args[1:])
}

// app is what every command shares: the streams and the configuration in force.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer

	cfg      Config
	settings []Setting // cfg once more, each with where it came from
	cfgFile  string    // the file that was read, or ""
	ran      bool      // a command was found and its arguments were right
}

// run executes one command line and says on standard error what went wrong.
func (a *app) run(ctx context.Context, args []string) int {
	root := a.root()
	root.SetArgs(args)
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	cmd, err := root.ExecuteContextC(ctx)
	return report(a.stderr, cmd, err, a.ran)
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "whomet",
		Short: "Find who met whom in Arabic and English news",
		Long: `whomet reads Arabic and English news, links the names of people, countries and
organizations, finds who met whom and keeps the sentence that says so.

  whomet demo                         try it on sample news, nothing to prepare
  whomet ingest news/                 read your own articles into whomet.db
  whomet met "Sergey Lavrov"          whom he met
  whomet extract article.txt          what is in one article, as JSON`,
		Example: `  whomet demo
  whomet ingest news/*.zip
  whomet met لافروف
  whomet met "Sergey Lavrov" "John Kerry"
  whomet meetings Lavrov --from 2015-08-01 --status any`,
		SilenceErrors:     true,
		SilenceUsage:      true,
		Version:           version(),
		PersistentPreRunE: a.configure,
		Args:              subcommand,
		RunE:              func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetVersionTemplate("whomet {{.Version}}\n")
	root.SetHelpTemplate(root.HelpTemplate() + exitHelp)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return &failure{status: statusMisuse, err: err} })
	root.PersistentFlags().String("config", "", "configuration file (default: "+defaultConfigFile()+")")
	addSettings(root.PersistentFlags(), "no_color", "bidi")
	root.AddGroup(
		&cobra.Group{ID: "read", Title: "Reading news:"},
		&cobra.Group{ID: "ask", Title: "Questions:"},
		&cobra.Group{ID: "keep", Title: "Keeping the store:"},
		&cobra.Group{ID: "know", Title: "What whomet knows and is set to:"},
	)
	root.AddCommand(
		a.demoCommand(), a.extractCommand(), a.explainCommand(), a.ingestCommand(),
		a.metCommand(), a.meetingsCommand(), a.nearCommand(), a.whoCommand(),
		a.pathCommand(), a.timelineCommand(),
		a.exportCommand(), a.doctorCommand(), a.copyCommand(), a.queriesCommand(),
		a.verifyCommand(), a.retagCommand(), a.diffCommand(),
		a.gazetteerCommand(), a.evalCommand(), a.configCommand(), a.versionCommand(),
	)
	return root
}

// configure reads the configuration before any command runs.
func (a *app) configure(cmd *cobra.Command, _ []string) error {
	a.ran = true
	var err error
	a.cfg, a.settings, a.cfgFile, err = loadConfig(cmd.Flags(), os.Environ())
	return err
}

// terminal says how to write for people on standard output.
func (a *app) terminal() render.Terminal {
	tty := isTerminal(a.stdout)
	return render.Terminal{
		Out:     a.stdout,
		Color:   tty && !a.cfg.NoColor && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb",
		Isolate: tty && a.cfg.Bidi == "isolate",
	}
}

// say writes a line of words, which never go to standard output.
func (a *app) say(format string, args ...any) {
	fmt.Fprintf(a.stderr, format+"\n", args...)
}

// name names an input that failed, on one line.
func (a *app) name(err error) {
	a.say("whomet: %s", strings.Join(strings.Fields(err.Error()), " "))
}

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && (isatty.IsTerminal(f.Fd()) || isatty.IsCygwinTerminal(f.Fd()))
}
