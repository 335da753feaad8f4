// Package suggest gathers the people whom documents name in full and whom the
// gazetteer does not list, so that an analyst can add those who matter: how often
// each is named, by which titles, in which sentence, whom listed he may be, and
// rows for the tables of a layer of the gazetteer.
package suggest

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"whomet/gazetteer"
	"whomet/ner"
	"whomet/ner/fold"
)

// Suggestion is somebody nobody listed.
type Suggestion struct {
	ID        string            `json:"id"`        // proposed: x:slug, new to the gazetteer; "" where the name gives no slug
	Name      string            `json:"name"`      // as it is written most often
	Latin     string            `json:"latin"`     // Name in Latin letters: a proposal where it is Arabic
	Sure      bool              `json:"sure"`      // every word of Latin is written so in the gazetteer, or in the text
	Spellings []gazetteer.Count `json:"spellings"` // most frequent first
	Mentions  int               `json:"mentions"`
	Documents int               `json:"documents"`
	Titles    []Title           `json:"titles"`  // most frequent first
	Country   string            `json:"country"` // entity id of the country or body he is most often given a title of, or ""
	Like      []string          `json:"like"`    // ids of listed people whose name sounds the same, at most three, sorted
	Sample    Sample            `json:"sample"`
}

// Title is a role the texts give somebody.
type Title struct {
	Role string `json:"role"` // a role of the gazetteer, or "" where only Of is told
	Of   string `json:"of"`   // entity id of the country or body, or ""
	N    int    `json:"n"`    // mentions
}

// Sample is a sentence that names somebody: the first with his full name and a
// title, else with his full name, else the first.
type Sample struct {
	Document string `json:"document"`
	Source   string `json:"source"` // the paper
	URL      string `json:"url"`
	Text     string `json:"text"` // one line, cut short where it is very long
}

// Collector gathers suggestions from one document after the other.
type Collector struct {
	g      *gazetteer.Gazetteer
	people map[string]*person // by folded full name
}

type person struct {
	spellings map[string]int
	titles    map[Title]int // N is 0
	documents int
	last      string // the document counted last
	mentions  int
	sample    Sample
	worth     int // of the sample: the more the better
}

// New returns a Collector of people whom g does not list.
func New(g *gazetteer.Gazetteer) *Collector {
	return &Collector{g: g, people: map[string]*person{}}
}

// Add takes in one document. Documents are told apart by their ids, and those of
// one id are expected one after the other.
func (c *Collector) Add(d *ner.Annotated) {
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Kind != ner.Name || m.Status != ner.Unlinked || m.Type != gazetteer.Person {
			continue
		}
		key := strings.Join(wordsOf(m.Name), " ") // a surname further down carries the full name
		if !strings.Contains(key, " ") {
			continue
		}
		p := c.people[key]
		if p == nil {
			p = &person{spellings: map[string]int{}, titles: map[Title]int{}}
			c.people[key] = p
		}
		if p.documents == 0 || p.last != d.ID {
			p.documents++
			p.last = d.ID
		}
		p.mentions++
		p.spellings[clean(m.Name)]++
		titled := m.Role != "" || m.RoleOf != ""
		if titled {
			p.titles[Title{Role: m.Role, Of: m.RoleOf}]++
		}
		worth := 1
		if strings.Join(wordsOf(m.Text), " ") == key {
			worth += 2
		}
		if titled {
			worth++
		}
		if worth > p.worth {
			p.sample, p.worth = Sample{d.ID, d.Source, d.URL, sentence(d, m)}, worth
		}
	}
}

// List returns everybody with min mentions or more, most mentions first, then most
// documents, then by name; at most limit, 0 for all.
func (c *Collector) List(min, limit int) []Suggestion {
	var keys []string
	for key, p := range c.people {
		if p.mentions >= min {
			keys = append(keys, key)
		}
	}
	slices.SortFunc(keys, func(a, b string) int {
		p, q := c.people[a], c.people[b]
		return cmp.Or(cmp.Compare(q.mentions, p.mentions), cmp.Compare(q.documents, p.documents), cmp.Compare(a, b))
	})
	if limit > 0 && len(keys) > limit {
		keys = keys[:limit]
	}
	sp := newSpeller(c.g)
	like := newEar(c.g)
	taken := map[string]bool{}
	list := make([]Suggestion, 0, len(keys))
	for _, key := range keys {
		p := c.people[key]
		s := Suggestion{
			Spellings: counts(p.spellings), Mentions: p.mentions, Documents: p.documents, Sample: p.sample,
			Titles: titles(p.titles), Like: []string{},
		}
		s.Name = s.Spellings[0].Key
		s.Latin, s.Sure = sp.latin(s.Name)
		s.ID = c.id(s.Latin, taken)
		for _, t := range s.Titles {
			if t.Of != "" {
				s.Country = t.Of
				break
			}
		}
		s.Like = append(s.Like, like.same(s.Name, c.country(s.Country))...)
		list = append(list, s)
	}
	return list
}

// Len is how many people have min mentions or more.
func (c *Collector) Len(min int) (n int) {
	for _, p := range c.people {
		if p.mentions >= min {
			n++
		}
	}
	return n
}

// id is x: and the name in lower-case ASCII, with a number where that is taken.
func (c *Collector) id(latin string, taken map[string]bool) string {
	slug := strings.Join(strings.FieldsFunc(fold.String(latin), func(r rune) bool {
		return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), "-")
	if slug == "" {
		return ""
	}
	for n := 1; ; n++ {
		id := "x:" + slug
		if n > 1 {
			id += "-" + strconv.Itoa(n)
		}
		if _, listed := c.g.Entity(id); !listed && !taken[id] {
			taken[id] = true
			return id
		}
	}
}

// country is the country of a title: itself, or that of the body.
func (c *Collector) country(of string) string {
	e, ok := c.g.Entity(of)
	if ok && e.Type != gazetteer.Country {
		return e.Country
	}
	return of
}

func counts(of map[string]int) []gazetteer.Count {
	list := make([]gazetteer.Count, 0, len(of))
	for k, n := range of {
		list = append(list, gazetteer.Count{Key: k, N: n})
	}
	slices.SortFunc(list, func(a, b gazetteer.Count) int {
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Key, b.Key))
	})
	return list
}

func titles(of map[Title]int) []Title {
	list := make([]Title, 0, len(of))
	for t, n := range of {
		t.N = n
		list = append(list, t)
	}
	slices.SortFunc(list, func(a, b Title) int {
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Role, b.Role), cmp.Compare(a.Of, b.Of))
	})
	return list
}

// longest is how many characters of a sample are kept.
const longest = 300

// sentence is the sentence of a mention in one line. Of a very long one, such as a
// page without full stops, the words around the mention are kept.
func sentence(d *ner.Annotated, m *ner.Mention) string {
	span := ner.Span{Start: m.Start, End: m.End}
	if m.Sentence >= 0 && m.Sentence < len(d.Sentences) {
		span = d.Sentences[m.Sentence]
	}
	before := []rune(clean(d.Text[span.Start:m.Start] + "|"))
	behind := []rune(clean("|" + d.Text[m.End:span.End]))
	before, behind = before[:len(before)-1], behind[1:]
	half := longest / 2
	if len(before) > half {
		before = append([]rune("…"), before[len(before)-half:]...)
	}
	if len(behind) > half {
		behind = append(behind[:half:half], '…')
	}
	return string(before) + clean(m.Text) + string(behind)
}

// clean is a text in one line without characters that nobody sees.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
