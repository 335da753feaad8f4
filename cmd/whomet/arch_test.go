package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// floors are the parts of the house from the ground up. A package may import
// its own part and those below it. seeds and gazetteer share the ground and may
// not import each other.
var floors = []string{"seeds gazetteer", "ner", "graph", "cmd"}

// homes names the one place that may import each third-party module: a folder
// with what is below it, or "tests" for any test. An import path names its
// module or one package of it.
var homes = map[string]string{
	"golang.org/x/text/unicode/norm":      "ner/fold",
	"golang.org/x/text/encoding":          "ner/source",
	"golang.org/x/text/transform":         "ner/source",
	"golang.org/x/net":                    "ner/source",
	"github.com/saintfish/chardet":        "ner/source",
	"github.com/mmcdole/gofeed":           "ner/source",
	"github.com/go-shiori/go-readability": "ner/source",
	"github.com/hablullah/go-hijri":       "ner",
	"modernc.org/sqlite":                  "graph/sqlite",
	"github.com/neo4j/neo4j-go-driver/v5": "graph/neo4j",
	"github.com/spf13/cobra":              "cmd/whomet/internal/cli",
	"github.com/spf13/pflag":              "cmd/whomet/internal/cli",
	"github.com/spf13/viper":              "cmd/whomet/internal/cli",
	"github.com/schollz/progressbar/v3":   "cmd/whomet/internal/cli",
	"github.com/mattn/go-isatty":          "cmd/whomet/internal/cli",
	"github.com/rivo/uniseg":              "cmd/whomet/internal/cli",
	"github.com/rogpeppe/go-internal":     "tests",
	"golang.org/x/tools/txtar":            "tests",

	"github.com/rogpeppe/go-internal/lockedfile": "graph/neo4j/neo4jtest",
}

// listed is what `go list -json` says of a package.
type listed struct {
	ImportPath   string
	Imports      []string
	TestImports  []string
	XTestImports []string
}

// packages lists the packages of the module, their paths relative to it.
func packages(t *testing.T) []listed {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports,TestImports,XTestImports", "whomet/...")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		p.ImportPath = strings.TrimPrefix(p.ImportPath, "whomet/")
		all = append(all, p)
	}
	if len(all) < 5 {
		t.Fatalf("go list found only %d packages", len(all))
	}
	return all
}

// part is the top folder a package lies in.
func part(pkg string) string {
	top, _, _ := strings.Cut(pkg, "/")
	return top
}

// floor is the height of a package: 0 for seeds and gazetteer, -1 for none.
func floor(pkg string) int {
	return slices.IndexFunc(floors, func(f string) bool { return slices.Contains(strings.Fields(f), part(pkg)) })
}

// misplaced says what is wrong with pkg importing imp, or "".
func misplaced(pkg, imp string, test bool) string {
	if own, ours := strings.CutPrefix(imp, "whomet/"); ours {
		switch {
		case floor(own) > floor(pkg):
			return "imports upwards"
		case floor(pkg) == 0 && part(own) != part(pkg) && !test:
			return "seeds and gazetteer import nothing of ours"
		}
		return ""
	}
	if !strings.Contains(strings.Split(imp, "/")[0], ".") {
		return "" // the standard library
	}
	for mod, home := range homes {
		if within(imp, mod) && (home == "tests" && test || within(pkg, home)) {
			return ""
		}
	}
	return "is not its home"
}

func within(p, parent string) bool { return p == parent || strings.HasPrefix(p, parent+"/") }

func TestImportsGoOneWay(t *testing.T) {
	for _, p := range packages(t) {
		if floor(p.ImportPath) < 0 {
			t.Errorf("%s is on no floor: the top level is %v", p.ImportPath, floors)
		}
		for _, imp := range p.Imports {
			if wrong := misplaced(p.ImportPath, imp, false); wrong != "" {
				t.Errorf("%s imports %s: %s", p.ImportPath, imp, wrong)
			}
		}
		for _, imp := range slices.Concat(p.TestImports, p.XTestImports) {
			if wrong := misplaced(p.ImportPath, imp, true); wrong != "" {
				t.Errorf("the tests of %s import %s: %s", p.ImportPath, imp, wrong)
			}
		}
	}
}

// TestModulesHaveHomes fails for a module that go.mod requires directly and that
// has no home, and for a home whose module nobody imports.
func TestModulesHaveHomes(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{if not (or .Main .Indirect)}}{{.Path}}{{end}}", "all").Output()
	if err != nil {
		t.Fatalf("go list -m: %v", err)
	}
	for _, mod := range strings.Fields(string(out)) {
		housed := false
		for p := range homes {
			housed = housed || within(p, mod)
		}
		if !housed {
			t.Errorf("go.mod requires %s, which has no home in arch_test.go", mod)
		}
	}

	var imports []string
	for _, p := range packages(t) {
		imports = slices.Concat(imports, p.Imports, p.TestImports, p.XTestImports)
	}
	for mod := range homes {
		if !slices.ContainsFunc(imports, func(imp string) bool { return within(imp, mod) }) {
			t.Errorf("%s has a home in arch_test.go, but nobody imports it", mod)
		}
	}
}

// TestMisplaced shows that the rules bite.
func TestMisplaced(t *testing.T) {
	for _, c := range []struct {
		pkg, imp string
		test, ok bool
	}{
		{"ner/tag", "whomet/gazetteer", false, true},
		{"ner/tag", "strings", false, true},
		{"ner/tag", "whomet/graph", false, false},
		{"gazetteer", "whomet/seeds", false, false},
		{"gazetteer", "whomet/seeds", true, true},
		{"gazetteer/wikidata", "whomet/gazetteer", false, true},
		{"seeds", "whomet/gazetteer", false, false},
		{"graph", "whomet/cmd/whomet/internal/cli", true, false},
		{"graph/sqlite", "modernc.org/sqlite", false, true},
		{"graph", "modernc.org/sqlite/lib", false, false},
		{"graph/neo4j", "github.com/neo4j/neo4j-go-driver/v5/neo4j", false, true},
		{"cmd/whomet/internal/cli", "github.com/neo4j/neo4j-go-driver/v5/neo4j", false, false},
		{"graph/ask", "github.com/spf13/viper", false, false},
		{"cmd/whomet/internal/cli/render", "github.com/rivo/uniseg", false, true},
		{"ner/match", "golang.org/x/text/unicode/norm", false, false},
		{"ner/match", "github.com/rogpeppe/go-internal/testscript", true, true},
		{"ner/match", "github.com/rogpeppe/go-internal/testscript", false, false},
		{"cmd/whomet", "example.com/new", false, false},
	} {
		if wrong := misplaced(c.pkg, c.imp, c.test); (wrong == "") != c.ok {
			t.Errorf("misplaced(%s, %s, %v) = %q, want ok %v", c.pkg, c.imp, c.test, wrong, c.ok)
		}
	}
}
