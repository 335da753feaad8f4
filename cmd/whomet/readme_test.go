package main

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the transcripts of README.md")

const readme = "../../README.md"

// elided is the line of a transcript that stands for any number of others.
const elided = "…"

// TestReadme runs the transcripts of README.md: every fenced block that begins
// with "$ whomet" is a command and what it prints on a terminal, both streams.
// All of them run one after the other in one folder, where articles/ holds the
// sample articles. What they print must be in the README byte for byte, but for
// the names of temporary folders and the lines that a line "…" stands for.
//
//	go test ./cmd/whomet -run TestReadme -update    writes what they print now
func TestReadme(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "articles"), os.DirFS("../../seeds/articles")); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(text), "\n")
	var out []string
	transcripts := 0
	for i := 0; i < len(lines); i++ {
		out = append(out, lines[i])
		if lines[i] != "```" || i+1 == len(lines) {
			continue
		}
		end := i + 1 + slices.Index(lines[i+1:], "```")
		if end == i {
			t.Fatalf("README.md:%d: the block has no end", i+1)
		}
		if strings.HasPrefix(lines[i+1], "$ whomet") {
			transcripts++
			block := lines[i+1 : end]
			got := transcript(t, dir, block)
			if !slices.Equal(got, block) && !*update {
				t.Errorf("README.md:%d: the transcript is not what is printed\n got %s\nwant %s\n(go test ./cmd/whomet -run TestReadme -update)",
					i+2, strings.Join(got, "\n     "), strings.Join(block, "\n     "))
			}
			out = append(out, got...)
		} else {
			out = append(out, lines[i+1:end]...)
		}
		out = append(out, lines[end])
		i = end
	}
	if transcripts < 3 {
		t.Errorf("README.md has %d transcripts, want 3 at least", transcripts)
	}
	if *update {
		if err := os.WriteFile(readme, []byte(strings.Join(out, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// transcript runs the commands of a block and returns the block as it should be.
func transcript(t *testing.T, dir string, block []string) (out []string) {
	t.Helper()
	for len(block) > 0 {
		command, ok := strings.CutPrefix(block[0], "$ ")
		if !ok {
			t.Fatalf("a transcript begins with %q, want a command", block[0])
		}
		printed := block[1:]
		if next := slices.IndexFunc(printed, func(l string) bool { return strings.HasPrefix(l, "$ whomet") && !strings.Contains(l, "whomet-demo-") }); next >= 0 {
			printed = printed[:next]
		}
		out = append(append(out, block[0]), elide(run(t, dir, command), printed)...)
		block = block[1+len(printed):]
	}
	return out
}

// demoFolder is the folder of a demo, which is another every time.
var demoFolder = regexp.MustCompile(`[^\s'(]*whomet-demo-[0-9]+`)

// run returns the lines that a command prints.
func run(t *testing.T, dir, command string) []string {
	t.Helper()
	cmd := exec.Command("sh", "-c", command)
	cmd.Dir = dir
	set := slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "WHOMET_") })
	cmd.Env = append(set, "HOME="+dir, "XDG_CONFIG_HOME=", "TMPDIR="+dir)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", command, err, out)
	}
	text := demoFolder.ReplaceAllString(string(out), "/tmp/whomet-demo-1")
	return strings.Split(strings.TrimRight(text, "\n"), "\n")
}

// elide leaves out of what was printed the lines that "…" stands for in the
// README: it keeps as many before and behind as stand there.
func elide(printed, readme []string) []string {
	before := slices.Index(readme, elided)
	if before < 0 {
		return printed
	}
	behind := len(readme) - before - 1
	if before+behind > len(printed) {
		return printed
	}
	return slices.Concat(printed[:before], readme[before:before+1], printed[len(printed)-behind:])
}
