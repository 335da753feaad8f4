package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"whomet/graph/neo4j/neo4jtest"
)

// TestNeo4j runs the program against a real server.
func TestNeo4j(t *testing.T) {
	server := neo4jtest.Shared(t)
	t.Cleanup(neo4jtest.Stop)
	t.Cleanup(func() { server.Wipe(t) })
	t.Run("scripts", func(t *testing.T) {
		server.Wipe(t)
		testscript.Run(t, testscript.Params{
			Dir:                 "testdata/neo4j",
			RequireExplicitExec: true,
			Condition: func(name string) (bool, error) {
				if name != "tls" {
					return false, fmt.Errorf("unknown condition %q", name)
				}
				return server.Certificate != "", nil
			},
			Setup: func(env *testscript.Env) error {
				env.Setenv("URL", server.URL())
				env.Setenv("HOST", server.Host)
				env.Setenv("CERTIFICATE", server.Certificate)
				env.Setenv("WHOMET_NEO4J_PASSWORD", server.Password)
				return prepare(env)
			},
		})
	})
	t.Run("stopped", func(t *testing.T) { stopped(t, server) })
}

// stopped ends an ingest in its midst, by ^C and by kill -9, and resumes it: the
// graph is that of a run nobody disturbed.
func stopped(t *testing.T, server *neo4jtest.Server) {
	dir := t.TempDir()
	if err := world(dir); err != nil {
		t.Fatal(err)
	}
	t.Setenv("WHOMET_STORE", server.URL())
	t.Setenv("WHOMET_NEO4J_PASSWORD", server.Password)
	ingest := func() (sum [5]int, dump string) {
		t.Helper()
		c := whomet(dir, "ingest", "-", "--batch", "10")
		c.Stdin = bytes.NewReader(articles())
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("ingest: %v: %s", err, out)
		}
		return summed(t, string(out)), server.Dump(t)
	}
	server.Wipe(t)
	_, want := ingest()
	if n := strings.Count(want, "\n"); n < interruptible {
		t.Fatalf("a dump of %d lines proves little", n)
	}
	for _, signal := range []os.Signal{syscall.SIGINT, syscall.SIGKILL} {
		server.Wipe(t)
		c := ingesting(t, dir)
		if err := c.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		_ = c.Wait() // its status follows
		if signal == syscall.SIGINT {
			if code := c.ProcessState.ExitCode(); code != 130 {
				t.Errorf("exit status %d, want 130: %s", code, c.stderr.String())
			}
			if n := summed(t, c.stderr.String()); n[0] != stored(t, dir) || n[1] != n[0] {
				t.Errorf("the summary %v and the store with %d documents disagree", n, stored(t, dir))
			}
			if !strings.Contains(c.stderr.String(), "try: the same command again") {
				t.Errorf("%q does not say how to resume", c.stderr.String())
			}
		}
		sum, dump := ingest()
		if sum[0] != interruptible || sum[1] == 0 || sum[2] == 0 || sum[1]+sum[2] != interruptible {
			t.Errorf("%v: resumed: %v, want some stored and some unchanged", signal, sum)
		}
		if dump != want {
			t.Errorf("%v: another graph than undisturbed: %s", signal, neo4jtest.Diff(dump, want))
		}
	}
}
