package tag

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
)

// name is a person's name found at some token.
type name struct {
	last     int // token, included
	span     ner.Span
	clitics  ner.Clitic
	entities []int32 // whom it may mean; none for a person nobody listed
	strength string
	surname  bool
	titled   bool   // its listed form begins with the title: الملك عبد الله
	title    string // the role that the honorific before it is: الرئيس
	former   bool   // and was: الرئيس المخلوع
}

// personName reads a person's name at token i: the longest name of the
// gazetteer, drawn out over the chain of fathers that follows it, or a chain
// that nobody listed.
func (s *scanner) personName(i int) (name, bool) {
	n, listed := s.listedName(i)
	end, isChain := s.chainEnd(i)
	if listed && isChain && n.last > i && n.last < end && s.familyBehind(end) {
		switch {
		case !s.isSurname(end) && s.ofProfession(i) && s.mayBeFamily(end):
			listed = false // الدكتور عبدالله بن عبدالعزيز + الموسى is not the king
		case !s.isSurname(end):
			end-- // سلمان بن عبدالعزيز + البطولية: a word like any other
		case !s.surnameOf(end, n.entities) && !s.fatherOf(end, n.entities):
			listed = false // سلمان بن عبدالعزيز السديري is not the king
		}
	}
	switch {
	case listed && !isChain && s.thirdName(i, n):
		n.last++
		return name{last: n.last, span: ner.Span{Start: n.span.Start, End: s.t.List[n.last].End}, clitics: n.clitics, strength: gazetteer.Strong}, true
	case listed && (!isChain || n.last >= end):
		return n, true
	case listed && n.last > i && !s.contradicts(n, i, end):
		// محمد بن نايف + بن عبد العزيز: the same man with one father more
		n.last = end
		n.span.End = s.t.List[end].End
		return n, true
	case isChain:
		m := name{last: end, strength: gazetteer.Strong}
		m.span = ner.Span{Start: s.t.List[i].Start, End: s.t.List[end].End}
		m.entities = s.skeleton(i, &m)
		if len(m.entities) == 0 && !s.mayBeName(i) {
			return name{}, false
		}
		if s.cutClitics(i) != "" { // وبندر بن خالد
			r, size := utf8.DecodeRuneInString(s.t.Raw(i))
			m.clitics, _ = ner.Proclitic(r)
			m.span.Start += size
		}
		return m, true
	}
	return n, listed
}

// thirdName reports whether a family name follows that makes another man of two given
// names: محمد نور + بخاري is not محمد نور.
func (s *scanner) thirdName(i int, n name) bool {
	k := n.last + 1
	return n.last == i+1 && n.strength == gazetteer.Strong && s.wordIs(i, listedGiven) && s.wordIs(n.last, givenWord) && s.adjacent(n.last, k) &&
		(s.isSurname(k) || s.ofProfession(i) && s.mayBeFamily(k)) && !s.surnameOf(k, n.entities)
}

// ofProfession reports whether the title before token i is one that a man has by what he
// does, الدكتور, المهندس, اللواء, and not by birth or office.
func (s *scanner) ofProfession(i int) bool {
	k := i - 1
	return k >= 0 && s.isClass(k, lexicon.Honorific) && !s.isClass(k, lexicon.Address) && !s.isClass(k, lexicon.BareOffice) && !s.isClass(k, lexicon.OfficeHead)
}

// mayBeFamily reports whether a word with the article may be the family name of a man.
func (s *scanner) mayBeFamily(k int) bool {
	return hasArticle(s.t.Fold(k)) && s.familyName(k) && s.ofOne(k)
}

// listedName is the longest name of a listed person at token i. Of several
// bearers those whom it names strongly come first.
func (s *scanner) listedName(i int) (name, bool) {
	var n name
	if i >= len(s.about) || !s.about[i].person {
		return n, false
	}
	for _, h := range s.hitsAt(i) {
		se := &s.v.senses[h.ID]
		if !se.person {
			continue
		}
		if !s.inUse(se.alias) || s.t.List[i].Latin && !s.capital(i) && !s.capital(int(h.Last)) {
			continue
		}
		st := strength(se)
		if len(n.entities) == 0 {
			n = name{last: int(h.Last), span: h.Span, clitics: h.Clitics, strength: st}
		}
		if int(h.Last) != n.last || h.Clitics != n.clitics {
			break
		}
		if st == gazetteer.Strong && n.strength != gazetteer.Strong {
			n.entities, n.strength = nil, gazetteer.Strong
		}
		if st == n.strength || n.strength != gazetteer.Strong {
			n.entities = appendUnique(n.entities, se.entity)
		}
	}
	if len(n.entities) == 0 {
		return name{}, false
	}
	s.withoutBlessing(i, &n)
	n.surname = n.strength != gazetteer.Strong
	if n.clitics != 0 && (n.strength != gazetteer.Strong || n.last == i) && s.ordinary(i) {
		return name{}, false
	}
	return n, true
}

// withoutBlessing leaves what piety puts behind a name out of its span: محمد + صلى
// الله عليه وسلم, which tells him from everybody else of that name.
func (s *scanner) withoutBlessing(i int, n *name) {
	for k := i + 1; k <= n.last; k++ {
		if h, ok := s.lexical(k, lexicon.Epithet); ok && int(h.Last) == n.last {
			n.last, n.span.End = k-1, s.t.List[k-1].End
			return
		}
	}
}

// chainEnd returns the last token of a chain of names at i: محمد بن نايف بن عبد
// العزيز آل سعود. A word of the family (آل سعود) or a family name closes it.
func (s *scanner) chainEnd(i int) (end int, ok bool) {
	end = i
	for s.particle(end+1, lexicon.ChainWord) && s.plainWord(end+2) && (!s.isCommon(end+2) || s.wordIs(end+2, givenWord)) {
		end += 2
	}
	if end == i {
		return i, false
	}
	if s.particle(end+1, lexicon.FamilyWord) && s.plainWord(end+2) {
		return end + 2, true
	}
	if s.familyName(end+1) && (hasArticle(s.t.Fold(end+1)) || s.wordIs(end+1, givenWord)) || s.isSurname(end+1) {
		end++
	}
	return end, true
}

// familyBehind reports whether the word at end closes a chain as a family name,
// joined by no particle.
func (s *scanner) familyBehind(end int) bool {
	return !s.particle(end-1, lexicon.ChainWord) && !s.particle(end-1, lexicon.FamilyWord)
}

// fatherOf reports whether the chain of fathers of one of the people has the word at
// token i, which the text puts without بن: محمد بن سلمان عبد العزيز.
func (s *scanner) fatherOf(i int, people []int32) bool {
	for _, e := range people {
		ent := &s.v.Gazetteer.Entities[e]
		for _, name := range append([]string{ent.NameAr}, arabicNames(ent)...) {
			words := strings.Fields(foldWords(s.v.Cutter, name))
			for k := 1; k < len(words); k++ {
				if s.v.wordIs(words[k-1], chainWord) && words[k] == s.t.Fold(i) {
					return true
				}
			}
		}
	}
	return false
}

// surnameOf reports whether the word at i is the last name of one of the people.
func (s *scanner) surnameOf(i int, people []int32) bool {
	for _, h := range s.hitsAt(i) {
		if se := &s.v.senses[h.ID]; int(h.Last) == i && se.kind == surnameSense && slices.Contains(people, se.entity) {
			return true
		}
	}
	return false
}

// isSurname reports whether the whole word at i is the last name of a listed
// person and no title or adjective.
func (s *scanner) isSurname(i int) bool {
	found := false
	for _, h := range s.hitsAt(i) {
		if int(h.Last) != i || h.Clitics != 0 {
			continue
		}
		switch se := &s.v.senses[h.ID]; {
		case se.kind == surnameSense, se.kind == nameSense && se.alias != nil && se.alias.Kind == "surname":
			found = true
		case se.kind == nisbaSense, se.kind == roleSense, se.kind == lexiconSense:
			return false
		}
	}
	return found
}

// particle reports whether token i is a name particle, written without clitics.
func (s *scanner) particle(i int, class lexicon.Class) bool {
	h, ok := s.lexical(i, class)
	return ok && int(h.Last) == i && h.Clitics == 0
}

func (s *scanner) plainWord(i int) bool {
	return i < len(s.t.List) && s.t.List[i].Kind == ner.Word && !s.t.List[i].Latin
}

// familyName reports whether the word at i can close a name: no word of the
// language, no adjective of a country, no title, no cue.
func (s *scanner) familyName(i int) bool {
	if !s.plainWord(i) || s.isCommon(i) {
		return false
	}
	for _, h := range s.hitsAt(i) {
		switch se := &s.v.senses[h.ID]; se.kind {
		case lexiconSense, roleSense, nisbaSense:
			if se.class != lexicon.FamilyWord && !s.cutsName(i, h) {
				return false
			}
		case nameSense:
			if e := &s.v.Gazetteer.Entities[se.entity]; e.Type != gazetteer.Person && (h.Clitics == 0 || strength(se) == gazetteer.Strong && !s.wordIs(i, givenWord) && !s.isSurname(i)) {
				return false // فهد بجدة: Fahd in Jeddah
			}
		}
	}
	f := s.t.Fold(i)
	if s.tenthForm(f) || strings.HasPrefix(f, forThe) || strings.HasPrefix(f, byThe) && !s.wordIs(i, givenWord) && !s.isSurname(i) {
		return false // تستقطب: attracts; للمعرض: of the fair; بالتنصت: by listening
	}
	if r, n := utf8.DecodeRuneInString(f); n < len(f) {
		c, clitic := ner.Proclitic(r)
		if clitic && !s.v.wordIs(f, givenWord) && (s.v.wordIs(f[n:], commonWord) || c == ner.Waw && !s.isSurname(i)) {
			return false // بصرف: by paying; ومدراء: and managers
		}
		if raw := strings.TrimSuffix(s.t.Raw(i), alif); !s.v.wordIs(f, givenWord) && strings.HasSuffix(raw, heh) && !s.isSurname(i) {
			return false // معسكره: his camp; استقرارها: her stability
		}
	}
	return utf8.RuneCountInString(f) > 2
}

const (
	heh  = "\u0647" // ه, the pronoun of the third person where a word ends in it
	alif = "\u0627" // ا, with which it is feminine, and in which an indefinite object ends
)

// article is ال.
const article = "\u0627\u0644"

// hasArticle reports whether a folded word begins with the article ال.
func hasArticle(fold string) bool { return strings.HasPrefix(fold, article) }

// contradicts reports whether the chain of the text goes on otherwise than the
// listed man's: محمد بن سلمان بن محمد is not محمد بن سلمان بن عبد العزيز.
func (s *scanner) contradicts(n name, i, end int) bool {
	if n.strength != gazetteer.Strong {
		return true
	}
	text := s.foldRange(i, end)
	if n.clitics != 0 {
		return false
	}
	head := s.foldRange(i, n.last)
	for _, e := range n.entities {
		ent := &s.v.Gazetteer.Entities[e]
		longer, agrees := false, false
		for _, other := range append([]string{ent.NameAr}, arabicNames(ent)...) {
			f := foldWords(s.v.Cutter, other)
			if len(f) <= len(head) || !strings.HasPrefix(f, head+" ") || !s.chainFollows(f[len(head)+1:]) {
				continue
			}
			longer = true
			if strings.HasPrefix(text+" ", f+" ") || strings.HasPrefix(f+" ", text+" ") {
				agrees = true
			}
		}
		if longer && !agrees {
			return true
		}
	}
	return false
}

// chainFollows reports whether a folded rest of a name begins with a chain word.
func (s *scanner) chainFollows(rest string) bool {
	w, _, _ := strings.Cut(rest, " ")
	return s.v.wordIs(w, chainWord)
}

func arabicNames(e *gazetteer.Entity) (out []string) {
	for _, a := range e.Aliases {
		if a.Lang == "ar" {
			out = append(out, a.Text)
		}
	}
	return out
}

func (s *scanner) foldRange(i, end int) string {
	if i == end {
		return s.t.Fold(i)
	}
	var b strings.Builder
	for k := i; k <= end; k++ {
		if k > i {
			b.WriteByte(' ')
		}
		b.WriteString(s.t.Fold(k))
	}
	return b.String()
}

// skeleton looks a chain up without its fathers: عادل بن أحمد الجبير is عادل
// الجبير, خالد بن محمد العطية is خالد العطية.
func (s *scanner) skeleton(i int, m *name) []int32 {
	if m.last < i+3 || s.particle(m.last-1, lexicon.ChainWord) {
		return nil // no family name closes it: محمد بن خالد بن عبدالعزيز is not محمد عبدالعزيز
	}
	first := s.t.Fold(i)
	for _, head := range []string{first, s.cutClitics(i)} {
		if head == "" {
			continue
		}
		for from := m.last; from >= m.last-1; from-- {
			tail := s.foldRange(from, m.last)
			if c, ok := s.v.chains[head+" "+tail]; ok {
				return s.withFather(c.entities, head+" "+s.foldRange(i+1, i+2))
			}
		}
	}
	return nil
}

// withFather leaves out whom the gazetteer knows to be another man's son: عبد الله بن
// عبد الملك آل الشيخ is not عبد الله بن محمد آل الشيخ.
func (s *scanner) withFather(people []int32, son string) (fit []int32) {
	given, _, _ := strings.Cut(son, " ")
	for _, e := range people {
		ent := &s.v.Gazetteer.Entities[e]
		known, same := false, false
		for _, name := range append([]string{ent.NameAr}, arabicNames(ent)...) {
			f := foldWords(s.v.Cutter, name)
			if rest, ok := strings.CutPrefix(f, given+" "); ok && s.chainFollows(rest) {
				known = true
				same = same || strings.HasPrefix(f+" ", son+" ")
			}
		}
		if !known || same {
			fit = append(fit, e)
		}
	}
	return fit
}

// cutClitics returns the folded word at i without its first letter where that
// leaves a given name: وعادل.
func (s *scanner) cutClitics(i int) string {
	f := s.t.Fold(i)
	r, n := utf8.DecodeRuneInString(f)
	if _, ok := ner.Proclitic(r); ok && len(f) > 3*n && s.v.wordIs(f[n:], givenWord) && !s.v.wordIs(f, givenWord) {
		return f[n:]
	}
	return ""
}

// givenName reports whether a person's name may begin at token i, and how many
// bytes of a clitic stand before it.
func (s *scanner) givenName(i int) (clitic int, ok bool) {
	if !s.plainWord(i) {
		return 0, false
	}
	if !s.wordIs(i, givenWord) {
		if s.cutClitics(i) == "" {
			return 0, false
		}
		_, clitic = utf8.DecodeRuneInString(s.t.Raw(i))
	}
	if s.isCommon(i) || s.hasCue(i) || s.isTitle(i) && !s.particle(i+1, lexicon.ChainWord) {
		return 0, false
	}
	return clitic, true
}

func (s *scanner) mayBeName(i int) bool {
	_, ok := s.givenName(i)
	return ok || s.familyName(i)
}

// maxNameWords bounds a name nobody listed; longer runs are no names.
const maxNameWords = 6

// unlistedName reads a name nobody listed at token i. After a title any words
// that are not words of the language will do; elsewhere the first must be a
// given name. A single word is no name.
func (s *scanner) unlistedName(i int, titled bool) (name, bool) {
	if i >= len(s.t.List) || s.t.List[i].Kind != ner.Word {
		return name{}, false
	}
	if s.t.List[i].Latin {
		return s.latinName(i, titled)
	}
	if i > 0 && s.particle(i-1, lexicon.FamilyWord) && s.adjacent(i-1, i) {
		return name{}, false // أسرة آل + أبونقطة المتحمي: a house, and no man
	}
	cut, given := s.givenName(i)
	if !given && !(titled && s.familyName(i) && !hasArticle(s.t.Fold(i))) || !titled && !s.beginsUntitled(i) {
		return name{}, false
	}
	end := i
	for words := 1; words < maxNameWords; words++ {
		if e, ok := s.chainEnd(end); ok {
			if end = e; s.closesName(end + 1) {
				end++ // مازن بن محمد + بترجي،
			}
			break
		}
		if s.particle(end+1, lexicon.FamilyWord) && s.plainWord(end+2) {
			end += 2
			break
		}
		if end > i && s.isClass(end+1, lexicon.NameTail) && s.adjacent(end, end+1) {
			end++ // محمد صلاح + الدين
			continue
		}
		if !s.familyName(end+1) || !s.adjacent(end, end+1) {
			break
		}
		if _, isGiven := s.givenName(end + 1); words > 1 && !isGiven && !titled {
			break
		}
		if words > 1 && !hasArticle(s.t.Fold(end+1)) && !s.wordIs(end, givenWord) {
			break // أسامة نقلي: two words, unless the second is a father's name too
		}
		if !titled && !hasArticle(s.t.Fold(end+1)) && !s.wordIs(end+1, givenWord) && !s.isSurname(end+1) {
			break // without a title the second word must look like a name: not آبي سيعبر
		}
		if words > 2 && !(titled && hasArticle(s.t.Fold(end+1)) && s.wordIs(end, givenWord)) {
			break // فضل محمد حسين + الجعدي: three names and the family's
		}
		end++
	}
	if end == i {
		return name{}, false
	}
	n := name{last: end, span: ner.Span{Start: s.t.List[i].Start + cut, End: s.t.List[end].End}, strength: gazetteer.Strong}
	if cut > 0 {
		r, _ := utf8.DecodeRuneInString(s.t.Raw(i))
		n.clitics, _ = ner.Proclitic(r)
	}
	return n, true
}

// closesName reports whether the word at token k, without an article, can only be the
// family name behind a chain of fathers: a comma or full stop follows it, where a verb
// would have something behind it.
func (s *scanner) closesName(k int) bool {
	if !s.familyName(k) || hasArticle(s.t.Fold(k)) || !s.adjacent(k-1, k) || s.particle(k-1, lexicon.ChainWord) {
		return false
	}
	if k+1 == len(s.t.List) {
		return true
	}
	switch s.t.Raw(k + 1) {
	case ".", ",", "\u060c": // ،
		return s.t.List[k+1].Kind == ner.Punct
	}
	return s.t.List[k+1].Kind == ner.Break
}

// beginsUntitled reports whether a name may begin at token i without a title: a
// given name of the lexicon, or one whose father is named.
func (s *scanner) beginsUntitled(i int) bool {
	f := s.t.Fold(i)
	if c := s.cutClitics(i); c != "" {
		f = c
	}
	return s.v.wordIs(f, listedGiven) || s.particle(i+1, lexicon.ChainWord)
}

// adjacent reports whether only blanks stand between two neighbouring tokens.
func (s *scanner) adjacent(i, j int) bool {
	return j < len(s.t.List) && strings.TrimLeft(s.t.Text[s.t.List[i].End:s.t.List[j].Start], " \t-") == ""
}

func (s *scanner) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.t.Raw(i))
	return unicode.IsUpper(r)
}

// isTitle reports whether the whole word at token i is a title too: قائد, أمين. As
// a given name it needs a father behind it.
func (s *scanner) isTitle(i int) bool {
	for _, h := range s.hitsAt(i) {
		if se := &s.v.senses[h.ID]; se.kind == lexiconSense && h.Clitics == 0 && int(h.Last) == i && (se.class == lexicon.OfficeHead || se.class == lexicon.Honorific) {
			return true
		}
	}
	return false
}

// hasCue reports whether the word at token i is a cue of a clause or a meeting,
// perhaps behind a clitic: إن is no given name although آن is, ورأى not و + راي.
func (s *scanner) hasCue(i int) bool {
	for _, h := range s.hitsAt(i) {
		if se := &s.v.senses[h.ID]; se.kind == lexiconSense && int(h.Last) == i && se.class < lexicon.Honorific && !s.cutsName(i, h) {
			return true
		}
	}
	return false
}

// cutsName reports whether a hit takes a clitic off a listed given name: فيصل is
// no ف + يصل.
func (s *scanner) cutsName(i int, h hit) bool {
	return h.Clitics != 0 && s.wordIs(i, listedGiven)
}

// isLexical reports whether a cue or title begins at token i.
func (s *scanner) isLexical(i int) bool {
	for _, h := range s.hitsAt(i) {
		if k := s.v.senses[h.ID].kind; k == lexiconSense || k == roleSense || k == nisbaSense {
			return true
		}
	}
	return false
}
