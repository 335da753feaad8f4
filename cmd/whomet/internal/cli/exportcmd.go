package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"whomet/gazetteer"
	"whomet/graph/export"
	"whomet/ner/lexicon"
	"whomet/ner/token"
)

func (a *app) exportCommand() *cobra.Command {
	var names []string
	var list strings.Builder
	for _, f := range export.Formats() {
		names = append(names, f.Name)
		fmt.Fprintf(&list, "  %-8s %s\n", f.Name, f.Help)
	}
	cmd := &cobra.Command{
		Use:     "export FORMAT [PATH]",
		GroupID: "keep",
		Short:   "Write the graph to files for other programs",
		Long: `Write all the store holds to PATH, or a format of one file to standard output. What was at
PATH stays until the new file or folder is whole. The same graph makes the same bytes.

` + list.String() + `
Offsets are bytes of the text; code points in brat. Only what was held is an edge.`,
		Example: `  whomet export jsonl | gzip > graph.jsonl.gz
  whomet export graphml graph.graphml
  whomet export neo4j import/`,
		Args:      cobra.RangeArgs(1, 2),
		ValidArgs: names,
		RunE: func(cmd *cobra.Command, args []string) error {
			f := export.Find(args[0])
			if f == nil {
				return misuse("one of "+strings.Join(names, ", "), "unknown format %q", args[0])
			}
			path := "-"
			if len(args) == 2 {
				path = args[1]
			}
			if path == "-" && f.Folder() {
				return misuse("whomet export "+f.Name+" FOLDER", "%s is a folder of files", f.Name)
			}
			return a.export(cmd.Context(), f, path)
		},
	}
	addSettings(cmd.Flags(), "store", "data", "quiet")
	return cmd
}

func (a *app) export(ctx context.Context, f *export.Format, path string) error {
	g, err := a.gazetteer()
	if err != nil {
		return err
	}
	abbreviations, findings := lexicon.Abbreviations(a.seeds())
	if err := gazetteer.NewCheckError(findings); err != nil {
		return a.badData(err)
	}
	s, r, end, err := a.snapshot(ctx, g)
	if err != nil {
		return err
	}
	defer end()
	stamp, err := s.Stamp(ctx)
	if err != nil {
		return storeFailure("", err)
	}
	graph := &export.Graph{Reader: r, Stamp: stamp, Gazetteer: g, Cutter: token.New(abbreviations)}
	if path == "-" {
		err = f.Stream(a.stdout, graph)
	} else {
		err = f.Write(path, graph)
	}
	switch {
	case ctx.Err() != nil:
		return interrupted("")
	case err != nil:
		return storeFailure("", fmt.Errorf("export %s: %w", f.Name, err))
	}
	if path != "-" && !a.cfg.Quiet {
		a.say("%s written to %s", f.Name, path)
	}
	return nil
}
