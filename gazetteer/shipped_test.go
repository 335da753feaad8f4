package gazetteer_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"whomet/gazetteer"
	"whomet/seeds"
)

// The gazetteer that whomet ships has no errors; its warnings are printed with -v.
func TestShipped(t *testing.T) {
	found, err := gazetteer.Check(seeds.FS(), strings.ToLower)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		if f.Severity == gazetteer.SeverityError {
			t.Error(f)
		} else {
			t.Log(f)
		}
	}
	g, err := gazetteer.Load(seeds.FS())
	if err != nil {
		return // told above
	}
	for _, c := range g.Stats().Entities {
		t.Logf("%5d %s", c.N, c.Key)
	}
	for _, typ := range []gazetteer.Type{gazetteer.Person, gazetteer.Country, gazetteer.Organization, gazetteer.City} {
		if !hasType(g, typ) {
			t.Errorf("no %s is shipped", typ)
		}
	}
	for i := range g.Entities {
		e := &g.Entities[i]
		if e.Type == gazetteer.Country && len(gazetteer.DemonymForms(e)) == 0 {
			t.Logf("%s: %s has no nisba", e.Pos, e.Name)
		}
	}
}

func hasType(g *gazetteer.Gazetteer, typ gazetteer.Type) bool {
	for _, e := range g.Entities {
		if e.Type == typ {
			return true
		}
	}
	return false
}

// The shipped particles keep together what belongs together.
func TestShippedParticles(t *testing.T) {
	particles, err := fs.ReadFile(seeds.FS(), "lexicon/name-particles.tsv")
	if err != nil {
		t.Fatal(err)
	}
	g, err := gazetteer.Load(fstest.MapFS{
		"gazetteer/countries.tsv":    {Data: []byte("id\tiso\tname_en\tname_ar\tnisba\tfeminine\tplural\tadjective_en\tcapital\tsource\nQ148\tCN\tChina\tالصين\tصيني\t\t\tChinese\t\tours\n")},
		"lexicon/name-particles.tsv": {Data: particles},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		country, en, ar string
		want            []string
	}{
		{"", "Staffan de Mistura", "ستيفان دي ميستورا", []string{"de Mistura", "دي ميستورا"}},
		{"", "Ursula von der Leyen", "أورسولا فون دير لاين", []string{"von der Leyen", "فون دير لاين"}},
		{"", "Hossein Amir-Abdollahian", "حسين أمير عبد اللهيان", []string{"Amir-Abdollahian", "عبد اللهيان"}},
		{"", "Ismail Ould Cheikh Ahmed", "إسماعيل ولد الشيخ أحمد", []string{"Ould Cheikh Ahmed", "ولد الشيخ أحمد"}},
		{"", "Abdullah bin Zayed Al Nahyan", "عبد الله بن زايد آل نهيان", []string{"Al Nahyan", "آل نهيان"}},
		{"", "Zine El Abidine Ben Ali", "زين العابدين بن علي", []string{"Ben Ali", "بن علي"}},
		{"", "Mevlüt Çavuşoğlu", "مولود جاويش أوغلو", []string{"Çavuşoğlu", "جاويش أوغلو"}},
		{"", "Walid al-Muallem", "وليد المعلم", []string{"al-Muallem", "Muallem", "المعلم"}},
		{"", "Jean-Yves Le Drian", "جان إيف لو دريان", []string{"Le Drian", "لو دريان"}},
		{"", "Abdullah II", "عبد الله الثاني", nil},
		{"Q148", "Wang Yi", "وانغ يي", []string{"Wang", "وانغ"}},
		{"", "Ban Ki-moon", "بان كي مون", []string{"Ki-moon", "مون"}},
	} {
		e := &gazetteer.Entity{Type: gazetteer.Person, Country: c.country, Name: c.en, NameAr: c.ar}
		if got := g.Surnames(e); !slices.Equal(got, c.want) {
			t.Errorf("Surnames(%s, %s) = %q, want %q", c.en, c.ar, got, c.want)
		}
	}
}
