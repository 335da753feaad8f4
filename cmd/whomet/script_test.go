package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"whomet": main})
}

// TestScripts runs the program as its users do. Each script finds a small
// gazetteer with the shipped lexicon in $WORK/data, which WHOMET_DATA names, and
// five articles of our own in $WORK/news.
func TestScripts(t *testing.T) {
	const dir = "testdata/script"
	if scripts, err := filepath.Glob(dir + "/*.txtar"); err != nil || len(scripts) == 0 {
		t.Fatalf("no scripts in %s: %v", dir, err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 dir,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup:               prepare,
	})
}

// prepare gives a script its data, its articles and a home of its own.
func prepare(env *testscript.Env) error {
	env.Setenv("HOME", env.WorkDir)
	env.Setenv("TMPDIR", filepath.Join(env.WorkDir, "tmp"))
	env.Setenv("WHOMET_DATA", filepath.Join(env.WorkDir, "data"))
	if err := os.MkdirAll(filepath.Join(env.WorkDir, "tmp"), 0o755); err != nil {
		return err
	}
	return world(env.WorkDir)
}

// world lays the data and the articles of the tests into dir.
func world(dir string) error {
	for to, from := range map[string]string{
		"data": "testdata/data", "data/lexicon": "../../seeds/lexicon", "news": "testdata/news",
	} {
		if err := os.CopyFS(filepath.Join(dir, to), os.DirFS(from)); err != nil {
			return err
		}
	}
	return nil
}
