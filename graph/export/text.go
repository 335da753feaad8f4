package export

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"whomet/gazetteer"
	"whomet/graph"
	"whomet/ner"
)

// points counts the code points of a text before a byte. It walks forward, so
// that asking for rising bytes costs the text once.
type points struct {
	text     string
	at, seen int
}

func (p *points) before(i int) int {
	if i < p.at {
		p.at, p.seen = 0, 0
	}
	p.seen += utf8.RuneCountInString(p.text[p.at:i])
	p.at = i
	return p.seen
}

// bratTag is the type of a mention in brat and CoNLL.
var (
	bratTag  = map[gazetteer.Type]string{gazetteer.Person: "Person", gazetteer.Country: "Country", gazetteer.Organization: "Organization", gazetteer.City: "City"}
	conllTag = map[gazetteer.Type]string{gazetteer.Person: "PER", gazetteer.Country: "LOC", gazetteer.Organization: "ORG", gazetteer.City: "LOC"}
)

const bratConf = `[entities]
Person
Country
Organization
City

[relations]
MET_WITH	Arg1:<ENTITY>, Arg2:<ENTITY>
SPOKE_WITH	Arg1:<ENTITY>, Arg2:<ENTITY>
ATTENDED_WITH	Arg1:<ENTITY>, Arg2:<ENTITY>
<OVERLAP>	Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[attributes]
Status	Arg:<RELATION>, Value:held|planned|proposed|cancelled|denied|alleged

[events]
`

// brat writes a text and its annotation for each document, and index.tsv, which
// says which document each number is. Offsets are code points of the text. A
// report is a relation a pair of its participants, with its status as an
// attribute; participants whom the document does not name (it says "the
// minister") stand in a note.
func brat(g *Graph, d *folder) error {
	entities, err := g.entities()
	if err != nil {
		return err
	}
	var index []string
	err = g.Documents(func(p *graph.Projection, _ graph.Stamp) error {
		name := fmt.Sprintf("%06d", len(index)+1)
		index = append(index, name+"\t"+strings.NewReplacer("\t", " ", "\n", " ").Replace(p.ID))
		err := d.file(name+".txt", func(o *out) error {
			o.WriteString(string([]rune(p.Text))) // a byte that is no UTF-8 counts as a letter
			return nil
		})
		if err != nil {
			return err
		}
		return d.file(name+".ann", func(o *out) error { standoff(o, p, entities); return nil })
	})
	if err != nil {
		return err
	}
	if err := d.file("annotation.conf", func(o *out) error { o.WriteString(bratConf); return nil }); err != nil {
		return err
	}
	return d.file("index.tsv", func(o *out) error {
		for _, line := range index {
			o.printf("%s\n", line)
		}
		return nil
	})
}

func standoff(o *out, p *graph.Projection, entities map[string]graph.Entity) {
	count := points{text: p.Text}
	first := map[string]int{} // number of the first mention of each
	for i, m := range p.Mentions {
		if first[m.Entity] == 0 {
			first[m.Entity] = i + 1
		}
		start := count.before(m.Start)
		surface := strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(p.Text[m.Start:m.End])
		o.printf("T%d\t%s %d %d\t%s\n", i+1, bratTag[entities[m.Entity].Type], start, count.before(m.End), surface)
	}
	links := 0
	for i, m := range p.Mentions {
		if wikidata(m.Entity) {
			links++
			o.printf("N%d\tReference T%d Wikidata:%s\t%s\n", links, i+1, m.Entity, oneLine(entities[m.Entity].Name))
		}
	}
	relations, notes := 0, 0
	for i := range p.Reports {
		r := &p.Reports[i]
		var parties []int
		var unnamed []string
		for _, id := range r.Participants {
			if n := nearest(p, r, id, first[id]); n > 0 {
				parties = append(parties, n)
			} else {
				unnamed = append(unnamed, entities[id].Name)
			}
		}
		slices.Sort(parties)
		for j, a := range parties {
			for _, b := range parties[j+1:] {
				relations++
				o.printf("R%d\t%s Arg1:T%d Arg2:T%d\n", relations, graph.EdgeKindOf(r.Mode), a, b)
				o.printf("A%d\tStatus R%d %s\n", relations, relations, r.Status)
			}
		}
		if len(unnamed) > 0 && len(parties) > 0 {
			notes++
			o.printf("#%d\tAnnotatorNotes T%d\t%s with %s, whom the text does not name\n", notes, parties[0], r.Status, oneLine(strings.Join(unnamed, ", ")))
		}
	}
}

// nearest is the number of the mention of a participant in the quote of a
// report, else of his first, 0 for none.
func nearest(p *graph.Projection, r *graph.Report, id string, first int) int {
	for i, m := range p.Mentions {
		if m.Entity == id && m.Start >= r.Start && m.End <= r.End {
			return i + 1
		}
	}
	return first
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// conll writes the words of every text, a word and its tag a line, an empty line
// after a sentence and a comment before a document. A name may begin or end
// inside a word of the text (وللعراق): there the word is cut, so that a tag never
// covers more than the name. Names that overlap keep the one that begins first.
func conll(g *Graph, o *out) error {
	entities, err := g.entities()
	if err != nil {
		return err
	}
	o.printf("# word TAB tag (IOB2: PER ORG LOC); words as cut by whomet, %s\n", g.Stamp.Pipeline)
	var t ner.Tokens
	return g.Documents(func(p *graph.Projection, _ graph.Stamp) error {
		o.printf("# newdoc id = %s\n", oneLine(p.ID))
		g.Cutter.Cut(p.Text, &t)
		names := slices.Clone(p.Mentions)
		end := 0
		names = slices.DeleteFunc(names, func(m graph.Mention) bool { // they are sorted by start
			overlaps := m.Start < end
			if !overlaps {
				end = m.End
			}
			return overlaps
		})
		sentence := int32(0)
		for i := range t.List {
			k := &t.List[i]
			if k.Kind == ner.Break {
				continue
			}
			if i > 0 && k.Sentence != sentence {
				o.printf("\n")
			}
			sentence = k.Sentence
			for start := k.Start; start < k.End; {
				for len(names) > 0 && names[0].End <= start {
					names = names[1:]
				}
				stop, tag := k.End, "O"
				if len(names) > 0 {
					m := names[0]
					switch {
					case m.Start > start:
						stop = min(stop, m.Start)
					case m.Start == start:
						stop, tag = min(stop, m.End), "B-"+conllTag[entities[m.Entity].Type]
					default:
						stop, tag = min(stop, m.End), "I-"+conllTag[entities[m.Entity].Type]
					}
				}
				o.printf("%s\t%s\n", p.Text[start:stop], tag)
				start = stop
			}
		}
		o.printf("\n")
		return nil
	})
}
