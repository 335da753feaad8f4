package graphtest

import (
	"fmt"
	"regexp"
	"strings"

	"whomet/gazetteer"
	"whomet/graph"
	"whomet/ner"
)

// Doc is a document of the suite in short. Names in Text stand in brackets:
//
//	[Q58217 Lavrov]         linked
//	[Q22316|x:bob-kerry Kerry]  ambiguous
//	[? Timo Virtanen]       a person nobody listed
//	[?Q33 Timo Virtanen]    the same, with a title of that country
//	[?org Blue Committee]   an organization nobody listed
//	[=Q58217 the minister]  a description without a name, resolved
//
// A sentence ends with a line break. The brackets are not part of the text.
type Doc struct {
	ID        string
	Source    string
	Published string // ISO day or ""
	Title     string
	Text      string
	Meetings  []Met
}

// Met is one meeting of a Doc in short.
type Met struct {
	Who    string // participants as in Doc.Text, without the name, separated by spaces: "Q58217 ?Q33:Timo_Virtanen"
	Status ner.Status
	Mode   ner.Mode // "" is in person
	Date   string   // "" is none
	Words  string   // the words the date came from; "yesterday", "today" and "tomorrow" are counted from the stamp
	Place  string   // entity id of a city or country, or ""
	By     string   // entity id of the claimant, or a name after "?", or ""
	Line   int      // the sentence that says so
}

var bracket = regexp.MustCompile(`\[(\S+) ([^\]]+)\]`)

// Put makes the document of it.
func (d Doc) Put(g *gazetteer.Gazetteer) graph.Put {
	a := &ner.Annotated{
		Schema: ner.Schema, ID: d.ID, URL: "https://example.org/" + d.ID, Source: d.Source, Title: d.Title,
		Language: "en", Mentions: []ner.Mention{}, Meetings: []ner.Meeting{}, Warnings: []string{},
	}
	if d.Published != "" {
		a.Published = &d.Published
	}
	marked := d.Text
	if d.Title != "" {
		marked = d.Title + "\n" + d.Text
		a.Title = bracket.ReplaceAllString(d.Title, "$2")
	}
	var text strings.Builder
	for n, line := range strings.Split(strings.TrimSuffix(marked, "\n"), "\n") {
		if n > 0 {
			text.WriteByte('\n')
		}
		start := text.Len()
		end := 0
		for _, m := range bracket.FindAllStringSubmatchIndex(line, -1) {
			text.WriteString(line[end:m[0]])
			end = m[1]
			mention := markedMention(g, line[m[2]:m[3]], line[m[4]:m[5]])
			mention.Start, mention.Sentence = text.Len(), n
			text.WriteString(mention.Text)
			mention.End = text.Len()
			a.Mentions = append(a.Mentions, mention)
		}
		text.WriteString(line[end:])
		a.Sentences = append(a.Sentences, ner.Span{Start: start, End: text.Len()})
	}
	a.Text = text.String()
	for _, m := range d.Meetings {
		a.Meetings = append(a.Meetings, m.meeting(g, a))
	}
	source := &ner.Document{ID: a.ID, URL: a.URL, Source: a.Source, Body: a.Text + fmt.Sprint(d.Meetings, marked)}
	if a.Published != nil {
		source.Published, _ = gazetteer.ParseDay(*a.Published)
	}
	return graph.Put{Doc: a, TextHash: graph.TextHash(source)}
}

func markedMention(g *gazetteer.Gazetteer, mark, text string) ner.Mention {
	m := ner.Mention{Text: text, Name: text, Kind: ner.Name, Status: ner.Linked, Type: gazetteer.Person, Candidates: []string{}, Rule: "test"}
	switch {
	case strings.Contains(mark, "|"):
		m.Status, m.Candidates = ner.Ambiguous, strings.Split(mark, "|")
		return m
	case mark == "?org":
		m.Status, m.Type = ner.Unlinked, gazetteer.Organization
		return m
	case strings.HasPrefix(mark, "?"):
		m.Status, m.RoleOf = ner.Unlinked, mark[1:]
		return m
	case strings.HasPrefix(mark, "="):
		m.Kind = ner.Reference
		mark = mark[1:]
	}
	m.Entity, m.Candidates = &mark, []string{mark}
	if e, ok := g.Entity(mark); ok {
		m.Type, m.Name, m.NameAr = e.Type, e.Name, e.NameAr
	}
	return m
}

func (m Met) meeting(g *gazetteer.Gazetteer, a *ner.Annotated) ner.Meeting {
	out := ner.Meeting{Status: m.Status, Mode: m.Mode, Rule: "test"}
	if out.Mode == "" {
		out.Mode = ner.InPerson
	}
	for _, who := range strings.Fields(m.Who) {
		p := ner.Participant{Type: gazetteer.Person, Mentions: []int{}}
		mark, name, unlisted := cutMark(who)
		if unlisted {
			p.Name = name
			if mark == "org" {
				p.Type = gazetteer.Organization
			}
		} else {
			p.Entity = &who
			if e, ok := g.Entity(who); ok {
				p.Type, p.Name, p.NameAr = e.Type, e.Name, e.NameAr
			}
		}
		for i, mention := range a.Mentions {
			if unlisted && mention.Entity == nil && mention.Text == p.Name || !unlisted && mention.Entity != nil && *mention.Entity == who {
				p.Mentions = append(p.Mentions, i)
			}
		}
		out.Participants = append(out.Participants, p)
	}
	if m.Date != "" {
		out.Date = &m.Date
		out.DateTold = m.Words != "yesterday" && m.Words != "today" && m.Words != "tomorrow"
	}
	if m.Words != "" {
		out.DateOrigin = &m.Words
	}
	if e, ok := g.Entity(m.Place); ok {
		out.Place = &ner.Place{Entity: &e.ID}
		country := e
		if e.Type == gazetteer.City {
			out.Place.City = &e.Name
			country, _ = g.Entity(e.Country)
		}
		out.Place.Country = &country.Name
	}
	if name, named := strings.CutPrefix(m.By, "?"); named {
		out.ClaimedBy = &ner.Claimant{Name: name}
	} else if e, ok := g.Entity(m.By); ok {
		out.ClaimedBy = &ner.Claimant{Entity: &e.ID, Name: e.Name}
	}
	s := a.Sentences[m.Line]
	out.Evidence = []ner.Evidence{{Start: s.Start, End: s.End, Text: a.Text[s.Start:s.End]}}
	return out
}

// cutMark takes "?Q33:Timo_Virtanen" apart; ok is false for an entity id.
func cutMark(who string) (mark, name string, ok bool) {
	mark, name, ok = strings.Cut(who, ":")
	if !ok || !strings.HasPrefix(mark, "?") {
		return "", "", false
	}
	return mark[1:], strings.ReplaceAll(name, "_", " "), true
}
