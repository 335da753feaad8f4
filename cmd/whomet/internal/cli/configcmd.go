package cli

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"whomet/cmd/whomet/internal/cli/render"
)

func (a *app) configCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "config",
		GroupID: "know",
		Short:   "Show every setting in force and where it came from",
		Long: `Show every setting in force and where it came from.

A flag wins over the environment, the environment over the file, the file over the
default. The file is the one that --config or WHOMET_CONFIG names, else
  ` + defaultConfigFile() + `
if it exists. It is TOML, one setting a line:
  store = "/data/news.db"
  jobs = 4
The environment variable of a setting is its name in capitals behind WHOMET_, such as
WHOMET_STORE; an empty variable counts as not set. WHOMET_GAZETTEER holds folders as PATH does, the
file a list: gazetteer = ["mine", "ours"]. Unknown names are errors. Secrets
are masked here; WHOMET_NEO4J_PASSWORD is the one there is.`,
		Example: `  whomet config
  whomet config --json
  WHOMET_JOBS=2 whomet config`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if asJSON {
				return a.writeJSON(map[string]any{"schema": "whomet.config/1", "file": a.cfgFile, "settings": a.settings})
			}
			table := render.Table{Columns: []render.Column{{Title: "setting"}, {Title: "value"}, {Title: "from"}}}
			for _, s := range a.settings {
				value := fmt.Sprint(s.Value)
				if list, ok := s.Value.([]string); ok {
					value = strings.Join(list, string(os.PathListSeparator))
				}
				if value == "" {
					value = `""`
				}
				table.Rows = append(table.Rows, []string{s.Key, value, s.From})
			}
			return a.terminal().Write(table)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	addSettings(cmd.Flags(), "store", "data", "jobs", "batch", "limit", "quiet")
	return cmd
}
