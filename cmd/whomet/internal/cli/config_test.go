package cli

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/spf13/pflag"
)

// load runs loadConfig with a file of that text, an environment and flags.
func load(t *testing.T, file string, env map[string]string, flags ...string) (Config, map[string]string, error) {
	t.Helper()
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	for k, v := range env {
		t.Setenv(k, v)
	}
	set := pflag.NewFlagSet("test", pflag.ContinueOnError)
	set.String("config", "", "")
	addSettings(set, settingKeys()...)
	if file != "" {
		path := filepath.Join(t.TempDir(), "c.toml")
		if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
			t.Fatal(err)
		}
		flags = append(flags, "--config", path)
	}
	if err := set.Parse(flags); err != nil {
		t.Fatal(err)
	}
	c, settings, _, err := loadConfig(set, os.Environ())
	from := map[string]string{}
	for _, s := range settings {
		from[s.Key], _, _ = strings.Cut(s.From, " /")
	}
	return c, from, err
}

func TestConfigPrecedence(t *testing.T) {
	file := "jobs = 3\nbatch = 30\nlimit = 300\n"
	env := map[string]string{"WHOMET_JOBS": "2", "WHOMET_BATCH": "20", "WHOMET_STORE": "", "WHOMET_TEST_ANYTHING": "1"}
	c, from, err := load(t, file, env, "--jobs", "1")
	if err != nil {
		t.Fatal(err)
	}
	want := Config{Store: "whomet.db", Gazetteer: []string{}, Jobs: 1, Batch: 20, Limit: 300, Bidi: "isolate"}
	if !reflect.DeepEqual(c, want) {
		t.Errorf("got  %+v\nwant %+v", c, want)
	}
	for key, origin := range map[string]string{"jobs": "flag --jobs", "batch": "environment WHOMET_BATCH", "limit": "file", "store": "default"} {
		if from[key] != origin {
			t.Errorf("%s comes from %q, want %q", key, from[key], origin)
		}
	}
}

// TestConfigEveryKey sets every setting in each of the three ways.
func TestConfigEveryKey(t *testing.T) {
	text := map[string]string{
		"store": "x.db", "data": "d", "gazetteer": "g", "jobs": "5", "batch": "6", "limit": "7", "quiet": "true",
		"no_color": "true", "bidi": "none", "neo4j_password": "canary", "password_file": "p", "insecure": "true",
	}
	want := Config{"x.db", "d", []string{"g"}, 5, 6, 7, true, true, "none", "canary", "p", true}
	var file strings.Builder
	env := map[string]string{}
	for k, v := range text {
		if kind := reflect.TypeOf(defaultOf(t, k)).Kind(); kind == reflect.String || kind == reflect.Slice {
			file.WriteString(k + " = \"" + v + "\"\n")
		} else {
			file.WriteString(k + " = " + v + "\n")
		}
		env[envName(k)] = v
	}
	if c, _, err := load(t, file.String(), nil); err != nil || !reflect.DeepEqual(c, want) {
		t.Errorf("file: %+v, %v", c, err)
	}
	if c, _, err := load(t, "", env); err != nil || !reflect.DeepEqual(c, want) {
		t.Errorf("environment: %+v, %v", c, err)
	}
	var flags []string
	for k, v := range text {
		if k != "neo4j_password" {
			flags = append(flags, "--"+flagName(k)+"="+v)
		}
	}
	t.Setenv("WHOMET_NEO4J_PASSWORD", "canary")
	if c, _, err := load(t, "", nil, flags...); err != nil || !reflect.DeepEqual(c, want) {
		t.Errorf("flags: %+v, %v", c, err)
	}
}

// TestConfigLists says that a list is repeated as a flag, split like PATH in a
// variable, and a list or one text in the file, and that a comma splits nothing.
func TestConfigLists(t *testing.T) {
	sep := string(os.PathListSeparator)
	for _, c := range []struct {
		name, file string
		env        map[string]string
		flags      []string
		want       []string
		from       string
	}{
		{"file", "gazetteer = [\"a,b\", \"c\"]\n", nil, nil, []string{"a,b", "c"}, "file"},
		{"one text", "gazetteer = \"a,b\"\n", nil, nil, []string{"a,b"}, "file"},
		{"environment", "gazetteer = [\"x\"]\n", map[string]string{"WHOMET_GAZETTEER": "a,b" + sep + "c"}, nil, []string{"a,b", "c"}, "environment WHOMET_GAZETTEER"},
		{"flags", "", map[string]string{"WHOMET_GAZETTEER": "x"}, []string{"--gazetteer", "a,b", "--gazetteer=c"}, []string{"a,b", "c"}, "flag --gazetteer"},
		{"none", "", nil, nil, []string{}, "default"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, from, err := load(t, c.file, c.env, c.flags...)
			if err != nil || !reflect.DeepEqual(got.Gazetteer, c.want) || from["gazetteer"] != c.from {
				t.Errorf("%q from %s, %v; want %q from %s", got.Gazetteer, from["gazetteer"], err, c.want, c.from)
			}
		})
	}
}

func defaultOf(t *testing.T, key string) any {
	for _, s := range known {
		if s.key == key {
			return s.value
		}
	}
	t.Fatalf("no setting %s", key)
	return nil
}

func TestConfigFaults(t *testing.T) {
	for _, c := range []struct {
		name, file string
		env        map[string]string
		flags      []string
		want       []string
	}{
		{name: "unknown key", file: "stroe = \"x\"\nlimits = 3\n", want: []string{`unknown key "stroe" (did you mean store?)`, `unknown key "limits" (did you mean limit?)`}},
		{name: "table", file: "[store]\npath = \"x\"\n", want: []string{"store map[path:x] is not text in quotation marks (file "}},
		{name: "half a job", file: "jobs = 1.5\nquiet = \"maybe\"\n", want: []string{"jobs 1.5 is not a whole number (file ", "quiet maybe is not true or false (file "}},
		{name: "unknown variable", env: map[string]string{"WHOMET_STROE": "x"}, want: []string{"unknown variable WHOMET_STROE (did you mean WHOMET_STORE?)"}},
		{name: "no number", env: map[string]string{"WHOMET_JOBS": "many"}, want: []string{"jobs many is not a whole number (environment WHOMET_JOBS)"}},
		{name: "no TOML", file: "store: x\n", want: []string{"configuration file", "c.toml"}},
		{name: "file missing", flags: []string{"--config", "/nowhere/c.toml"}, want: []string{"/nowhere/c.toml does not exist"}},
		{name: "negative", flags: []string{"--jobs=-1"}, want: []string{"jobs -1 is below 0 (flag --jobs)"}},
		{name: "no batch", file: "batch = 0\n", want: []string{"batch 0 is below 1 (file "}},
		{name: "no list", file: "gazetteer = [1]\n", want: []string{`gazetteer [1] is not a list such as ["a", "b"] (file `}},
		{name: "bidi", flags: []string{"--bidi=left"}, want: []string{`"left" is neither isolate nor none`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, _, err := load(t, c.file, c.env, c.flags...)
			var f *failure
			if !errors.As(err, &f) || f.status != statusMisuse {
				t.Fatalf("error %v, want a misuse", err)
			}
			for _, w := range c.want {
				if !strings.Contains(err.Error(), w) {
					t.Errorf("error %q does not say %q", err, w)
				}
			}
		})
	}
}

func TestConfigMasksSecrets(t *testing.T) {
	c := Config{Store: "neo4j://me:canary@host/db", Neo4jPassword: "canary"}
	for _, s := range known {
		if v, ok := c.shown(s.key, s.secret).(string); ok && strings.Contains(v, "canary") {
			t.Errorf("%s shows %q", s.key, v)
		}
	}
}
