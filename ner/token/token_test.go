package token_test

import (
	"strings"
	"testing"

	"whomet/ner"
	"whomet/ner/token"
)

// show writes the tokens of a text as folded forms in brackets with a letter for
// the kind of all but words, and | where a sentence ends.
func show(t *ner.Tokens) string {
	var b strings.Builder
	for i, k := range t.List {
		if i > 0 {
			b.WriteByte(' ')
		}
		if k.Kind != ner.Break && i > 0 && k.Sentence != t.List[i-1].Sentence {
			b.WriteString("| ")
		}
		switch k.Kind {
		case ner.Number:
			b.WriteString("#" + t.Fold(i))
		case ner.Possessive:
			b.WriteString("+" + t.Raw(i))
		case ner.Punct:
			b.WriteString("~" + t.Fold(i))
		case ner.Break:
			b.WriteString("¶")
		default:
			b.WriteString(t.Fold(i))
		}
	}
	return b.String()
}

func TestCut(t *testing.T) {
	cut := token.New([]string{"Dr.", "Gen", "No.", "eds.", "ص."})
	for _, c := range []struct{ name, in, want string }{
		{"empty", "", ""},
		{"blank", " \t \u200f", ""},
		{"clitics stay", "والتقى كيري ولافروف", "والتقي كيري ولافروف"},
		{"marks and tatweel", "وَلافـــروف \u200fظَرِيف\u200f.", "ولافروف ظريف ~."},
		{"scripts", "الـDaesh وISIS", "ال daesh و isis"},
		{"digits", "G20 1436هـ 10,5 ١٠٫٥ 4/8/2015 5+1", "g #20 #1436 ه #10 ~, #5 #10 ~٫ #5 #4 ~/ #8 ~/ #2015 #5 ~+ #1"},
		{"hyphens", "Jean-Marc Amir‑Abdollahian al-Assad بان كي-مون F-16 - a -b c- d",
			"jean marc amir abdollahian al assad بان كي مون f ~- #16 ~- a ~- b c ~- d"},
		{"tatweel as a dash", "كيري ـ لافروف ـ، ـلافروف", "كيري ~ـ لافروف ~ـ ~، لافروف"},
		{"modifier letters", "ʿAli al-Qurʾān ʾ", "ali al quran ~ʾ"},
		{"possessive", "Obama's Obama’s Kurds' boss's USA'S x's2", "obama +'s obama +’s kurds +' boss +'s usa +'S xs #2"},
		{"apostrophes", "Sana'a D’Artagnan don't O`Brien", "sanaa dartagnan dont obrien"},
		{"single quotes", "the 'peace talks' and ‘allies’ met", "the ~' peace talks ~' and ~‘ allies ~’ met"},
		{"apostrophe beside Arabic", "و'داعش'", "و ~' داعش ~'"},
		{"acronyms", "the U.S. and U.S-led, U.N.'s a.m. أ.ف.ب J.K. J.Kerry x.", "the us and us led ~, un +'s am افب jk j ~. kerry x ~."},
		{"servant of", "عبد الله وعبد  العزيز ولعبد ربه عبدالله", "عبدالله وعبدالعزيز ولعبدربه عبدالله"},
		{"servant alone", "عبد\nالله معبد الله عبد آل عبد، الله عبد", "عبد ¶ | الله معبد الله عبد ال عبد ~، الله عبد"},
		{"line ends", "a\r\nb\rc\n\nd", "a ¶ | b ¶ | c ¶ ¶ | d"},

		{"stops", "قال كيري ذلك. هل التقى؟ نعم! ثم… انتهى", "قال كيري ذلك ~. | هل التقي ~؟ | نعم ~! | ثم ~... | انتهي"},
		{"semicolon", "قال؛ ثم", "قال ~؛ ثم"},
		{"closing marks", "He said \"yes.\" Then (he left.) End", "he said ~\" yes ~. ~\" | then ~( he left ~. ~) | end"},
		{"small letter goes on", "\"Stop!\" he said. Then", "~\" stop ~! ~\" he said ~. | then"},
		{"comma goes on", "«كفى!»، قال. ثم", "~« كفي ~! ~» ~، قال ~. | ثم"},
		{"initials", "ود. محمد وأ. علي وJ. Kerry. End", "ود ~. محمد وا ~. علي و j ~. kerry ~. | end"},
		{"unit is no initial", "عام 2015م. وقال", "عام #2015 م ~. | وقال"},
		{"abbreviations", "Dr. Smith met Gen. Lee, No. 5. He said no. The eds. Agree",
			"dr ~. smith met gen ~. lee ~, no ~. #5 ~. | he said no ~. | the eds ~. agree"},
		{"acronym", "The U.S. Senate", "the us senate"},
		{"numbers", "بلغ 10.5 في 2015. ثم", "بلغ #10 ~. #5 في #2015 ~. | ثم"},
		{"list", "1. First. 2. Second", "#1 ~. first ~. | #2 ~. second"},
		{"no space", "انتهى.وبدأ at whitehouse.gov ended.The", "انتهي ~. | وبدا at whitehouse ~. gov ended ~. | the"},
		{"opening quote", "انتهى.«بدأ»", "انتهي ~. | ~« بدا ~»"},
		{"runs", "What?! Yes... No", "what ~? ~! | yes ~. ~. ~. | no"},
		{"title", "عنوان\nنص", "عنوان ¶ | نص"},
	} {
		var got ner.Tokens
		cut.Cut(c.in, &got)
		if s := show(&got); s != c.want {
			t.Errorf("%s: %q\n got %s\nwant %s", c.name, c.in, s, c.want)
		}
	}
}

func TestSpans(t *testing.T) {
	var cut token.Cutter
	var got ner.Tokens
	cut.Cut("قال \u202bلافـروف\u202c إن Obama's\u200e ولعبد  الله", &got)
	want := []string{"قال", "لافـروف", "إن", "Obama", "'s", "ولعبد  الله"}
	for i := range got.List {
		if i >= len(want) || got.Raw(i) != want[i] {
			t.Fatalf("token %d is %q, want %q", i, got.Raw(i), want)
		}
	}
	if len(got.List) != len(want) {
		t.Errorf("%d tokens, want %d", len(got.List), len(want))
	}
	if !got.List[3].Latin || got.List[0].Latin || got.List[4].Latin {
		t.Error("Latin is for words in Latin letters alone")
	}
}

func TestSentenceSpans(t *testing.T) {
	var cut token.Cutter
	var got ner.Tokens
	text := "\n  عنوان \n\n قال. «نعم.»  ثم \n"
	cut.Cut(text, &got)
	var s []string
	for _, x := range got.Sentences {
		s = append(s, text[x.Start:x.End])
	}
	if w := "عنوان|قال.|«نعم.»|ثم"; strings.Join(s, "|") != w {
		t.Errorf("sentences %q, want %q", s, w)
	}
	for i, k := range got.List {
		if k.Kind == ner.Break {
			continue
		}
		if !got.Sentences[k.Sentence].Contains(k.Span) {
			t.Errorf("token %d %q is not in its sentence", i, got.Raw(i))
		}
	}
}

func TestReuse(t *testing.T) {
	var cut token.Cutter
	var got ner.Tokens
	text := strings.Repeat("قال Lavrov إن «ISIS» في 2015.\n", 50)
	cut.Cut(text, &got)
	if n := testing.AllocsPerRun(20, func() { cut.Cut(text, &got) }); n > 1 {
		t.Errorf("%v allocations a text, want the folded string alone", n)
	}
	cut.Cut("", &got)
	if len(got.List) != 0 || len(got.Sentences) != 0 {
		t.Error("an empty text keeps tokens of the text before")
	}
}
