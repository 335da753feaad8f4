package tag

import (
	"strings"
)

// wordIs reports whether the whole word at token i has the flag.
func (s *scanner) wordIs(i int, f wordFlags) bool { return i < len(s.about) && s.about[i].word&f != 0 }

// ordinary reports whether the whole word at token i is a word of the language,
// so that no clitic may be cut off to make a name of it: وزير is not و + زير.
func (s *scanner) ordinary(i int) bool {
	if s.isCommon(i) {
		return true
	}
	for _, h := range s.hitsAt(i) {
		if k := s.v.senses[h.ID].kind; int(h.Last) == i && h.Clitics == 0 && (k == lexiconSense || k == nisbaSense || k == roleSense) {
			return true
		}
	}
	return false
}

// isCommon reports whether the word at token i is a frequent word of the
// language. The written form decides between على and علي.
func (s *scanner) isCommon(i int) bool {
	return s.wordIs(i, commonWord) && !(s.wordIs(i, maksuraWord) && strings.HasSuffix(s.t.Raw(i), yeh))
}

// yeh is ي, maksura ى: folding makes them one, and a few words differ by them alone.
const (
	yeh     = "\u064a"
	maksura = "\u0649"
)

// dropByYeh removes the cues whose last letter is ى where the text has ي: علي is
// no preposition. The other way about is mere spelling, and stays.
func (s *scanner) dropByYeh() {
	kept := s.hits[:0]
	for _, h := range s.hits {
		if se := &s.v.senses[h.ID]; se.kind == lexiconSense && se.maksura && strings.HasSuffix(s.t.Raw(int(h.Last)), yeh) {
			continue
		}
		kept = append(kept, h)
	}
	s.hits = kept
}

// futureVerb reports whether the word at token i has the form of a verb in the
// future: س and then the ي, ت or ن of the present. Names and frequent words are
// known by now.
func (s *scanner) futureVerb(i int) bool {
	f := strings.TrimPrefix(s.t.Fold(i), waw)
	if !strings.HasPrefix(f, sin) || len(f) < 10 || !s.plainWord(i) {
		return false
	}
	switch f[len(sin) : 2*len(sin)] {
	case "\u064a", "\u062a", "\u0646": // ي ت ن
		return (!s.isCommon(i) && !s.v.wordIs(f, commonWord) || s.v.wordIs(f[len(sin):], commonWord)) && !nounEnding(s.t.Raw(i))
	}
	return false
}

// nounEnding reports whether a word ends as nouns and adjectives do and hardly a verb of
// the future: سيارة, سندات, سياسيين, سياسيون, and with a pronoun سيارته, سيطرتها.
func nounEnding(raw string) bool {
	for _, end := range []string{"\u0629", "\u0627\u062a", "\u064a\u064a\u0646", "\u064a\u0648\u0646", "\u062a\u064a\u0646", // ة ات يين يون تين
		"\u062a\u0647", "\u062a\u0647\u0627", "\u062a\u0647\u0645", "\u062a\u0647\u0645\u0627", "\u062a\u0646\u0627"} { // ته تها تهم تهما تنا
		if strings.HasSuffix(raw, end) {
			return true
		}
	}
	return false
}

// tenthForm reports whether a folded word has the form of a present verb of the
// tenth form, يستقبل or تستقطب: no name begins so.
func (s *scanner) tenthForm(f string) bool {
	if len(f) < 10 || f[len(sin):3*len(sin)] != sin+"\u062a" {
		return false
	}
	switch f[:len(sin)] {
	case "\u064a", "\u062a", "\u0646": // ي ت ن
		return true
	}
	return false
}

// forThe is لل, ل written together with the article; byThe is بال.
const (
	forThe = "\u0644\u0644"
	byThe  = "\u0628\u0627\u0644"
)

// sin is س, waw و, lam ل, ba ب.
const (
	sin = "\u0633"
	waw = "\u0648"
	lam = "\u0644"
	ba  = "\u0628"
)
