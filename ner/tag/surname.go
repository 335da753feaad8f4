package tag

import (
	"slices"
	"unicode/utf8"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
)

// linkSurname decides a name that says too little alone, by evidence:
//
//	title-beside               الرئيس بوتين: the title is his
//	surname-after-full-name    the article introduced one bearer by a stronger name
//	surname-of-unlisted        the bearer it introduced is nobody listed
//	context                    the article names the company that the alias of one bearer asks
//	                           for: الأسد and Syria, الملك عبد الله and Jordan
//	office-on-date             the name with its title (King Abdullah) is that day the name
//	                           of one man in office
//	surname-of-office-holder   one listed man bears it, he is in office that day, and
//	                           the article names the country he serves
//
// Without evidence it stays ambiguous with its candidates, or, where it may be a
// word like any other, is no mention at all.
func (s *scanner) linkSurname(i int, company []companion) {
	d := &s.drafts[i]
	if s.behindGiven(d) {
		d.dropped = true
		s.note(d.span, "another's surname", "a given name stands before it, and together they name nobody listed")
		return
	}
	old := s.longAgo(d)
	if e, ok := s.byTitle(d); ok && !old {
		s.decide(d, e, "title-beside")
		return
	}
	var full []int32
	for k := range s.drafts {
		o := &s.drafts[k]
		if o.entity >= 0 && o.kind == ner.Name && o.typ == gazetteer.Person {
			for _, c := range d.candidates {
				if o.entity == c {
					full = appendUnique(full, c)
				}
			}
		}
	}
	word := s.t.Fold(d.last)
	unlisted := s.unlistedBearer(word)
	switch {
	case len(full) == 1 && unlisted < 0:
		s.decide(d, full[0], "surname-after-full-name")
		return
	case len(full) == 0 && unlisted >= 0:
		d.candidates, d.unlisted, d.rule = nil, s.drafts[unlisted].unlisted, "surname-of-unlisted"
		d.roles, d.titleOf = append(d.roles, s.drafts[unlisted].roles...), s.drafts[unlisted].titleOf
		return
	case len(full) == 1:
		// two men of one surname in the article: the nearer before this word
		if near := s.nearestBefore(i, full[0], unlisted); near == unlisted {
			d.candidates, d.unlisted, d.rule = nil, s.drafts[unlisted].unlisted, "surname-of-unlisted"
		} else {
			s.decide(d, full[0], "surname-after-full-name")
		}
		return
	case d.risky:
		d.dropped = true
		return
	}
	if len(full) == 0 && !(old && d.titled) {
		fit := s.inCompany(d, company)
		if e, ok := heaviest(fit); ok && (fit[e] >= enoughCompany || d.titled) {
			s.decide(d, e, "context")
			return
		}
	}
	if d.begin < d.first && len(d.candidates) == 1 && !old {
		if e, ok := s.onlyInOffice(d.candidates); ok {
			s.decide(d, e, "office-on-date")
			return
		}
	}
	if len(full) == 0 && len(d.candidates) == 1 && !s.v.wordIs(word, givenWord) && utf8.RuneCountInString(word) > 3 && (d.titled || d.slot || s.speaking(d)) {
		if e, ok := s.onlyInOffice(d.candidates); ok && s.atHome(e) {
			s.decide(d, e, "surname-of-office-holder")
			return
		}
	}
	if len(d.candidates) > 1 && (s.aliasOfTwo(d) || !s.v.wordIs(word, givenWord)) || d.titled {
		d.rule = "no-evidence"
		s.note(d.span, d.rule, "several bearers and nothing in the text to choose by")
		return
	}
	d.dropped = true
}

// aliasOfTwo reports whether a name is a listed alias of several words, and the whole of
// the name that stands there: جورج بوش.
func (s *scanner) aliasOfTwo(d *draft) bool {
	return d.first < d.last && !(s.adjacent(d.last, d.last+1) && s.familyName(d.last+1)) && slices.ContainsFunc(s.hitsAt(d.first), func(h hit) bool {
		return int(h.Last) == d.last && s.v.senses[h.ID].kind == nameSense
	})
}

// enoughCompany is how much a surname that is a word too (الأسد) asks for: its country
// named twice, or in its sentence.
const enoughCompany = 2

// behindGiven reports whether a bare surname closes somebody else's name: معاذ
// الجعفري is not the Jaafari whom the article named in full, nor is تركي العبدالله
// الفيصل the Faisal.
func (s *scanner) behindGiven(d *draft) bool {
	if d.titled || d.span.Start != s.t.List[d.begin].Start {
		return false
	}
	k := d.begin - 1
	if k >= 0 && s.particle(d.begin, lexicon.ChainWord) && s.namePart(k) {
		return true // فيصل + بن عبدالعزيز
	}
	if k > 0 && s.namePart(k) && !s.wordIs(k, givenWord) && hasArticle(s.t.Fold(k)) {
		k--
	}
	return k >= 0 && s.namePart(k) && s.wordIs(k, givenWord)
}

// namePart reports whether the word at token k may belong to a name together with
// the word behind it.
func (s *scanner) namePart(k int) bool {
	return s.plainWord(k) && s.adjacent(k, k+1) && !s.isCommon(k) && !s.isLexical(k)
}

// speaking reports whether a colon behind the name gives the man's own words, as
// headlines do: كارتر: نواصل القتال.
func (s *scanner) speaking(d *draft) bool {
	k := d.last + 1
	return k < len(s.t.List) && s.t.List[k].Kind == ner.Punct && s.t.Raw(k) == ":" && d.span.Start == s.t.List[d.first].Start
}

// atHome reports whether the article names a country or body that the person
// serves on its day.
func (s *scanner) atHome(e int32) bool {
	for _, o := range s.v.Gazetteer.OfficesOf(s.v.Gazetteer.Entities[e].ID) {
		if surely, _ := o.Covers(s.day); !surely {
			continue
		}
		for k := range s.drafts {
			if d := &s.drafts[k]; d.entity >= 0 && s.v.Gazetteer.Entities[d.entity].ID == o.Of {
				return true
			}
		}
	}
	return false
}

// unlistedBearer returns the draft of a person nobody listed whose last word is
// that, or -1.
func (s *scanner) unlistedBearer(word string) int {
	for k := range s.drafts {
		o := &s.drafts[k]
		if o.unlisted != "" && o.first != o.last && s.t.Fold(o.last) == word {
			return k
		}
	}
	return -1
}

func (s *scanner) nearestBefore(i int, entity int32, unlisted int) int {
	for k := i - 1; k >= 0; k-- {
		if k == unlisted || s.drafts[k].entity == entity {
			return k
		}
	}
	return -1
}

// addUnlistedSurnames finds the later mentions, by surname alone, of people
// nobody listed: جورج شترايتر … وأضاف شترايتر.
func (s *scanner) addUnlistedSurnames() {
	bearers := map[string]int{}
	for k := range s.drafts {
		d := &s.drafts[k]
		if d.unlisted == "" || d.first == d.last {
			continue
		}
		w := s.t.Fold(d.last)
		if s.v.wordIs(w, givenWord) || s.v.wordIs(w, commonWord) || utf8.RuneCountInString(w) < 4 {
			continue
		}
		if other, seen := bearers[w]; seen && other >= 0 && s.drafts[other].unlisted != d.unlisted {
			bearers[w] = -1 // two men of that surname
		} else if !seen {
			bearers[w] = k
		}
	}
	if len(bearers) == 0 {
		return
	}
	covered := make([]bool, len(s.t.List))
	for _, p := range s.phrases {
		for k := p.First; k <= p.Last; k++ {
			covered[k] = true
		}
	}
	for i := range s.t.List {
		if covered[i] || s.t.List[i].Kind != ner.Word {
			continue
		}
		w, cut := s.t.Fold(i), 0
		k, ok := bearers[w]
		var clitics ner.Clitic
		if !ok {
			r, n := utf8.DecodeRuneInString(s.t.Raw(i))
			if c, isClitic := ner.Proclitic(r); isClitic && len(w) > n {
				if k, ok = bearers[w[n:]]; ok {
					cut, clitics = n, c
				}
			}
		}
		if !ok || k < 0 || s.isLexical(i) {
			continue
		}
		o := s.drafts[k]
		s.drafts = append(s.drafts, draft{first: i, last: i, span: ner.Span{Start: s.t.List[i].Start + cut, End: s.t.List[i].End}, kind: ner.Name, typ: gazetteer.Person,
			entity: -1, titleOf: o.titleOf, roles: o.roles, unlisted: o.unlisted, rule: "surname-of-unlisted", surname: true})
		s.phrases = append(s.phrases, Phrase{First: i, Last: i, Clitics: clitics, Mention: len(s.drafts) - 1, Inside: s.insideTitle(i)})
	}
}
