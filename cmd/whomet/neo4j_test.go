package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

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
	t.Run("retagged", func(t *testing.T) { retagged(t, server) })
	t.Run("stopped", func(t *testing.T) { stopped(t, server) })
}

// stopped ends an ingest in its midst, by ^C and by kill -9, and resumes it: the
// graph is that of a run nobody disturbed. Such a run again writes nothing.
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
	committed := server.Committed(t)
	if sum, _ := ingest(); sum[2] != interruptible || server.Committed(t) != committed {
		t.Errorf("ingested again: %v, and the server committed %s after %s", sum, server.Committed(t), committed)
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

	// A copy, too, and what was copied is what was ingested.
	run := func(args ...string) (out []byte, status int) {
		c := whomet(dir, args...)
		c.Stdin = bytes.NewReader(articles())
		out, _ = c.CombinedOutput()
		return out, c.ProcessState.ExitCode()
	}
	if out, status := run("ingest", "-", "--store", "file.db"); status != 0 {
		t.Fatalf("ingest: %s", out)
	}
	server.Wipe(t)
	c := whomet(dir, "copy", "--from", "file.db", "--to", server.URL(), "--batch", "1")
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(time.Minute); server.Exec(t, "MATCH (d:Document) RETURN count(d) > 0")[0][0] == false && time.Now().Before(end); {
		time.Sleep(5 * time.Millisecond)
	}
	if err := c.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	if _ = c.Wait(); c.ProcessState.ExitCode() != 130 {
		t.Errorf("copy: exit status %d, want 130", c.ProcessState.ExitCode())
	}
	out, status := run("copy", "--from", "file.db", "--to", server.URL())
	resumed := regexp.MustCompile(`^[1-9]\d* documents copied, [1-9]\d* were there already.*\nboth hold`)
	if status != 0 || !resumed.Match(out) {
		t.Errorf("copied again: exit status %d: %s", status, out)
	}
	if dump := server.Dump(t); dump != want {
		t.Errorf("another graph than ingested: %s", neo4jtest.Diff(dump, want))
	}
}

// retagged reads a store again with a layer that adds, renames and takes away, and
// then without: each time the graph is that of an ingest into a new store.
func retagged(t *testing.T, server *neo4jtest.Server) {
	dir := t.TempDir()
	if err := world(dir); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "own"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, rows := range map[string]string{
		"organizations.tsv": "id\tkind\tcountry\tname_en\tname_ar\tsource\nx:gulf\tinternational body\t\tGulf\tمنظمة الخليج التجريبية\tmade up\n",
		"people.tsv":        "id\tcountry\tname_en\tname_ar\tsource\nQ22316\tUS\tJohn F. Kerry\tجون كيري\tmade up\n-Q316495\t\t\t\t\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, "own", name), []byte(rows), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("WHOMET_STORE", server.URL())
	t.Setenv("WHOMET_NEO4J_PASSWORD", server.Password)
	run := func(args ...string) string {
		t.Helper()
		out, err := whomet(dir, args...).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %v: %s", args, err, out)
		}
		return string(out)
	}
	anew := func(args ...string) string {
		server.Wipe(t)
		run(append([]string{"ingest", "news"}, args...)...)
		return server.Dump(t)
	}
	layered, plain := anew("--gazetteer", "own"), anew()
	if layered == plain {
		t.Fatal("the layer changes nothing")
	}
	if out := run("retag", "--gazetteer", "own", "--batch", "2"); !strings.Contains(out, "5 documents = 5 read again") {
		t.Errorf("retag: %s", out)
	}
	if got := server.Dump(t); got != layered {
		t.Errorf("with the layer: another graph than ingested so: %s", neo4jtest.Diff(got, layered))
	}
	run("retag", "--batch", "2")
	if got := server.Dump(t); got != plain {
		t.Errorf("without it: another graph than ingested so: %s", neo4jtest.Diff(got, plain))
	}
}
