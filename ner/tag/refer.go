package tag

import (
	"slices"
	"strings"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
)

// sharedHead reads an adjective that shares the head of the phrase before it:
// وزيرا الخارجية الروسي سيرغي لافروف + والأميركي جون كيري.
func (s *scanner) sharedHead(i int) int {
	if len(s.phrases) == 0 {
		return i
	}
	prev := s.phrases[len(s.phrases)-1]
	pd := &s.drafts[prev.Mention]
	if prev.Last != i-1 || !s.adjacent(i-1, i) || len(pd.roles) == 0 || pd.roles[0].of < 0 {
		return i
	}
	if e, last, c, ok := s.holder(i); ok && c == ner.Waw && pd.kind == ner.Reference && !pd.bare && !pd.counterpart && pd.last == pd.roles[0].last && pd.roles[0].scope < 0 && s.v.Gazetteer.Entities[e].Type == gazetteer.Country {
		// وزيرا خارجية روسيا + والولايات المتحدة
		if _, _, _, named := s.role(last + 1); !named {
			return s.reference(i, roleRef{role: pd.roles[0].role, of: e, scope: -1, first: i, last: last}, ner.Waw)
		}
	}
	for _, h := range s.hitsAt(i) {
		se := &s.v.senses[h.ID]
		if se.kind != nisbaSense || se.latin || h.Clitics != ner.Waw || !se.definite {
			continue
		}
		r := roleRef{role: pd.roles[0].role, of: se.entity, scope: -1, first: i, last: int(h.Last)}
		k := r.last + 1
		honor := false
		if t, ok := s.lexical(k, lexicon.Honorific); ok && t.Clitics == 0 {
			k, honor = int(t.Last)+1, true
		}
		if n, ok := s.personName(k); ok && n.clitics == 0 && s.acceptName(k, n, true) {
			return s.person(i, k, n, []roleRef{r}, ner.Waw, honor, false, se.entity)
		}
		if n, ok := s.unlistedName(k, true); ok && n.clitics == 0 {
			return s.person(i, k, n, []roleRef{r}, ner.Waw, honor, false, se.entity)
		}
		if pd.kind == ner.Reference && !pd.bare {
			next := s.reference(i, r, ner.Waw)
			d := &s.drafts[len(s.drafts)-1]
			d.counterpart, d.span.Start = pd.counterpart, h.Start
			return next
		}
	}
	return i
}

// reference records a description without a name.
func (s *scanner) reference(i int, r roleRef, clitics ner.Clitic) int {
	first := r.first
	span := ner.Span{Start: s.t.List[first].Start, End: s.t.List[r.last].End}
	span.Start += s.cliticBytes(first)
	s.drafts = append(s.drafts, draft{first: first, last: r.last, span: span, kind: ner.Reference, typ: gazetteer.Person, entity: -1, titleOf: -1, roles: []roleRef{r}, possessive: r.possessive})
	s.phrases = append(s.phrases, Phrase{First: i, Last: r.last, Clitics: clitics, Mention: len(s.drafts) - 1, Inside: s.insideTitle(i)})
	return r.last + 1
}

// counterpartPhrase records نظيره العراقي, with a name in apposition where one
// follows: نظيره العراقي إبراهيم الجعفري.
func (s *scanner) counterpartPhrase(i, j int, of int32, last int, clitics ner.Clitic) int {
	if i == j && i > 0 && s.isClass(i-1, lexicon.HisWord) {
		i-- // his Russian counterpart
	}
	k := last + 1
	if h, ok := s.lexical(k, lexicon.Honorific); ok && h.Clitics == 0 {
		k = int(h.Last) + 1
	}
	r := roleRef{role: "", of: of, scope: -1, first: j, last: last}
	if n, ok := s.personName(k); ok && n.clitics == 0 && s.acceptName(k, n, true) {
		return s.person(i, k, n, []roleRef{r}, clitics, true, false, of)
	}
	if n, ok := s.unlistedName(k, true); ok && n.clitics == 0 {
		s.spelled(k, &n, of)
		return s.person(i, k, n, []roleRef{r}, clitics, true, false, of)
	}
	if n, first, ok := s.counterpartName(j, k, of); ok {
		return s.person(i, first, n, []roleRef{r}, clitics, true, false, of)
	}
	span := ner.Span{Start: s.t.List[j].Start + s.cliticBytes(j), End: s.t.List[last].End}
	s.drafts = append(s.drafts, draft{first: j, last: last, span: span, kind: ner.Reference, typ: gazetteer.Person, entity: -1, titleOf: -1, roles: []roleRef{r}, counterpart: true})
	s.phrases = append(s.phrases, Phrase{First: i, Last: last, Clitics: clitics, Mention: len(s.drafts) - 1})
	return last + 1
}

// pronounTitle records سموه, معاليه: the man so addressed. Its cue stays too, for
// where nobody fits.
func (s *scanner) pronounTitle(i int, h hit, address int) int {
	s.cue(i)
	r := roleRef{of: -1, scope: -1, first: i, last: int(h.Last)}
	s.drafts = append(s.drafts, draft{first: i, last: r.last, span: h.Span, kind: ner.Reference, typ: gazetteer.Person, entity: -1, titleOf: -1, roles: []roleRef{r}, bare: true, address: address})
	inside := h.Clitics == 0 && !s.personSlot(i) && !s.behindVerb(i) // قصر سموه: the owner of the palace, no party
	s.phrases = append(s.phrases, Phrase{First: i, Last: r.last, Clitics: h.Clitics, Mention: len(s.drafts) - 1, Inside: inside})
	return r.last + 1
}

// verbsBefore are the classes of words that a person may follow as their subject, and that
// tell of no meeting: كان سموه, غادر سموه.
var verbsBefore = lexicon.SetOf(lexicon.Past, lexicon.Arrive, lexicon.Depart, lexicon.Future, lexicon.TookPart, lexicon.GreetVerb, lexicon.Propose, lexicon.Refusal, lexicon.Tells)

// behindVerb reports whether such a word stands right before token i.
func (s *scanner) behindVerb(i int) bool {
	return i > 0 && s.adjacent(i-1, i) && s.about[i-1].classes.Meets(&verbsBefore)
}

// bareReference records الوزير, the minister: somebody named before. An
// adjective of a country may follow: الوزير الروسي.
func (s *scanner) bareReference(i int, h hit) int {
	last := int(h.Last)
	if s.adjacent(last, last+1) && !s.t.List[i].Latin && (s.familyName(last+1) && !hasArticle(s.t.Fold(last+1)) || s.newGiven(last+1)) {
		return i // الملك إدوارد: a name nobody knows follows
	}
	if s.attributive(i, h) || s.otherOffice(i, last) {
		return i
	}
	r := roleRef{of: -1, scope: -1, first: i, last: last}
	if e, l, ok := s.nisba(last + 1); ok {
		r.of, r.last = e, l
	}
	if f, ok := s.lexical(r.last+1, lexicon.Former); ok {
		r.former, r.last = true, int(f.Last)
	}
	span := ner.Span{Start: s.t.List[i].Start + s.cliticBytes(i), End: s.t.List[r.last].End}
	s.drafts = append(s.drafts, draft{first: i, last: r.last, span: span, kind: ner.Reference, typ: gazetteer.Person, entity: -1, titleOf: -1, roles: []roleRef{r}, bare: true})
	last = s.epithets(r.last)
	s.phrases = append(s.phrases, Phrase{First: i, Last: last, Clitics: h.Clitics, Mention: len(s.drafts) - 1})
	return last + 1
}

// newGiven reports whether the word at token k is the given name of nobody named so far:
// الأمير + سلطان, after Faisal bin Khalid.
func (s *scanner) newGiven(k int) bool {
	return s.wordIs(k, listedGiven) && !slices.ContainsFunc(s.drafts, func(d draft) bool {
		return d.kind == ner.Name && d.typ == gazetteer.Person && s.t.Fold(d.first) == s.t.Fold(k)
	})
}

// epithets returns the last token of the epithets behind token k, which belong to the
// phrase that ends there: الملك + المفدى.
func (s *scanner) epithets(k int) int {
	for {
		h, ok := s.lexical(k+1, lexicon.Epithet)
		if !ok || h.Clitics != 0 || s.t.List[k+1].Latin || !s.adjacent(k, k+1) {
			return k
		}
		k = int(h.Last)
	}
}

// attributive reports whether the word of an office belongs to the word before it:
// السبب الرئيس is the main reason, اللواء كامل الوزير a man of that surname.
func (s *scanner) attributive(i int, h hit) bool {
	k := i - 1
	if k < 0 || h.Clitics != 0 || !s.plainWord(k) || !s.adjacent(k, i) || s.isLexical(k) {
		return false
	}
	return hasArticle(s.t.Raw(k)) && s.ofOne(k) || k > 0 && s.isClass(k-1, lexicon.Honorific)
}

// otherOffice reports whether an adjective behind the word of an office, the tokens i to
// last, makes another office of it or a man that nobody named: الرئيس التنفيذي, الملك المؤسس.
func (s *scanner) otherOffice(i, last int) bool {
	own := "" // the role of the word itself; longer ones come first: المبعوث الخاص is المبعوث too
	for _, h := range slices.Backward(s.hitsAt(i)) {
		if se := &s.v.senses[h.ID]; se.kind == roleSense {
			role := s.v.Gazetteer.Roles[se.role].Role
			if int(h.Last) > last && role != own {
				return true
			}
			own = role
		}
	}
	k := last + 1
	if !s.adjacent(last, k) || !s.plainWord(k) || s.isCommon(k) || s.isLexical(k) || s.about[k].person || s.about[k].thing {
		return false
	}
	return hasArticle(s.t.Raw(k)) && s.ofOne(k)
}

// ofOne reports whether the word at token k has no ending of the feminine or the plural
// (ة ات ين ون), so that it may be the adjective of one man, or have one.
func (s *scanner) ofOne(k int) bool {
	return !slices.ContainsFunc([]string{"\u0629", "\u0627\u062a", "\u064a\u0646", "\u0648\u0646"}, func(end string) bool { return strings.HasSuffix(s.t.Raw(k), end) })
}

// cliticBytes returns how many bytes of proclitics the best hit at token i cuts off.
func (s *scanner) cliticBytes(i int) int {
	for _, h := range s.hitsAt(i) {
		if k := s.v.senses[h.ID].kind; k == roleSense || k == lexiconSense {
			return h.Start - s.t.List[i].Start
		}
	}
	return 0
}
