package cli

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/spf13/cobra"

	"whomet/cmd/whomet/internal/cli/render"
	"whomet/gazetteer"
	"whomet/ner/analyze"
	"whomet/ner/fold"
	"whomet/ner/lexicon"
	"whomet/seeds"
)

func (a *app) gazetteerCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "gazetteer",
		GroupID: "know",
		Short:   "Check, count and show the people, countries and organizations that are known",
		Long: `Check, count and show the people, countries and organizations that are known.

Tables of your own are laid over the shipped ones by --gazetteer DIR, the environment
variable WHOMET_GAZETTEER or the setting gazetteer. DIR holds any of the tables of
seeds/gazetteer/ with the same columns:
  a row with an id that is known replaces the cells it fills; "-" empties a cell
  a row with a new id adds a person, city, organization or country
  aliases, offices and role patterns are added
  a row whose first cell begins with "-" takes away: -Q58217 in people.tsv the person;
  in the other tables whatever has the cells that the row fills, such as
  -Q58217, a surname, ar in people-aliases.tsv`,
		Args: subcommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	lint := &cobra.Command{
		Use:   "lint [DIR]",
		Short: "Check every rule of the data, naming file and line",
		Long: `Check gazetteer and lexicon against every rule of their format. DIR is a folder laid out
like seeds/ in the source; without it the data in force is checked, and with it the
layers that --gazetteer lays over it. Findings go to standard output, one a line; an
error among them ends with status 2, warnings do not.`,
		Example: `  whomet gazetteer lint
  whomet gazetteer lint --gazetteer mine/
  whomet gazetteer lint my-seeds/`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				a.cfg.Data = args[0]
			}
			return a.lint()
		},
	}
	var asJSON bool
	stats := &cobra.Command{
		Use:   "stats",
		Short: "Count what is known, by kind and by source",
		Example: `  whomet gazetteer stats
  whomet gazetteer stats --json`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return a.stats(asJSON) },
	}
	stats.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	show := &cobra.Command{
		Use:   "show ID",
		Short: "Show everything known about one entity",
		Long: `Show the names, aliases and offices of one entity, each with file and line. ID is the
Wikidata id or x:slug that answers and extract print, a country's two letters, or the
exact English or Arabic name. Where --gazetteer lays tables of your own over the data,
each fact also tells its layer, and what a layer replaced or took away is shown too.`,
		Example: `  whomet gazetteer show Q58217
  whomet gazetteer show RU
  whomet gazetteer show Q58217 --gazetteer mine/`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.show(args[0]) },
	}
	for _, c := range []*cobra.Command{lint, stats, show} {
		addSettings(c.Flags(), "data")
	}
	cmd.AddCommand(lint, stats, show, a.gazetteerSuggestCommand())
	return cmd
}

// subcommand refuses the word that is no subcommand of cmd.
func subcommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range cmd.Commands() {
		names = append(names, c.Name())
	}
	try := cmd.CommandPath() + " " + strings.Join(names, "|")
	if near := nearest(args[0], names); near != "" {
		try = cmd.CommandPath() + " " + near
	}
	return misuse(try, "unknown command %q for %q", args[0], cmd.CommandPath())
}

func (a *app) lint() error {
	if err := isFolder(a.cfg.Data); err != nil {
		return err
	}
	layers, err := a.layers()
	if err != nil {
		return err
	}
	findings, err := gazetteer.Check(a.seeds(), fold.String, layers...)
	if err != nil {
		return a.badData(err)
	}
	partial, err := gazetteer.Partial(a.seeds(), layers...)
	if err != nil {
		return a.badData(err)
	}
	findings = append(findings, a.ordinaryWords(partial)...)
	gazetteer.SortFindings(findings)
	findings = append(findings, lexiconFindings(a.seeds())...)
	var g *gazetteer.Gazetteer
	if gazetteer.NewCheckError(findings) == nil {
		if g, err = a.gazetteer(); err != nil {
			return err
		}
		// What is sound row by row may hold patterns that cannot be matched.
		if _, err := analyze.New(g, a.seeds()); err != nil {
			return misuse("correct the pattern that is named", "data does not compile: %w", err)
		}
	}
	faults := 0
	for _, f := range findings {
		fmt.Fprintln(a.stdout, f)
		if f.Severity == gazetteer.SeverityError {
			faults++
		}
	}
	if faults > 0 {
		return misuse("correct the lines above; seeds/README.md tells what each column holds", "%s, %s",
			plural(faults, "error"), plural(len(findings)-faults, "warning"))
	}
	a.say("no errors, %s: %s (version %s)", plural(len(findings), "warning"), count(g), g.Version)
	return nil
}

// ordinaryWords finds names that are words of the language, with their hits in the
// sample articles.
func (a *app) ordinaryWords(g *gazetteer.Gazetteer) []gazetteer.Finding {
	lex, _ := lexicon.Load(a.seeds()) // its faults are told
	var sample []string
	names, _ := fs.Glob(seeds.FS(), "articles/*.jsonl") // the pattern is sound
	for _, name := range names {
		if text, err := fs.ReadFile(seeds.FS(), name); err == nil {
			sample = append(sample, string(text))
		}
	}
	return lex.Ordinary(g, fold.String, sample)
}

// lexiconFindings checks the rows of the lexicon and their order. The particles of
// names belong to the gazetteer and are checked with it.
func lexiconFindings(fsys fs.FS) []gazetteer.Finding {
	_, findings := lexicon.Load(fsys)
	_, more := lexicon.Abbreviations(fsys)
	findings = append(findings, more...)
	for _, name := range append([]string{"abbreviations.tsv"}, lexicon.Tables...) {
		t, _ := gazetteer.ReadTable(fsys, path.Join(lexicon.Dir, name)) // its faults are found above
		findings = append(findings, t.CheckOrder()...)
	}
	gazetteer.SortFindings(findings)
	return findings
}

// counts is how many there are of each type of entity.
type counts struct {
	People        int `json:"people"`
	Countries     int `json:"countries"`
	Organizations int `json:"organizations"`
	Cities        int `json:"cities"`
	Offices       int `json:"offices"`
}

func count(g *gazetteer.Gazetteer) counts {
	c := counts{Offices: len(g.Offices)}
	for _, n := range g.Stats().Entities {
		switch gazetteer.Type(n.Key) {
		case gazetteer.Person:
			c.People = n.N
		case gazetteer.Country:
			c.Countries = n.N
		case gazetteer.Organization:
			c.Organizations = n.N
		case gazetteer.City:
			c.Cities = n.N
		}
	}
	return c
}

func (c counts) String() string {
	return fmt.Sprintf("%d people, %d countries, %d organizations, %d cities, %d terms of office",
		c.People, c.Countries, c.Organizations, c.Cities, c.Offices)
}

func (a *app) stats(asJSON bool) error {
	g, err := a.gazetteer()
	if err != nil {
		return err
	}
	s := g.Stats()
	groups := []struct {
		name string
		list []gazetteer.Count
	}{
		{"entities", s.Entities}, {"arabic_names", s.Arabic}, {"aliases", s.Aliases}, {"offices", s.Offices},
		{"offices_of", s.Holders}, {"sources", s.Sources}, {"role_patterns", []gazetteer.Count{{Key: "all", N: s.Patterns}}},
	}
	if asJSON {
		object := map[string]any{"schema": "whomet.gazetteer-stats/1", "version": g.Version}
		for _, group := range groups {
			numbers := map[string]int{}
			for _, c := range group.list {
				numbers[c.Key] = c.N
			}
			object[group.name] = numbers
		}
		return a.writeJSON(object)
	}
	table := render.Table{Columns: []render.Column{{Title: "what"}, {Title: "number", Right: true}, {Title: "of"}}}
	for _, group := range groups {
		for _, c := range group.list {
			table.Rows = append(table.Rows, []string{strings.ReplaceAll(group.name, "_", " "), fmt.Sprint(c.N), c.Key})
		}
	}
	return a.terminal().Write(table)
}

func (a *app) show(id string) error {
	g, err := a.gazetteer()
	if err != nil {
		return err
	}
	e, err := find(g, id)
	if err != nil {
		return err
	}
	return a.terminal().Entity(g, e, func(p gazetteer.Pos) string { return a.layerName(g, p) })
}

// find looks an entity up by its id, a country's iso code or one of its two
// names exactly.
func find(g *gazetteer.Gazetteer, id string) (*gazetteer.Entity, error) {
	if e, ok := g.Entity(id); ok {
		return e, nil
	}
	if e, ok := g.ByISO(strings.ToUpper(id)); ok {
		return e, nil
	}
	if p, ok := g.TakenAway(id); ok {
		return nil, misuse("the same without --gazetteer "+quoted(g.Layer(p)), "%s is taken away by %s", id, p)
	}
	var found []*gazetteer.Entity
	var names []string
	for i := range g.Entities {
		e := &g.Entities[i]
		if fold.String(e.Name) == fold.String(id) || e.NameAr != "" && fold.String(e.NameAr) == fold.String(id) {
			found = append(found, e)
		}
		names = append(names, e.Name, e.ID)
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		try := "whomet who " + quoted(id) + ", which knows aliases and titles too"
		if near := nearest(id, names); near != "" {
			try = "whomet gazetteer show " + quoted(near)
		}
		return nil, misuse(try, "nothing has the id or name %q", id)
	}
	var lines []string
	for _, e := range found {
		lines = append(lines, fmt.Sprintf("whomet gazetteer show %s   %s, %s", e.ID, e.Name, e.Type))
	}
	return nil, misuse(strings.Join(lines, "\n"), "%q is the name of %d entities", id, len(found))
}

// quoted is a word as a shell takes it.
func quoted(s string) string {
	if s != "" && !strings.ContainsAny(s, " \t'\"$`\\|&;<>()*?[]#~!{}") {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
