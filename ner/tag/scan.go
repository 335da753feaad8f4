package tag

import (
	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
	"whomet/ner/match"
)

// draft is a mention before it is decided.
type draft struct {
	first, last int // tokens of the name or reference itself
	begin       int // token where its listed name begins: first, or its title (الملك عبد الله)
	span        ner.Span
	kind        ner.Kind
	typ         gazetteer.Type
	candidates  []int32 // entities it may be
	strength    string  // strongest alias among the hits; "" for a name of its own
	surname     bool    // one word of a longer name
	titled      bool    // a title or role stands before it
	honorific   bool
	address     int // form of address used of him: lexicon.Address; 0 none
	roles       []roleRef
	title       string // the role that its honorific is: الرئيس, الملك
	former      bool   // and was: الرئيس المخلوع
	titleOf     int32  // country or body named in its title, or -1
	unlisted    string // name of a person nobody listed, as written
	slot        bool   // it stands where a person must
	risky       bool   // a word of the language: a name only where the article names the man in full
	bare        bool   // الوزير: stands for somebody named before
	possessive  bool   // وزير دفاعه
	counterpart bool   // نظيره
	holder      int    // 1 + the draft of the man in whose title it stands; 0 none

	entity  int32 // decided, or -1
	rule    string
	dropped bool
	metonym bool
}

// roleRef is a role the text speaks of.
type roleRef struct {
	role        string
	of          int32 // entity, or -1 where the text does not say
	scope       int32 // the country of an envoy's or ambassador's errand, or -1
	first, last int
	former      bool
	open        bool // أمير منطقة: the genitive that should complete it is not known
	voice       bool // المتحدث باسم: for whom he speaks follows, and is no one listed
	plural      bool // السفراء الفرنسيين: its nisba is in the plural
	possessive  bool // وزير دفاعه: of is that of the man before
}

type scanner struct {
	v       *Vocabulary
	t       *ner.Tokens
	day     gazetteer.Day
	notes   bool
	hits    []match.Hit
	about   []about // of each token
	at      []int32 // at[i] is the first hit that begins at token i or later
	drafts  []draft
	phrases []Phrase
	cues    []Cue
	noted   []Note
	again   []ner.Span // where the text says its first line again
	undated bool
}

// about is what is known of a token before anything is decided.
type about struct {
	classes lexicon.Set // of the lexicon's hits that begin with it
	word    wordFlags   // of its whole word
	person  bool        // the name or surname of a person begins with it
	thing   bool        // the name of a country, organization or city does
	title   bool        // a role or nisba does, or a word of the lexicon for titles
}

// titleWords are the classes of which titles are made.
var titleWords = func() (s lexicon.Set) {
	for c := lexicon.Honorific; c <= lexicon.Delegation; c++ {
		s.Add(c)
	}
	return s
}()

// index looks every token up, and finds the hits that begin with it.
func (s *scanner) index() {
	h := 0
	for i := range s.t.List {
		s.at = append(s.at, int32(h))
		var a about
		if s.t.List[i].Kind == ner.Word {
			a.word = s.v.flags.Get(s.t.Fold(i))
		}
		for ; h < len(s.hits) && int(s.hits[h].First) == i; h++ {
			se := &s.v.senses[s.hits[h].ID]
			switch se.kind {
			case lexiconSense:
				a.classes.Add(se.class)
			case roleSense, nisbaSense:
				a.title = true
			default:
				a.person = a.person || se.person
				a.thing = a.thing || !se.person
			}
		}
		a.title = a.title || a.classes.Meets(&titleWords)
		s.about = append(s.about, a)
	}
	s.at = append(s.at, int32(h))
}

// hitsAt returns the hits that begin at token i, longest first.
func (s *scanner) hitsAt(i int) []match.Hit {
	if i >= len(s.t.List) {
		return nil
	}
	return s.hits[s.at[i]:s.at[i+1]]
}

// lexical returns the longest hit of a class at token i; among equals the one
// with the least cut off.
func (s *scanner) lexical(i int, class lexicon.Class) (match.Hit, bool) {
	if !s.isClass(i, class) {
		return match.Hit{}, false
	}
	for _, h := range s.hitsAt(i) {
		if se := &s.v.senses[h.ID]; se.kind == lexiconSense && se.class == class {
			return h, true
		}
	}
	return match.Hit{}, false
}

// isClass reports whether a hit of a class begins at token i, which may lie outside the text.
func (s *scanner) isClass(i int, class lexicon.Class) bool {
	return uint(i) < uint(len(s.about)) && s.about[i].classes.Has(class)
}

// scan reads the text once, left to right.
func (s *scanner) scan() {
	for i := 0; i < len(s.t.List); {
		if k := s.t.List[i].Kind; k == ner.Break || k == ner.Punct || k == ner.Possessive {
			i++
			continue
		}
		if next := s.venue(i); next > i {
			i = next
			continue
		}
		drafts := len(s.drafts)
		if next := s.phrase(i); next > i {
			if len(s.drafts) > drafts {
				s.thingsInside(i, next)
			}
			i = next
			continue
		}
		if next := s.thing(i); next > i {
			i = next
			continue
		}
		i = s.cue(i)
	}
}

// thing takes a country, organization or city at token i.
func (s *scanner) thing(i int) int {
	if !s.about[i].thing {
		return i
	}
	d, clitics, ok := s.thingAt(i)
	if !ok {
		return i
	}
	s.drafts = append(s.drafts, d)
	p := Phrase{First: i, Last: d.last, Clitics: clitics, Mention: len(s.drafts) - 1, Delegation: s.delegation(i)}
	s.phrases = append(s.phrases, p)
	return d.last + 1
}

// cueCovers reports whether the tokens i to last are a cue as they stand: آب is
// the month before it is a town.
func (s *scanner) cueCovers(i, last int) bool {
	for _, h := range s.hitsAt(i) {
		if se := &s.v.senses[h.ID]; se.kind == lexiconSense && h.Clitics == 0 && int(h.Last) == last {
			return true
		}
	}
	return false
}

// longerLexical reports whether a cue of several words begins at token i and
// reaches beyond last: مجلس الوزراء is not cut by a name inside it.
func (s *scanner) longerLexical(i, last int) bool {
	for _, h := range s.hitsAt(i) {
		if k := s.v.senses[h.ID].kind; (k == lexiconSense || k == roleSense) && int(h.Last) > last {
			return true
		}
	}
	return false
}

// cue takes the lexicon's hits at token i: every class of the longest span.
func (s *scanner) cue(i int) int {
	last := -1
	var clitics ner.Clitic
	for _, h := range s.hitsAt(i) {
		se := &s.v.senses[h.ID]
		if se.kind != lexiconSense || s.cutsName(i, h) {
			continue
		}
		if last < 0 {
			last, clitics = int(h.Last), h.Clitics
		}
		if int(h.Last) != last || h.Clitics != clitics {
			break
		}
		s.cues = append(s.cues, Cue{First: i, Last: last, Class: se.class, Value: se.value, Clitics: h.Clitics, Place: s.capitalOf(se.class, i, last)})
	}
	if last < 0 && s.futureVerb(i) {
		s.cues = append(s.cues, Cue{First: i, Last: i, Class: lexicon.FutureVerb})
		last = i
	}
	if last > i {
		return last + 1
	}
	for _, w := range plainWords {
		if s.wordIs(i, w.flag) {
			s.cues = append(s.cues, Cue{First: i, Last: i, Class: w.class})
		}
	}
	return i + 1
}

// plainWords are the words that tell something of the text, but are no cues: they
// may stand in titles and between the parties of a meeting.
var plainWords = []struct {
	flag  wordFlags
	class lexicon.Class
}{{homeWord, lexicon.Home}, {sportWord, lexicon.Sport}}

// inUse reports whether an alias was in use on the article's day.
func (s *scanner) inUse(a *gazetteer.Alias) bool {
	if a == nil || s.day == 0 {
		return true
	}
	return (a.From.Zero() || a.From.First <= s.day) && (a.To.Zero() || s.day <= a.To.Last)
}

// strength of a name: its own name and strong aliases link alone.
func strength(se *sense) string {
	switch {
	case se.kind == surnameSense:
		return gazetteer.Weak
	case se.alias == nil:
		return gazetteer.Strong
	}
	return se.alias.Strength
}

func (s *scanner) note(span ner.Span, rule, text string) {
	if s.notes {
		s.noted = append(s.noted, Note{span, rule, text})
	}
}
