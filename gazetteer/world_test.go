package gazetteer

import (
	"strings"
	"testing"
	"testing/fstest"
)

// world is a small gazetteer without a fault. Tests edit copies of it.
func world() fstest.MapFS {
	table := func(lines ...string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(strings.Join(lines, "\n") + "\n")}
	}
	return fstest.MapFS{
		"gazetteer/countries.tsv": table(
			"id\tiso\tname_en\tname_ar\tnisba\tfeminine\tplural\tadjective_en\tcapital\tsource",
			"Q159\tRU\tRussia\tروسيا\tروسي\t\tروس\tRussian\tQ649\tours",
			"Q258\tZA\tSouth Africa\tجنوب أفريقيا\tجنوب أفريقي\t\t\tSouth African\t\tours",
			"Q805\tYE\tYemen\tاليمن\tيمني\t\t\tYemeni\t\tours",
			"Q817\tKW\tKuwait\tالكويت\tكويتي\t\t\tKuwaiti\tx:kuwait-city\tours",
			"Q884\tKR\tSouth Korea\tكوريا الجنوبية\tكوري جنوبي\t\t\tSouth Korean\t\tours",
		),
		"gazetteer/cities.tsv": table(
			"id\tcountry\tname_en\tname_ar\tsource",
			"Q649\tRU\tMoscow\tموسكو\tours",
			"x:kuwait-city\tKW\tKuwait City\tالكويت\tours",
		),
		"gazetteer/organizations.tsv": table(
			"id\tkind\tcountry\tname_en\tname_ar\tsource",
			"Q1065\tinternational body\t\tUnited Nations\tالأمم المتحدة\tours",
			"Q133207\tgovernment body\tRU\tRussian Foreign Ministry\tوزارة الخارجية الروسية\tours",
		),
		"gazetteer/people.tsv": table(
			"id\tcountry\tname_en\tname_ar\tsource",
			"Q1253\t\tBan Ki-moon\tبان كي مون\tours",
			"Q58217\tRU\tSergey Lavrov\tسيرغي لافروف\tours",
			"x:a-mekhlafi\tYE\tAbdulmalik al-Mekhlafi\tعبد الملك المخلافي\tours",
			"x:h-sharaf\tYE\tHisham Sharaf\tهشام شرف\tours",
		),
		"gazetteer/country-aliases.tsv": table(
			"id\talias\tlang\tkind\tstrength\twhen\tfrom\tto\tsource",
			"Q159\tالاتحاد الروسي\tar\tfull\tstrong\t\t\t\tours",
		),
		"gazetteer/people-aliases.tsv": table(
			"id\talias\tlang\tkind\tstrength\twhen\tfrom\tto\tsource",
			"Q58217\tSergei Lavrov\ten\tspelling\tstrong\t\t\t\tours",
			"Q58217\tلافروف\tar\tsurname\tstrong\t\t\t\tours",
			"x:h-sharaf\tشرف\tar\tsurname\tcontext\tQ805|x:a-mekhlafi\t2016-11\t2021\tours",
		),
		"gazetteer/offices.tsv": table(
			"person\trole\tof\tscope\tfrom\tto\tas_of\tacting\tsource",
			"Q1253\tsecretary_general\tQ1065\t\t2007-01-01\t2017-01-01\t\t\tours",
			"Q58217\tforeign_minister\tRU\t\t2004-03-09\t\t2022-08-03\t\tours",
			"x:a-mekhlafi\tforeign_minister\tYE\t\t2015-12-01\t2018-05-23\t\t\tours",
			"x:h-sharaf\tforeign_minister\tYE\tSanaa\t2016-11-28\t2024-08-12\t\t\tours",
		),
		"gazetteer/roles.tsv": table(
			"role\tlang\tform\ttext\tof",
			"ambassador\tar\tnisba\tالسفير\t",
			"deputy_foreign_minister\ten\ten\tdeputy foreign minister\t",
			"foreign_minister\tar\tconstruct\tوزير خارجية\t",
			"foreign_minister\ten\ten\tforeign minister\t",
			"president\tar\tfixed\tسيد الكرملين\tRU",
			"secretary_general\ten\tli\tsecretary-general\t",
		),
		particlesFile: table(
			"lang\tform\ttext",
			"\tfirst\tKR",
			"ar\tdrop\tالأب",
			"ar\tnever\tالثاني",
			"ar\tprefix\tآل",
			"ar\tprefix\tأبو",
			"ar\tprefix\tبن",
			"ar\tprefix\tدير",
			"ar\tprefix\tعبد",
			"ar\tprefix\tفان",
			"ar\tprefix\tفون",
			"ar\tprefix\tولد",
			"ar\tsuffix\tأوغلو",
			"ar\tsuffix\tالدين",
			"ar\tsuffix\tالله",
			"en\tarticle\tal-",
			"en\tarticle\tel-",
			"en\tdrop\tJr.",
			"en\tnever\tVI",
			"en\tprefix\tal",
			"en\tprefix\tbin",
			"en\tprefix\tde",
			"en\tprefix\tder",
			"en\tprefix\tould",
			"en\tprefix\tvon",
		),
	}
}

// edit replaces text in one file of a world; the text must be there.
func edit(t *testing.T, w fstest.MapFS, file, old, new string) {
	t.Helper()
	before := string(w[file].Data)
	if strings.Count(before, old) != 1 {
		t.Fatalf("%s has %q %d times, want once", file, old, strings.Count(before, old))
	}
	w[file] = &fstest.MapFile{Data: []byte(strings.Replace(before, old, new, 1))}
}

func load(t *testing.T, w fstest.MapFS) *Gazetteer {
	t.Helper()
	g, err := Load(w)
	if err != nil {
		t.Fatal(err)
	}
	return g
}
