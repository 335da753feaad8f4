package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// interruptible is more documents than a run that is stopped early can store;
// they fill the buffers a stream is told apart with.
const interruptible = 200

// articles are documents in which the same two people meet on different days.
func articles() []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	filler := strings.Repeat("The weather was fine and the streets were quiet that day. ", 15)
	for i := range interruptible {
		day := time.Date(2015, 1, 1+2*i, 0, 0, 0, 0, time.UTC)
		_ = enc.Encode(map[string]string{
			"id": fmt.Sprintf("a%03d", i), "source": "Test Gazette", "published": day.Format("2006-01-02"),
			"text": fmt.Sprintf("Sergey Lavrov met John Kerry in Doha on %s. %s", day.Format("2 January 2006"), filler),
		})
	}
	return b.Bytes()
}

// child is a whomet that reads from this test.
type child struct {
	*exec.Cmd
	in     io.WriteCloser
	stderr bytes.Buffer
}

// ingesting starts an ingest of standard input in dir, feeds it all but the end
// of the input, and returns when the store holds some of it.
func ingesting(t *testing.T, dir string) *child {
	t.Helper()
	c := &child{Cmd: whomet(dir, "ingest", "-", "--batch", "10", "--jobs", "2")}
	c.Stderr = &c.stderr
	var err error
	if c.in, err = c.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Process.Kill() })
	all := articles()
	if _, err := c.in.Write(all[:len(all)*9/10]); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(30 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		if n := stored(t, dir); n > 0 {
			return c
		}
		if time.Now().After(end) {
			t.Fatalf("nothing stored after 30 seconds: %s", c.stderr.String())
		}
	}
}

// whomet is a command in dir, whose gazetteer it uses.
func whomet(dir string, args ...string) *exec.Cmd {
	cmd := exec.Command("whomet", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "HOME="+dir, "XDG_CONFIG_HOME=", "WHOMET_DATA="+filepath.Join(dir, "data"))
	return cmd
}

// answer is the JSON answer of all meetings; "" when there is no store yet.
func answer(dir string) []byte {
	out, _ := whomet(dir, "meetings", "--status", "any", "--mode", "any", "--limit", "0", "--json").Output()
	return out
}

// stored is how many documents the store in dir holds.
func stored(t *testing.T, dir string) int {
	t.Helper()
	out := answer(dir)
	if len(out) == 0 {
		return 0
	}
	var a struct{ Coverage struct{ Documents int } }
	if err := json.Unmarshal(out, &a); err != nil {
		t.Fatalf("%v in %s", err, out)
	}
	return a.Coverage.Documents
}

var sum = regexp.MustCompile(`(\d+) documents? read = (\d+) stored \+ (\d+) unchanged \+ (\d+) replaced \+ (\d+) failed`)

// summed returns the numbers of a summary, having checked that they add up.
func summed(t *testing.T, stderr string) (n [5]int) {
	t.Helper()
	m := sum.FindStringSubmatch(stderr)
	if m == nil {
		t.Fatalf("no summary in %q", stderr)
	}
	for i := range n {
		n[i], _ = strconv.Atoi(m[i+1])
	}
	if n[0] != n[1]+n[2]+n[3]+n[4] {
		t.Errorf("%s does not add up", m[0])
	}
	return n
}

// resume ingests all of the input and checks that what was stored before is
// not read again and that the store is like one written in one go.
func resume(t *testing.T, dir string) {
	t.Helper()
	before := stored(t, dir)
	again := whomet(dir, "ingest", "-")
	again.Stdin = bytes.NewReader(articles())
	out, err := again.CombinedOutput()
	if err != nil {
		t.Fatalf("resumed: %v: %s", err, out)
	}
	n := summed(t, string(out))
	if n != [5]int{interruptible, interruptible - before, before, 0, 0} {
		t.Errorf("resumed with %d documents stored before: %v", before, n)
	}

	fresh := t.TempDir()
	if err := world(fresh); err != nil {
		t.Fatal(err)
	}
	once := whomet(fresh, "ingest", "-")
	once.Stdin = bytes.NewReader(articles())
	if out, err := once.CombinedOutput(); err != nil {
		t.Fatalf("in one go: %v: %s", err, out)
	}
	if !bytes.Equal(answer(dir), answer(fresh)) {
		t.Error("the resumed store answers otherwise than one written in one go")
	}
}

func TestInterrupt(t *testing.T) {
	dir := t.TempDir()
	if err := world(dir); err != nil {
		t.Fatal(err)
	}
	c := ingesting(t, dir)
	if err := c.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	err := c.Wait()
	if code := c.ProcessState.ExitCode(); code != 130 {
		t.Fatalf("exit status %d (%v), want 130: %s", code, err, c.stderr.String())
	}
	if n := summed(t, c.stderr.String()); n[0] != stored(t, dir) || n[1] != n[0] {
		t.Errorf("the summary %v and the store with %d documents disagree", n, stored(t, dir))
	}
	if !strings.Contains(c.stderr.String(), "try: the same command again") {
		t.Errorf("%q does not say how to resume", c.stderr.String())
	}
	resume(t, dir)
}

func TestKill(t *testing.T) {
	dir := t.TempDir()
	if err := world(dir); err != nil {
		t.Fatal(err)
	}
	c := ingesting(t, dir)
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = c.Wait() // it was killed
	resume(t, dir)
}

// TestFullDisk lets the files of the store grow to 300 kB only.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	if err := world(dir); err != nil {
		t.Fatal(err)
	}
	c := whomet(dir)
	c.Path, c.Args = "/bin/sh", []string{"sh", "-c", "ulimit -f 600 && trap '' XFSZ && exec whomet ingest - --batch 10"}
	c.Stdin = bytes.NewReader(articles())
	out, err := c.CombinedOutput()
	if code := c.ProcessState.ExitCode(); code != 3 {
		t.Fatalf("exit status %d (%v), want 3: %s", code, err, out)
	}
	m := regexp.MustCompile(`(\d+) stored .* \+ (\d+) not written`).FindSubmatch(out)
	if m == nil {
		t.Fatalf("the summary does not say what was not written: %s", out)
	}
	if n := stored(t, dir); string(m[1]) != strconv.Itoa(n) {
		t.Errorf("%s documents stored by the summary, %d in the store", m[1], n)
	}
	resume(t, dir)
}

// TestInterruptExtract checks that standard output ends with a whole line.
func TestInterruptExtract(t *testing.T) {
	dir := t.TempDir()
	if err := world(dir); err != nil {
		t.Fatal(err)
	}
	cmd := whomet(dir, "extract")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	go func() { _, _ = in.Write(articles()) }() // the pipe breaks when the child ends
	first := make([]byte, 1)
	if _, err := io.ReadFull(out, first); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	rest, err := io.ReadAll(out)
	if err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != 130 {
		t.Errorf("exit status %d, want 130", code)
	}
	for i, line := range bytes.SplitAfter(append(first, rest...), []byte("\n")) {
		if len(line) > 0 && !json.Valid(line) {
			t.Errorf("line %d is no JSON: %.80s", i+1, line)
		}
	}
}
