package gazetteer

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestLoad(t *testing.T) {
	g := load(t, world())
	if !slices.IsSortedFunc(g.Entities, func(a, b Entity) int { return strings.Compare(a.ID, b.ID) }) {
		t.Error("entities are not sorted by id")
	}
	lavrov, ok := g.Entity("Q58217")
	if !ok || lavrov.Type != Person || lavrov.Name != "Sergey Lavrov" || lavrov.Country != "Q159" || len(lavrov.Aliases) != 2 {
		t.Errorf("Q58217 is %+v", lavrov)
	}
	if a := lavrov.Aliases[1]; a.Text != "لافروف" || a.Lang != "ar" || a.Strength != Strong || a.Pos.String() != "gazetteer/people-aliases.tsv:3" {
		t.Errorf("alias %+v", a)
	}
	russia, ok := g.ByISO("RU")
	if !ok || russia.ID != "Q159" || !slices.Equal(russia.Demonym.Plural, []string{"روس"}) || !slices.Equal(russia.Demonym.Adjective, []string{"Russian"}) {
		t.Errorf("RU is %+v", russia)
	}
	if moscow, _ := g.Entity("Q649"); !moscow.Capital || moscow.Country != "Q159" {
		t.Errorf("Moscow is %+v", moscow)
	}
	if _, ok := g.Entity("Q1"); ok {
		t.Error("there is no Q1")
	}
	sharaf, _ := g.Entity("x:h-sharaf")
	if a := sharaf.Aliases[0]; !slices.Equal(a.When, []string{"Q805", "x:a-mekhlafi"}) || a.From.String() != "2016-11" || a.To.String() != "2021" {
		t.Errorf("alias %+v", a)
	}
	if p := g.Roles[4]; p.Form != "fixed" || p.Of != "Q159" {
		t.Errorf("pattern %+v", p)
	}
	if o := g.OfficesOf("Q58217"); len(o) != 1 || o[0].Of != "Q159" || o[0].AsOf.String() != "2022-08-03" || !o[0].To.Zero() {
		t.Errorf("offices of Q58217: %+v", o)
	}
	if o := g.OfficesOf("Q649"); len(o) != 0 {
		t.Errorf("a city holds %+v", o)
	}
}

func TestLoadAmbassadorHost(t *testing.T) {
	w := world()
	edit(t, w, offices, "x:h-sharaf\tforeign_minister\tYE\tSanaa", "x:h-sharaf\tambassador\tYE\tRU")
	certain, _ := load(t, w).Holders("ambassador", "Q805", "Q159", day(t, "2020-01-01"))
	if len(certain) != 1 || certain[0].Person != "x:h-sharaf" {
		t.Errorf("got %v", certain)
	}
}

func TestLoadRefuses(t *testing.T) {
	w := world()
	edit(t, w, people, "Hisham Sharaf", "")
	edit(t, w, offices, "2007-01-01", "January")
	g, err := Load(w)
	var ce *CheckError
	if g != nil || !errors.As(err, &ce) || len(ce.Findings) != 2 {
		t.Fatalf("got %v, %v", g, err)
	}
	for _, want := range []string{"gazetteer/people.tsv:5: no-name: ", "gazetteer/offices.tsv:2: bad-date: "} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not in %q", want, err)
		}
	}
	if _, err := Load(fstest.MapFS{}); err == nil || !strings.Contains(err.Error(), "laid out as seeds/") {
		t.Errorf("an empty tree gives %v", err)
	}
}

func TestLoadFewTables(t *testing.T) {
	w := world()
	only := fstest.MapFS{cities: w[cities], countries: w[countries]}
	if g := load(t, only); len(g.Entities) != 7 || len(g.Offices) != 0 {
		t.Errorf("got %d entities", len(g.Entities))
	}
}

func TestVersion(t *testing.T) {
	a, b := load(t, world()).Version, load(t, world()).Version
	if a != b || len(a) != 12 {
		t.Errorf("versions %q and %q of the same data", a, b)
	}
	w := world()
	edit(t, w, particlesFile, "ar\tnever\tالثاني\n", "")
	if c := load(t, w).Version; c == a {
		t.Error("other data have the same version")
	}
	w = world()
	w["lexicon/cues.tsv"] = &fstest.MapFile{Data: []byte("class\n")}
	if c := load(t, w).Version; c != a {
		t.Error("a file that is not the gazetteer's changed its version")
	}
}

func TestStats(t *testing.T) {
	s := load(t, world()).Stats()
	for _, c := range []struct {
		name string
		got  []Count
		want []Count
	}{
		{"entities", s.Entities, []Count{{"country", 5}, {"person", 4}, {"city", 2}, {"organization", 2}}},
		{"arabic", s.Arabic, []Count{{"country", 5}, {"person", 4}, {"city", 2}, {"organization", 2}}},
		{"aliases", s.Aliases, []Count{{"ar strong", 2}, {"ar context", 1}, {"en strong", 1}}},
		{"offices", s.Offices, []Count{{"foreign_minister", 3}, {"secretary_general", 1}}},
		{"holders", s.Holders, []Count{{"YE", 2}, {"Q1065", 1}, {"RU", 1}}},
		{"sources", s.Sources, []Count{{"ours", 13}}},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, c.got, c.want)
		}
	}
	if s.Patterns != 6 {
		t.Errorf("%d patterns, want 6", s.Patterns)
	}
}

// bigWorld has as much as whomet is to ship: 4,000 people with 6,000 aliases and
// 4,000 offices.
func bigWorld() fstest.MapFS {
	w := world()
	var p, a, o strings.Builder
	p.WriteString("id\tcountry\tname_en\tname_ar\tsource\n")
	a.WriteString("id\talias\tlang\tkind\tstrength\twhen\tfrom\tto\tsource\n")
	o.WriteString("person\trole\tof\tscope\tfrom\tto\tas_of\tacting\tsource\n")
	for i := range 4000 {
		id := fmt.Sprintf("x:p%04d", i)
		fmt.Fprintf(&p, "%s\tRU\tGiven Name%d\tاسم عائلة\tours\n", id, i)
		fmt.Fprintf(&a, "%s\tNickname A%d\ten\tnickname\tweak\t\t\t\tours\n", id, i)
		if i%2 == 0 {
			fmt.Fprintf(&a, "%s\tاسم آخر\tar\tspelling\tweak\t\t\t\tours\n", id)
		}
		fmt.Fprintf(&o, "%s\tforeign_minister\tRU\t\t%04d\t%04d\t\t\tours\n", id, 1+i/2, 2+i/2)
	}
	w[people] = &fstest.MapFile{Data: []byte(p.String())}
	w[peopleAliases] = &fstest.MapFile{Data: []byte(a.String())}
	w[offices] = &fstest.MapFile{Data: []byte(o.String())}
	return w
}

func BenchmarkLoad(b *testing.B) {
	w := bigWorld()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(w); err != nil {
			b.Fatal(err)
		}
	}
}
