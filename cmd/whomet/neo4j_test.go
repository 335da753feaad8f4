package main

import (
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"whomet/graph/neo4j/neo4jtest"
)

// TestNeo4j runs the program against a real server, whose store URL names.
func TestNeo4j(t *testing.T) {
	server := neo4jtest.Shared(t)
	t.Cleanup(neo4jtest.Stop)
	server.Wipe(t)
	t.Cleanup(func() { server.Wipe(t) })
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/neo4j",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("URL", server.URL())
			env.Setenv("WHOMET_NEO4J_PASSWORD", server.Password)
			return prepare(env)
		},
	})
}
