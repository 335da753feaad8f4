package graph

import "context"

// Record is a document as a store keeps it, with by what it was read: what one
// store hands to another.
type Record struct {
	Projection
	Gazetteer string // version of the gazetteer
	Pipeline  string // version of the rules
}

// Importer is a Store that takes documents as another store kept them. Both have
// to be opened with the gazetteer by which the documents were written.
type Importer interface {
	Store
	// PutRecords is Put for such documents.
	PutRecords(ctx context.Context, records []Record) ([]Outcome, error)
}
