package gazetteer

import (
	"slices"
	"testing"
)

func TestSurnames(t *testing.T) {
	g := load(t, world())
	for _, c := range []struct {
		name, nameAr string
		want         []string
	}{
		{"Sergey Lavrov", "سيرغي لافروف", []string{"Lavrov", "لافروف"}},
		{"Mohammed bin Salman", "محمد بن سلمان", []string{"bin Salman", "بن سلمان"}},
		{"Mohammed bin Salman Al Saud", "محمد بن سلمان بن عبد العزيز آل سعود", []string{"Al Saud", "آل سعود"}},
		{"Ibrahim al-Jaafari", "إبراهيم الجعفري", []string{"al-Jaafari", "Jaafari", "الجعفري"}},
		{"Abdel Fattah El-Sisi", "عبد الفتاح السيسي", []string{"El-Sisi", "Sisi", "السيسي"}},
		{"Adel Mahdi", "عادل عبد المهدي", []string{"Mahdi", "عبد المهدي"}},
		{"Mohamed Ould Abdelaziz", "محمد ولد عبد العزيز", []string{"Ould Abdelaziz", "ولد عبد العزيز"}},
		{"Ahmed Aboul Gheit", "أحمد أبو الغيط", []string{"Gheit", "أبو الغيط"}},
		{"Ahmet Davutoğlu", "أحمد داود أوغلو", []string{"Davutoğlu", "داود أوغلو"}},
		{"Hassan Nasrallah", "حسن نصر الله", []string{"Nasrallah", "نصر الله"}},
		{"", "محمد بن سيف الله", []string{"بن سيف الله"}},
		{"", "أحمد نور الدين", []string{"نور الدين"}},
		{"Ursula von der Leyen", "أورسولا فون دير لاين", []string{"von der Leyen", "فون دير لاين"}},
		{"Charles de Gaulle", "", []string{"de Gaulle"}},
		{"Jean-Marc Ayrault", "جان مارك أيرولت", []string{"Ayrault", "أيرولت"}},
		{"Robert Kennedy Jr.", "جورج بوش الأب", []string{"Kennedy", "بوش"}},
		{"Li Lo", "تشنغ لي", []string{"Lo"}},         // لي is also "for me"
		{"Sherif Yemeni", "محمد المصري اليمني", nil}, // adjectives of a country
		{"Ada Moscow", "آدا موسكو", nil},             // a city
		{"Hisham bin Yemen", "هشام بن اليمن", []string{"bin Yemen", "بن اليمن"}},
		{"Abdul VI Malik", "", []string{"Malik"}},
		// one unit, one word, a number, a letter
		{"", "صلاح الدين", nil},
		{"", "أبو مازن", nil},
		{"", "عبد الله", nil},
		{"Lula", "لولا", nil},
		{"Felipe VI", "عبد الله الثاني", nil},
		{"Malcolm X", "مالكوم س", nil},
	} {
		e := &Entity{Type: Person, Name: c.name, NameAr: c.nameAr}
		if got := g.Surnames(e); !slices.Equal(got, c.want) {
			t.Errorf("Surnames(%s, %s) = %q, want %q", c.name, c.nameAr, got, c.want)
		}
	}
}

func TestSurnamesOfAliases(t *testing.T) {
	g := load(t, world())
	e := &Entity{Type: Person, Name: "Ibrahim al-Jaafari", NameAr: "إبراهيم الجعفري", Aliases: []Alias{
		{Text: "إبراهيم الأشيقر", Kind: "full"},
		{Text: "Ibrahim Jafari", Kind: "spelling"},
		{Text: "Ibrahim al-Ushaiqir", Kind: "short"},
		{Text: "أبو أحمد الكبير", Kind: "kunya"},               // not a full name
		{Text: "إبراهيم صدر", Kind: "full", Strength: Context}, // links by context only
		{Text: "الجعفري", Kind: "surname", Strength: Context},  // listed, so not made again
	}}
	want := []string{"al-Jaafari", "Jaafari", "الأشيقر", "Jafari", "al-Ushaiqir", "Ushaiqir"}
	if got := g.Surnames(e); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSurnamesFamilyFirst(t *testing.T) {
	g := load(t, world())
	korean := &Entity{Type: Person, Country: "Q884", Name: "Moon Jae-in", NameAr: "مون جيه إن"}
	if got := g.Surnames(korean); !slices.Equal(got, []string{"Moon", "مون"}) {
		t.Errorf("got %q", got)
	}
	if got := g.Surnames(&Entity{Type: Organization, Name: "United Nations"}); got != nil {
		t.Errorf("an organization has the surnames %q", got)
	}
}
