package cli

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"whomet/gazetteer"
	"whomet/graph"
	"whomet/graph/ask"
	"whomet/ner"
	"whomet/seeds"
)

func (a *app) demoCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "demo",
		GroupID: "read",
		Short:   "Read sample news into a new store and ask three questions",
		Long: `Write the sample articles to a new folder, ingest them into a store there and ask three
questions, each printed with its answer, so that you can go on from them. The folder
stays until you remove it. The people of the samples are real, the meetings are made up.`,
		Example: `  whomet demo`,
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.demo(cmd.Context()) },
	}
	addSettings(cmd.Flags(), "data")
	return cmd
}

func (a *app) demo(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "whomet-demo-")
	if err != nil {
		return storeFailure("TMPDIR=/a/folder/with/room whomet demo", err)
	}
	news := filepath.Join(dir, "articles")
	if err := samples(news); err != nil {
		return err
	}
	a.cfg.Store = filepath.Join(dir, "demo.db")
	a.command("ingest", news)
	if err := a.ingest(ctx, []string{news}, nil); err != nil {
		return err
	}

	questions, err := a.tour(ctx)
	if err != nil {
		return err
	}
	for _, q := range questions {
		fmt.Fprintln(a.stdout)
		a.command(q.words()...)
		if err := a.ask(ctx, &q.asking, q.kind, q.names); err != nil {
			return err
		}
	}
	a.say(`
Go on with the samples (--json gives any answer as data):
  whomet near %[3]s --store %[1]s
  whomet who %[3]s --store %[1]s
  whomet extract %[2]s
With your own articles, which are read from files, folders, archives and feeds:
  whomet ingest PATH...
  whomet meetings
When done: rm -r %[4]s`,
		quoted(a.cfg.Store), quoted(news), quoted(questions[0].names[0]), quoted(dir))
	return nil
}

// samples writes the sample articles to a new folder.
func samples(dir string) error {
	from, err := fs.Sub(seeds.FS(), "articles")
	if err != nil {
		return err
	}
	if err := os.CopyFS(dir, from); err != nil {
		return storeFailure("TMPDIR=/a/folder/with/room whomet demo", err)
	}
	return nil
}

// command shows a command line as one would type it.
func (a *app) command(words ...string) {
	for i, w := range words {
		words[i] = quoted(w)
	}
	fmt.Fprintf(a.stdout, "$ whomet %s --store %s\n", strings.Join(words, " "), quoted(a.cfg.Store))
}

// demonstration is a question of the demo.
type demonstration struct {
	asking
	kind  graph.QuestionKind
	names []string
}

func (d *demonstration) words() []string {
	if d.kind == graph.Met || len(d.names) == 2 {
		return append([]string{"met"}, d.names...)
	}
	return append(append([]string{"meetings"}, d.names...), "--status", d.status)
}

// tour picks the questions from what is in the store: whom the person with most
// meetings met, the meetings with the first of those, and the meetings that did
// not come to pass.
func (a *app) tour(ctx context.Context) ([]demonstration, error) {
	g, err := a.gazetteer()
	if err != nil {
		return nil, err
	}
	store, err := a.store(ctx, g, true)
	if err != nil {
		return nil, err
	}
	defer store.Close()
	held := asking{status: string(ner.Held), mode: string(ner.InPerson)}
	all, err := store.Ask(ctx, graph.Question{Kind: graph.Meetings, Status: held.status, Mode: held.mode})
	if err != nil {
		return nil, storeFailure("", err)
	}
	most := busiest(all.Rows.(graph.MeetingRows))
	if most == nil {
		return nil, nothing("whomet gazetteer lint", "no meeting found in the samples")
	}
	counterparts, err := store.Ask(ctx, graph.Question{Kind: graph.Met, Who: [][]string{{most.Entity}}, Status: held.status, Mode: held.mode, Limit: 1})
	if err != nil {
		return nil, storeFailure("", err)
	}
	first := counterparts.Rows.(graph.Counterparts)[0]
	r := ask.New(g, store)
	one, other := nameOf(ctx, r, *most), nameOf(ctx, r, first.EntityRef)
	tour := []demonstration{{held, graph.Met, []string{one}}, {held, graph.Meetings, []string{one, other}}}
	for _, status := range []ner.Status{ner.Denied, ner.Cancelled, ner.Alleged, ner.Planned, ner.Held} {
		q := asking{status: string(status), mode: string(ner.InPerson)}
		found, err := store.Ask(ctx, graph.Question{Kind: graph.Meetings, Status: q.status, Mode: q.mode, Limit: 1})
		if err != nil {
			return nil, storeFailure("", err)
		}
		if found.Total > 0 {
			return append(tour, demonstration{q, graph.Meetings, nil}), nil
		}
	}
	return tour, nil
}

// busiest is the listed person with most meetings, of several the one with the
// smallest id.
func busiest(rows graph.MeetingRows) *graph.EntityRef {
	number := map[string]int{}
	var most *graph.EntityRef
	for _, row := range rows {
		for i := range row.Participants {
			p := &row.Participants[i]
			if strings.HasPrefix(p.Entity, graph.Unlisted) || p.Type != gazetteer.Person {
				continue
			}
			number[p.Entity]++
			if most == nil || number[p.Entity] > number[most.Entity] ||
				number[p.Entity] == number[most.Entity] && p.Entity < most.Entity {
				most = p
			}
		}
	}
	return most
}
