package graphtest

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"whomet/gazetteer"
	"whomet/graph"
	"whomet/ner"
)

// model is the graph as plain loops over all documents, merged from scratch for
// every question: slow, and short enough to be read as the meaning of the
// questions.
type model struct {
	g    *gazetteer.Gazetteer
	docs map[string]*graph.Projection
}

func newModel(g *gazetteer.Gazetteer) *model {
	return &model{g: g, docs: map[string]*graph.Projection{}}
}

func (m *model) put(p graph.Put) error {
	d, err := graph.Project(p)
	if err == nil {
		m.docs[d.ID] = d
	}
	return err
}

// sorted is the documents by id.
func (m *model) sorted() []*graph.Projection {
	var all []*graph.Projection
	for _, id := range slices.Sorted(maps.Keys(m.docs)) {
		all = append(all, m.docs[id])
	}
	return all
}

// ref is the entity by the name most documents give it, if it is not listed.
func (m *model) ref(id string) graph.EntityRef {
	if e := graph.EntityRowOf(m.g, id); e != nil {
		return e.EntityRef
	}
	count := map[graph.Named]int{}
	for _, d := range m.docs {
		for _, n := range d.Entities {
			if n.ID == id {
				count[n]++
			}
		}
	}
	all := slices.Collect(maps.Keys(count))
	slices.SortFunc(all, func(a, b graph.Named) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), strings.Compare(a.Name, b.Name), strings.Compare(a.NameAr, b.NameAr), cmp.Compare(a.Type, b.Type))
	})
	if len(all) == 0 {
		return graph.EntityRef{Entity: id}
	}
	return graph.EntityRef{Entity: id, Type: all[0].Type, Name: all[0].Name, NameAr: all[0].NameAr}
}

func (m *model) ask(q graph.Question) *graph.Answer {
	a := &graph.Answer{Question: q}
	sources := map[string]bool{}
	for _, d := range m.sorted() {
		a.Coverage.Documents++
		if d.Source != "" {
			sources[d.Source] = true
		}
		span(&a.Coverage.First, &a.Coverage.Last, d.Published, d.Published)
	}
	a.Coverage.Sources = len(sources)
	switch q.Kind {
	case graph.Met:
		m.met(q, a)
	case graph.Meetings:
		m.meetings(q, a)
	case graph.Near:
		m.near(q, a)
	case graph.Together:
		m.together(q, a)
	case graph.Who:
		m.who(q, a)
	case graph.Path:
		m.path(q, a)
	case graph.Timeline:
		m.timeline(q, a)
	}
	return a
}

// span widens first and last by the days from to to.
func span(first, last **string, from, to gazetteer.Day) {
	if from == 0 {
		return
	}
	if *first == nil || from.String() < **first {
		*first = graph.DayText(from)
	}
	if *last == nil || to.String() > **last {
		*last = graph.DayText(to)
	}
}

// cut applies the limit.
func cut[S ~[]T, T any](rows S, q graph.Question, a *graph.Answer) S {
	a.Total = len(rows)
	if q.Limit > 0 && len(rows) > q.Limit {
		rows = rows[:q.Limit]
	}
	return rows
}

// inTime says whether days pass From and To. Those without a day do not when
// one of them is given.
func inTime(q graph.Question, from, to gazetteer.Day) (in, undated bool) {
	if q.From == 0 && q.To == 0 {
		return true, false
	}
	if from == 0 {
		return false, true
	}
	return (q.From == 0 || to >= q.From) && (q.To == 0 || from <= q.To), false
}

// office says whether a person held an office of q.Country on one of the days.
func (m *model) office(q graph.Question, person string, from, to gazetteer.Day) bool {
	if q.Country == "" {
		return true
	}
	for _, o := range m.g.Offices {
		body, _ := m.g.Entity(o.Of)
		ofCountry := o.Of == q.Country || body.Type == gazetteer.Organization && body.Country == q.Country
		if o.Person == person && ofCountry &&
			(from == 0 || o.From.First <= to && (o.To.Zero() || o.To.Last > from)) {
			return true
		}
	}
	return false
}

// told are all meetings, and their reports by id.
func (m *model) told() ([]graph.Meeting, map[string]*graph.Report) {
	var reports []graph.Report
	byID := map[string]*graph.Report{}
	for _, d := range m.docs {
		reports = append(reports, d.Reports...)
		for i := range d.Reports {
			byID[d.Reports[i].ID] = &d.Reports[i]
		}
	}
	return graph.Merge(reports), byID
}

// fits says whether a meeting passes all filters but time, people and country.
func (m *model) fits(q graph.Question, meeting *graph.Meeting) bool {
	in := q.In == "" || meeting.Place.Entity == q.In
	if e, ok := m.g.Entity(meeting.Place.Entity); ok && e.Type == gazetteer.City && e.Country == q.In {
		in = true
	}
	return in && (q.Status == "" || q.Status == graph.Any || ner.Status(q.Status) == meeting.Status) &&
		(q.Mode == "" || q.Mode == graph.Any || ner.Mode(q.Mode) == meeting.Mode)
}

func (m *model) met(q graph.Question, a *graph.Answer) {
	type sum struct {
		graph.Counterpart
		documents, sources map[string]bool
	}
	sums := map[string]*sum{}
	meetings, reports := m.told()
	for _, k := range meetings {
		if !m.fits(q, &k) || !meet(q.Who, k.Participants) {
			continue
		}
		left := false
		for _, p := range k.Participants {
			if slices.Contains(q.Who[0], p) || !m.office(q, p, k.From, k.To) {
				continue
			}
			in, undated := inTime(q, k.From, k.To)
			left = left || undated
			if !in {
				continue
			}
			s := sums[p]
			if s == nil {
				s = &sum{documents: map[string]bool{}, sources: map[string]bool{}}
				s.EntityRef = m.ref(p)
				sums[p] = s
			}
			s.Meetings++
			span(&s.First, &s.Last, k.From, k.To)
			for _, id := range k.Reports {
				s.documents[reports[id].Document] = true
				if reports[id].Source != "" {
					s.sources[reports[id].Source] = true
				}
			}
		}
		if left {
			a.Undated++
		}
	}
	rows := graph.Counterparts{}
	for _, s := range sums {
		s.Documents, s.Sources = len(s.documents), len(s.sources)
		rows = append(rows, s.Counterpart)
	}
	slices.SortFunc(rows, func(a, b graph.Counterpart) int {
		return cmp.Or(cmp.Compare(b.Meetings, a.Meetings), newest(a.Last, b.Last), strings.Compare(a.Entity, b.Entity))
	})
	a.Rows = cut(rows, q, a)
}

// meet says whether a different participant can be found for each name.
func meet(who [][]string, participants []string) bool {
	if len(who) == 0 {
		return true
	}
	for i, p := range participants {
		if slices.Contains(who[0], p) && meet(who[1:], slices.Delete(slices.Clone(participants), i, i+1)) {
			return true
		}
	}
	return false
}

// newest sorts days, latest first, none last.
func newest(a, b *string) int {
	text := func(s *string) string {
		if s == nil {
			return ""
		}
		return *s
	}
	return strings.Compare(text(b), text(a))
}

func (m *model) meetings(q graph.Question, a *graph.Answer) {
	m.list(q, a, func(a, b graph.Meeting) int {
		return cmp.Or(newest(graph.DayText(a.From), graph.DayText(b.From)), newest(graph.DayText(a.To), graph.DayText(b.To)), strings.Compare(a.ID, b.ID))
	})
}

func (m *model) timeline(q graph.Question, a *graph.Answer) {
	m.list(q, a, func(a, b graph.Meeting) int {
		return cmp.Or(cmp.Compare(late(a.From), late(b.From)), cmp.Compare(late(a.To), late(b.To)), strings.Compare(a.ID, b.ID))
	})
}

func (m *model) list(q graph.Question, a *graph.Answer, order func(a, b graph.Meeting) int) {
	rows := graph.MeetingRows{}
	meetings, reports := m.told()
	slices.SortFunc(meetings, order)
	everybody := slices.Concat(q.Who...)
	for _, k := range meetings {
		official := func(p string) bool {
			return !slices.Contains(everybody, p) && m.office(q, p, k.From, k.To)
		}
		if !m.fits(q, &k) || !meet(q.Who, k.Participants) || q.Country != "" && !slices.ContainsFunc(k.Participants, official) {
			continue
		}
		in, undated := inTime(q, k.From, k.To)
		if undated {
			a.Undated++
		}
		if in {
			rows = append(rows, m.row(&k, reports))
		}
	}
	a.Rows = cut(rows, q, a)
}

// path knows of every person how many steps he is away from the second name,
// and from the first name on goes to the smallest id that is one step nearer.
func (m *model) path(q graph.Question, a *graph.Answer) {
	var fit []graph.Meeting
	meetings, reports := m.told()
	for _, k := range meetings {
		in, undated := inTime(q, k.From, k.To)
		if !m.fits(q, &k) {
			continue
		}
		if undated {
			a.Undated++
		}
		if in {
			fit = append(fit, k)
		}
	}
	far := map[string]int{}
	for _, id := range q.Who[1] {
		far[id] = 0
	}
	for again := true; again; {
		again = false
		for _, k := range fit {
			for _, x := range k.Participants {
				for _, y := range k.Participants {
					n, known := far[x]
					passes := n == 0 || m.ref(x).Type == gazetteer.Person
					if old, ok := far[y]; known && passes && x != y && (!ok || n+1 < old) {
						far[y], again = n+1, true
					}
				}
			}
		}
	}
	at, steps := "", graph.Steps{}
	for _, id := range q.Who[0] {
		n, ok := far[id]
		if ok && (at == "" || n < far[at] || n == far[at] && id < at) {
			at = id
		}
	}
	for at != "" && far[at] > 0 {
		var next string
		var by graph.Meeting
		for _, k := range fit {
			if !slices.Contains(k.Participants, at) {
				continue
			}
			for _, id := range k.Participants {
				n, ok := far[id]
				if !ok || n != far[at]-1 || n > 0 && m.ref(id).Type != gazetteer.Person {
					continue
				}
				newer := cmp.Or(newest(graph.DayText(k.From), graph.DayText(by.From)), newest(graph.DayText(k.To), graph.DayText(by.To)), strings.Compare(k.ID, by.ID)) < 0
				if next == "" || id < next || id == next && newer {
					next, by = id, k
				}
			}
		}
		steps = append(steps, graph.Step{From: m.ref(at), To: m.ref(next), Meeting: m.row(&by, reports)})
		at = next
	}
	a.Rows, a.Total = steps, len(steps)
}

func place(p graph.Place) *ner.Place {
	if p == (graph.Place{}) {
		return nil
	}
	opt := func(s string) *string {
		if s == "" {
			return nil
		}
		return &s
	}
	return &ner.Place{Entity: opt(p.Entity), City: opt(p.City), Country: opt(p.Country)}
}

func (m *model) row(k *graph.Meeting, reports map[string]*graph.Report) graph.MeetingRow {
	row := graph.MeetingRow{
		Meeting: k.ID, Status: k.Status, Disputed: k.Disputed, Mode: k.Mode, Date: k.Date(), Place: place(k.Place),
		Documents: k.Documents, Sources: k.Sources, Origins: k.Origins,
		Participants: []graph.EntityRef{}, Reports: []graph.ReportRow{},
	}
	for _, p := range k.Participants {
		row.Participants = append(row.Participants, m.ref(p))
	}
	var told []*graph.Report
	for _, id := range k.Reports {
		told = append(told, reports[id])
	}
	slices.SortFunc(told, func(a, b *graph.Report) int {
		return cmp.Or(cmp.Compare(late(a.Published), late(b.Published)), strings.Compare(a.Document, b.Document), cmp.Compare(a.Start, b.Start), strings.Compare(a.ID, b.ID))
	})
	for _, r := range told {
		d := m.docs[r.Document]
		out := graph.ReportRow{
			Document: d.ID, Source: d.Source, URL: d.URL, Title: d.Title, Published: graph.DayText(d.Published),
			Status: r.Status, Mode: r.Mode, Date: r.Date(), Quote: r.Quote, Start: r.Start, End: r.End,
		}
		if r.ClaimedBy != "" {
			out.ClaimedBy = &ner.Claimant{Entity: &r.ClaimedBy, Name: r.ClaimedByName}
		} else if r.ClaimedByName != "" {
			out.ClaimedBy = &ner.Claimant{Name: r.ClaimedByName}
		}
		row.Reports = append(row.Reports, out)
	}
	return row
}

// late puts what has no day last.
func late(d gazetteer.Day) gazetteer.Day {
	if d == 0 {
		return 1 << 30
	}
	return d
}

// sentence is one of a document with the linked entities it names, by id.
type sentence struct {
	graph.Sentence
	names []string
}

// sentences are those that name two linked entities.
func sentences(d *graph.Projection) []sentence {
	var out []sentence
	for _, s := range d.Sentences {
		names := map[string]bool{}
		for _, n := range d.Mentions {
			if n.Sentence == s.N && !strings.HasPrefix(n.Entity, graph.Unlisted) {
				names[n.Entity] = true
			}
		}
		out = append(out, sentence{s, slices.Sorted(maps.Keys(names))})
	}
	return out
}

func oneOf(ids []string) func(string) bool {
	return func(id string) bool { return slices.Contains(ids, id) }
}

func (m *model) near(q graph.Question, a *graph.Answer) {
	sums := map[string]*graph.Neighbour{}
	for _, d := range m.sorted() {
		counted := map[string]bool{}
		left := false
		for _, s := range sentences(d) {
			if !slices.ContainsFunc(s.names, oneOf(q.Who[0])) {
				continue
			}
			for _, id := range s.names {
				if slices.Contains(q.Who[0], id) || !m.office(q, id, d.Published, d.Published) {
					continue
				}
				in, undated := inTime(q, d.Published, d.Published)
				left = left || undated
				if !in {
					continue
				}
				if sums[id] == nil {
					sums[id] = &graph.Neighbour{EntityRef: m.ref(id)}
				}
				sums[id].Sentences++
				if !counted[id] {
					sums[id].Documents++
					counted[id] = true
				}
				span(&sums[id].First, &sums[id].Last, d.Published, d.Published)
			}
		}
		if left {
			a.Undated++
		}
	}
	rows := graph.Neighbours{}
	for _, n := range sums {
		rows = append(rows, *n)
	}
	slices.SortFunc(rows, func(a, b graph.Neighbour) int {
		return cmp.Or(cmp.Compare(b.Sentences, a.Sentences), strings.Compare(a.Entity, b.Entity))
	})
	a.Rows = cut(rows, q, a)
}

func (m *model) together(q graph.Question, a *graph.Answer) {
	rows := graph.Sentences{}
	docs := m.sorted()
	slices.SortStableFunc(docs, func(a, b *graph.Projection) int {
		return newest(graph.DayText(a.Published), graph.DayText(b.Published))
	})
	for _, d := range docs {
		left := false
		for _, s := range sentences(d) {
			if !meet(q.Who, s.names) {
				continue
			}
			in, undated := inTime(q, d.Published, d.Published)
			left = left || undated
			if in {
				rows = append(rows, graph.Quote{
					Document: d.ID, Source: d.Source, URL: d.URL, Published: graph.DayText(d.Published),
					Quote: d.Text[s.Start:s.End], Start: s.Start, End: s.End,
				})
			}
		}
		if left {
			a.Undated++
		}
	}
	a.Rows = cut(rows, q, a)
}

func (m *model) who(q graph.Question, a *graph.Answer) {
	rows := graph.Entities{}
	meetings, _ := m.told()
	for _, id := range slices.Compact(slices.Sorted(slices.Values(q.Who[0]))) {
		row := graph.EntityRowOf(m.g, id)
		if row == nil {
			row = &graph.EntityRow{EntityRef: m.ref(id), Names: []string{}, Offices: []graph.OfficeRow{}, Ambiguous: []graph.Ambiguity{}}
			if row.Type == "" {
				continue
			}
		}
		open := map[string]int{}
		for _, d := range m.docs {
			n := 0
			for _, mention := range d.Mentions {
				if mention.Entity == id {
					n++
				}
			}
			if n > 0 {
				row.Mentions += n
				row.Documents++
				span(&row.First, &row.Last, d.Published, d.Published)
			}
			for _, c := range d.Ambiguous {
				if c.Entity == id {
					open[c.Text]++
				}
			}
		}
		for _, k := range meetings {
			if k.Status == ner.Held && k.Mode == ner.InPerson && slices.Contains(k.Participants, id) {
				row.Meetings++
			}
		}
		for text, n := range open {
			row.Ambiguous = append(row.Ambiguous, graph.Ambiguity{Text: text, Mentions: n})
		}
		slices.SortFunc(row.Ambiguous, func(a, b graph.Ambiguity) int {
			return cmp.Or(cmp.Compare(b.Mentions, a.Mentions), strings.Compare(a.Text, b.Text))
		})
		rows = append(rows, *row)
	}
	a.Rows = cut(rows, q, a)
}
