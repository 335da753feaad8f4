package graph

import (
	"errors"
	"fmt"
)

// Errors of stores that a caller branches on; they come wrapped with the name
// of the store and what to try.
var (
	ErrNotStore = errors.New("not a whomet store")
	ErrNotFound = errors.New("no such store")
	ErrReadOnly = errors.New("store is read-only")
	ErrFull     = errors.New("no room left in the store")
	ErrBusy     = errors.New("store is being written by another program")
)

// SchemaError says that a store was laid out by another version of whomet.
type SchemaError struct {
	Store      string // path or address
	Have, Want int    // its schema, and the one this program knows
}

func (e *SchemaError) Error() string {
	if e.Have > e.Want {
		return fmt.Sprintf("%s: written by a newer whomet (schema %d, this one knows %d): use that version, or ingest into a new store",
			e.Store, e.Have, e.Want)
	}
	return fmt.Sprintf("%s: written by an older whomet (schema %d, this one wants %d): open it once for writing (whomet ingest) to bring it up to date",
		e.Store, e.Have, e.Want)
}
