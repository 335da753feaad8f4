package export

import (
	"bufio"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestNeo4jReaders: neo4j-admin imports what the neo4j format wrote, cypher-shell
// runs schema.cypher on it and then, in the emptied database, the Cypher script;
// both make the same graph, which has as much as there is, and running the script
// again changes nothing.
func TestNeo4jReaders(t *testing.T) {
	j := tools(t)
	g := world(t, 3)
	folder := filepath.Join(t.TempDir(), "import")
	if err := Find("neo4j").Write(folder, g); err != nil {
		t.Fatal(err)
	}
	script := filepath.Join(t.TempDir(), "graph.cypher")
	if err := Find("cypher").Write(script, g); err != nil {
		t.Fatal(err)
	}
	admin := importCommand(t, read(t, filepath.Join(folder, "schema.cypher")))
	j.run(t, folder, append([]string{"org.neo4j.cli.AdminTool"}, admin...)...)
	j.start(t)

	want := count(t, g)
	imported := j.dump(t, read(t, filepath.Join(folder, "schema.cypher")))
	if got := dumped(t, imported); got != want {
		t.Errorf("neo4j-admin: %+v, want %+v", got, want)
	}
	text := read(t, script)
	scripted := j.dump(t, "MATCH (n) DETACH DELETE n;\n"+text+text)
	if got := dumped(t, scripted); got != want {
		t.Errorf("cypher-shell: %+v, want %+v", got, want)
	}
	if len(imported) == 0 || !slices.Equal(imported, scripted) {
		for _, line := range scripted {
			if !slices.Contains(imported, line) {
				t.Errorf("only the script makes %s", line)
			}
		}
		for _, line := range imported {
			if !slices.Contains(scripted, line) {
				t.Errorf("only the import makes %s", line)
			}
		}
	}
}

// importCommand is the command that schema.cypher tells, without its name.
func importCommand(t *testing.T, schema string) []string {
	t.Helper()
	var words []string
	for line := range strings.Lines(schema) {
		line = strings.TrimPrefix(strings.TrimSuffix(line, "\n"), "//   ")
		if len(words) > 0 || strings.HasPrefix(line, "neo4j-admin ") {
			rest, more := strings.CutSuffix(line, " \\")
			words = append(words, strings.Fields(strings.ReplaceAll(rest, "'", ""))...)
			if !more {
				return words[1:]
			}
		}
	}
	t.Fatalf("no command in %s", schema)
	return nil
}

// neo4jTools is what Neo4j ships, and a home for it.
type neo4jTools struct{ classpath, home, bolt string }

// tools fetches them with Maven. Without Java or Maven the test is skipped, or
// fails if WHOMET_TEST_NEO4J_REQUIRED is set.
func tools(t *testing.T) *neo4jTools {
	t.Helper()
	if testing.Short() {
		t.Skip("a real Neo4j is no short test")
	}
	for _, tool := range []string{"java", "mvn", "sh"} {
		if _, err := exec.LookPath(tool); err != nil {
			if os.Getenv("WHOMET_TEST_NEO4J_REQUIRED") != "" {
				t.Fatal(err)
			}
			t.Skipf("SKIPPED, NEITHER NEO4J-ADMIN NOR CYPHER-SHELL READ THE EXPORTS: %v; install a JDK 17 and Maven", err)
		}
	}
	paths := filepath.Join(t.TempDir(), "classpath")
	mvn := exec.Command("mvn", "-q", "-B", "-f", filepath.Join("testdata", "readers", "pom.xml"), "dependency:build-classpath", "-Dmdep.outputFile="+paths)
	if out, err := mvn.CombinedOutput(); err != nil {
		t.Fatalf("mvn: %v: %s", err, out)
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	j := &neo4jTools{classpath: strings.TrimSpace(read(t, paths)), home: t.TempDir(), bolt: free.Addr().String()}
	if err := free.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(j.home, "conf"), 0o755); err != nil {
		t.Fatal(err)
	}
	conf := strings.Join([]string{
		"server.bolt.listen_address=" + j.bolt, "server.bolt.advertised_address=" + j.bolt, "server.http.enabled=false",
		"dbms.usage_report.enabled=false", "dbms.security.auth_enabled=false", "server.memory.pagecache.size=64m",
	}, "\n") + "\n"
	if err := os.WriteFile(filepath.Join(j.home, "conf", "neo4j.conf"), []byte(conf), 0o644); err != nil {
		t.Fatal(err)
	}
	return j
}

func (j *neo4jTools) java(args ...string) []string {
	return append([]string{"java", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
		"--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.io=ALL-UNNAMED", "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
		"-Dlog4j2.disable.jmx=true", "-cp", j.classpath}, args...)
}

// run runs one of the programs in a folder and returns what it wrote.
func (j *neo4jTools) run(t *testing.T, folder string, args ...string) string {
	t.Helper()
	command := j.java(args...)
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), "NEO4J_HOME="+j.home, "NEO4J_CONF="+filepath.Join(j.home, "conf"))
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v: %s%s", args[0], err, out, said.String())
	}
	return string(out)
}

// start starts the server; it ends with the test, whatever becomes of that, for
// then the pipe closes.
func (j *neo4jTools) start(t *testing.T) {
	t.Helper()
	command := j.java("org.neo4j.server.CommunityEntryPoint", "--home-dir="+j.home, "--config-dir="+filepath.Join(j.home, "conf"), "--console-mode")
	cmd := exec.Command("sh", append([]string{"-c", `"$@" </dev/null & cat >/dev/null; kill -9 $!`, "sh"}, command...)...)
	stdin, err := cmd.StdinPipe()
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
	t.Cleanup(func() {
		stdin.Close()
		_, _ = io.Copy(io.Discard, out) // until the server is gone
		_ = cmd.Wait()                  // it was killed
	})
	started := make(chan string, 1)
	go func() {
		said := ""
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			said += lines.Text() + "\n"
			if strings.Contains(lines.Text(), "Started.") {
				started <- ""
				return
			}
		}
		started <- "it ended: " + said
	}()
	select {
	case fault := <-started:
		if fault != "" {
			t.Fatal(fault)
		}
	case <-time.After(2 * time.Minute):
		t.Fatal("the server does not start")
	}
}

// dump is every property of everything, sorted, after cypher-shell ran a script.
func (j *neo4jTools) dump(t *testing.T, script string) []string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "script")
	script += `
MATCH (n) UNWIND labels(n) AS kind UNWIND keys(n) AS key RETURN kind, key, n.id AS a, '' AS b, n[key] AS value
UNION ALL MATCH (a)-[r]->(b) UNWIND ['-'] + keys(r) AS key RETURN type(r) AS kind, key, a.id AS a, b.id AS b, r[key] AS value
UNION ALL MATCH ()-[r:MENTIONS]->() RETURN 'mention' AS kind, '-' AS key, '' AS a, '' AS b, sum(size(r.starts)) AS value;
`
	if err := os.WriteFile(path, []byte(script), 0o600); err != nil {
		t.Fatal(err)
	}
	out := j.run(t, j.home, "org.neo4j.shell.Main", "-a", "bolt://"+j.bolt, "-d", "neo4j", "--format", "plain", "--fail-fast", "-f", path)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	slices.Sort(lines)
	return lines
}

// dumped counts what a dump is of.
func dumped(t *testing.T, dump []string) counts {
	t.Helper()
	n := map[string]int{}
	for _, line := range dump {
		f := strings.SplitN(line, ", ", 3)
		if len(f) < 3 || f[1] != `"id"` && f[1] != `"-"` {
			continue
		}
		switch kind := strings.Trim(f[0], `"`); {
		case kind == "mention":
			var err error
			if n[kind], err = strconv.Atoi(line[strings.LastIndex(line, " ")+1:]); err != nil {
				t.Fatal(err)
			}
		case f[1] == `"id"` && kind == "REPORTS": // its own id, no node's
		default:
			n[kind]++
		}
	}
	if n["Person"]+n["Country"]+n["Organization"]+n["City"] != n["Entity"] || n["HELD_OFFICE"] == 0 || n["IN_COUNTRY"] == 0 || n["Whomet"] != 1 {
		t.Errorf("%v", n)
	}
	return counts{
		n["Entity"], n["Document"], n["mention"], n["REPORTS"], n["Meeting"], n["TOOK_PART"],
		n["MET_WITH"] + n["SPOKE_WITH"] + n["ATTENDED_WITH"], n["CO_MENTIONED"],
	}
}
