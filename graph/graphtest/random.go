package graphtest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"whomet/gazetteer"
	"whomet/graph"
	"whomet/ner"
)

// Random makes n documents, the same for the same seed. People, days and places
// are few, so that many of the reports tell of the same meetings; some documents
// have no day, some meetings no date, and some people are not listed.
func Random(g *gazetteer.Gazetteer, n int, seed uint64) []graph.Put {
	r := rand.New(rand.NewPCG(seed, 1))
	puts := make([]graph.Put, n)
	for i := range puts {
		stamp := gazetteer.DayOf(2015, 8, 1) + gazetteer.Day(r.IntN(8))
		puts[i] = randomDoc(g, r, fmt.Sprintf("doc-%04d", i), stamp).Put(g)
	}
	return puts
}

var (
	people   = []string{"Q58217", "Q22316", "x:putin", "x:shoukry", "x:sisi", "x:tillerson", "?Q33:Timo_Virtanen", "?Q33:Anna_Laine", "?:Virtanen"}
	others   = []string{"Q159", "Q30", "x:daesh", "Q1065", "Q1741", "Q649", "Q79"}
	places   = []string{"", "", "", "", "", "Q1741", "Q40", "Q71", "Q649"}
	statuses = []ner.Status{ner.Held, ner.Held, ner.Held, ner.Held, ner.Planned, ner.Planned, ner.Proposed, ner.Cancelled, ner.Denied, ner.Alleged}
	modes    = []ner.Mode{ner.InPerson, ner.InPerson, ner.InPerson, ner.InPerson, ner.InPerson, ner.InPerson, ner.Phone, ner.Multilateral}
	sources  = []string{"Morning Post", "Evening Star", "Gazette", ""}
)

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// bracketed is a name as Doc.Text wants it.
func bracketed(who string) string {
	if mark, name, ok := cutMark(who); ok {
		return "[?" + mark + " " + name + "]"
	}
	return "[" + who + " " + strings.TrimPrefix(who, "x:") + "]"
}

func randomDoc(g *gazetteer.Gazetteer, r *rand.Rand, id string, stamp gazetteer.Day) Doc {
	d := Doc{ID: id, Source: pick(r, sources), Published: stamp.String()}
	if r.IntN(10) == 0 {
		d.Published = ""
	}
	var text []string
	for range 1 + r.IntN(3) {
		pool := len(people)
		if r.IntN(4) > 0 {
			pool = 4
		}
		who := []string{}
		for _, i := range r.Perm(pool)[:2+r.IntN(2)] {
			who = append(who, people[i])
		}
		line := make([]string, len(who))
		for i, w := range who {
			line[i] = bracketed(w)
		}
		m := Met{Who: strings.Join(who, " "), Status: pick(r, statuses), Mode: pick(r, modes), Place: pick(r, places), Line: len(text)}
		if r.IntN(3) > 0 {
			from := stamp - gazetteer.Day(r.IntN(4))
			m.Date, m.Words = from.String(), pick(r, []string{"yesterday", "today", "Monday", "3 August"})
			if r.IntN(5) == 0 {
				m.Date += "/" + (from + gazetteer.Day(1+r.IntN(5))).String()
			}
		}
		if r.IntN(4) == 0 {
			m.By = pick(r, []string{"x:mid", "Q159", "?an official"})
		}
		text = append(text, strings.Join(line, " and ")+" met.")
		if r.IntN(2) == 0 {
			d.Meetings = append(d.Meetings, m)
		}
	}
	for range r.IntN(3) {
		text = append(text, fmt.Sprintf("%s spoke of %s and %s on day %d.",
			bracketed(pick(r, people)), bracketed(pick(r, others)), bracketed(pick(r, others)), r.IntN(3)))
	}
	if r.IntN(4) == 0 {
		text = append(text, "[Q22316|x:bob-kerry Kerry] said so.", text[0])
	}
	d.Text = strings.Join(text, "\n")
	return d
}
