package cli

import (
	"io"

	"whomet/graph"
	"whomet/graph/neo4j"
)

// writeCypher writes the Cypher that answers a question.
func (a *app) writeCypher(q graph.Question) error {
	script, err := neo4j.Script(q)
	if err != nil {
		return misuse("", "%w", err)
	}
	_, err = io.WriteString(a.stdout, script)
	return err
}
