package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"whomet/graph"
	"whomet/graph/graphtest"
)

// write makes a file for a test to open.
func write(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// database makes a SQLite file by statements.
func database(t *testing.T, path string, statements ...string) string {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, st := range statements {
		if _, err := db.Exec(st); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

// TestOpenRefused: every way in which a path is no store for us.
func TestOpenRefused(t *testing.T) {
	folder := t.TempDir()
	in := func(name string) string { return filepath.Join(folder, name) }
	store := in("store.db")
	openTest(t, store, nil).Close()
	newer := in("newer.db")
	openTest(t, newer, nil).Close()
	database(t, newer, "PRAGMA user_version = 7")

	for _, c := range []struct {
		path     string
		readOnly bool
		want     error
		says     string
	}{
		{in("missing.db"), true, graph.ErrNotFound, "whomet ingest"},
		{in("no/such/folder.db"), false, graph.ErrNotFound, in("no/such")},
		{folder, false, graph.ErrNotStore, "folder"},
		{write(t, in("news.txt"), strings.Repeat("This is no database. ", 500)), false, graph.ErrNotStore, "news.txt"},
		{in("news.txt"), true, graph.ErrNotStore, "news.txt"},
		{write(t, in("begins.db"), sqliteMagic+strings.Repeat("and goes on as no database. ", 500)), false, graph.ErrNotStore, "begins.db"},
		{write(t, in("short.txt"), "x"), false, graph.ErrNotStore, "short.txt"},
		{database(t, in("other.db"), "CREATE TABLE mail (id)"), false, graph.ErrNotStore, "another program"},
		{in("other.db"), true, graph.ErrNotStore, "another program"},
		{database(t, in("marked.db"), "PRAGMA application_id = 252006674"), false, graph.ErrNotStore, "another program"},
		{write(t, in("empty.db"), ""), true, graph.ErrNotStore, "empty"},
	} {
		before, _ := os.ReadFile(c.path)
		s, err := Open(c.path, Options{ReadOnly: c.readOnly})
		if err == nil {
			s.Close()
		}
		if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("Open %s: %v, want %v saying %q", c.path, err, c.want, c.says)
		}
		if after, _ := os.ReadFile(c.path); string(after) != string(before) {
			t.Errorf("Open changed %s", c.path)
		}
	}
	for _, readOnly := range []bool{false, true} {
		var schema *graph.SchemaError
		if _, err := Open(newer, Options{ReadOnly: readOnly}); !errors.As(err, &schema) || schema.Have != 7 || schema.Want != 1 || !strings.Contains(err.Error(), "newer whomet") {
			t.Errorf("a store of schema 7: %v", err)
		}
	}
	// A crash before the first transaction leaves an empty file: a writer goes on.
	openTest(t, in("empty.db"), nil)
}

// TestOddPath: a path may hold what means something in a URI.
func TestOddPath(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a?mode=memory#50%25 خبر.db")
	s := openTest(t, path, nil)
	if _, err := s.Put(context.Background(), graphtest.Random(graphtest.World(t), 3, 1)); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}

// TestReadOnly: questions are answered, writing is refused.
func TestReadOnly(t *testing.T) {
	g := graphtest.World(t)
	docs := graphtest.Random(g, 30, 1)
	path := filepath.Join(t.TempDir(), "graph.db")
	s := openTest(t, path, nil)
	ctx := context.Background()
	if _, err := s.Put(ctx, docs); err != nil {
		t.Fatal(err)
	}
	want := graphtest.Snapshot(t, s, g)
	check := func(when string) {
		r := openTest(t, path, func(o *Options) { o.ReadOnly = true })
		if graphtest.Snapshot(t, r, g) != want {
			t.Errorf("%s: other answers than the writer's", when)
		}
		if _, err := r.Put(ctx, docs); !errors.Is(err, graph.ErrReadOnly) {
			t.Errorf("%s: Put: %v", when, err)
		}
		if _, err := r.Remove(ctx, []string{docs[0].Doc.ID}); !errors.Is(err, graph.ErrReadOnly) {
			t.Errorf("%s: Remove: %v", when, err)
		}
		r.Close()
	}
	check("while it is open for writing")
	s.Close()
	check("afterwards")
	for _, name := range []string{"-wal", "-shm"} {
		if exists(path + name) {
			t.Errorf("%s is left behind", path+name)
		}
	}
}

// TestNoPermission: a file and folder that this user cannot write. Root can
// write anything, so the test goes on as nobody in a child.
func TestNoPermission(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "graph.db")
	g := graphtest.World(t)
	s := openTest(t, path, nil)
	if _, err := s.Put(context.Background(), graphtest.Random(g, 10, 1)); err != nil {
		t.Fatal(err)
	}
	s.Close()
	for f, mode := range map[string]os.FileMode{path: 0o444, folder: 0o555, filepath.Dir(folder): 0o755} {
		if err := os.Chmod(f, mode); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { os.Chmod(folder, 0o755) })
	cmd := run(t, "locked", path)
	if os.Geteuid() == 0 {
		// The test binary lies in a folder that nobody may enter.
		self, err := os.ReadFile(cmd.Path)
		if err != nil {
			t.Fatal(err)
		}
		open, err := os.MkdirTemp("", "whomet")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(open)
		if err := os.Chmod(open, 0o755); err != nil {
			t.Fatal(err)
		}
		cmd.Path = filepath.Join(open, "test")
		if err := os.WriteFile(cmd.Path, self, 0o755); err != nil {
			t.Fatal(err)
		}
		cmd.Dir = "/"
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
}

// locked is the child of TestNoPermission.
func locked(path string) error {
	s, err := Open(path, Options{})
	if err == nil {
		s.Close()
	}
	if !errors.Is(err, graph.ErrReadOnly) {
		return fmt.Errorf("open for writing: %w", err)
	}
	s, err = Open(path, Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer s.Close()
	a, err := s.Ask(context.Background(), graph.Question{Kind: graph.Near, Who: [][]string{{"Q58217"}}})
	if err == nil && a.Total == 0 {
		err = errors.New("nobody is near Lavrov")
	}
	return err
}

// TestFull: when there is no room, nothing of the batch is written, the store
// goes on answering, and with room the same batch goes in.
func TestFull(t *testing.T) {
	g := graphtest.World(t)
	docs := graphtest.Random(g, 600, 1)
	path := filepath.Join(t.TempDir(), "graph.db")
	ctx := context.Background()
	s := openTest(t, path, func(o *Options) { o.MaxPages = 150 })
	stored := 0
	var full error
	for ; full == nil && stored < len(docs); stored += 50 {
		if _, full = s.Put(ctx, docs[stored:stored+50]); full != nil {
			break
		}
	}
	if !errors.Is(full, graph.ErrFull) || !strings.Contains(full.Error(), path) || !strings.Contains(full.Error(), "make room") {
		t.Fatalf("Put: %v, want ErrFull", full)
	}
	if stored == 0 {
		t.Fatal("not even the first batch went in: the test proves nothing")
	}
	fresh := openTest(t, filepath.Join(t.TempDir(), "graph.db"), nil)
	if _, err := fresh.Put(ctx, docs[:stored]); err != nil {
		t.Fatal(err)
	}
	if got, want := dump(t, s), dump(t, fresh); got != want {
		t.Errorf("after the failed batch: %s", diff(got, want))
	}
	s.Close()
	s = openTest(t, path, nil)
	for _, to := range []*Store{s, fresh} {
		if _, err := to.Put(ctx, docs); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := dump(t, s), dump(t, fresh); got != want {
		t.Errorf("with room again: %s", diff(got, want))
	}
}

// TestDamaged: a store whose pages were overwritten says so.
func TestDamaged(t *testing.T) {
	g := graphtest.World(t)
	path := filepath.Join(t.TempDir(), "graph.db")
	s := openTest(t, path, nil)
	if _, err := s.Put(context.Background(), graphtest.Random(g, 100, 1)); err != nil {
		t.Fatal(err)
	}
	s.Close()
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096; i < len(file); i++ {
		file[i] ^= 0x5a
	}
	if err := os.WriteFile(path, file, 0o644); err != nil {
		t.Fatal(err)
	}
	s, err = Open(path, Options{ReadOnly: true, Gazetteer: g})
	if err == nil {
		_, err = s.Ask(context.Background(), graph.Question{Kind: graph.Meetings})
		s.Close()
	}
	if err == nil || !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("a damaged store: %v", err)
	}
}

// TestInterrupted: a batch that is cancelled in its midst leaves nothing, and the
// error is that of the context.
func TestInterrupted(t *testing.T) {
	g := graphtest.World(t)
	docs := graphtest.Random(g, 3000, 1)
	s := openTest(t, filepath.Join(t.TempDir(), "graph.db"), nil)
	before := dump(t, s)
	ctx, cancel := context.WithTimeout(context.Background(), 150*time.Millisecond)
	defer cancel()
	if _, err := s.Put(ctx, docs); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Put: %v, want the deadline", err)
	}
	if got := dump(t, s); got != before {
		t.Errorf("something is left: %s", diff(got, before))
	}
	if _, err := s.Put(context.Background(), docs[:100]); err != nil {
		t.Errorf("the next batch: %v", err)
	}
}

// TestTwoWriters: two ingests take turns and make the same graph as one; one
// that has to wait too long is refused.
func TestTwoWriters(t *testing.T) {
	g := graphtest.World(t)
	docs := graphtest.Random(g, 120, 1)
	path := filepath.Join(t.TempDir(), "graph.db")
	ctx := context.Background()
	var wait sync.WaitGroup
	for w := range 2 {
		s := openTest(t, path, nil)
		wait.Go(func() {
			for i := w * 10; i < len(docs); i += 20 {
				if _, err := s.Put(ctx, docs[i:i+10]); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	both := openTest(t, path, func(o *Options) { o.Wait = 50 * time.Millisecond })
	one := openTest(t, filepath.Join(t.TempDir(), "graph.db"), nil)
	if _, err := one.Put(ctx, docs); err != nil {
		t.Fatal(err)
	}
	want := dump(t, one)
	if got := dump(t, both); got != want {
		t.Errorf("two writers: %s", diff(got, want))
	}

	other, err := openTest(t, path, nil).write.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Rollback()
	if _, err := both.Put(ctx, docs); !errors.Is(err, graph.ErrBusy) || !strings.Contains(err.Error(), path) {
		t.Errorf("Put beside an open transaction: %v, want ErrBusy", err)
	}
	if s, err := Open(path, Options{Wait: 50 * time.Millisecond}); !errors.Is(err, graph.ErrBusy) {
		s.Close()
		t.Errorf("Open beside an open transaction: %v, want ErrBusy", err)
	}
	if got := dump(t, both); got != want {
		t.Errorf("questions beside an open transaction: %s", diff(got, want))
	}
	other.Rollback()
	if outcomes, err := both.Put(ctx, docs); err != nil || outcomes[0] != graph.Unchanged {
		t.Errorf("Put when it is over: %v, %v", outcomes, err)
	}
}

// TestReaders: questions and batches at the same time, each from one snapshot.
func TestReaders(t *testing.T) {
	g := graphtest.World(t)
	docs := graphtest.Random(g, 200, 1)
	s := openTest(t, filepath.Join(t.TempDir(), "graph.db"), nil)
	ctx, stop := context.WithCancel(context.Background())
	var wait sync.WaitGroup
	for range 2 {
		wait.Go(func() {
			for ctx.Err() == nil {
				a, err := s.Ask(context.Background(), graph.Question{Kind: graph.Meetings})
				if err != nil {
					t.Error(err)
					return
				}
				for _, m := range a.Rows.(graph.MeetingRows) {
					if len(m.Reports) == 0 || len(m.Participants) < 2 || a.Coverage.Documents%20 != 0 {
						t.Errorf("half a batch: %d documents, meeting %+v", a.Coverage.Documents, m)
						return
					}
				}
			}
		})
	}
	for i := 0; i < len(docs); i += 20 {
		if _, err := s.Put(context.Background(), docs[i:i+20]); err != nil {
			t.Error(err)
		}
	}
	stop()
	wait.Wait()
}

// TestKilled: an ingest is killed again and again in the midst of its work and
// taken up from what Has says; in the end the file is as if nothing had been.
func TestKilled(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no kill -9")
	}
	if testing.Short() {
		t.Skip("kills a process ten times")
	}
	path := filepath.Join(t.TempDir(), "graph.db")
	r := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 1))
	killed, unfinished := 0, 0
	for range 10 {
		cmd := run(t, "ingest", path)
		var out strings.Builder
		cmd.Stdout, cmd.Stderr = &out, &out
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(20+r.IntN(250)) * time.Millisecond)
		cmd.Process.Kill()
		if err := cmd.Wait(); err == nil {
			continue
		} else if exit, ok := err.(*exec.ExitError); !ok || exit.ExitCode() != -1 {
			t.Fatalf("the child failed on its own: %v: %s", err, out.String())
		}
		killed++
		s, err := Open(path, Options{ReadOnly: true})
		if errors.Is(err, graph.ErrNotFound) || errors.Is(err, graph.ErrNotStore) {
			continue // killed before there was a store
		} else if err != nil {
			t.Fatal(err)
		}
		dump(t, s) // checks the file
		a, err := s.Ask(context.Background(), graph.Question{Kind: graph.Meetings, Limit: 1})
		if err != nil || a.Coverage.Documents%killBatch != 0 {
			t.Errorf("%d documents, want whole batches of %d; %v", a.Coverage.Documents, killBatch, err)
		}
		if 0 < a.Coverage.Documents && a.Coverage.Documents < killDocs {
			unfinished++
		}
		s.Close()
	}
	t.Logf("killed %d times, %d times with some of the batches written", killed, unfinished)
	if out, err := run(t, "ingest", path).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	g := graphtest.World(t)
	want := openTest(t, filepath.Join(t.TempDir(), "graph.db"), nil)
	if _, err := want.Put(context.Background(), graphtest.Random(g, killDocs, 9)); err != nil {
		t.Fatal(err)
	}
	if got, want := dump(t, openTest(t, path, nil)), dump(t, want); got != want {
		t.Errorf("killed and taken up: %s", diff(got, want))
	}
}

const (
	killDocs  = 2000
	killBatch = 40
)

// ingest is the child of TestKilled.
func ingest(path string) error {
	var t noTest
	g := graphtest.World(t)
	s, err := Open(path, Options{Stamp: graphtest.Stamp(g), Gazetteer: g})
	if err != nil {
		return err
	}
	defer s.Close()
	ctx := context.Background()
	docs := graphtest.Random(g, killDocs, 9)
	for i := 0; i < len(docs); i += killBatch {
		batch := docs[i : i+killBatch]
		hashes, err := s.Has(ctx, []string{batch[0].Doc.ID})
		if err != nil {
			return err
		}
		if hashes[0] == batch[0].TextHash {
			continue // in whole batches
		}
		if _, err := s.Put(ctx, batch); err != nil {
			return err
		}
	}
	return nil
}

// noTest lets a child use what wants a test.
type noTest struct{ testing.TB }

func (noTest) Helper()           {}
func (noTest) Fatal(args ...any) { panic(fmt.Sprint(args...)) }

// run is this test binary again, doing one job instead.
func run(t *testing.T, job, path string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), "WHOMET_TEST_JOB="+job, "WHOMET_TEST_STORE="+path)
	return cmd
}

// child does the job of a child, if this is one.
func child() bool {
	job := map[string]func(string) error{"locked": locked, "ingest": ingest}[os.Getenv("WHOMET_TEST_JOB")]
	if job == nil {
		return false
	}
	if err := job(os.Getenv("WHOMET_TEST_STORE")); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return true
}
