package tag_test

import (
	"strings"
	"testing"
)

// TestPhrases asserts what the phrase around a mention says of it: inside of
// another's title, met as a delegation. Each text has one such phrase.
func TestPhrases(t *testing.T) {
	for _, c := range []struct {
		text, phrase, mention string
		inside, delegation    bool
	}{
		{"قالت حكومة نتنياهو ذلك.", "نتنياهو", "نتنياهو", true, false},
		{"وصل مبعوث بان كي مون.", "بان كي مون", "بان كي مون", true, false},
		{"Ban Ki-moon's envoy left.", "Ban Ki-moon", "Ban Ki-moon", true, false},
		{"قال معالي وزير الخارجية الروسي سيرغي لافروف ذلك.", "معالي وزير الخارجية الروسي سيرغي لافروف", "سيرغي لافروف", false, false},
		{"وصل وفد من الائتلاف الوطني السوري.", "الائتلاف الوطني السوري", "الائتلاف الوطني السوري", false, true},
		{"A delegation of Hamas left.", "Hamas", "Hamas", false, true},
		{"قالت حركة حماس ذلك.", "حركة حماس", "حركة حماس", false, false},
	} {
		tg := read(t, "2015-08-04", c.text)
		if len(tg.Phrases) != 1 {
			t.Errorf("%s: %d phrases, want 1", c.text, len(tg.Phrases))
			continue
		}
		p := tg.Phrases[0]
		text := c.text[tg.Tokens.List[p.First].Start:tg.Tokens.List[p.Last].End]
		if text != c.phrase || tg.Mentions[p.Mention].Text != c.mention || p.Inside != c.inside || p.Delegation != c.delegation {
			t.Errorf("%s: phrase %q of %q, inside %v, delegation %v; want %q of %q, %v, %v", c.text,
				text, tg.Mentions[p.Mention].Text, p.Inside, p.Delegation, c.phrase, c.mention, c.inside, c.delegation)
		}
	}
}

// TestCues asserts which cue words are left outside of names and titles: every
// class of the longest form at a word, with what is attached to it.
func TestCues(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"سيلتقي سيرغي لافروف غدا جون كيري.", "سيلتقي meet.present, غدا day"},
		{"لم يلتق سيرغي لافروف أحدا.", "لم negation, يلتق meet.present"},
		{"ثم حضر اللقاء سيرغي لافروف.", "ثم break, حضر اللقاء attended"},
		{"أثنى علي لاريجاني على جون كيري.", "على to"},
		{"ألقى وزير الخارجية الروسي كلمة.", ""},
		{"John Kerry met with Sergey Lavrov on 3 May.", "met with meet.past, on topic, May month+propose"},
	} {
		tg := read(t, "2015-08-04", c.text)
		var got []string
		for i, cue := range tg.Cues {
			name := cue.Class.String()
			if i > 0 && tg.Cues[i-1].First == cue.First {
				got[len(got)-1] += "+" + name
				continue
			}
			got = append(got, c.text[tg.Tokens.List[cue.First].Start:tg.Tokens.List[cue.Last].End]+" "+name)
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, s, c.want)
		}
	}
}
