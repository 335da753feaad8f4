package gazetteer

import (
	"slices"
	"testing"
)

func TestDemonymForms(t *testing.T) {
	russia := &Entity{ID: "Q159", Type: Country, NameAr: "روسيا", Demonym: Demonym{Nisba: []string{"روسي"}, Plural: []string{"روس"}}}
	want := []NisbaForm{
		{"روسي", "Q159", false, false, Singular}, {"الروسي", "Q159", false, true, Singular},
		{"روسية", "Q159", true, false, Singular}, {"الروسية", "Q159", true, true, Singular},
		{"روسيان", "Q159", false, false, Dual}, {"الروسيان", "Q159", false, true, Dual},
		{"روسيين", "Q159", false, false, Dual}, {"الروسيين", "Q159", false, true, Dual},
		{"روسيتان", "Q159", true, false, Dual}, {"الروسيتان", "Q159", true, true, Dual},
		{"روسيتين", "Q159", true, false, Dual}, {"الروسيتين", "Q159", true, true, Dual},
		{"روسيون", "Q159", false, false, Plural}, {"الروسيون", "Q159", false, true, Plural},
		{"روسيين", "Q159", false, false, Plural}, {"الروسيين", "Q159", false, true, Plural},
		{"روسيات", "Q159", true, false, Plural}, {"الروسيات", "Q159", true, true, Plural},
		{"روس", "Q159", false, false, Plural}, {"الروس", "Q159", false, true, Plural},
	}
	got := DemonymForms(russia)
	if !slices.Equal(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
}

func TestDemonymFormsOf(t *testing.T) {
	for _, c := range []struct {
		name   string
		entity Entity
		has    []string
		hasNot []string
	}{
		{"accusative", Entity{NameAr: "إيران", Demonym: Demonym{Nisba: []string{"إيراني"}}},
			[]string{"إيرانيا", "إيرانية"}, []string{"الإيرانيا"}},
		{"a form that is the country's name", Entity{NameAr: "سوريا", Aliases: []Alias{{Text: "سورية"}}, Demonym: Demonym{Nisba: []string{"سوري"}}},
			[]string{"السورية", "سوريون"}, []string{"سوريا", "سورية"}},
		{"both words inflected", Entity{NameAr: "كوريا الجنوبية", Demonym: Demonym{Nisba: []string{"كوري جنوبي"}}},
			[]string{"كوري جنوبي", "الكوري الجنوبي", "الكورية الجنوبية", "كوريين جنوبيين"}, []string{"الكوري جنوبي", "كوري جنوبية"}},
		{"one word inflected", Entity{NameAr: "جنوب أفريقيا", Demonym: Demonym{Nisba: []string{"جنوب أفريقي"}}},
			[]string{"جنوب أفريقية", "الجنوب أفريقي", "الجنوب أفريقية"}, []string{"الجنوب الأفريقي", "جنوب أفريقيا"}},
		{"two nisbas", Entity{NameAr: "أمريكا", Demonym: Demonym{Nisba: []string{"أمريكي", "أميركي"}}},
			[]string{"الأمريكيون", "الأميركية"}, nil},
		{"a feminine of its own", Entity{NameAr: "س", Demonym: Demonym{Nisba: []string{"سيني"}, Feminine: []string{"سينوية"}}},
			[]string{"سينوية", "السينوية", "سينيتان"}, []string{"سينية"}},
		{"no nisba", Entity{NameAr: "الفاتيكان"}, nil, []string{"ال", ""}},
	} {
		var texts []string
		for _, f := range DemonymForms(&c.entity) {
			texts = append(texts, f.Text)
		}
		for _, s := range c.has {
			if !slices.Contains(texts, s) {
				t.Errorf("%s: no %s in %q", c.name, s, texts)
			}
		}
		for _, s := range c.hasNot {
			if slices.Contains(texts, s) {
				t.Errorf("%s: %s is there", c.name, s)
			}
		}
	}
}
