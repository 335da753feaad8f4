package ask

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"whomet/gazetteer"
	"whomet/graph"
	"whomet/graph/graphtest"
)

// found is a Finder of a few ids.
type found []string

func (f found) Unlisted(_ context.Context, id string) ([]graph.EntityRef, error) {
	var out []graph.EntityRef
	for _, have := range f {
		if have == id || strings.HasPrefix(have, id+"@") || strings.HasPrefix(have, id+"#") {
			out = append(out, graph.EntityRef{Entity: have, Type: gazetteer.Person, Name: "somebody"})
		}
	}
	return out, nil
}

// broken is a store that cannot be reached.
type broken struct{}

var errBroken = errors.New("no answer")

func (broken) Unlisted(context.Context, string) ([]graph.EntityRef, error) { return nil, errBroken }

func resolver(t testing.TB) *Resolver {
	return New(graphtest.World(t), found{
		"n:timo virtanen@Q33", "n:anna laine@Q30", "n:anna laine@Q33", "n:virtanen#d1", "n:تيمو فيرتانين@Q33", "Q99",
	})
}

func TestResolve(t *testing.T) {
	r := resolver(t)
	in2015, in2017, between := gazetteer.DayOf(2015, 8, 3), gazetteer.DayOf(2017, 6, 1), gazetteer.DayOf(2017, 1, 25)
	for _, c := range []struct {
		name string
		on   gazetteer.Day
		kind graph.QuestionKind
		want string // ids, or "ambiguous" with the candidates, or "unknown" with the near misses
	}{
		// Ids.
		{"Q58217", 0, graph.Met, "Q58217"},
		{" x:sisi ", 0, graph.Met, "x:sisi"},
		{"n:anna laine@Q33", 0, graph.Met, "n:anna laine@Q33"},
		{"n:virtanen#d1", 0, graph.Who, "n:virtanen#d1"},
		{"Q99", 0, graph.Who, "Q99"},
		{"Q98", 0, graph.Who, "unknown"},

		// Names and aliases in both scripts, with marks and without spaces.
		{"Sergey Lavrov", 0, graph.Met, "Q58217"},
		{"sergei  LAVROV", 0, graph.Met, "Q58217"},
		{"لافـــروف", 0, graph.Met, "Q58217"},
		{"عبد الفتاح السيسى", 0, graph.Met, "x:sisi"},
		{"عبدالفتاح السيسي", 0, graph.Met, "x:sisi"},
		{"Ban Ki Moon", 0, graph.Met, "x:ban"},
		{"«داعش»", 0, graph.Near, "x:daesh"},
		{"the UN", 0, graph.Near, "Q1065"},

		// A surname that one bears, and one that two bear.
		{"Lavrov", 0, graph.Met, "Q58217"},
		{"Tillerson", 0, graph.Met, "x:tillerson"},
		{"Kerry", 0, graph.Met, "ambiguous Q22316 x:bob-kerry"},
		{"كيري", 0, graph.Met, "ambiguous Q22316 x:bob-kerry"},

		// Proclitics.
		{"ولافروف", 0, graph.Met, "Q58217"},
		{"وللافروف", 0, graph.Met, "Q58217"},
		{"للسيسي", 0, graph.Met, "x:sisi"},
		{"وبوتين", 0, graph.Met, "x:putin"},
		{"بوتين", 0, graph.Met, "x:putin"},
		{"بداعش", 0, graph.Near, "x:daesh"},

		// Titles.
		{"Russian foreign minister", in2015, graph.Met, "Q58217"},
		{"the foreign minister of Russia", in2015, graph.Met, "Q58217"},
		{"Russia's foreign minister", in2015, graph.Met, "Q58217"},
		{"وزير الخارجية الروسي", in2015, graph.Met, "Q58217"},
		{"وزير خارجية روسيا", in2015, graph.Met, "Q58217"},
		{"ووزير الخارجية الأميركي", in2015, graph.Met, "Q22316"},
		{"وزير الخارجية الأمريكي", in2017, graph.Met, "x:tillerson"},
		{"Secretary of State", in2015, graph.Met, "Q22316"},
		{"secretary of state", 0, graph.Met, "ambiguous Q22316 x:tillerson"},
		{"secretary of state", between, graph.Met, "unknown"},
		{"سيد الكرملين", in2015, graph.Met, "x:putin"},
		{"الرئيس المصري", in2015, graph.Met, "x:sisi"},
		{"الأمين العام للأمم المتحدة", in2015, graph.Met, "x:ban"},
		{"Secretary-General of the United Nations", 0, graph.Met, "x:ban"},
		{"Austrian foreign minister", in2015, graph.Met, "unknown"},

		// Countries.
		{"Russia", 0, graph.Near, "Q159"},
		{"روسيا", 0, graph.Who, "Q159"},
		{"Russia", 0, graph.Met, "Q58217 x:putin"},
		{"United States", 0, graph.Meetings, "Q22316 x:tillerson"},
		{"الولايات المتحدة", in2015, graph.Met, "Q22316"},
		{"Finland", 0, graph.Met, "Q33"}, // nobody is listed, but a delegation may have met
		{"Islamic State", 0, graph.Met, "x:daesh"},

		// People of the store.
		{"Timo Virtanen", 0, graph.Met, "n:timo virtanen@Q33"},
		{"وتيمو فيرتانين", 0, graph.Met, "n:تيمو فيرتانين@Q33"},
		{"Anna Laine", 0, graph.Met, "ambiguous n:anna laine@Q30 n:anna laine@Q33"},

		// Nobody.
		{"Sergey Lavrow", 0, graph.Met, "unknown Q58217"},
		{"Vienne", 0, graph.Near, "unknown Q1741"},
		{"Kerri", 0, graph.Met, "unknown Q22316 x:bob-kerry"},
		{"xyzzy", 0, graph.Met, "unknown"},
		{"", 0, graph.Met, "unknown"},
		{"و", 0, graph.Met, "unknown"},
	} {
		ids, err := r.Resolve(context.Background(), c.name, c.on, c.kind)
		if got := outcome(ids, err); got != c.want {
			t.Errorf("Resolve(%q, %v, %s) = %s, want %s (%v)", c.name, c.on, c.kind, got, c.want, err)
		}
	}
}

// outcome is what Resolve returned, in short.
func outcome(ids []string, err error) string {
	var unknown *UnknownError
	var ambiguous *AmbiguousError
	say := func(what string, all []Candidate) string {
		for _, c := range all {
			what += " " + c.ID
		}
		return what
	}
	switch {
	case errors.As(err, &unknown):
		return say("unknown", unknown.Near)
	case errors.As(err, &ambiguous):
		return say("ambiguous", ambiguous.Candidates)
	case err != nil:
		return err.Error()
	}
	return strings.Join(ids, " ")
}

func TestPlace(t *testing.T) {
	r := resolver(t)
	for _, c := range []struct{ name, place, country string }{
		{"Vienna", "Q1741", "unknown"},
		{"فيينا", "Q1741", "unknown"},
		{"بالقاهرة", "Q85", "unknown"},
		{"Austria", "Q40", "Q40"},
		{"Q40", "Q40", "Q40"},
		{"Lavrov", "unknown", "unknown"},
		{"Austrai", "unknown Q40", "unknown Q40"},
	} {
		place, err := r.Place(c.name)
		if got := outcome([]string{place}, err); got != c.place {
			t.Errorf("Place(%q) = %s, want %s", c.name, got, c.place)
		}
		country, err := r.Country(c.name)
		if got := outcome([]string{country}, err); got != c.country {
			t.Errorf("Country(%q) = %s, want %s", c.name, got, c.country)
		}
	}
}

// TestErrors: what a user reads.
func TestErrors(t *testing.T) {
	r := resolver(t)
	for _, c := range []struct {
		name string
		on   gazetteer.Day
		want string
	}{
		{"Kerry", 0, `"Kerry" may be any of 2; give one by its id:
  Q22316 John Kerry (foreign minister of United States, 2013-02-01 to 2017-01-20)
  x:bob-kerry Bob Kerry (person, United States)`},
		{"secretary of state", 0, `"secretary of state" may be any of 2; say on which day with --on, or give one by its id:
  Q22316 John Kerry (foreign minister of United States, 2013-02-01 to 2017-01-20)
  x:tillerson Rex Tillerson (foreign minister of United States, 2017-02-01 to 2018-03-31)`},
		{"Anna Laine", 0, `"Anna Laine" may be any of 2; give one by its id:
  n:anna laine@Q30 somebody (not listed, United States)
  n:anna laine@Q33 somebody (not listed, Finland)`},
		{"Sergey Lavrow", 0, `unknown name "Sergey Lavrow"; the nearest are:
  Q58217 Sergey Lavrov (foreign minister of Russia since 2004-03-09)`},
		{"xyzzy", 0, `unknown name "xyzzy": give a name, an alias or an id; whomet gazetteer lists them`},
		{"secretary of state", gazetteer.DayOf(2012, 1, 1), `nobody is listed as "secretary of state" on 2012-01-01: ask for another day with --on, or give the name`},
	} {
		_, err := r.Resolve(context.Background(), c.name, c.on, graph.Met)
		if err == nil || err.Error() != c.want {
			t.Errorf("Resolve(%q):\n got %v\nwant %s", c.name, err, c.want)
		}
	}
	if _, err := r.Place("xyzzy"); err == nil || !strings.HasPrefix(err.Error(), `unknown city or country "xyzzy"`) {
		t.Errorf("Place: %v", err)
	}
	if _, err := New(graphtest.World(t), broken{}).Resolve(context.Background(), "Timo Virtanen", 0, graph.Met); !errors.Is(err, errBroken) {
		t.Errorf("a broken store: %v, want its error, not an unknown name", err)
	}
	if _, err := New(graphtest.World(t), nil).Resolve(context.Background(), "Timo Virtanen", 0, graph.Met); !errors.As(err, new(*UnknownError)) {
		t.Errorf("no store: %v, want an unknown name", err)
	}
}

// TestEveryName: every name in the gazetteer finds its bearer, alone or among others.
func TestEveryName(t *testing.T) {
	g := graphtest.World(t)
	r := New(g, nil)
	for _, e := range g.Entities {
		names := []string{e.ID, e.Name, e.NameAr}
		for _, a := range e.Aliases {
			names = append(names, a.Text)
		}
		for _, name := range names {
			ids, err := r.Resolve(context.Background(), name, 0, graph.Who)
			var several *AmbiguousError
			if errors.As(err, &several) {
				for _, c := range several.Candidates {
					ids = append(ids, c.ID)
				}
			}
			if !slices.Contains(ids, e.ID) {
				t.Errorf("%q does not find %s: %v, %v", name, e.ID, ids, err)
			}
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		most int
		want int
	}{
		{"", "", 3, 0}, {"abc", "abc", 3, 0}, {"abc", "abd", 3, 1}, {"abc", "ab", 3, 1}, {"abc", "xabc", 3, 1},
		{"kitten", "sitting", 5, 3}, {"لافروف", "لافرف", 2, 1}, {"abcdef", "uvwxyz", 2, 3},
	} {
		if got := distance([]rune(c.a), []rune(c.b), c.most); got != c.want {
			t.Errorf("distance(%q, %q, %d) = %d, want %d", c.a, c.b, c.most, got, c.want)
		}
	}
}

func BenchmarkResolve(b *testing.B) {
	r := resolver(b)
	for _, name := range []string{"ولافروف", "وزير الخارجية الروسي", "Sergey Lavrow"} {
		b.Run(name, func(b *testing.B) {
			for range b.N {
				r.Resolve(context.Background(), name, gazetteer.DayOf(2015, 8, 3), graph.Met)
			}
		})
	}
}
