package neo4jtest

import (
	"crypto/sha256"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

//go:embed server
var sources embed.FS

// errMissing says that this machine lacks what a server is built with.
var errMissing = errors.New("no Java or no Maven on this machine")

// build makes the server once for all tests of this user and returns its folder,
// which holds classes and lib. The folder is named after the sources, and is
// there whole or not at all, so that two test binaries may build at once.
func build() (dir string, err error) {
	for _, tool := range []string{"java", "mvn"} {
		if _, err := exec.LookPath(tool); err != nil {
			return "", fmt.Errorf("%w: %w", errMissing, err)
		}
	}
	from, err := fs.Sub(sources, "server")
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	err = fs.WalkDir(from, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(from, path)
		fmt.Fprintf(sum, "%s %d %s", path, len(text), text)
		return err
	})
	if err != nil {
		return "", err
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	cache = filepath.Join(cache, "whomet")
	dir = filepath.Join(cache, fmt.Sprintf("neo4j-testserver-%x", sum.Sum(nil)[:6]))
	if _, err := os.Stat(dir); err == nil {
		return dir, nil
	}
	if err := os.MkdirAll(cache, 0o755); err != nil {
		return "", err
	}
	work, err := os.MkdirTemp(cache, "building-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(work)
	if err := os.CopyFS(work, from); err != nil {
		return "", err
	}
	mvn := exec.Command("mvn", "-q", "-B", "package", "dependency:copy-dependencies", "-DoutputDirectory=target/lib")
	mvn.Dir = work
	if out, err := mvn.CombinedOutput(); err != nil {
		return "", fmt.Errorf("building the test server: %w: %s", err, out)
	}
	if err := os.Rename(filepath.Join(work, "target"), dir); err != nil {
		if _, err := os.Stat(dir); err == nil {
			return dir, nil // another test binary was faster
		}
		return "", err
	}
	return dir, nil
}

// command is the server as a process. Neo4j looks into the insides of java.nio, and
// compiles fewer things and faster than a server that lives longer would.
func command(dir, home string) *exec.Cmd {
	separator := ":"
	if runtime.GOOS == "windows" {
		separator = ";"
	}
	return exec.Command("java", "-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
		"--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.io=ALL-UNNAMED", "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
		"-Dlog4j2.disable.jmx=true",
		"-cp", filepath.Join(dir, "classes")+separator+filepath.Join(dir, "lib", "*"),
		"TestServer", "--home-dir="+home, "--config-dir="+filepath.Join(home, "conf"), "--console-mode")
}
