package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"whomet/graph"
	"whomet/ner"
)

func (a *app) pathCommand() *cobra.Command {
	q := &asking{}
	cmd := a.question(q, cobra.ExactArgs(2), func([]string) graph.QuestionKind { return graph.Path })
	cmd.Use = "path NAME NAME"
	cmd.Short = "The shortest chain of meetings between two people"
	cmd.Long = `Show the shortest chain of people from the first to the second, each of whom met the
next: a paragraph a step, with the newest meeting of the two. Only meetings held in person
count, unless --status and --mode say otherwise. Of several chains as short, the one with
the smallest ids is shown.
` + nameHelp
	cmd.Example = `  whomet path Lavrov "King Salman"
  whomet path Lavrov Zarif --from 2015-07-01 --mode any`
	q.dayFlags(cmd)
	cmd.Flags().StringVar(&q.in, "in", "", "only meetings in this city or country")
	q.kindFlags(cmd, string(ner.Held), string(ner.InPerson))
	return cmd
}

func (a *app) timelineCommand() *cobra.Command {
	q := &asking{}
	cmd := a.question(q, cobra.ExactArgs(1), func([]string) graph.QuestionKind { return graph.Timeline })
	cmd.Use = "timeline NAME"
	cmd.Short = "What somebody did by day, planned and denied included"
	cmd.Long = `Show the meetings somebody took part in, oldest first: a line a meeting, with those he
met. What was planned, called off, alleged or denied is among them, each marked as such,
unless --status says otherwise.
` + nameHelp
	cmd.Example = `  whomet timeline Kerry --from 2015-08-01 --to 2015-08-07
  whomet timeline "Russian foreign minister" --on 2015-08-04 --status held --limit 0`
	q.dayFlags(cmd)
	cmd.Flags().StringVar(&q.in, "in", "", "only meetings in this city or country")
	cmd.Flags().StringVar(&q.country, "country", "", "only meetings with who held an office of this country on that day")
	q.kindFlags(cmd, graph.Any, graph.Any)
	return cmd
}

// kindFlags are --status and --mode with their defaults.
func (q *asking) kindFlags(cmd *cobra.Command, status, mode string) {
	cmd.Flags().StringVar(&q.status, "status", status, strings.Join(statuses, "|"))
	cmd.Flags().StringVar(&q.mode, "mode", mode, strings.Join(modes, "|"))
	for flag, words := range map[string][]string{"status": statuses, "mode": modes} {
		_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)) // fails only for no flag
	}
}
