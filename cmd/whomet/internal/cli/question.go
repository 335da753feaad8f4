package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"whomet/gazetteer"
	"whomet/graph"
	"whomet/graph/ask"
	"whomet/ner"
)

// asking is a question as it was typed.
type asking struct {
	from, to, on string
	in, country  string
	status, mode string
	json         bool
	cypher       bool
}

const nameHelp = `
NAME is an id (Q58217), a name in either script, an alias with the particles written
to it, a title (Russian foreign minister, وزير الخارجية الروسي; --on says of which day), a
country (whoever holds its offices) or an organization. A name nobody has, or
several have, ends with status 2 and says how to name each.`

func (a *app) metCommand() *cobra.Command {
	q := &asking{}
	cmd := a.question(q, cobra.RangeArgs(1, 2), func(names []string) graph.QuestionKind {
		if len(names) == 2 {
			return graph.Meetings
		}
		return graph.Met
	})
	cmd.Use = "met NAME [NAME]"
	cmd.Short = "Whom somebody met, or the meetings of two"
	cmd.Long = `Of one NAME, show whom he met: one row a counterpart, most meetings first. Of two, show
their meetings with the sentences that say so. Only meetings held in person count, unless
--status and --mode say otherwise.
` + nameHelp
	cmd.Example = `  whomet met "Sergey Lavrov"
  whomet met "Russian foreign minister" --on 2015-08-04 --country Iraq
  whomet met Lavrov Kerry --mode any --json`
	q.meetingFlags(cmd)
	return cmd
}

func (a *app) meetingsCommand() *cobra.Command {
	q := &asking{}
	cmd := a.question(q, cobra.ArbitraryArgs, func([]string) graph.QuestionKind { return graph.Meetings })
	cmd.Use = "meetings [NAME]..."
	cmd.Short = "Meetings in which all of them took part, each with its reports"
	cmd.Long = `Show the meetings in which all of them took part, newest first; without a NAME, of
everybody. Each comes with every report of it: paper, day, what the paper says of it, who
claims it, and the sentence.
` + nameHelp
	cmd.Example = `  whomet meetings --from 2015-08-01 --to 2015-08-07
  whomet meetings Lavrov --in Doha
  whomet meetings Assad --status any --limit 0`
	q.meetingFlags(cmd)
	return cmd
}

func (a *app) nearCommand() *cobra.Command {
	q := &asking{status: graph.Any, mode: graph.Any}
	cmd := a.question(q, cobra.RangeArgs(1, 2), func(names []string) graph.QuestionKind {
		if len(names) == 2 {
			return graph.Together
		}
		return graph.Near
	})
	cmd.Use = "near NAME [NAME]"
	cmd.Short = "Who is named beside somebody, or the sentences that name two"
	cmd.Long = `Of one NAME, show who is named in the same sentence, with counts. Of two, show the
sentences that name both. Days are those of publication.
` + nameHelp
	cmd.Example = `  whomet near "Sergey Lavrov"
  whomet near Lavrov Syria --from 2015-08-01`
	q.dayFlags(cmd)
	cmd.Flags().StringVar(&q.country, "country", "", "only who held an office of this country on that day")
	return cmd
}

func (a *app) whoCommand() *cobra.Command {
	q := &asking{status: graph.Any, mode: graph.Any}
	cmd := a.question(q, cobra.ExactArgs(1), func([]string) graph.QuestionKind { return graph.Who })
	cmd.Use = "who NAME"
	cmd.Short = "Who somebody is: names, offices, how often mentioned"
	cmd.Long = `Show the names and the offices with their days, how often the store's documents mention
him, and which unclear names may mean him.
` + nameHelp
	cmd.Example = `  whomet who لافروف
  whomet who "Iraqi prime minister" --on 2015-08-04`
	return cmd
}

// question makes a command that asks the store; kind depends on how many names
// there are.
func (a *app) question(q *asking, args cobra.PositionalArgs, kind func(names []string) graph.QuestionKind) *cobra.Command {
	cmd := &cobra.Command{
		GroupID: "ask",
		Args:    args,
		RunE: func(cmd *cobra.Command, names []string) error {
			return a.ask(cmd.Context(), q, kind(names), names)
		},
	}
	cmd.Flags().StringVar(&q.on, "on", "", "the day on which a title is held, such as 2015-08-04")
	cmd.Flags().BoolVar(&q.json, "json", false, "print one JSON object (schema "+graph.AnswerSchema+")")
	cmd.Flags().BoolVar(&q.cypher, "cypher", false, "print the Cypher that answers this in Neo4j, with its parameters, and ask nothing")
	addSettings(cmd.Flags(), "store", "limit", "data")
	return cmd
}

func (q *asking) dayFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&q.from, "from", "", "first day, such as 2015-08-01")
	cmd.Flags().StringVar(&q.to, "to", "", "last day, such as 2015-08-31")
}

func (q *asking) meetingFlags(cmd *cobra.Command) {
	q.dayFlags(cmd)
	cmd.Flags().StringVar(&q.in, "in", "", "only meetings in this city or country")
	cmd.Flags().StringVar(&q.country, "country", "", "only counterparts who held an office of this country on that day")
	q.kindFlags(cmd, string(ner.Held), string(ner.InPerson))
}

var (
	statuses = []string{string(ner.Held), string(ner.Planned), string(ner.Proposed), string(ner.Cancelled), string(ner.Denied), string(ner.Alleged), graph.Any}
	modes    = []string{string(ner.InPerson), string(ner.Phone), string(ner.Multilateral), graph.Any}
)

// ask resolves what was typed, asks the store in force and writes the answer.
func (a *app) ask(ctx context.Context, typed *asking, kind graph.QuestionKind, names []string) error {
	q, on, err := typed.question(kind, a.cfg.Limit)
	if err != nil {
		return err
	}
	g, err := a.gazetteer()
	if err != nil {
		return err
	}
	store, err := a.store(ctx, g, true)
	if err != nil {
		return err
	}
	defer store.Close()
	if err := typed.resolve(ctx, ask.New(g, store), on, names, &q); err != nil {
		return err
	}
	if err := q.Check(); err != nil {
		return misuse("", "%w", err)
	}
	if typed.cypher {
		return a.writeCypher(q)
	}
	answer, err := store.Ask(ctx, q)
	switch {
	case ctx.Err() != nil:
		return interrupted("")
	case err != nil:
		return storeFailure("", err)
	case typed.json:
		err = a.writeJSON(answer)
	default:
		err = a.terminal().Answer(answer)
	}
	if err != nil {
		return err
	}
	return a.remarks(answer)
}

// question is what was typed, but for the names, and the day on which titles
// are held.
func (typed *asking) question(kind graph.QuestionKind, limit int) (out graph.Question, on gazetteer.Day, err error) {
	out = graph.Question{Kind: kind, Who: [][]string{}, Status: typed.status, Mode: typed.mode, Limit: limit}
	if err := oneOf("--status", typed.status, statuses); err != nil {
		return out, 0, err
	}
	if err := oneOf("--mode", typed.mode, modes); err != nil {
		return out, 0, err
	}
	if out.From, err = day("--from", typed.from); err != nil {
		return out, 0, err
	}
	if out.To, err = day("--to", typed.to); err != nil {
		return out, 0, err
	}
	if out.From != 0 && out.To != 0 && out.From > out.To {
		return out, 0, misuse(fmt.Sprintf("--from %s --to %s", out.To, out.From), "--from %s is after --to %s", out.From, out.To)
	}
	on, err = day("--on", typed.on)
	return out, on, err
}

// day reads the day of a flag; "" is none.
func day(flag, s string) (gazetteer.Day, error) {
	if s == "" {
		return 0, nil
	}
	d, err := gazetteer.ParseDay(s)
	if err != nil {
		return 0, misuse(flag+" 2015-08-04", "%s %w", flag, err)
	}
	return d, nil
}

// remarks says beside an answer what is missing from it, and whether there was
// one.
func (a *app) remarks(answer *graph.Answer) error {
	if n := answer.Undated; n > 0 {
		what := "meeting"
		if answer.Question.Kind == graph.Near || answer.Question.Kind == graph.Together {
			what = "document"
		}
		a.say("%s without a date left out; leave out --from and --to to see all", plural(n, what))
	}
	shown := 0
	if answer.Rows != nil {
		shown = answer.Rows.Len()
	}
	switch {
	case shown == 0:
		return nothing(wider(answer.Question), "nothing found in %s, which holds %s", redacted(a.cfg.Store), covered(answer.Coverage))
	case shown < answer.Total:
		a.say("%d of %d rows; --limit 0 for all", shown, answer.Total)
	}
	return nil
}

// covered says what a store holds.
func covered(c graph.Coverage) string {
	if c.Documents == 0 {
		return "no documents yet"
	}
	s := plural(c.Documents, "document")
	if c.Sources > 0 {
		s += " of " + plural(c.Sources, "paper")
	}
	switch {
	case c.First == nil || c.Last == nil:
		return s + ", none with a date"
	case *c.First == *c.Last:
		return s + ", all of " + *c.First
	}
	return s + ", from " + *c.First + " to " + *c.Last
}

// wider names the flags that would let more through.
func wider(q graph.Question) string {
	var flags []string
	if q.Status != graph.Any {
		flags = append(flags, "--status any")
	}
	if q.Mode != graph.Any {
		flags = append(flags, "--mode any")
	}
	if q.In != "" {
		flags = append(flags, "no --in")
	}
	if q.Country != "" {
		flags = append(flags, "no --country")
	}
	if q.From != 0 || q.To != 0 {
		flags = append(flags, "other days")
	}
	if len(flags) == 0 {
		return "whomet ingest PATH, to read more documents"
	}
	return strings.Join(flags, ", ")
}
