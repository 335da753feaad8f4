// Package gazetteer holds what whomet knows before it reads a word of news:
// entities with their names in both scripts, the aliases the press uses for
// them, the offices people held and when, and the patterns by which a role is
// spoken of.
//
// It reads plain tab-separated text (see seeds/README.md for every column),
// reports every fault at once with file and line, and knows nothing of matching.
package gazetteer

import "fmt"

// Type is what kind of thing an entity is, in the words of the output contract.
type Type string

// The four types of entity.
const (
	Person       Type = "person"
	Country      Type = "country"
	Organization Type = "organization"
	City         Type = "city"
)

// Pos says where in the data a fact stands, so that a finding can name it.
type Pos struct {
	File string // path inside the data tree, e.g. "gazetteer/people.tsv"; of a layer, behind its name
	Line int    // counted from 1; 0 means the file as a whole
}

func (p Pos) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d", p.File, p.Line)
}

// Entity is one person, country, organization or city.
type Entity struct {
	ID      string // Wikidata id ("Q58217") where verified, else "x:slug"
	Type    Type
	Name    string // the usual English name
	NameAr  string // the usual Arabic name; "" where press usage is not known
	ISO     string // countries: ISO 3166-1 alpha-2, "RU"
	Kind    string // organizations: government body, party, armed group, coalition, international body, media, company
	Country string // entity id of the country a city lies in, a body belongs to or a person is tied to; ""
	Capital bool   // cities: the capital of its country
	Demonym Demonym
	Aliases []Alias // other names, in file order; Name and NameAr are not repeated
	// NoSurname are surnames that a layer took away, not to be made from the name again.
	NoSurname []string
	Source    string
	Pos       Pos // the row of the lowest layer that has it
}

// Demonym holds the adjective of a country in both languages. Arabic calls it
// nisba: روسي, of which every other form is made (see DemonymForms).
type Demonym struct {
	Nisba     []string // masculine singular, indefinite: روسي; more than one where usage differs (سوري)
	Feminine  []string // only where it is not Nisba + ة
	Plural    []string // broken plurals (روس); the sound plural in ون/ين is made by rule
	Adjective []string // English: Russian
}

// Kinds of organizations that are read in a way of their own.
const (
	Government    = "government body" // part of a state
	International = "international body"
)

// Alias is another name of an entity.
type Alias struct {
	Text     string
	Lang     string   // "ar" or "en"
	Kind     string   // full, short, surname, acronym, metonym, kunya, nickname, former, spelling
	Strength string   // strong: links alone; weak: needs the entity elsewhere in the document; context: needs When; quoted: needs quotation marks
	When     []string // context: entity ids, one of which the document must mention
	From, To Date     // when the name was in use; zero means unbounded
	Source   string
	Pos      Pos
}

// Strengths of an alias.
const (
	Strong  = "strong"
	Weak    = "weak"
	Context = "context"
	Quoted  = "quoted"
)

// Office is one person's term in one role.
type Office struct {
	Person   string // entity id
	Role     string // a role of roles.tsv: foreign_minister
	Of       string // entity id of the country or body whose office it is
	Scope    string // narrows the role: the host of an ambassador (entity id), the faction of a rival holder, the subject of an envoy; ""
	From, To Date   // half open [From, To); a zero To means still in office at AsOf
	AsOf     Day    // the last day for which an open To was checked
	Acting   bool
	Source   string
	Pos      Pos
}

// RolePattern is one way of speaking of a role. The grammar around it (a nisba,
// a country name, an English demonym) belongs to ner/tag.
type RolePattern struct {
	Role string // foreign_minister
	Lang string // "ar" or "en"
	// Form says what may complete the pattern:
	//   nisba      a nisba follows: وزير الخارجية + الروسي
	//   construct  the holder follows as a genitive: وزير خارجية + روسيا
	//   li         the holder follows with ل or "of": الأمين العام + للأمم المتحدة
	//   en         an English demonym or possessive before, or "of X" behind
	//   fixed      nothing: the pattern itself names the holder's country (Of)
	Form string
	Text string
	Of   string // fixed: entity id
	Pos  Pos
}

// Gazetteer is everything that was loaded, in a fixed order.
type Gazetteer struct {
	Entities []Entity // sorted by ID
	Offices  []Office // sorted by Of, Role, From, Person
	Roles    []RolePattern
	Version  string // hash of the files it was read from, layers included

	byID      map[string]int
	byISO     map[string]int
	byPerson  map[string][]int // indexes into Offices
	particles particles

	placeWords func() map[string]bool // see wordsOfPlaces
	history    history
}

// Entity returns the entity of that id.
func (g *Gazetteer) Entity(id string) (*Entity, bool) {
	i, ok := g.byID[id]
	if !ok {
		return nil, false
	}
	return &g.Entities[i], true
}

// ByISO returns the country of that ISO 3166-1 alpha-2 code.
func (g *Gazetteer) ByISO(code string) (*Entity, bool) {
	i, ok := g.byISO[code]
	if !ok {
		return nil, false
	}
	return &g.Entities[i], true
}
