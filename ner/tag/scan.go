package tag

import (
	"strings"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
	"whomet/ner/match"
)

// draft is a mention before it is decided.
type draft struct {
	first, last int // tokens of the name or reference itself
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
	titleOf     int32  // country or body named in its title, or -1
	unlisted    string // name of a person nobody listed, as written
	slot        bool   // it stands where a person must
	risky       bool   // a word of the language: a name only where the article names the man in full
	bare        bool   // الوزير: stands for somebody named before
	possessive  bool   // وزير دفاعه
	counterpart bool   // نظيره

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
	possessive  bool // وزير دفاعه: of is that of the man before
}

type scanner struct {
	v       *Vocabulary
	t       *ner.Tokens
	day     gazetteer.Day
	notes   bool
	hits    []match.Hit
	flags   []wordFlags // of each token's whole word
	at      []int32     // at[i] is the first hit that begins at token i or later
	drafts  []draft
	phrases []Phrase
	cues    []Cue
	noted   []Note
	undated bool
}

func (s *scanner) index() {
	h := 0
	for i := 0; i <= len(s.t.List); i++ {
		for h < len(s.hits) && int(s.hits[h].First) < i {
			h++
		}
		s.at = append(s.at, int32(h))
		if i < len(s.t.List) {
			var f wordFlags
			if s.t.List[i].Kind == ner.Word {
				f = s.v.words[s.t.Fold(i)]
			}
			s.flags = append(s.flags, f)
		}
	}
}

// wordIs reports whether the whole word at token i has the flag.
func (s *scanner) wordIs(i int, f wordFlags) bool { return i < len(s.flags) && s.flags[i]&f != 0 }

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
	for _, h := range s.hitsAt(i) {
		if se := &s.v.senses[h.ID]; se.kind == lexiconSense && se.class == class {
			return h, true
		}
	}
	return match.Hit{}, false
}

func (s *scanner) isClass(i int, class lexicon.Class) bool {
	_, ok := s.lexical(i, class)
	return ok
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
		if next := s.phrase(i); next > i {
			s.thingsInside(i, next)
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

// venue passes over a person's name inside the name of a place or body:
// مطار رفيق الحريري, جامعة الملك سعود.
func (s *scanner) venue(i int) int {
	h, ok := s.lexical(i, lexicon.Venue)
	if !ok {
		return i
	}
	j := int(h.Last) + 1
	if t, ok := s.lexical(j, lexicon.Honorific); ok && t.Clitics == 0 {
		j = int(t.Last) + 1
	}
	n, named := s.personName(j)
	if !named {
		n, named = s.unlistedName(j, false)
	}
	if named && n.clitics == 0 && (n.last > j || len(n.entities) > 0) {
		s.note(ner.Span{Start: s.t.List[i].Start, End: s.t.List[n.last].End}, "inside-place-name", "a person's name inside the name of a place or body is no mention of the person")
		return n.last + 1
	}
	return i
}

// thing takes a country, organization or city at token i.
func (s *scanner) thing(i int) int {
	d, clitics, ok := s.thingAt(i)
	if !ok {
		return i
	}
	s.drafts = append(s.drafts, d)
	p := Phrase{First: i, Last: d.last, Clitics: clitics, Mention: len(s.drafts) - 1, Delegation: s.delegation(i)}
	s.phrases = append(s.phrases, p)
	return d.last + 1
}

// thingsInside records the countries, bodies and cities that a person's title
// names: الأمين العام لحزب الله, محافظ البصرة. They are mentions, and no parties.
func (s *scanner) thingsInside(i, end int) {
	person := &s.drafts[len(s.drafts)-1]
	first, last := person.first, person.last
	if person.kind == ner.Reference {
		last = first - 1
		i = min(i, first)
	}
	for k := i; k < end; {
		if k >= first && k <= last || s.t.List[k].Kind != ner.Word {
			k++
			continue
		}
		if next := s.fixedInside(k, i, first); next > k {
			k = next
			continue
		}
		if d, _, ok := s.thingAt(k); ok && d.last < end {
			s.drafts = append(s.drafts, d)
			k = d.last + 1
			continue
		}
		k++
	}
}

// fixedInside records the reference that a title holds where the words mean one
// man by themselves: سفير خادم الحرمين الشريفين لدى مصر.
func (s *scanner) fixedInside(k, i, first int) int {
	if k == i || k == first {
		return k
	}
	for _, h := range s.hitsAt(k) {
		se := &s.v.senses[h.ID]
		if se.kind != roleSense || s.v.Gazetteer.Roles[se.role].Form != "fixed" {
			continue
		}
		of, ok := s.v.index(s.v.Gazetteer.Roles[se.role].Of)
		if !ok {
			continue
		}
		r := roleRef{role: s.v.Gazetteer.Roles[se.role].Role, of: of, scope: -1, first: k, last: int(h.Last)}
		s.drafts = append(s.drafts, draft{first: k, last: r.last, span: h.Span, kind: ner.Reference, typ: gazetteer.Person, entity: -1, titleOf: -1, roles: []roleRef{r}})
		return r.last + 1
	}
	return k
}

// delegation reports whether the body at token i is met as a delegation: وفد من X,
// a delegation of X.
func (s *scanner) delegation(i int) bool {
	n := len(s.cues)
	if n == 0 {
		return false
	}
	c := s.cues[n-1]
	if c.Class == lexicon.Delegation {
		return i-c.Last <= 2
	}
	for k := n - 1; k >= 0 && k >= n-3; k-- {
		if s.cues[k].Class == lexicon.Delegation {
			return (c.Class == lexicon.From || c.Class == lexicon.Of) && i-c.Last <= 2
		}
	}
	return false
}

// thingAt reads a country, organization or city at token i.
func (s *scanner) thingAt(i int) (d draft, clitics ner.Clitic, ok bool) {
	for _, h := range s.hitsAt(i) {
		se := &s.v.senses[h.ID]
		if se.kind != nameSense {
			continue
		}
		e := &s.v.Gazetteer.Entities[se.entity]
		if e.Type == gazetteer.Person || !s.inUse(se.alias) || s.t.List[i].Latin && !s.capital(i) {
			continue
		}
		if len(d.candidates) == 0 {
			d = draft{first: i, last: int(h.Last), span: h.Span, kind: ner.Name, typ: e.Type, entity: -1, titleOf: -1, strength: strength(se)}
			clitics = h.Clitics
		}
		if int(h.Last) != d.last || h.Clitics != clitics {
			break
		}
		if strength(se) == gazetteer.Strong && d.strength != gazetteer.Strong {
			d.candidates, d.strength, d.typ = nil, gazetteer.Strong, e.Type
		}
		if strength(se) == d.strength || d.strength != gazetteer.Strong {
			d.candidates = appendUnique(d.candidates, se.entity)
		}
	}
	if len(d.candidates) == 0 || s.longerLexical(i, d.last) || d.strength != gazetteer.Strong && s.cueCovers(i, d.last) || (clitics != 0 && d.last == i && s.ordinary(i)) {
		return d, 0, false
	}
	return d, clitics, true
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
		s.cues = append(s.cues, Cue{First: i, Last: last, Class: se.class, Value: se.value, Clitics: h.Clitics})
	}
	if last < 0 {
		if s.futureVerb(i) {
			s.cues = append(s.cues, Cue{First: i, Last: i, Class: lexicon.FutureVerb})
		}
		return i + 1
	}
	return last + 1
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
		return !s.isCommon(i) || s.v.wordIs(f[len(sin):], commonWord)
	}
	return false
}

// sin is س, waw و.
const (
	sin = "\u0633"
	waw = "\u0648"
)

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
