package cli

import (
	"context"

	"whomet/gazetteer"
	"whomet/graph"
)

// snapshot opens the store in force for reading and begins a snapshot of it.
// close ends both.
func (a *app) snapshot(ctx context.Context, g *gazetteer.Gazetteer) (s graph.Archive, r graph.Reader, close func(), err error) {
	if s, err = a.store(ctx, g, true); err != nil {
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
