package tag

import (
	"strings"
	"unicode/utf8"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/lexicon"
	"whomet/ner/match"
	"whomet/ner/token"
)

// senseKind says from which part of the data a pattern came.
type senseKind uint8

const (
	nameSense    senseKind = iota // a name or alias of an entity
	surnameSense                  // the last name of a person, made by rule: weak
	roleSense                     // the head of a role: وزير الخارجية
	nisbaSense                    // the adjective of a country: الروسي
	lexiconSense                  // a cue word
)

// sense is what a pattern of the matcher stands for.
type sense struct {
	kind       senseKind
	class      lexicon.Class
	latin      bool
	maksura    bool  // lexiconSense: its last letter is ى
	possessive bool  // roleSense: a pronoun completes it: وزير دفاعه
	person     bool  // nameSense, surnameSense: of a person
	definite   bool  // nisbaSense: with the article: الروسي
	plural     bool  // nisbaSense: الروس, الفرنسيين
	entity     int32 // nameSense, surnameSense, nisbaSense: index into Gazetteer.Entities
	role       int32 // roleSense: index into Gazetteer.Roles
	alias      *gazetteer.Alias
	value      int
}

// Vocabulary is a gazetteer and a lexicon, compiled: one matcher and what each
// of its patterns stands for. It is read only and safe for concurrent use.
type Vocabulary struct {
	Gazetteer *gazetteer.Gazetteer
	Cutter    *token.Cutter

	matcher    *match.Matcher
	senses     []sense
	words      map[string]wordFlags    // by folded word, while it is compiled
	flags      *match.Table[wordFlags] // the same, to be asked
	chains     map[string]chain        // folded names of persons: محمد بن نايف and its like, by entity
	roleWords  map[string]bool         // roles that somebody held, by the gazetteer
	sent       map[string]bool         // of those the ones that have an errand or a seat: envoys, ambassadors
	tails      map[string][]tail       // by the folded head of a role: what may stand behind its nisba
	byRole     map[string][]*gazetteer.Office
	appositive map[string]bool             // marks that may stand between a name and its title
	ministers  map[int]bool                // forms of address by which a minister is called: معاليه is الوزير
	ids        map[string]int32            // entity id → index into Gazetteer.Entities
	capitals   map[int32]*gazetteer.Entity // by the index of their country
	countries  []int32                     // by entity: the country it is or belongs to, or -1
}

// wordFlags say what a folded word may be in a name.
type wordFlags uint8

const (
	givenWord   wordFlags = 1 << iota // may begin a person's name
	listedGiven                       // and does so even without a title: the lexicon lists it
	commonWord                        // a frequent word that never continues a name
	maksuraWord                       // such a word that ends in ى
	chainWord                         // بن and its like
	homeWord                          // البلاد and its like
	sportWord                         // مباراة and its like
	firstName                         // the first word of a listed person's English name
)

// wordIs reports whether a folded word has the flag.
func (v *Vocabulary) wordIs(word string, f wordFlags) bool { return v.flags.Get(word)&f != 0 }

// index finds an entity by id.
func (v *Vocabulary) index(id string) (int32, bool) {
	i, ok := v.ids[id]
	return i, ok
}

// acronym reports whether the sense is an acronym: US foreign policy needs no 's.
func (s *sense) acronym() bool { return s.alias != nil && s.alias.Kind == "acronym" }

// nameClitics may stand before an Arabic name: ولافروف, بلافروف, للعراق.
const nameClitics = ner.Waw | ner.Fa | ner.Ba | ner.Lam | ner.Kaf

// Compile makes a Vocabulary; the error lists every pattern the matcher refuses.
func Compile(g *gazetteer.Gazetteer, lex *lexicon.Lexicon, cut *token.Cutter) (*Vocabulary, error) {
	v := &Vocabulary{Gazetteer: g, Cutter: cut,
		words: map[string]wordFlags{}, chains: map[string]chain{}, roleWords: map[string]bool{}, sent: map[string]bool{unRepresentative: true}, tails: map[string][]tail{}, byRole: map[string][]*gazetteer.Office{},
		appositive: map[string]bool{",": true, "\u060c": true, "-": true, "\u2013": true}, ids: map[string]int32{}, capitals: map[int32]*gazetteer.Entity{}}
	for i := range g.Entities {
		v.ids[g.Entities[i].ID] = int32(i)
	}
	for i := range g.Entities {
		c := int32(-1)
		if e := &g.Entities[i]; e.Type == gazetteer.Country {
			c = int32(i)
		} else if k, ok := v.index(e.Country); ok {
			c = k
		}
		v.countries = append(v.countries, c)
	}
	for i := range g.Offices {
		v.roleWords[g.Offices[i].Role] = true
		if _, ok := v.index(g.Offices[i].Scope); ok { // where it is words, it is a faction: the government in Tripoli
			v.sent[g.Offices[i].Role] = true
		}
		v.byRole[g.Offices[i].Role] = append(v.byRole[g.Offices[i].Role], &g.Offices[i])
	}
	var patterns []match.Pattern
	add := func(s sense, text string, clitics ner.Clitic, exact bool) {
		s.latin = isLatin(text)
		s.maksura = s.kind == lexiconSense && strings.HasSuffix(text, maksura)
		if s.latin {
			clitics = 0
		}
		patterns = append(patterns, match.Pattern{Text: text, ID: int32(len(v.senses)), Clitics: clitics, Exact: exact})
		v.senses = append(v.senses, s)
	}
	for i := range g.Entities {
		e := &g.Entities[i]
		v.addCapital(e)
		s := sense{kind: nameSense, entity: int32(i), person: e.Type == gazetteer.Person}
		for _, name := range []string{e.Name, e.NameAr} {
			if name != "" {
				add(s, name, nameClitics, false)
			}
		}
		for k := range e.Aliases {
			a := &e.Aliases[k]
			s.alias = a
			add(s, a.Text, nameClitics, a.Kind == "acronym" && a.Lang == "en")
		}
		if e.Type == gazetteer.Person {
			v.addPerson(e, int32(i), add)
		}
		if e.Type == gazetteer.Country {
			for _, f := range gazetteer.DemonymForms(e) {
				add(sense{kind: nisbaSense, entity: int32(i), definite: f.Definite, plural: f.Number == gazetteer.Plural}, f.Text, ner.Waw|ner.Fa|ner.Lam|ner.Ba, false)
			}
			for _, adj := range e.Demonym.Adjective {
				add(sense{kind: nisbaSense, entity: int32(i)}, adj, 0, false)
			}
		}
	}
	for i := range g.Roles {
		add(sense{kind: roleSense, role: int32(i)}, g.Roles[i].Text, nameClitics, false)
		v.addTail(&g.Roles[i])
		if g.Roles[i].Form == "construct" && g.Roles[i].Lang == "ar" && strings.Contains(g.Roles[i].Text, " ") {
			for _, text := range withPronoun(g.Roles[i].Text) {
				add(sense{kind: roleSense, role: int32(i), possessive: true}, text, nameClitics, false)
			}
		}
	}
	v.ministers = addressOfMinisters(g, lex)
	for _, e := range lex.Entries {
		switch e.Class {
		case lexicon.GivenName:
			f := foldWords(cut, e.Text)
			v.words[f] |= givenWord | listedGiven
		case lexicon.CommonWord:
			f := foldWords(cut, e.Text)
			v.words[f] |= commonWord
			if strings.HasSuffix(e.Text, maksura) {
				v.words[f] |= maksuraWord
			}
		case lexicon.Home:
			v.words[foldWords(cut, e.Text)] |= homeWord // no pattern: سفير قطر لدى المملكة is one title
		case lexicon.Sport:
			v.words[foldWords(cut, e.Text)] |= sportWord
		case lexicon.ChainWord:
			v.words[foldWords(cut, e.Text)] |= chainWord
			fallthrough
		default:
			add(sense{kind: lexiconSense, class: e.Class, value: e.Value}, e.Text, e.Clitics, false)
		}
	}
	// a short or frequent word that begins some foreigner's name (ما, أنا, هو) says
	// nothing of a name; a listed given name does
	for w, f := range v.words {
		if f&givenWord != 0 && f&listedGiven == 0 && (f&commonWord != 0 || hasArticle(w) || utf8.RuneCountInString(w) < 3) {
			v.words[w] = f &^ givenWord
		}
	}
	v.flags, v.words = match.NewTable(v.words), nil
	m, err := match.Compile(patterns, cut)
	if err != nil {
		return nil, err
	}
	v.matcher = m
	return v, nil
}

// addressOfMinisters finds the forms of address by which any minister is called:
// those of which الوزير, the head of every such role with the article, is one.
func addressOfMinisters(g *gazetteer.Gazetteer, lex *lexicon.Lexicon) map[int]bool {
	heads := map[string]bool{}
	for i := range g.Roles {
		if r := &g.Roles[i]; strings.HasSuffix(r.Role, "minister") {
			head, _, _ := strings.Cut(r.Text, " ")
			heads[article+head] = true
		}
	}
	found := map[int]bool{}
	for _, e := range lex.Entries {
		if e.Class == lexicon.Address && heads[e.Text] {
			found[e.Value] = true
		}
	}
	return found
}

// tail is the end of a role whose nisba stands before it: وزير الدولة الإماراتي
// + للشؤون الخارجية.
type tail struct {
	role string
	text string // folded
}

// addTail remembers a nisba role that a لل divides.
func (v *Vocabulary) addTail(p *gazetteer.RolePattern) {
	if p.Form != "nisba" || p.Lang != "ar" {
		return
	}
	f := foldWords(v.Cutter, p.Text)
	if head, rest, ok := strings.Cut(f, " "+forThe); ok {
		v.tails[head] = append(v.tails[head], tail{role: p.Role, text: forThe + rest})
	}
}

// addPerson adds the surnames of a person and remembers his given name and the
// chains of his names.
func (v *Vocabulary) addPerson(e *gazetteer.Entity, i int32, add func(sense, string, ner.Clitic, bool)) {
	known := map[string]bool{}
	for _, a := range e.Aliases {
		known[foldWords(v.Cutter, a.Text)] = true
	}
	for _, s := range v.Gazetteer.Surnames(e) {
		if !known[foldWords(v.Cutter, s)] {
			add(sense{kind: surnameSense, entity: i, person: true}, s, nameClitics, false)
		}
	}
	if words := strings.Fields(foldWords(v.Cutter, e.Name)); len(words) > 1 && utf8.RuneCountInString(words[0]) > 2 {
		v.words[words[0]] |= firstName
	}
	names := []string{e.NameAr}
	for _, a := range e.Aliases {
		if a.Lang == "ar" && a.Strength == gazetteer.Strong {
			names = append(names, a.Text)
		}
	}
	for _, n := range names {
		words := strings.Fields(foldWords(v.Cutter, n))
		if len(words) < 2 {
			continue
		}
		v.words[words[0]] |= givenWord
		key := strings.Join(words, " ")
		c := v.chains[key]
		c.entities = appendUnique(c.entities, i)
		v.chains[key] = c
	}
}

// chain is the set of entities that bear one folded name.
type chain struct{ entities []int32 }

func appendUnique(list []int32, x int32) []int32 {
	for _, y := range list {
		if x == y {
			return list
		}
	}
	return append(list, x)
}

// withPronoun writes a genitive pronoun on to the last word of a role: وزير دفاع
// → وزير دفاعه, وزير خارجية → وزير خارجيته, رئيس وزراء → رئيس وزرائه.
func withPronoun(role string) []string {
	const tehMarbuta, teh, hamza, yehHamza, heh, alef = "\u0629", "\u062a", "\u0621", "\u0626", "\u0647", "\u0627"
	stem := role
	switch {
	case strings.HasSuffix(role, tehMarbuta):
		stem = strings.TrimSuffix(role, tehMarbuta) + teh
	case strings.HasSuffix(role, hamza):
		stem = strings.TrimSuffix(role, hamza) + yehHamza
	}
	return []string{stem + heh, stem + heh + alef}
}

// foldWords folds a phrase word by word, as the cutter sees it.
func foldWords(cut *token.Cutter, s string) string {
	var t ner.Tokens
	cut.Cut(s, &t)
	var b strings.Builder
	for i := range t.List {
		if t.List[i].Kind == ner.Break {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Fold(i))
	}
	return b.String()
}

func isLatin(s string) bool {
	for _, r := range s {
		if r >= 0x600 {
			return false
		}
	}
	return true
}
