package analyze

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/txtar"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/fold"
	"whomet/seeds"
)

var update = flag.Bool("update", false, "rewrite testdata/quality.txt")

// shipped compiles the shipped data once for all tests.
var shipped = sync.OnceValues(func() (*Analyzer, error) {
	fsys := seeds.FS()
	g, err := gazetteer.Load(fsys)
	if err != nil {
		return nil, err
	}
	return New(g, fsys)
})

func analyzer(t testing.TB) *Analyzer {
	t.Helper()
	a, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestCases reads every case of testdata/cases and compares what the analyzer
// says with what a reader would mark. Cases that fail are listed in
// testdata/quality.txt, so that a change of accuracy is a reviewed diff: a case
// that begins to fail, or to pass, must be written there (-update).
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files: %v", err)
	}
	a := analyzer(t)
	var report strings.Builder
	total, good := 0, 0
	var failures []string
	for _, f := range files {
		ar, err := txtar.ParseFile(f)
		if err != nil {
			t.Fatal(err)
		}
		in, want := map[string]string{}, map[string]string{}
		var names []string
		for _, file := range ar.Files {
			name, part, _ := strings.Cut(file.Name, "/")
			switch part {
			case "input.txt":
				in[name] = string(file.Data)
				names = append(names, name)
			case "want.txt":
				want[name] = string(file.Data)
			default:
				t.Fatalf("%s: %s is neither input.txt nor want.txt", f, file.Name)
			}
		}
		base := strings.TrimSuffix(filepath.Base(f), ".txtar")
		passed := 0
		for _, name := range names {
			d, err := caseDocument(in[name])
			if err != nil {
				t.Fatalf("%s: %s: %v", f, name, err)
			}
			got := a.Document(d)
			checkSpans(t, got)
			wrong := check(got, canonicalNames(a.v.Gazetteer, want[name]), a.v.Gazetteer)
			total++
			if len(wrong) == 0 {
				passed++
				good++
				continue
			}
			failures = append(failures, base+"/"+name)
			if testing.Verbose() {
				t.Logf("%s/%s:\n\t%s\n\ttext: %s", base, name, strings.Join(wrong, "\n\t"), d.Body)
			}
		}
		fmt.Fprintf(&report, "%-24s %3d of %3d\n", base, passed, len(names))
	}
	sort.Strings(failures)
	fmt.Fprintf(&report, "%-24s %3d of %3d\n\nnot yet:\n%s\n", "all", good, total, strings.Join(failures, "\n"))
	const golden = "testdata/quality.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(report.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	old, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if string(old) != report.String() {
		t.Errorf("the cases that pass have changed; read the difference, and run with -update if it is meant\n%s", lineDiff(string(old), report.String()))
	}
}

// canonicalNames writes the names of a case as the gazetteer does, where they
// differ by accents, capitals or are another of the entity's names.
func canonicalNames(g *gazetteer.Gazetteer, want string) string {
	namesOnce.Do(func() {
		ids := map[string]map[string]bool{}
		add := func(text string, e *gazetteer.Entity) {
			k := fold.String(text)
			if ids[k] == nil {
				ids[k] = map[string]bool{}
			}
			ids[k][e.Name] = true
		}
		for i := range g.Entities {
			e := &g.Entities[i]
			add(e.Name, e)
			for _, a := range e.Aliases {
				if a.Lang == "en" {
					add(a.Text, e)
				}
			}
		}
		for k, set := range ids {
			if len(set) == 1 {
				for n := range set {
					names[k] = n
				}
			}
		}
	})
	canon := func(s string) string {
		if n, ok := names[fold.String(s)]; ok {
			return n
		}
		return s
	}
	lines := strings.Split(want, "\n")
	for i, l := range lines {
		switch {
		case strings.HasPrefix(l, "mention "), strings.HasPrefix(l, "reference "):
			head, name, _ := strings.Cut(l, " => ")
			if rest, amb := strings.CutPrefix(name, "~ "); amb {
				var list []string
				for _, n := range strings.Split(rest, " | ") {
					list = append(list, canon(n))
				}
				lines[i] = head + " => ~ " + strings.Join(list, " | ")
			} else {
				lines[i] = head + " => " + canon(name)
			}
		case strings.HasPrefix(l, "meeting "):
			parts := strings.Split(l, " | ")
			kind, who, _ := strings.Cut(parts[0], ": ")
			var list []string
			for _, n := range strings.Split(who, ", ") {
				list = append(list, canon(n))
			}
			parts[0] = kind + ": " + strings.Join(list, ", ")
			for k := range parts {
				if by, ok := strings.CutPrefix(parts[k], "by="); ok {
					parts[k] = "by=" + canon(by)
				}
				if place, ok := strings.CutPrefix(parts[k], "place="); ok {
					var list []string
					for _, n := range strings.Split(place, ", ") {
						list = append(list, canon(n))
					}
					parts[k] = "place=" + strings.Join(list, ", ")
				}
			}
			lines[i] = strings.Join(parts, " | ")
		}
	}
	return strings.Join(lines, "\n")
}

var (
	namesOnce sync.Once
	names     = map[string]string{} // folded name → the gazetteer's name, where one entity bears it
)

// caseDocument parses a case's input: header lines, a blank line, the text.
func caseDocument(s string) (*ner.Document, error) {
	head, body, ok := strings.Cut(s, "\n\n")
	if strings.HasPrefix(s, "\n") {
		head, body, ok = "", strings.TrimPrefix(s, "\n"), true
	}
	if !ok {
		return nil, fmt.Errorf("no blank line behind the header")
	}
	d := &ner.Document{ID: "case", Body: strings.TrimRight(body, "\n")}
	for _, line := range strings.Split(head, "\n") {
		key, value, _ := strings.Cut(line, ": ")
		switch key {
		case "":
		case "title":
			d.Title = value
		case "published":
			day, err := gazetteer.ParseDay(strings.TrimSpace(value))
			if err != nil {
				return nil, err
			}
			d.Published = day
		default:
			return nil, fmt.Errorf("unknown header %q", key)
		}
	}
	return d, nil
}

// check lists what differs from the wanted lines.
func check(got *ner.Annotated, want string, g *gazetteer.Gazetteer) (wrong []string) {
	var meetings []string
	only := false
	listed := map[string]bool{}
	for _, line := range strings.Split(strings.TrimSpace(want), "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line == "no meeting":
		case line == "only":
			only = true
		case strings.HasPrefix(line, "nobody "):
			surface := strings.TrimPrefix(line, "nobody ")
			for i := range got.Mentions {
				if m := &got.Mentions[i]; m.Type == gazetteer.Person && m.Status == ner.Linked && (strings.Contains(m.Text, surface) || strings.Contains(surface, m.Text)) {
					wrong = append(wrong, "linked, and should not be: "+m.Text+" → "+m.Name)
				}
			}
		case strings.HasPrefix(line, "meeting "):
			meetings = append(meetings, strings.TrimPrefix(line, "meeting "))
		case strings.HasPrefix(line, "mention "), strings.HasPrefix(line, "reference "):
			kind, rest, _ := strings.Cut(line, " ")
			typ := "person"
			if kind == "mention" {
				typ, rest, _ = strings.Cut(rest, " ")
			}
			surface, name, ok := strings.Cut(rest, " => ")
			if !ok {
				wrong = append(wrong, "bad line in the case: "+line)
				continue
			}
			listed[surface] = true
			if !hasMention(got, g, kind, typ, surface, name) {
				wrong = append(wrong, "missing: "+line+"   have: "+strings.Join(surfaces(got, surface), "; "))
			}
		default:
			wrong = append(wrong, "bad line in the case: "+line)
		}
	}
	if only {
		for i := range got.Mentions {
			if m := &got.Mentions[i]; m.Kind == ner.Name && !listed[m.Text] {
				wrong = append(wrong, fmt.Sprintf("unwanted mention: %s %s", m.Type, m.Text))
			}
		}
	}
	var have []string
	for i := range got.Meetings {
		have = append(have, meetingLine(&got.Meetings[i]))
	}
	for i := range meetings {
		meetings[i] = canonicalMeeting(meetings[i])
	}
	slices.Sort(have)
	slices.Sort(meetings)
	if !slices.Equal(have, meetings) {
		wrong = append(wrong, "meetings: have "+strings.Join(have, "  ;  ")+"\n\t          want "+strings.Join(meetings, "  ;  "))
	}
	return wrong
}

// hasMention looks for a mention of that surface read as the case says: a name,
// "?" for unlinked, "~ A | B" for ambiguous. References match where they overlap.
func hasMention(got *ner.Annotated, g *gazetteer.Gazetteer, kind, typ, surface, name string) bool {
	for i := range got.Mentions {
		m := &got.Mentions[i]
		if kind == "mention" && (m.Kind != ner.Name || string(m.Type) != typ || m.Text != surface) {
			continue
		}
		if kind == "reference" && (m.Kind != ner.Reference || !strings.Contains(surface, m.Text) && !strings.Contains(m.Text, surface)) {
			continue
		}
		switch {
		case name == "?":
			if m.Status == ner.Unlinked {
				return true
			}
		case strings.HasPrefix(name, "~ "):
			var names []string
			for _, c := range m.Candidates {
				e, _ := g.Entity(c)
				names = append(names, e.Name)
			}
			all := m.Status == ner.Ambiguous
			for _, n := range strings.Split(strings.TrimPrefix(name, "~ "), " | ") {
				all = all && slices.Contains(names, n)
			}
			if all {
				return true
			}
		case m.Status == ner.Linked && m.Name == name:
			return true
		}
	}
	return false
}

func surfaces(got *ner.Annotated, near string) (out []string) {
	for i := range got.Mentions {
		m := &got.Mentions[i]
		if strings.Contains(m.Text, near) || strings.Contains(near, m.Text) {
			out = append(out, fmt.Sprintf("%s %s %s→%s %s", m.Kind, m.Type, m.Text, m.Name, m.Status))
		}
	}
	return out
}

// meetingLine writes a meeting as the cases do.
func meetingLine(m *ner.Meeting) string {
	var who []string
	for _, p := range m.Participants {
		who = append(who, p.Name)
	}
	slices.Sort(who)
	line := fmt.Sprintf("%s %s: %s", m.Status, m.Mode, strings.Join(who, ", "))
	if m.Date != nil {
		line += " | date=" + *m.Date
	}
	if m.Place != nil {
		var parts []string
		if m.Place.City != nil {
			parts = append(parts, *m.Place.City)
		}
		if m.Place.Country != nil {
			parts = append(parts, *m.Place.Country)
		}
		line += " | place=" + strings.Join(parts, ", ")
	}
	if m.ClaimedBy != nil {
		line += " | by=" + m.ClaimedBy.Name
	}
	return line
}

// canonicalMeeting sorts the participants of a wanted line.
func canonicalMeeting(line string) string {
	head, rest, hasRest := strings.Cut(line, " | ")
	kind, names, _ := strings.Cut(head, ": ")
	who := strings.Split(names, ", ")
	slices.Sort(who)
	out := kind + ": " + strings.Join(who, ", ")
	if hasRest {
		out += " | " + rest
	}
	return out
}

// checkSpans asserts the promise of every span: bytes of the untouched text.
func checkSpans(t testing.TB, d *ner.Annotated) {
	t.Helper()
	for i := range d.Mentions {
		if m := &d.Mentions[i]; d.Text[m.Start:m.End] != m.Text {
			t.Errorf("mention %d-%d is %q, the text there is %q", m.Start, m.End, m.Text, d.Text[m.Start:m.End])
		}
	}
	for i := range d.Meetings {
		if len(d.Meetings[i].Evidence) == 0 {
			t.Errorf("a meeting without evidence: %+v", d.Meetings[i])
		}
		for _, e := range d.Meetings[i].Evidence {
			if d.Text[e.Start:e.End] != e.Text {
				t.Errorf("evidence %d-%d is not its text", e.Start, e.End)
			}
		}
	}
}

func lineDiff(a, b string) string {
	var out strings.Builder
	in := func(list []string, s string) bool { return slices.Contains(list, s) }
	old, now := strings.Split(a, "\n"), strings.Split(b, "\n")
	for _, l := range old {
		if !in(now, l) {
			out.WriteString("-" + l + "\n")
		}
	}
	for _, l := range now {
		if !in(old, l) {
			out.WriteString("+" + l + "\n")
		}
	}
	return out.String()
}
