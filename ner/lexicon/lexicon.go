// Package lexicon reads what the two languages say about meetings: the cue
// words of seeds/lexicon, each under a class that ner/tag and ner/relate know.
//
// A lexicon file is a table of three columns, class, lang and text. text is a
// list of forms separated by "|"; every form is matched as whole words after
// folding, so that hamza, marks and tatweel need no rows of their own.
package lexicon

import (
	"io/fs"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"whomet/gazetteer"
	"whomet/ner"
)

// Entry is one form under its class.
type Entry struct {
	Class   Class
	Value   int    // of the class's argument: month.number, day.offset …; 0 where the class has none
	Lang    string // "ar" or "en"
	Text    string
	Clitics ner.Clitic // what may be attached to its first word
	Pos     gazetteer.Pos
}

// Lexicon is every entry, in file order.
type Lexicon struct {
	Entries []Entry
}

// Dir is the folder the tables stand in.
const Dir = "lexicon"

// Tables are the files that make up the lexicon, in the order they are read.
// name-particles.tsv and abbreviations.tsv have other columns and readers.
var Tables = []string{"calendar.tsv", "clauses.tsv", "cues.tsv", "scope.tsv", "titles.tsv", "words.tsv"}

// Load reads every table under Dir and reports all findings at once.
func Load(fsys fs.FS) (*Lexicon, []gazetteer.Finding) {
	var lex Lexicon
	var findings []gazetteer.Finding
	for _, name := range Tables {
		t, fs := gazetteer.ReadTable(fsys, Dir+"/"+name, "class", "lang", "text")
		findings = append(findings, fs...)
		if t == nil {
			continue
		}
		seen := map[string]gazetteer.Pos{}
		for _, row := range t.Rows {
			bad := func(format string, args ...any) {
				findings = append(findings, gazetteer.Errorf(row.Pos, "lexicon", format, args...))
			}
			class, value, ok := parseClass(row.Get("class"))
			if !ok {
				bad("unknown class %q; the classes are %s", row.Get("class"), strings.Join(classNames(), ", "))
				continue
			}
			lang := row.Get("lang")
			if lang != "ar" && lang != "en" {
				bad("lang is %q, want ar or en", lang)
				continue
			}
			for _, text := range row.List("text") {
				if strings.TrimSpace(text) == "" {
					bad("an empty form in the list")
					continue
				}
				key := row.Get("class") + "\t" + text
				if p, dup := seen[key]; dup {
					bad("%q stands in this class already at %s", text, p)
					continue
				}
				seen[key] = row.Pos
				e := Entry{Class: class, Value: value, Lang: lang, Text: text, Pos: row.Pos}
				if lang == "ar" {
					e.Clitics = class.clitics()
					if utf8.RuneCountInString(text) == 1 {
						e.Clitics &= ner.Waw // د. and م. are titles, لم and كم are not
					}
				}
				lex.Entries = append(lex.Entries, e)
			}
		}
	}
	return &lex, findings
}

// parseClass splits "month:8" or "day:-1" into class and value.
func parseClass(s string) (c Class, value int, ok bool) {
	name, arg, has := strings.Cut(s, ":")
	c, ok = byName[name]
	if !ok || has != c.takesValue() {
		return 0, 0, false
	}
	if has {
		n, err := strconv.Atoi(arg)
		if err != nil {
			return 0, 0, false
		}
		value = n
	}
	return c, value, true
}

func classNames() []string {
	names := make([]string, 0, len(byName))
	for n := range byName {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

// Abbreviations reads abbreviations.tsv: words whose full stop ends no sentence.
func Abbreviations(fsys fs.FS) ([]string, []gazetteer.Finding) {
	t, findings := gazetteer.ReadTable(fsys, Dir+"/abbreviations.tsv", "lang", "text")
	if t == nil {
		return nil, findings
	}
	var out []string
	for _, row := range t.Rows {
		out = append(out, row.Get("text"))
	}
	return out, findings
}
