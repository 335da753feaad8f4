package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"whomet/graph"
)

// mostFaults is how many faults are named on standard output.
const mostFaults = 100

func (a *app) verifyCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "verify",
		GroupID: "keep",
		Short:   "Recount everything in the store from its documents",
		Long: `Look whether the store is sound: whether spans and quotes are what stands in the stored
text, ids are what they name, meetings are what merging all reports makes, every count is
what the documents say, every entity is spoken of and known by the name the gazetteer
gives it, and by what it was read. Each fault is a line on standard output; status 1 when
there is one, and what to do about it on standard error.`,
		Example: `  whomet verify
  whomet verify --store summer.db --json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.verify(cmd.Context(), asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object (schema whomet.verify/1)")
	addSettings(cmd.Flags(), "store", "data")
	return cmd
}

func (a *app) verify(ctx context.Context, asJSON bool) error {
	g, err := a.gazetteer()
	if err != nil {
		return err
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
	want := graph.Expected{Stamp: stamp, Gazetteer: g, Hashes: true}
	if stamp.Gazetteer != g.Version {
		want.Gazetteer = nil // its names are those of another gazetteer
	}
	unsound, err := s.Check(ctx)
	if err != nil {
		return a.cannotRead(ctx, err)
	}
	v, err := graph.Verify(r, want)
	if err != nil {
		return a.cannotRead(ctx, err)
	}
	for _, says := range unsound {
		v.Faults = append(v.Faults, graph.Fault{What: "store", Says: says})
	}
	if asJSON {
		err = a.writeJSON(struct {
			Schema string      `json:"schema"`
			Stamp  graph.Stamp `json:"stamp"`
			*graph.Verified
		}{"whomet.verify/1", stamp, v})
	} else {
		err = a.faults(v.Faults)
	}
	if err != nil {
		return err
	}
	a.say("%s: %s, %s, %s, %s, %s, %s looked at", redacted(a.cfg.Store), plural(v.Documents, "document"), plural(v.Mentions, "mention"),
		plural(v.Reports, "report"), plural(v.Meetings, "meeting"), plural(v.Edges, "edge"), plural(v.CoMentions, "co-mention"))
	return a.verdict(v, want)
}

func (a *app) faults(faults []graph.Fault) error {
	for i, f := range faults {
		if i == mostFaults {
			a.say("and %s more; --json names them all", plural(len(faults)-i, "fault"))
			return nil
		}
		if _, err := fmt.Fprintf(a.stdout, "%s %s: %s\n", f.What, f.ID, f.Says); err != nil {
			return err
		}
	}
	return nil
}

// verdict says what to do. A store that another gazetteer or pipeline wrote is
// sound, but no longer what this program would make of its documents.
func (a *app) verdict(v *graph.Verified, want graph.Expected) error {
	switch {
	case len(v.Faults) > 0:
		return nothing("whomet ingest of the same documents into a new store, and please report what was found here",
			"%s in %s", plural(len(v.Faults), "fault"), redacted(a.cfg.Store))
	case v.Stale > 0:
		return nothing("whomet retag (whomet retag --dry-run shows what it would change)",
			"sound, but another gazetteer or other rules read %s", plural(v.Stale, "document"))
	case want.Gazetteer == nil:
		return nothing("whomet retag", "sound, but read with gazetteer %s, which is not the one in force", want.Stamp.Gazetteer)
	}
	a.say("sound")
	return nil
}
