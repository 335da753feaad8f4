package gazetteer

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// testFold stands in for the matcher's rule: it forgets case, full stops and hamza on alef.
func testFold(s string) string {
	return strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "ا", ".", "").Replace(strings.ToLower(s))
}

func check(t *testing.T, w fstest.MapFS) []Finding {
	t.Helper()
	found, err := Check(w, testFold)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestCheckClean(t *testing.T) {
	for _, f := range check(t, world()) {
		t.Error(f)
	}
}

const (
	countries      = "gazetteer/countries.tsv"
	cities         = "gazetteer/cities.tsv"
	organizations  = "gazetteer/organizations.tsv"
	people         = "gazetteer/people.tsv"
	countryAliases = "gazetteer/country-aliases.tsv"
	peopleAliases  = "gazetteer/people-aliases.tsv"
	offices        = "gazetteer/offices.tsv"
	roles          = "gazetteer/roles.tsv"
)

// Every rule: one edit of the clean world that breaks it, and where it must be told.
func TestCheckFires(t *testing.T) {
	for _, c := range []struct {
		rule           string
		file, old, new string
		line           int
		severity       Severity
		message        string // part of it
	}{
		{"short-name", people, "سيرغي لافروف", "س", 3, SeverityError, "two letters or more"},
		{"long-line", people, "سيرغي لافروف", strings.Repeat("س", 1<<19), 3, SeverityError, "no row is that long"},
		{"unsorted", cities, "Q649\tRU\tMoscow\tموسكو\tours\nx:kuwait-city\tKW\tKuwait City\tالكويت\tours", "x:kuwait-city\tKW\tKuwait City\tالكويت\tours\nQ649\tRU\tMoscow\tموسكو\tours", 3, SeverityError, "before line 2"},
		{"duplicate-row", roles, "secretary_general\ten\tli\tsecretary-general\t\n", "secretary_general\ten\tli\tsecretary-general\t\nsecretary_general\ten\tli\tsecretary-general\t\n", 8, SeverityError, "line 7"},
		{"duplicate-id", people, "x:h-sharaf", "x:a-mekhlafi", 5, SeverityError, "gazetteer/people.tsv:4 already"},
		{"duplicate-iso", countries, "ZA", "RU", 3, SeverityError, "line 2"},
		{"bad-iso", countries, "Q258\tZA", "Q258\tSouth", 3, SeverityError, "two capital letters"},
		{"bad-id", people, "Q1253", "1253", 2, SeverityError, "Wikidata id"},
		{"bad-id", people, "Q1253", "Q01253", 2, SeverityError, `"Q01253"`},
		{"bad-id", organizations, "Q133207", "x:Russian_MFA", 3, SeverityError, "x:slug"},
		{"unknown-reference", people, "Q58217\tRU", "Q58217\tSU", 3, SeverityError, `country: nothing has the iso code or id "SU"`},
		{"unknown-reference", offices, "Q1253\t", "Q12\t", 2, SeverityError, "person"},
		{"unknown-reference", offices, "Q1065", "Q1066", 2, SeverityError, "of"},
		{"unknown-reference", peopleAliases, "Q805", "Q8", 4, SeverityError, "when"},
		{"unknown-reference", countryAliases, "Q159", "Q160", 2, SeverityError, "id"},
		{"unknown-reference", countries, "Q649", "Q64", 2, SeverityError, "capital"},
		{"unknown-reference", roles, "الكرملين\tRU", "الكرملين\tSU", 6, SeverityError, "of"},
		{"wrong-type", countryAliases, "Q159", "Q649", 2, SeverityError, "Q649 is a city"},
		{"capital-abroad", countries, "Kuwaiti\tx:kuwait-city", "Kuwaiti\tQ649", 5, SeverityError, "cities.tsv:2"},
		{"unknown-role", offices, "secretary_general", "secretary", 2, SeverityError, `"secretary"`},
		{"bad-role", roles, "secretary_general", "secretary general", 7, SeverityError, "joined by _"},
		{"unknown-word", organizations, "international body", "club", 2, SeverityError, `kind is "club"`},
		{"unknown-word", peopleAliases, "ar\tsurname\tstrong", "ar\tlast\tstrong", 3, SeverityError, "kind"},
		{"unknown-word", peopleAliases, "ar\tsurname\tstrong", "fa\tsurname\tstrong", 3, SeverityError, "lang"},
		{"unknown-word", peopleAliases, "ar\tsurname\tstrong", "ar\tsurname\tsure", 3, SeverityError, "strength"},
		{"unknown-word", roles, "secretary_general\ten\tli", "secretary_general\ten\tof", 7, SeverityError, "form"},
		{"unknown-word", offices, "2022-08-03\t\t", "2022-08-03\ttrue\t", 3, SeverityError, "acting"},
		{"form-lang", roles, "ar\tconstruct\tوزير خارجية", "en\tconstruct\tminister", 4, SeverityError, "Arabic"},
		{"form-lang", roles, "deputy_foreign_minister\ten\ten\tdeputy foreign minister", "deputy_foreign_minister\tar\ten\tنائب وزير", 3, SeverityError, "English"},
		{"fixed-of", roles, "الكرملين\tRU", "الكرملين\t", 6, SeverityError, "fixed"},
		{"fixed-of", roles, "السفير\t", "السفير\tRU", 2, SeverityError, "nisba"},
		{"no-name", people, "Hisham Sharaf", "", 5, SeverityError, "name_en"},
		{"short-alias", peopleAliases, "لافروف", "ل", 3, SeverityError, "two letters"},
		{"short-alias", peopleAliases, "لافروف", "", 3, SeverityError, "two letters"},
		{"when", peopleAliases, "Q805|x:a-mekhlafi", "", 4, SeverityError, "context"},
		{"when", peopleAliases, "surname\tstrong\t", "surname\tstrong\tQ805", 3, SeverityError, "context"},
		{"bad-date", offices, "2007-01-01", "2007-02-30", 2, SeverityError, "2007-02-30"},
		{"bad-date", offices, "2022-08-03", "2022-08", 3, SeverityError, "as_of"},
		{"bad-date", peopleAliases, "2016-11", "2016-13", 4, SeverityError, "2016-13"},
		{"empty-interval", offices, "2007-01-01", "2017-01-01", 2, SeverityError, "first day out"},
		{"empty-interval", peopleAliases, "2016-11\t2021", "2016-11\t2015", 4, SeverityError, "not after"},
		{"no-as-of", offices, "2022-08-03", "", 3, SeverityError, "as_of"},
		{"as-of-before-from", offices, "2022-08-03", "2004-03-08", 3, SeverityError, "2004-03-08"},
		{"no-source", offices, "2022-08-03\t\tours", "2022-08-03\t\t", 3, SeverityError, "general knowledge"},
		{"no-source", people, "هشام شرف\tours", "هشام شرف\t", 5, SeverityError, "source"},
		{"ambassador-host", offices, "x:h-sharaf\tforeign_minister\tYE\tSanaa", "x:h-sharaf\tambassador\tYE\tMoscow", 5, SeverityError, `"Moscow"`},
		{"unknown-reference", offices, "x:h-sharaf\tforeign_minister\tYE\tSanaa", "x:h-sharaf\tambassador\tYE\tSU", 5, SeverityError, "scope"},
		{"arabic-letters", people, "هشام شرف", "هشـام شرف", 5, SeverityError, "tatweel"},
		{"arabic-letters", people, "هشام شرف", "هِشام شرف", 5, SeverityError, "vowel mark U+0650"},
		{"arabic-letters", people, "كي مون", "کي مون", 2, SeverityError, "Persian kaf"},
		{"arabic-letters", people, "كي مون", "كی مون", 2, SeverityError, "Persian yeh"},
		{"arabic-letters", peopleAliases, "لافروف", "ﻻفروف", 3, SeverityError, "presentation form"},
		{"not-nfc", people, "عبد الملك", "عبد ا\u0653لملك", 4, SeverityError, "U+0653"},
		{"not-nfc", people, "Hisham", "Hisha\u0304m", 5, SeverityError, "U+0304"},
		{"wrong-script", peopleAliases, "Sergei Lavrov", "سيرجي لافروف", 2, SeverityError, "not a Latin letter"},
		{"wrong-script", peopleAliases, "لافروف", "لافروف Lavrov", 3, SeverityError, "not an Arabic letter"},
		{"bad-punctuation", people, "Hisham Sharaf", "Hisham Sharaf (minister", 5, SeverityError, "brackets"},
		{"bad-punctuation", people, "Hisham Sharaf", "Hisham «Abu» Sharaf", 5, SeverityError, "brackets"},
		{"ambiguous-alias", peopleAliases, "Q58217\tSergei Lavrov\ten\tspelling", "Q1253\tUN\ten\tacronym\tstrong\t\t\t\tours\nQ58217\tU.N.\ten\tacronym", 3, SeverityError, "people-aliases.tsv:2"},
		{"bad-space", people, "Hisham Sharaf", "Hisham  Sharaf", 5, SeverityError, "two spaces"},
		{"empty-item", countries, "روس\tRussian", "روس|\tRussian", 2, SeverityError, "plural"},
		{"bad-nisba", countries, "يمني", "يمنية", 4, SeverityError, "does not end"},
		{"bad-nisba", countries, "يمني", "اليمني", 4, SeverityError, "article"},
		{"unknown-word", particlesFile, "ar\tnever", "ar\tnone", 4, SeverityError, "form"},
		{"bad-iso", particlesFile, "first\tKR", "first\tKorea", 2, SeverityError, "Korea"},
		{"ambiguous-alias", peopleAliases, "x:h-sharaf\tشرف\tar\tsurname\tcontext\tQ805|x:a-mekhlafi", "x:h-sharaf\tلافروف\tar\tsurname\tstrong\t", 4, SeverityError, "people-aliases.tsv:3"},
		{"ambiguous-alias", countryAliases, "الاتحاد الروسي", "الامم المتحدة", 2, SeverityError, "organizations.tsv:2"},
		{"namesakes", people, "Hisham Sharaf", "Ban Ki-moon", 5, SeverityWarning, "people.tsv:2"},
		{"redundant-alias", peopleAliases, "Sergei Lavrov\ten\tspelling", "SERGEY LAVROV\ten\tspelling", 2, SeverityWarning, "name_en of gazetteer/people.tsv:3"},
		{"redundant-alias", countryAliases, "Q159\tالاتحاد الروسي\tar\tfull\tstrong\t\t\t\tours\n", "Q159\tالإتحاد الروسي\tar\tfull\tstrong\t\t\t\tours\nQ159\tالاتحاد الروسي\tar\tfull\tstrong\t\t\t\tours\n", 3, SeverityWarning, "line 2"},
		{"redundant-alias", peopleAliases, "surname\tstrong", "surname\tweak", 3, SeverityWarning, "made from the full name"},
		{"ambiguous-pattern", roles, "en\ten\tdeputy foreign minister", "en\ten\tForeign minister", 5, SeverityWarning, "speaks of foreign_minister here and of deputy_foreign_minister on line 3"},
		{"redundant-pattern", roles, "foreign_minister\ten\ten\tforeign minister\t", "foreign_minister\ten\ten\tForeign Minister\t\nforeign_minister\ten\ten\tforeign minister\t", 6, SeverityWarning, "line 5"},
		{"overlapping-terms", offices, "\tSanaa\t", "\t\t", 5, SeverityError, "line 4: both x:a-mekhlafi and x:h-sharaf hold foreign_minister of YE from 2016-11-28 to 2018-05-23"},
		{"overlapping-terms", offices, "x:h-sharaf\tforeign_minister\tYE\tSanaa\t2016-11-28", "x:a-mekhlafi\tforeign_minister\tYE\t\t2016-11-28", 5, SeverityError, "twice"},
	} {
		t.Run(c.rule+" "+c.new, func(t *testing.T) {
			w := world()
			edit(t, w, c.file, c.old, c.new)
			var told []string
			for _, f := range check(t, w) {
				if f.Rule == c.rule && f.Pos == (Pos{c.file, c.line}) && f.Severity == c.severity && strings.Contains(f.Message, c.message) {
					return
				}
				told = append(told, f.String())
			}
			t.Errorf("no %s at %s:%d (%s), only %q", c.rule, c.file, c.line, c.message, told)
		})
	}
}

// What looks like a fault and is none: no finding at all.
func TestCheckIsSilent(t *testing.T) {
	for _, c := range []struct {
		name           string
		file, old, new string
	}{
		{"acting next to a holder", offices, "\tSanaa\t2016-11-28\t2024-08-12\t\t\t", "\t\t2016-11-28\t2024-08-12\t\tyes\t"},
		{"hand-over on one day", offices, "\tSanaa\t2016-11-28\t", "\t\t2018-05-23\t"},
		{"hand-over in one year", offices, "2018-05-23\t\t\tours\nx:h-sharaf\tforeign_minister\tYE\tSanaa\t2016-11-28", "2016\t\t\tours\nx:h-sharaf\tforeign_minister\tYE\t\t2016"},
		{"two deputies", offices, "x:a-mekhlafi\tforeign_minister\tYE\t\t2015-12-01\t2018-05-23\t\t\tours\nx:h-sharaf\tforeign_minister\tYE\tSanaa", "x:a-mekhlafi\tdeputy_foreign_minister\tYE\t\t2015-12-01\t2018-05-23\t\t\tours\nx:h-sharaf\tdeputy_foreign_minister\tYE\t"},
		{"ambassador to a country", offices, "x:h-sharaf\tforeign_minister\tYE\tSanaa", "x:h-sharaf\tambassador\tYE\tRU"},
		{"ambassador to a body", offices, "x:h-sharaf\tforeign_minister\tYE\tSanaa", "x:h-sharaf\tambassador\tYE\tQ1065"},
		{"alias of the same text at another time", countryAliases, "full\tstrong\t\t\t\tours\n", "full\tstrong\t\t\t1922\tours\nQ805\tالاتحاد الروسي\tar\tformer\tstrong\t\t1991\t\tours\n"},
		{"a weak alias that another links by", peopleAliases, "x:h-sharaf\tشرف\tar\tsurname\tcontext\tQ805|x:a-mekhlafi", "x:h-sharaf\tلافروف\tar\tnickname\tweak\t"},
		{"a surname that links alone", peopleAliases, "لافروف", "سيرغي ل"},
		{"an acronym that spells a name", peopleAliases, "Q58217\tSergei Lavrov\ten\tspelling", "Q58217\tMOSCOW\ten\tacronym"},
		{"a label in brackets", people, "Hisham Sharaf", "Hisham Sharaf (minister)"},
		{"accents and apostrophes", people, "Hisham Sharaf", "Štefan d'Étoile-Ó"},
		{"letters for foreign sounds", peopleAliases, "لافروف", "لاڤروڤ"},
		{"no Arabic name", people, "هشام شرف", ""},
		{"number in a name", peopleAliases, "لافروف", "حركة 23 مارس"},
		{"dates of one month", peopleAliases, "2016-11\t2021", "2016-11\t2016-11"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := world()
			edit(t, w, c.file, c.old, c.new)
			for _, f := range check(t, w) {
				t.Error(f)
			}
		})
	}
}

func TestCheckTellsAllInOrder(t *testing.T) {
	w := world()
	edit(t, w, people, "Hisham Sharaf", "")
	edit(t, w, offices, "2007-01-01", "January")
	edit(t, w, countries, "ZA", "RU")
	var got []string
	for _, f := range check(t, w) {
		got = append(got, fmt.Sprintf("%s %s", f.Pos, f.Rule))
	}
	want := []string{"gazetteer/countries.tsv:3 duplicate-iso", "gazetteer/offices.tsv:2 bad-date", "gazetteer/people.tsv:5 no-name"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestUnknownFile(t *testing.T) {
	w := world()
	w["gazetteer/poeple.tsv"] = &fstest.MapFile{Data: []byte("id\n")}
	found := check(t, w)
	if len(found) != 1 || found[0].Rule != "unknown-file" || found[0].Pos.File != "gazetteer/poeple.tsv" {
		t.Errorf("got %v", found)
	}
}

func TestCheckError(t *testing.T) {
	var many []Finding
	for i := range 30 {
		many = append(many, Errorf(Pos{"f.tsv", 30 - i}, "rule", "fault"))
	}
	many = append(many, Warnf(Pos{"f.tsv", 1}, "rule", "only a warning"))
	err := NewCheckError(many)
	var ce *CheckError
	if !errors.As(err, &ce) || len(ce.Findings) != 30 || ce.Findings[0].Pos.Line != 1 {
		t.Fatalf("got %v", err)
	}
	lines := strings.Split(err.Error(), "\n\t")
	if len(lines) != 22 || lines[0] != "the data has 30 errors:" || lines[1] != "f.tsv:1: rule: fault" || lines[21] != "… and 10 more" {
		t.Errorf("message %q", lines)
	}
	if err := NewCheckError(many[30:]); err != nil {
		t.Errorf("warnings alone give %v", err)
	}
}
