package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"
	"github.com/spf13/viper"
)

// Config is everything that can be set. Flags win over the environment, the
// environment over the file, the file over the defaults.
type Config struct {
	Store         string   `mapstructure:"store"`
	Data          string   `mapstructure:"data"`
	Gazetteer     []string `mapstructure:"gazetteer"`
	Jobs          int      `mapstructure:"jobs"`
	Batch         int      `mapstructure:"batch"`
	Limit         int      `mapstructure:"limit"`
	Quiet         bool     `mapstructure:"quiet"`
	NoColor       bool     `mapstructure:"no_color"`
	Bidi          string   `mapstructure:"bidi"`
	Neo4jPassword string   `mapstructure:"neo4j_password"`
	PasswordFile  string   `mapstructure:"password_file"`
	Insecure      bool     `mapstructure:"insecure"`
}

// Setting is one value in force and where it came from.
type Setting struct {
	Key   string `json:"key"`
	Value any    `json:"value"` // secrets are masked
	From  string `json:"from"`  // "flag --store", "environment WHOMET_STORE", "file /path", "default"
}

// known lists every setting once, with its default and its help. A secret has
// no flag, because flags are seen in the list of processes.
var known = []struct {
	key    string
	value  any
	secret bool
	help   string
}{
	{key: "store", value: "whomet.db", help: "the store: a file, or neo4j://user@host:7687/database"},
	{key: "data", value: "", help: "folder with gazetteer/ and lexicon/ to use instead of the shipped data"},
	{key: "gazetteer", value: []string{}, help: "folder with tables of your own (people.tsv, people-aliases.tsv …) to lay over the data;\nrepeatable, a later one wins"},
	{key: "jobs", value: 0, help: "documents analysed at once (0: one a processor)"},
	{key: "batch", value: 1000, help: "documents written in one transaction"},
	{key: "limit", value: 20, help: "rows of an answer (0: all)"},
	{key: "quiet", value: false, help: "no progress and no summary; failures are still named"},
	{key: "no_color", value: false, help: "no colour (NO_COLOR does the same)"},
	{key: "bidi", value: "isolate", help: "on a terminal, isolate Arabic names inside a line, or none: leave that to the terminal"},
	{key: "neo4j_password", value: "", secret: true},
	{key: "password_file", value: "", help: "file with the password of the Neo4j user (WHOMET_NEO4J_PASSWORD holds it otherwise)"},
	{key: "insecure", value: false, help: "let Neo4j have any certificate (+ssc), and send plain text to another machine"},
}

// Variables that begin with WHOMET_ and set nothing in Config.
const (
	envPrefix  = "WHOMET_"
	envConfig  = "WHOMET_CONFIG" // the configuration file
	envTesting = "WHOMET_TEST_"  // belongs to the tests of whomet
)

func flagName(key string) string { return strings.ReplaceAll(key, "_", "-") }
func envName(key string) string  { return envPrefix + strings.ToUpper(key) }

// addSettings gives a command the flags of some settings. Whoever reads the data
// reads the layers over it.
func addSettings(flags *pflag.FlagSet, keys ...string) {
	if slices.Contains(keys, "data") {
		keys = append(keys, "gazetteer")
	}
	if slices.Contains(keys, "store") {
		keys = append(keys, "password_file", "insecure")
	}
	for _, s := range known {
		if !slices.Contains(keys, s.key) {
			continue
		}
		switch def := s.value.(type) {
		case string:
			flags.String(flagName(s.key), def, s.help)
		case int:
			flags.Int(flagName(s.key), def, s.help)
		case bool:
			flags.Bool(flagName(s.key), def, s.help)
		case []string:
			flags.StringArray(flagName(s.key), def, s.help)
		}
	}
}

// settingKeys are the keys of every setting that is not a secret.
func settingKeys() []string {
	var keys []string
	for _, s := range known {
		if !s.secret {
			keys = append(keys, s.key)
		}
	}
	return keys
}

// defaultConfigFile is where the configuration is looked for when neither
// --config nor WHOMET_CONFIG names a file; "" where the user has no home.
func defaultConfigFile() string {
	dir, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "whomet", "config.toml")
}

// loadConfig merges flags, environment, file and defaults, and returns the
// result, where each value came from, and the file that was read ("" for none).
// Misspelt keys and variables are errors, all of them told at once.
func loadConfig(flags *pflag.FlagSet, environ []string) (Config, []Setting, string, error) {
	v := viper.New()
	for _, s := range known {
		v.SetDefault(s.key, s.value)
		_ = v.BindEnv(s.key, envName(s.key)) // fails only without a key
		if f := flags.Lookup(flagName(s.key)); f != nil && !s.secret {
			_ = v.BindPFlag(s.key, f) // fails only for a nil flag
		}
	}
	file, err := readConfigFile(v, flags)
	if err != nil {
		return Config{}, nil, "", err
	}
	if err := errors.Join(unknownKeys(v, file), unknownVariables(environ)); err != nil {
		return Config{}, nil, "", misuse("whomet config --help", "%w", err)
	}
	splitLists(v, flags)

	var settings []Setting
	for _, s := range known {
		from := "default"
		f := flags.Lookup(flagName(s.key))
		switch {
		case f != nil && f.Changed:
			from = "flag --" + f.Name
		case os.Getenv(envName(s.key)) != "":
			from = "environment " + envName(s.key)
		case v.InConfig(s.key):
			from = "file " + file
		}
		settings = append(settings, Setting{Key: s.key, From: from})
	}

	var c Config
	if err := wrongTypes(v, settings); err != nil {
		return Config{}, nil, "", misuse("whomet config --help", "%w", err)
	}
	if err := v.UnmarshalExact(&c); err != nil {
		return Config{}, nil, "", misuse("whomet config --help", "configuration: %w", err)
	}
	for i, s := range known {
		settings[i].Value = c.shown(s.key, s.secret)
	}
	return c, settings, file, c.check(settings)
}

// shown is the value of a setting as it may be printed.
func (c Config) shown(key string, secret bool) any {
	v := reflect.ValueOf(c)
	for i := range v.NumField() {
		if v.Type().Field(i).Tag.Get("mapstructure") != key {
			continue
		}
		value := v.Field(i).Interface()
		if text, ok := value.(string); ok && secret && text != "" {
			return "********"
		} else if ok && key == "store" {
			return redacted(text)
		}
		return value
	}
	panic("no field of Config for setting " + key)
}

// redacted is a store's name without the password that its URL may hold.
func redacted(store string) string {
	if u, err := url.Parse(store); err == nil && u.User != nil {
		return u.Redacted()
	}
	return store
}

// readConfigFile reads the file that was named, which must exist, or else the
// user's own, which need not.
func readConfigFile(v *viper.Viper, flags *pflag.FlagSet) (string, error) {
	named, _ := flags.GetString("config")
	if named == "" {
		named = os.Getenv(envConfig)
	}
	file := named
	if file == "" {
		file = defaultConfigFile()
	}
	if file == "" {
		return "", nil
	}
	v.SetConfigFile(file)
	v.SetConfigType("toml")
	err := v.ReadInConfig()
	switch {
	case err == nil:
		return file, nil
	case named == "" && errors.Is(err, fs.ErrNotExist):
		return "", nil
	case errors.Is(err, fs.ErrNotExist):
		return "", misuse("leave out --config, or write the file: its lines are like  store = \"news.db\"", "configuration file %s does not exist", file)
	}
	return "", misuse("correct the file; its lines are like  store = \"news.db\"", "configuration file %s: %w", file, err)
}

func unknownKeys(v *viper.Viper, file string) error {
	var keys []string
	for _, s := range known {
		keys = append(keys, s.key)
	}
	var all []error
	found := v.AllKeys()
	slices.Sort(found)
	for _, key := range found {
		if !slices.Contains(keys, key) {
			all = append(all, fmt.Errorf("configuration file %s: unknown key %q%s", file, key, meant(nearest(key, keys))))
		}
	}
	return errors.Join(all...)
}

func unknownVariables(environ []string) error {
	names := []string{envConfig}
	for _, s := range known {
		names = append(names, envName(s.key))
	}
	var all []error
	slices.Sort(environ)
	for _, pair := range environ {
		name, value, _ := strings.Cut(pair, "=")
		if value != "" && strings.HasPrefix(name, envPrefix) && !strings.HasPrefix(name, envTesting) && !slices.Contains(names, name) {
			all = append(all, fmt.Errorf("environment: unknown variable %s%s", name, meant(nearest(name, names))))
		}
	}
	return errors.Join(all...)
}

// splitLists turns what a variable or a line of the file says of a list into one.
// A text holds folders as PATH does, so that a folder may have a comma in its name;
// viper, which would split there, is not asked for what the flag says.
func splitLists(v *viper.Viper, flags *pflag.FlagSet) {
	for _, s := range known {
		if _, list := s.value.([]string); !list {
			continue
		}
		if f := flags.Lookup(flagName(s.key)); f != nil && f.Changed {
			v.Set(s.key, f.Value.(pflag.SliceValue).GetSlice())
			continue
		}
		switch value := v.Get(s.key).(type) {
		case string:
			v.Set(s.key, filepath.SplitList(value))
		case []any:
			words := []string{}
			for _, w := range value {
				word, ok := w.(string)
				if !ok {
					return // told by wrongTypes
				}
				words = append(words, word)
			}
			v.Set(s.key, words)
		}
	}
}

func meant(word string) string {
	if word == "" {
		return ""
	}
	return fmt.Sprintf(" (did you mean %s?)", word)
}

// wrongTypes names the values that are not of the type of their default.
// UnmarshalExact would take 1.5 for a number of jobs, and tell of the others
// without saying where they come from.
func wrongTypes(v *viper.Viper, settings []Setting) error {
	var all []error
	for i, s := range known {
		value, want := fmt.Sprint(v.Get(s.key)), ""
		switch s.value.(type) {
		case int:
			if _, err := strconv.Atoi(value); err != nil {
				want = "a whole number"
			}
		case bool:
			if _, err := strconv.ParseBool(value); err != nil {
				want = "true or false"
			}
		case string:
			if _, ok := v.Get(s.key).(string); !ok {
				want = "text in quotation marks"
			}
		case []string:
			if _, ok := v.Get(s.key).([]string); !ok {
				want = `a list such as ["a", "b"]`
			}
		}
		if want == "" {
			continue
		}
		if s.secret {
			value = "(hidden)"
		}
		all = append(all, fmt.Errorf("%s %s is not %s (%s)", s.key, value, want, settings[i].From))
	}
	return errors.Join(all...)
}

// check refuses values no command could work with.
func (c Config) check(settings []Setting) error {
	from := func(key string) string {
		i := slices.IndexFunc(settings, func(s Setting) bool { return s.Key == key })
		return settings[i].From
	}
	switch {
	case c.Store == "":
		return misuse("--store whomet.db", "store is empty (%s)", from("store"))
	case c.Jobs < 0:
		return misuse("--jobs 0 for one a processor", "jobs %d is below 0 (%s)", c.Jobs, from("jobs"))
	case c.Batch < 1:
		return misuse("--batch 1000", "batch %d is below 1 (%s)", c.Batch, from("batch"))
	case c.Limit < 0:
		return misuse("--limit 0 for all rows", "limit %d is below 0 (%s)", c.Limit, from("limit"))
	case c.Bidi != "isolate" && c.Bidi != "none":
		return misuse("--bidi isolate or --bidi none", "bidi %q is neither isolate nor none (%s)", c.Bidi, from("bidi"))
	}
	return nil
}
