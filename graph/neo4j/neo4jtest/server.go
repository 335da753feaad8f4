// Package neo4jtest gives tests a real Neo4j server: the one that
// WHOMET_TEST_NEO4J names (neo4j://user@host:port/database, its password in
// WHOMET_TEST_NEO4J_PASSWORD; what it holds of earlier tests is removed), or else
// Neo4j Community, built from Maven artifacts and started on a free port, which
// ends with the test binary whatever becomes of that. Where neither can be had
// the test is skipped, or fails if WHOMET_TEST_NEO4J_REQUIRED is set; -short skips it
// too.
package neo4jtest

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// Server is a server that tests may write to.
type Server struct {
	Host     string // host:port of Bolt
	User     string
	Password string
	Database string

	// Certificate is the file of the one that it shows who wants TLS, which it does not
	// insist on; "" for a server that was given.
	Certificate string

	mu    sync.Mutex
	dir   string // what it was built as; "" for one that was given
	leave func() // gives a server that was given to the next test binary
	home  string
	cmd   *exec.Cmd
	stdin io.Closer
}

var shared struct {
	once   sync.Once
	server *Server
	err    error
}

// Shared is the server of this test binary, started when it is first asked for.
// The binary's TestMain has to end with Stop. With -short the test is skipped.
func Shared(t testing.TB) *Server {
	t.Helper()
	if testing.Short() {
		t.Skip("a real Neo4j is no short test")
	}
	shared.once.Do(func() { shared.server, shared.err = open() })
	if errors.Is(shared.err, errMissing) && os.Getenv("WHOMET_TEST_NEO4J_REQUIRED") == "" {
		t.Skipf("SKIPPED, NOTHING WAS TESTED AGAINST NEO4J: %v; install a JDK 17 and Maven, or set WHOMET_TEST_NEO4J", shared.err)
	}
	if shared.err != nil {
		t.Fatalf("test server: %v", shared.err)
	}
	return shared.server
}

// Stop ends the shared server, if one was started, and removes what it wrote.
func Stop() {
	switch s := shared.server; {
	case s == nil:
	case s.Own():
		s.Kill()
		_ = os.RemoveAll(s.home) // a temporary folder
	default:
		s.leave()
	}
}

// Own reports whether the server was started here and may be killed.
func (s *Server) Own() bool { return s.dir != "" }

// URL is the store on the server, without the password.
func (s *Server) URL() string {
	return "neo4j://" + s.User + "@" + s.Host + "/" + s.Database
}

func open() (*Server, error) {
	if url := os.Getenv("WHOMET_TEST_NEO4J"); url != "" {
		return given(url)
	}
	dir, err := build()
	if err != nil {
		return nil, err
	}
	home, err := os.MkdirTemp("", "whomet-neo4j-")
	if err != nil {
		return nil, err
	}
	s := &Server{User: "neo4j", Password: "canary-of-the-tests", Database: "neo4j", dir: dir, home: home}
	if err := s.configure(); err != nil {
		return nil, err
	}
	if err := s.Start(); err != nil {
		_ = os.RemoveAll(home)
		return nil, err
	}
	if err := s.setPassword(); err != nil {
		s.Kill()
		_ = os.RemoveAll(home)
		return nil, fmt.Errorf("first password: %w", err)
	}
	return s, nil
}

func (s *Server) configure() error {
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	s.Host = free.Addr().String()
	if err := free.Close(); err != nil {
		return err
	}
	if err := os.Mkdir(filepath.Join(s.home, "conf"), 0o755); err != nil {
		return err
	}
	if err := s.certify(); err != nil {
		return err
	}
	conf := strings.Join([]string{
		"server.bolt.listen_address=" + s.Host,
		"server.bolt.advertised_address=" + s.Host,
		"server.bolt.tls_level=OPTIONAL",
		"dbms.ssl.policy.bolt.enabled=true",
		"server.http.enabled=false",
		"dbms.usage_report.enabled=false",
		"server.memory.pagecache.size=64m",
		"dbms.security.auth_enabled=true",
		// Planning is most of the work of the tests, which ask each question with every
		// flag and wipe the graph all the time: a plan serves lists of any length, and
		// outlives a wipe.
		"internal.cypher.use_parameter_size=false",
		"dbms.cypher.min_replan_interval=1h",
		"dbms.security.auth_lock_time=0s", // wrong passwords are tried on purpose
	}, "\n") + "\n"
	return os.WriteFile(filepath.Join(s.home, "conf", "neo4j.conf"), []byte(conf), 0o644)
}

// patience is how long a server may take to start on a busy machine.
const patience = 2 * time.Minute

// Start starts the server on what it wrote before, and waits until it is ready.
func (s *Server) Start() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	cmd := command(s.dir, s.home)
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	cmd.Stderr = cmd.Stdout
	if err := cmd.Start(); err != nil {
		return err
	}
	s.cmd, s.stdin = cmd, stdin
	ready := make(chan error, 1)
	go func() {
		var said strings.Builder
		lines := bufio.NewScanner(out)
		for started := false; lines.Scan(); {
			if !started {
				fmt.Fprintln(&said, lines.Text())
			}
			if !started && strings.Contains(lines.Text(), "Started.") {
				started = true
				ready <- nil
			}
		}
		ready <- fmt.Errorf("it ended: %s", said.String())
	}()
	select {
	case err = <-ready:
	case <-time.After(patience):
		err = fmt.Errorf("not ready after %v", patience)
	}
	if err != nil {
		s.kill()
	}
	return err
}

// Kill ends the server at once, as kill -9 does.
func (s *Server) Kill() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.kill()
}

func (s *Server) kill() {
	if s.cmd == nil {
		return
	}
	_ = s.cmd.Process.Kill() // it may have ended on its own
	_ = s.cmd.Wait()
	_ = s.stdin.Close()
	s.cmd = nil
}
