package score

import (
	"slices"
	"strings"

	"whomet/gazetteer"
	"whomet/ner"
)

// pair is two keys of people, sorted. Somebody who is not in the gold has "?" and
// his name for a key.
type pair [2]string

func (p pair) compare(q pair) int { return slices.Compare(p[:], q[:]) }

// meeting is one of either side.
type meeting interface{ status() ner.Status }

// told is what one side tells of a pair.
type told[M meeting] struct {
	meetings []M
	weight   float64
}

// pairs maps each pair to what one side tells of it.
type pairs[M meeting] map[pair]*told[M]

// add notes a meeting of the people with these keys, sorted and without doubles.
func (ps pairs[M]) add(keys []string, m M) {
	for i, a := range keys {
		for _, b := range keys[i+1:] {
			t := ps[pair{a, b}]
			if t == nil {
				t = &told[M]{}
				ps[pair{a, b}] = t
			}
			t.meetings = append(t.meetings, m)
			t.weight = max(t.weight, 1/float64(len(keys)-1))
		}
	}
}

// sorted lists the pairs, so that sums and errors come in one order.
func (ps pairs[M]) sorted() []pair {
	list := make([]pair, 0, len(ps))
	for p := range ps {
		list = append(list, p)
	}
	slices.SortFunc(list, pair.compare)
	return list
}

// comparison is one document on both sides.
type comparison struct {
	gold   *Document
	people map[string]*Person
	sure   pairs[*Meeting]
	unsure pairs[*Meeting]
	read   pairs[read]
}

// read is a meeting that the program tells.
type read struct{ *ner.Meeting }

func (m read) status() ner.Status { return m.Status }

func (r *Result) document(g *Document, d *ner.Annotated) {
	c := &comparison{gold: g, people: map[string]*Person{}, sure: pairs[*Meeting]{}, unsure: pairs[*Meeting]{}, read: pairs[read]{}}
	for i := range g.People {
		c.people[g.People[i].Key] = &g.People[i]
	}
	for i := range g.Meetings {
		m := &g.Meetings[i]
		var keys []string
		for _, k := range m.Who {
			if c.people[k] != nil { // bodies are not counted
				keys = append(keys, k)
			}
		}
		slices.Sort(keys)
		keys = slices.Compact(keys)
		if m.sure() {
			c.sure.add(keys, m)
		} else {
			c.unsure.add(keys, m)
		}
	}
	for i := range d.Meetings {
		m := &d.Meetings[i]
		var keys []string
		for j := range m.Participants {
			if m.Participants[j].Type == gazetteer.Person {
				keys = append(keys, c.key(d, &m.Participants[j]))
			}
		}
		slices.Sort(keys)
		c.read.add(slices.Compact(keys), read{m})
	}
	r.All.add(c.count(func(pair) bool { return true }))
	r.Known.add(c.count(func(p pair) bool { return c.known(p[0]) && c.known(p[1]) }))
	r.Errors = append(r.Errors, c.errors()...)
}

func (c *comparison) known(key string) bool {
	p := c.people[key]
	return p != nil && p.Known
}

// key is the gold's key of a participant: the first of those most like him.
func (c *comparison) key(d *ner.Annotated, p *ner.Participant) string {
	forms := formsOf(p.Name, p.NameAr)
	for _, i := range p.Mentions {
		if i >= 0 && i < len(d.Mentions) {
			forms.add(d.Mentions[i].Text)
		}
	}
	delete(forms, "")
	best, key := 0.0, ""
	for i := range c.gold.People {
		if l := likeness(c.gold.People[i].forms(), forms); l > best {
			best, key = l, c.gold.People[i].Key
		}
	}
	if best == 0 {
		return "?" + p.Name
	}
	return key
}

// count makes the figures of the pairs that are asked for.
func (c *comparison) count(asked func(pair) bool) *Scope {
	s := &Scope{}
	for _, p := range c.sure.sorted() {
		if !asked(p) {
			continue
		}
		weight, found := c.sure[p].weight, c.read[p] != nil
		s.Any.demand(weight, found)
		switch held := c.read.held(p); {
		case c.sure.held(p):
			s.Held.demand(weight, held)
		case held && !c.unsure.held(p):
			s.Held.FP += c.read[p].weight
			s.Broken++
		}
		if found {
			c.fields(s, p)
		}
	}
	for _, p := range c.read.sorted() {
		if c.sure[p] != nil || !asked(p) {
			continue
		}
		if c.unsure[p] == nil {
			s.Any.FP += c.read[p].weight
		}
		if c.read.held(p) && !c.unsure.held(p) {
			s.Held.FP += c.read[p].weight
		}
	}
	return s
}

// add adds the figures of one document: its weights are summed first, so that
// fractions such as a third are as often whole again as they can be.
func (s *Scope) add(d *Scope) {
	s.Any.add(d.Any)
	s.Held.add(d.Held)
	s.Matched += d.Matched
	s.Broken += d.Broken
	s.status += d.status
	s.mode += d.mode
	s.date += d.date
	s.place += d.place
	s.placed += d.placed
}

func (r *Rates) add(d Rates) {
	r.TP += d.TP
	r.FP += d.FP
	r.FN += d.FN
}

// demand adds a pair that the gold has.
func (r *Rates) demand(weight float64, found bool) {
	if found {
		r.TP += weight
	} else {
		r.FN += weight
	}
}

// fields counts what is told rightly of a pair that both found.
func (c *comparison) fields(s *Scope, p pair) {
	gold, told := c.sure[p].meetings, c.read[p].meetings
	s.Matched++
	if !c.wrong(p) {
		s.status++
	}
	if some(gold, told, func(g *Meeting, m read) bool { return g.Mode == m.Mode }) {
		s.mode++
	}
	if some(gold, told, func(g *Meeting, m read) bool { return sameDate(g.Date, m.Date) }) {
		s.date++
	}
	placed := slices.DeleteFunc(slices.Clone(gold), func(g *Meeting) bool { return g.Place == nil || *g.Place == "" })
	if len(placed) > 0 {
		s.placed++
		if some(placed, told, func(g *Meeting, m read) bool { return samePlace(*g.Place, m.Place) }) {
			s.place++
		}
	}
}

// wrong reports whether the program tells a status that the reader does not.
func (c *comparison) wrong(p pair) bool {
	gold := c.goldStatuses(p)
	return slices.ContainsFunc(c.read.statuses(p), func(s ner.Status) bool { return !slices.Contains(gold, s) })
}

// goldStatuses are what the reader found, sure or not, sorted.
func (c *comparison) goldStatuses(p pair) (list []ner.Status) {
	list = append(c.sure.statuses(p), c.unsure.statuses(p)...)
	slices.Sort(list)
	return slices.Compact(list)
}

// statuses are those that one side tells of the pair, sorted.
func (ps pairs[M]) statuses(p pair) (list []ner.Status) {
	if t := ps[p]; t != nil {
		for _, m := range t.meetings {
			list = append(list, m.status())
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// held reports whether one side tells a held meeting of the pair.
func (ps pairs[M]) held(p pair) bool {
	t := ps[p]
	return t != nil && slices.ContainsFunc(t.meetings, func(m M) bool { return m.status() == ner.Held })
}

// some reports whether some meeting of one side fits one of the other.
func some(gold []*Meeting, told []read, fits func(*Meeting, read) bool) bool {
	return slices.ContainsFunc(gold, func(g *Meeting) bool {
		return slices.ContainsFunc(told, func(m read) bool { return fits(g, m) })
	})
}

// errors lists the pairs on which both sides disagree.
func (c *comparison) errors() []Error {
	var missed, invented, wrong []Error
	for _, p := range c.sure.sorted() {
		first := c.sure[p].meetings[0]
		e := c.error(p, Missed)
		e.Gold, e.Quote = c.goldStatuses(p), first.Quote
		switch {
		case c.read[p] == nil:
			missed = append(missed, e)
		case c.wrong(p):
			e.Kind, e.Told, e.Meeting = Wrong, c.read.statuses(p), c.firstWrong(p)
			wrong = append(wrong, e)
		}
	}
	for _, p := range c.read.sorted() {
		if c.sure[p] == nil && c.unsure[p] == nil {
			e := c.error(p, Invented)
			e.Told, e.Meeting = c.read.statuses(p), c.read[p].meetings[0].Meeting
			invented = append(invented, e)
		}
	}
	return slices.Concat(missed, invented, wrong)
}

// firstWrong is the first meeting of a pair with a status that the reader did not find.
func (c *comparison) firstWrong(p pair) *ner.Meeting {
	gold, told := c.goldStatuses(p), c.read[p].meetings
	return told[slices.IndexFunc(told, func(m read) bool { return !slices.Contains(gold, m.Status) })].Meeting
}

func (c *comparison) error(p pair, kind string) Error {
	e := Error{Kind: kind, Document: c.gold}
	for i, key := range p {
		e.people[i] = c.people[key]
		e.Who[i] = strings.TrimPrefix(key, "?")
		if person := c.people[key]; person != nil {
			e.Who[i] = person.name()
		}
	}
	return e
}
