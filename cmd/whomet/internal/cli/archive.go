package cli

import (
	"context"

	"whomet/gazetteer"
	"whomet/graph"
)

// archive opens the store in force as one that can be read back whole.
func (a *app) archive(ctx context.Context, g *gazetteer.Gazetteer, readOnly bool) (graph.Archive, error) {
	return a.store(ctx, g, readOnly)
}

// snapshot opens the store in force for reading and begins a snapshot of it.
// close ends both.
func (a *app) snapshot(ctx context.Context, g *gazetteer.Gazetteer) (s graph.Archive, r graph.Reader, close func(), err error) {
	if s, err = a.archive(ctx, g, true); err != nil {
		return nil, nil, nil, err
	}
	if r, err = s.Read(ctx); err != nil {
		s.Close()
		return nil, nil, nil, a.cannotRead(ctx, err)
	}
	return s, r, func() { r.Close(); s.Close() }, nil
}

// cannotRead is the failure of a command that reads the store back.
func (a *app) cannotRead(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return interrupted("")
	}
	return storeFailure("", err)
}
