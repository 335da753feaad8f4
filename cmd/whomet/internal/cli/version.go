package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"whomet/ner/analyze"
)

// version is the module version the program was built as, "(devel)" for a
// build from a work tree.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "unknown"
}

// commit is the commit the program was built from, with "+changes" where the
// work tree was not clean; "unknown" where the build did not record it.
func commit() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	rev, changed := "unknown", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			rev = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = "+changes"
		}
	}
	return rev + changed
}

func (a *app) versionCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "version",
		GroupID: "know",
		Short:   "Show the versions of program, gazetteer and rules",
		Long: `Show the version and commit of the program, the version of its gazetteer with the
number of entities in it, and the version of the rules of reading (pipeline). A store
remembers the last two: documents read by others are read again on the next ingest.`,
		Example: `  whomet version
  whomet version --json`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			g, err := a.gazetteer()
			if err != nil {
				return err
			}
			c := count(g)
			if asJSON {
				return a.writeJSON(map[string]any{
					"schema": "whomet.version/1", "version": version(), "commit": commit(), "go": runtime.Version(),
					"gazetteer": g.Version, "counts": c, "pipeline": analyze.Version,
				})
			}
			fmt.Fprintf(a.stdout, "whomet     %s\ncommit     %s\ngo         %s\ngazetteer  %s: %s\npipeline   %s\n",
				version(), commit(), runtime.Version(), g.Version, c, analyze.Version)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	addSettings(cmd.Flags(), "data")
	return cmd
}
