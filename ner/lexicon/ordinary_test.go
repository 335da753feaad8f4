package lexicon

import (
	"testing"
	"testing/fstest"

	"whomet/gazetteer"
	"whomet/ner/fold"
)

func TestOrdinary(t *testing.T) {
	fsys := fstest.MapFS{
		"gazetteer/people.tsv": {Data: []byte("id\tcountry\tname_en\tname_ar\tsource\n" +
			"x:a\t\tAmal Sample\tأمل النموذج\tours\n")},
		"gazetteer/people-aliases.tsv": {Data: []byte("id\talias\tlang\tkind\tstrength\twhen\tfrom\tto\tsource\n" +
			"x:a\tThe Minister\ten\tnickname\tstrong\t\t\t\tours\n" +
			"x:a\tآب\tar\tnickname\tstrong\t\t\t\tours\n" +
			"x:a\tأعلن\tar\tnickname\tstrong\t\t\t\tours\n" +
			"x:a\tأمل\tar\tshort\tstrong\t\t\t\tours\n" +
			"x:a\tقال\tar\tnickname\tweak\t\t\t\tours\n")},
	}
	g, err := gazetteer.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	lex := &Lexicon{Entries: []Entry{
		{Class: Speech, Lang: "ar", Text: "قال"}, {Class: Speech, Lang: "ar", Text: "أعلن"}, {Class: Month, Value: 8, Lang: "ar", Text: "آب"},
		{Class: BareOffice, Lang: "en", Text: "the minister"}, {Class: GivenName, Lang: "ar", Text: "أمل"},
	}}
	got := lex.Ordinary(g, fold.String, []string{"اعلن المتحدث ذلك، وأعلن غيره. أَعْلَنَ ثالث.", "The minister spoke."})
	want := []string{
		`gazetteer/people-aliases.tsv:2: ordinary-word: "The Minister" of x:a would swallow a word of the language (bareoffice of the lexicon), 1 times in the sample articles; make it weak, context or quoted`,
		`gazetteer/people-aliases.tsv:4: ordinary-word: "أعلن" of x:a would swallow a word of the language (speech of the lexicon), 2 times in the sample articles; make it weak, context or quoted`,
	}
	if len(got) != len(want) {
		t.Fatalf("%d findings, want %d: %v", len(got), len(want), got)
	}
	for i := range want {
		if got[i].String() != want[i] {
			t.Errorf("got  %s\nwant %s", got[i], want[i])
		}
	}
}
