package fold_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"whomet/ner/fold"
)

func TestString(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{" \t\u00a0\n", ""},
		{"  السيسى \n  في\u00a0انقرة ", "السيسي في انقره"},
		{"أحمد إبراهيم آل ٱلله", "احمد ابراهيم ال الله"},
		{"شؤون لقائه سئل", "شوون لقايه سيل"},
		{"دعاء شيء", "دعاء شيء"},
		{"لافـــروف", "لافروف"},
		{"وَلَافْرُوفُ", "ولافروف"},
		{"هٰذا", "هذا"},
		{"نتنیاهو", "نتنياهو"},
		{"ﻻﻓﺮﻭﻑ", "لافروف"},
		{"کرکوک ڤلاديمير پوتين", "كركوك فلاديمير بوتين"},
		{"گوران", "كوران"},
		{"ایرانۀ", "ايرانه"},
		{"\ufeff\u200fكيري\u200c\u202b", "كيري"},
		{"٣ آب ٢٠١٥", "3 اب 2015"},
		{"۳ آب ۲۰۱۵", "3 اب 2015"},
		{"٥+١", "5+1"},
		{"François HOLLANDE", "francois hollande"},
		{"Sana'a Sana’a Sanaʿa Sana`a", "sanaa sanaa sanaa sanaa"},
		{"Erdoğan Kılıçdaroğlu İnönü", "erdogan kilicdaroglu inonu"},
		{"Groß Łódź Đukanović Rasmussen Søren", "gross lodz dukanovic rasmussen soren"},
		{"U.S. u.n. Dr. 10.5", "us un dr 10.5"},
		{"Al-Assad", "al-assad"},
		{"Kｅｒｒｙ ２０１５", "kerry 2015"},
		{"ﷲ", "الله"},
		{"ـــ ُ a", "a"},
		{"a\xffb", "a\ufffdb"},
	} {
		if got := fold.String(c.in); got != c.want {
			t.Errorf("String(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestAppend(t *testing.T) {
	if got := fold.Append([]byte("x."), ".عبد الله."); string(got) != "x..عبدالله" {
		t.Errorf("Append keeps what stood before and looks at its own word alone: %q", got)
	}
}

// Every character there is: its folded form folds to itself, and holds nothing
// that a fold should have dropped.
func TestEveryCharacter(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		once := string(fold.Append(nil, string(r)))
		twice := string(fold.Append(nil, once))
		if once != twice {
			t.Errorf("%U %q folds to %q, and that to %q", r, r, once, twice)
		}
		for _, f := range once {
			if unicode.IsSpace(f) || unicode.Is(unicode.Cf, f) || f == '\u0640' || unicode.IsUpper(f) && unicode.ToLower(f) != f {
				t.Errorf("%U folds to %q with %U in it", r, once, f)
			}
		}
	}
}

// Folding letter by letter is folding the word, which lets a matcher find the
// byte of the original where a folded prefix ends. Only a full stop looks at
// what stands before it.
func checkParts(t *testing.T, word string) {
	t.Helper()
	var parts []byte
	for i := 0; i < len(word); {
		_, size := utf8.DecodeRuneInString(word[i:])
		part := fold.Append(nil, word[i:i+size])
		if bytes.IndexByte(part, '.') >= 0 {
			return
		}
		parts = append(parts, part...)
		i += size
	}
	if whole := fold.Append(nil, word); string(whole) != string(parts) {
		t.Errorf("%q folds to %q, its letters to %q", word, whole, parts)
	}
}

func FuzzString(f *testing.F) {
	for _, s := range []string{"وقال لافروف: «سنلتقي»", "U.S. and ʿAbd", "ﷺ ﻻ ﹰ", "\xff\xfe.", "x'.", "…a…", "ａ．"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := fold.String(s)
		if twice := fold.String(once); twice != once {
			t.Errorf("%q folds to %q, and that to %q", s, once, twice)
		}
		if once != strings.Join(strings.Fields(once), " ") {
			t.Errorf("%q folds to %q: spaces", s, once)
		}
		if !utf8.ValidString(once) {
			t.Errorf("%q folds to invalid %q", s, once)
		}
		checkParts(t, s)
	})
}

func BenchmarkAppend(b *testing.B) {
	word := "والمفاوضات"
	buf := make([]byte, 0, 64)
	b.SetBytes(int64(len(word)))
	b.ReportAllocs()
	for b.Loop() {
		buf = fold.Append(buf[:0], word)
	}
}
