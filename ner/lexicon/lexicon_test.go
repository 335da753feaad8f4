package lexicon_test

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
	"whomet/seeds"
)

// tables is a lexicon of empty tables, but for those whose lines are given.
func tables(lines map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{"lexicon/abbreviations.tsv": {Data: []byte("lang\ttext\n")}}
	for _, name := range lexicon.Tables {
		fsys["lexicon/"+name] = &fstest.MapFile{Data: []byte("class\tlang\ttext\n")}
	}
	for name, text := range lines {
		fsys["lexicon/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func TestLoad(t *testing.T) {
	lex, findings := lexicon.Load(tables(map[string]string{
		"cues.tsv":     "# what tells of a meeting\nclass\tlang\ttext\nmeet.past\tar\tالتقى|التقت\nmeet.past\ten\tmet with\n",
		"calendar.tsv": "class\tlang\ttext\nday:-1\ten\tyesterday\nmonth:8\tar\tآب\n",
	}))
	if len(findings) != 0 {
		t.Fatalf("findings in good tables: %v", findings)
	}
	type form struct {
		class lexicon.Class
		value int
		lang  string
		text  string
		pos   string
	}
	var got []form
	for _, e := range lex.Entries {
		got = append(got, form{e.Class, e.Value, e.Lang, e.Text, e.Pos.String()})
	}
	want := []form{ // in the order of Tables, each in file order
		{lexicon.RelDay, -1, "en", "yesterday", "lexicon/calendar.tsv:2"},
		{lexicon.Month, 8, "ar", "آب", "lexicon/calendar.tsv:3"},
		{lexicon.MeetPast, 0, "ar", "التقى", "lexicon/cues.tsv:3"},
		{lexicon.MeetPast, 0, "ar", "التقت", "lexicon/cues.tsv:3"},
		{lexicon.MeetPast, 0, "en", "met with", "lexicon/cues.tsv:4"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("entries\n got %v\nwant %v", got, want)
	}
}

// TestFindings asserts that each fault is named with its file and line, that the
// row at fault is left out and that the others are read.
func TestFindings(t *testing.T) {
	const head = "class\tlang\ttext\n"
	for _, c := range []struct {
		name, file, text string
		want             []string // the whole finding, or how it begins and what it holds: "begin … hold"
		entries          int
	}{
		{"unknown class", "cues.tsv", head + "meet.passed\ten\tmet\nmeet.past\ten\tmet\n",
			[]string{`lexicon/cues.tsv:2: lexicon: unknown class "meet.passed"; the classes are … meet.past`}, 1},
		{"value missing", "calendar.tsv", head + "month\ten\tAugust\n",
			[]string{`lexicon/calendar.tsv:2: lexicon: unknown class "month"`}, 0},
		{"value empty", "calendar.tsv", head + "month:\ten\tAugust\n",
			[]string{`lexicon/calendar.tsv:2: lexicon: unknown class "month:"`}, 0},
		{"value no number", "calendar.tsv", head + "weekday:Sunday\ten\tSunday\n",
			[]string{`lexicon/calendar.tsv:2: lexicon: unknown class "weekday:Sunday"`}, 0},
		{"value where none is taken", "cues.tsv", head + "meet.past:1\ten\tmet\n",
			[]string{`lexicon/cues.tsv:2: lexicon: unknown class "meet.past:1"`}, 0},
		{"wrong language", "cues.tsv", head + "meet.past\tfr\trencontra\nmeet.past\t\tmet\nmeet.past\ten\tmet\n",
			[]string{`lexicon/cues.tsv:2: lexicon: lang is "fr", want ar or en`, `lexicon/cues.tsv:3: lexicon: lang is "", want ar or en`}, 1},
		{"empty form", "cues.tsv", head + "meet.past\ten\tmet||met with\n",
			[]string{"lexicon/cues.tsv:2: lexicon: an empty form in the list"}, 2},
		{"form of blanks", "cues.tsv", head + "meet.past\ten\tmet| \n",
			[]string{"lexicon/cues.tsv:2: bad-space: … text", "lexicon/cues.tsv:2: lexicon: an empty form in the list"}, 1},
		{"form twice in a row", "cues.tsv", head + "meet.past\ten\tmet|met\n",
			[]string{`lexicon/cues.tsv:2: lexicon: "met" stands in this class already at lexicon/cues.tsv:2`}, 1},
		{"form twice in a class", "cues.tsv", head + "meet.past\ten\tmet|saw\nmeet.past\ten\tmet\n",
			[]string{`lexicon/cues.tsv:3: lexicon: "met" stands in this class already at lexicon/cues.tsv:2`}, 2},
		{"one form in two classes", "calendar.tsv", head + "month:4\tar\tنيسان\nmonth:5\tar\tنيسان\n", nil, 2},
		{"column missing", "cues.tsv", "class\ttext\nmeet.past\tmet\n",
			[]string{`lexicon/cues.tsv:1: header: column "lang" is missing`, `lexicon/cues.tsv:2: lexicon: lang is ""`}, 0},
		{"cell missing", "cues.tsv", head + "meet.past\ten\nmeet.past\ten\tmet\n",
			[]string{"lexicon/cues.tsv:2: column-count: 2 columns, but the header has 3"}, 1},
		{"several at once", "scope.tsv", head + "denial\txx\tdenied\nnegation\ten\tnot||no\nnegations\ten\tnever\n",
			[]string{`lexicon/scope.tsv:2: lexicon: lang`, `lexicon/scope.tsv:3: lexicon: an empty form`, `lexicon/scope.tsv:4: lexicon: unknown class`}, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			lex, findings := lexicon.Load(tables(map[string]string{c.file: c.text}))
			gazetteer.SortFindings(findings)
			expectFindings(t, findings, c.want)
			if len(lex.Entries) != c.entries {
				t.Errorf("%d entries were read, want %d: %v", len(lex.Entries), c.entries, lex.Entries)
			}
		})
	}
}

func expectFindings(t *testing.T, findings []gazetteer.Finding, want []string) {
	t.Helper()
	if len(findings) != len(want) {
		t.Fatalf("%d findings, want %d: %v", len(findings), len(want), findings)
	}
	for i, f := range findings {
		if f.Severity != gazetteer.SeverityError {
			t.Errorf("%v is a %s, want an error", f, f.Severity)
		}
		begin, hold, _ := strings.Cut(want[i], "…")
		if s := f.String(); !strings.HasPrefix(s, begin) || !strings.Contains(s, hold) {
			t.Errorf("finding %q\n   want %q", s, want[i])
		}
	}
}

func TestTableMissing(t *testing.T) {
	fsys := tables(map[string]string{"cues.tsv": "class\tlang\ttext\nmeet.past\ten\tmet\n"})
	delete(fsys, "lexicon/titles.tsv")
	lex, findings := lexicon.Load(fsys)
	expectFindings(t, findings, []string{"lexicon/titles.tsv: unreadable: "})
	if len(lex.Entries) != 1 {
		t.Errorf("the other tables gave %d entries, want 1", len(lex.Entries))
	}
}

// TestClitics asserts what may be attached to an Arabic form by its class:
// و and ف to any, س to a present verb, ب ل ك to a noun, ال to the head of a title.
func TestClitics(t *testing.T) {
	const (
		anyWord = ner.Waw | ner.Fa
		noun    = anyWord | ner.Ba | ner.Lam | ner.Kaf
	)
	for _, c := range []struct {
		class string
		want  ner.Clitic
	}{
		{"meet.past", anyWord},
		{"receive.object", anyWord},
		{"speech", anyWord},
		{"negation", anyWord},
		{"relative", anyWord},
		{"with", anyWord},
		{"meet.present", anyWord | ner.Sin | ner.Lam}, // سيلتقي، ليلتقي
		{"hold.present", anyWord | ner.Sin | ner.Lam},
		{"visit.present", anyWord | ner.Sin | ner.Lam},
		{"meeting.noun", noun}, // بلقاء
		{"call.poss", noun},
		{"counterpart", noun}, // بنظيره
		{"bareoffice", noun},
		{"weekday:2", noun},
		{"month:8", noun},
		{"day:-1", anyWord},
		{"office", noun | ner.Al}, // الوزير
		{"venue", noun | ner.Al},  // المطار
		{"pronountitle:1", noun},  // بسموه
	} {
		lex, findings := lexicon.Load(tables(map[string]string{"cues.tsv": "class\tlang\ttext\n" + c.class + "\tar\tكلمة\n" + c.class + "\ten\tword\n"}))
		if len(findings) > 0 || len(lex.Entries) != 2 {
			t.Fatalf("%s: %v", c.class, findings)
		}
		if got := lex.Entries[0].Clitics; got != c.want {
			t.Errorf("%s may carry %b, want %b", c.class, got, c.want)
		}
		if got := lex.Entries[1].Clitics; got != 0 {
			t.Errorf("%s in English may carry %b, want none", c.class, got)
		}
	}
}

func TestVerbAndPresent(t *testing.T) {
	for _, c := range []struct {
		class         lexicon.Class
		verb, present bool
	}{
		{lexicon.MeetPast, true, false},
		{lexicon.MeetPresent, true, true},
		{lexicon.ReceiveObject, true, false},
		{lexicon.CalledByPast, true, false},
		{lexicon.VisitPresent, true, true},
		{lexicon.MeetingNoun, false, false},
		{lexicon.Speech, false, false},
		{lexicon.None, false, false},
	} {
		if c.class.Verb() != c.verb || c.class.Present() != c.present {
			t.Errorf("%s: Verb %v, Present %v, want %v, %v", c.class, c.class.Verb(), c.class.Present(), c.verb, c.present)
		}
	}
}

func TestAbbreviations(t *testing.T) {
	got, findings := lexicon.Abbreviations(tables(map[string]string{"abbreviations.tsv": "lang\ttext\n# of names\nar\tص\nen\tDr\n"}))
	if len(findings) != 0 || !slices.Equal(got, []string{"ص", "Dr"}) {
		t.Errorf("got %v, findings %v", got, findings)
	}
	_, findings = lexicon.Abbreviations(tables(map[string]string{"abbreviations.tsv": "text\nDr\n"}))
	expectFindings(t, findings, []string{`lexicon/abbreviations.tsv:1: header: column "lang" is missing`})
	got, findings = lexicon.Abbreviations(fstest.MapFS{})
	expectFindings(t, findings, []string{"lexicon/abbreviations.tsv: unreadable: "})
	if got != nil {
		t.Errorf("got %v out of nothing", got)
	}
}

// oneSided are the classes that only one of the languages has words for, or
// neither needs.
var oneSided = map[string]string{
	"meet.object":       "ar", // a pronoun is attached: التقاه
	"receive.object":    "ar",
	"call.poss":         "ar",
	"meeting.poss":      "ar",
	"meeting.pair":      "ar",
	"pronountitle":      "ar", // سموه
	"address":           "ar", // سمو
	"welcome.of":        "ar", // في استقبال
	"saying.his":        "ar", // قوله
	"epithet":           "ar", // المعزول
	"name.tail":         "ar", // الدين
	"question":          "ar", // هل: in English the order of the words asks
	"dispatch":          "ar", // أوفد الملك X: in English the man sent stands behind the verb
	"seat.own":          "ar", // مكتبه: in English his says nothing of whose
	"venue.kind":        "ar", // in English it stands between name and noun: King Fahd Specialist Hospital
	"affairs":           "ar", // لشؤون: in English for stands before it
	"gather.present":    "ar",
	"calledby.past":     "ar", // تلقى اتصالا: in English one receives a call
	"dayword":           "ar", // يوم الثلاثاء
	"yearword":          "ar", // عام 2015
	"venue":             "ar", // in English the venue's word stands behind its name
	"name.chain":        "ar", // بن
	"given":             "ar", // English names are told by their capitals
	"common":            "ar",
	"and":               "en", // و is a clitic
	"of":                "en", // the genitive has no word
	"speak.past":        "en", // تحدث مع is of gather
	"speak.present":     "en",
	"pronoun":           "en", // a verb needs none
	"sole":              "en", // the first to meet: an infinitive that is no plan
	"tells":             "en",
	"elect":             "en",
	"his":               "en", // a suffix
	"future.verb":       "",   // any verb, known by its form
	"meeting.object":    "ar", // an English noun takes with
	"meeting.match":     "ar", // the match
	"cityword.district": "ar", // town stands behind an English name
	"home":              "ar", // the Kingdom
}

// TestShipped asserts that the shipped lexicon has no fault, stands in byte order
// and has forms of every class, in both languages where oneSided says no other.
func TestShipped(t *testing.T) {
	fsys := seeds.FS()
	lex, findings := lexicon.Load(fsys)
	_, more := lexicon.Abbreviations(fsys)
	for _, name := range append([]string{"abbreviations.tsv"}, lexicon.Tables...) {
		table, _ := gazetteer.ReadTable(fsys, lexicon.Dir+"/"+name)
		more = append(more, table.CheckOrder()...)
	}
	for _, f := range append(findings, more...) {
		t.Error(f)
	}

	forms := map[string]int{} // by class and language
	for _, e := range lex.Entries {
		forms[e.Class.String()+" "+e.Lang]++
	}
	for c, last := lexicon.None+1, lexicon.CommonWord; c <= last; c++ {
		only, oneSided := oneSided[c.String()]
		for _, lang := range []string{"ar", "en"} {
			if forms[c.String()+" "+lang] == 0 && (!oneSided || lang == only) {
				t.Errorf("no form of class %s in %s", c, lang)
			}
		}
	}
}

// TestReadme asserts that seeds/README.md explains every class.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile("../../seeds/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for c, last := lexicon.None+1, lexicon.CommonWord; c <= last; c++ {
		if name := c.String(); !bytes.Contains(text, []byte("`"+name+"`")) && !bytes.Contains(text, []byte("`"+name+":n`")) {
			t.Errorf("seeds/README.md does not explain class %s", name)
		}
	}
}
