package gazetteer

import (
	"slices"
	"strings"
)

// The grammatical numbers of Arabic.
const (
	Singular = 1
	Dual     = 2
	Plural   = 3
)

// NisbaForm is one written form of a country's Arabic adjective.
type NisbaForm struct {
	Text     string
	Country  string // entity id
	Feminine bool
	Definite bool
	Number   int // Singular, Dual or Plural
}

// Letters of which a nisba and its article are made.
const (
	yeh        = "\u064a"
	tehMarbuta = "\u0629"
	article    = "\u0627\u0644"
)

// nisbaEndings are what Arabic adds to a masculine singular in yeh.
var nisbaEndings = []struct {
	ending     string
	feminine   bool
	number     int
	indefinite bool // never with the article
}{
	{"", false, Singular, false},              // روسي
	{"\u0627", false, Singular, true},         // روسيا, accusative: مسؤولا روسيا
	{tehMarbuta, true, Singular, false},       // روسية
	{"\u0627\u0646", false, Dual, false},      // روسيان
	{"\u064a\u0646", false, Dual, false},      // روسيين
	{"\u062a\u0627\u0646", true, Dual, false}, // روسيتان
	{"\u062a\u064a\u0646", true, Dual, false}, // روسيتين
	{"\u0648\u0646", false, Plural, false},    // روسيون
	{"\u064a\u0646", false, Plural, false},    // روسيين, as the dual
	{"\u0627\u062a", true, Plural, false},     // روسيات
}

// DemonymForms returns every form of a country's nisba that news writes, with and
// without the article, in a fixed order: singular, dual and sound plural of both
// genders, the indefinite accusative (مسؤولا إيرانيا), and the forms that the table
// lists because no rule gives them (روس). A text that is dual and plural (روسيين)
// is there as both. A form that is a name of the country itself (روسيا, سورية) is
// left out. A country without nisba has no forms.
//
// In a nisba of several words every word in ي is inflected and takes the article
// (الكوريين الجنوبيين); where one is not, the article stands before the first word
// only (الجنوب أفريقية).
func DemonymForms(c *Entity) []NisbaForm {
	f := nisbaForms{country: c}
	d := c.Demonym
	everyWord := true
	for _, n := range d.Nisba {
		everyWord = allInYeh(n)
		for _, e := range nisbaEndings {
			if e.ending == tehMarbuta && len(d.Feminine) > 0 {
				continue // the table knows better
			}
			text := inflect(n, e.ending)
			f.add(text, e.feminine, e.number)
			if !e.indefinite {
				f.addDefinite(text, e.feminine, e.number, everyWord)
			}
		}
	}
	for _, text := range d.Feminine {
		f.add(text, true, Singular)
		f.addDefinite(text, true, Singular, everyWord)
	}
	for _, text := range d.Plural {
		f.add(text, false, Plural)
		f.addDefinite(text, false, Plural, everyWord)
	}
	return f.list
}

type nisbaForms struct {
	country *Entity
	list    []NisbaForm
}

func (f *nisbaForms) add(text string, feminine bool, number int) {
	isName := func(a Alias) bool { return a.Text == text }
	if text == f.country.NameAr || slices.ContainsFunc(f.country.Aliases, isName) {
		return
	}
	f.append(NisbaForm{text, f.country.ID, feminine, false, number})
}

func (f *nisbaForms) addDefinite(text string, feminine bool, number int, everyWord bool) {
	words := strings.Fields(text)
	for i := range words {
		if i == 0 || everyWord {
			words[i] = article + words[i]
		}
	}
	f.append(NisbaForm{strings.Join(words, " "), f.country.ID, feminine, true, number})
}

func (f *nisbaForms) append(n NisbaForm) {
	if !slices.Contains(f.list, n) {
		f.list = append(f.list, n)
	}
}

// inflect puts an ending on every word in yeh: كوري جنوبي → كورية جنوبية.
func inflect(nisba, ending string) string {
	words := strings.Fields(nisba)
	for i, w := range words {
		if strings.HasSuffix(w, yeh) {
			words[i] = w + ending
		}
	}
	return strings.Join(words, " ")
}

func allInYeh(nisba string) bool {
	return !slices.ContainsFunc(strings.Fields(nisba), func(w string) bool { return !strings.HasSuffix(w, yeh) })
}

// nisba checks that the rules of DemonymForms can work on what the table holds.
func (r *reader) nisba(row Row, d Demonym) {
	for _, n := range d.Nisba {
		if !strings.HasSuffix(n, yeh) {
			r.errorf(row.posOf("nisba"), "bad-nisba", "nisba %q does not end in %s", n, yeh)
		}
	}
	for _, f := range d.Feminine {
		if !strings.HasSuffix(f, tehMarbuta) {
			r.errorf(row.posOf("feminine"), "bad-nisba", "feminine %q does not end in %s", f, tehMarbuta)
		}
	}
	for _, w := range slices.Concat(d.Nisba, d.Feminine, d.Plural) {
		if strings.HasPrefix(w, article) {
			r.errorf(row.Pos, "bad-nisba", "%q has the article; write the indefinite form", w)
		}
	}
}
