package relate

import (
	"slices"
	"strings"

	"whomet/ner"
)

// keep joins the record to one of the same occasion, or adds it.
func (r *reader) keep(rec record) {
	for i := range r.records {
		if r.records[i].same(&rec) {
			r.records[i].join(&rec)
			r.last = i
			return
		}
	}
	r.records = append(r.records, rec)
	r.last = len(r.records) - 1
}

// assertion groups the statuses that may be told of one occasion: a plan and its
// later holding are one record, a claim and its denial are two.
func assertion(s ner.Status) int {
	switch s {
	case ner.Denied:
		return 1
	case ner.Alleged:
		return 2
	}
	return 0
}

// same reports whether two records tell of one occasion: one's people within
// the other's, the same way of meeting, days that can agree.
func (a *record) same(b *record) bool {
	if a.apart || b.apart || assertion(a.status) != assertion(b.status) || !a.when.agrees(b.when) {
		return false
	}
	if a.mode != b.mode && (a.mode == ner.Phone || b.mode == ner.Phone || len(a.parties) != len(b.parties)) {
		return false // a call is no visit, and a talk of two beside a conference is a talk of its own
	}
	small, big := a, b
	if len(small.parties) > len(big.parties) {
		small, big = big, small
	}
	if big.headline && !small.headline && len(big.parties) > len(small.parties) {
		return false // a headline may sum up what the body tells apart
	}
	for _, p := range small.parties {
		if !big.has(p.key) {
			return false
		}
	}
	if a.status != b.status && a.status != ner.Held && b.status != ner.Held {
		return a.status == ner.Planned || b.status == ner.Planned
	}
	if a.status != b.status && a.when.known() != b.when.known() {
		// a plan with a day of its own is another occasion than one that was; what one
		// sentence tells in the present and the past is its headline and itself
		return a.headline || b.headline || a.wasPlan || b.wasPlan || a.inPresentOf(b) || b.inPresentOf(a)
	}
	return true
}

// inPresentOf reports whether the record, without a day, is told in the present by the
// sentence that tells the other.
func (a *record) inPresentOf(b *record) bool {
	return !a.when.known() && strings.HasSuffix(a.rule, "+present") && slices.ContainsFunc(a.seqs, func(n int) bool { return slices.Contains(b.seqs, n) })
}

// join adds what b tells to a: held beats planned, more people beat fewer, a told
// day beats none.
func (a *record) join(b *record) {
	for _, p := range b.parties {
		found := false
		for i := range a.parties {
			if a.parties[i].key == p.key {
				a.parties[i].mentions = append(a.parties[i].mentions, p.mentions...)
				found = true
			}
		}
		if !found {
			a.parties = append(a.parties, p)
		}
	}
	if b.status == ner.Held && a.status != ner.Held || a.headline && !b.headline && a.status == b.status {
		a.rule = b.rule
	}
	switch {
	case a.loose && !b.loose:
		a.status, a.loose = b.status, false // what the body tells decides
	case b.loose && !a.loose:
	case rank(b.status) > rank(a.status):
		a.status = b.status
	}
	if a.mode == ner.Multilateral {
		a.mode = b.mode
	}
	if !a.when.known() || b.when.known() && b.when.to-b.when.from < a.when.to-a.when.from {
		a.when = b.when // a day beats the month it lies in
	}
	if a.place == nil || a.place.City == nil && b.place != nil && b.place.City != nil {
		if b.place != nil {
			a.place = b.place
		}
	}
	if a.claimant == nil && a.headline {
		a.claimant = b.claimant
	}
	a.headline = a.headline && b.headline
	a.seqs = append(a.seqs, b.seqs...)
	a.lastSeq = b.lastSeq
}

// dropSummaries takes out the record of a headline that names together whom the
// body tells to have met one by one: يلتقي الرئيس الشيشاني ورئيس حزب القوات.
func (r *reader) dropSummaries() {
	var kept []record
	for i := range r.records {
		h := &r.records[i]
		told := false
		for k := range r.records {
			b := &r.records[k]
			if !h.headline || b.headline || k == i {
				continue
			}
			common := 0
			for _, p := range b.parties {
				if h.has(p.key) {
					common++
				}
			}
			told = told || common > 1
		}
		if !told {
			kept = append(kept, *h)
		}
	}
	r.records = kept
}

// disputes makes a claim of what another denies: a meeting that one side tells
// of and the other denies is alleged by the first (rule 4).
func (r *reader) disputes() {
	for i := range r.records {
		held := &r.records[i]
		if held.status != ner.Held || held.claimant == nil {
			continue
		}
		for k := range r.records {
			denied := &r.records[k]
			if denied.status != ner.Denied || !held.when.agrees(denied.when) {
				continue
			}
			common := 0
			for _, p := range held.parties {
				if denied.has(p.key) {
					common++
				}
			}
			if common > 1 {
				held.status = ner.Alleged
				held.rule += "+disputed"
			}
		}
	}
}

func rank(s ner.Status) int {
	switch s {
	case ner.Held:
		return 5
	case ner.Cancelled:
		return 4
	case ner.Planned:
		return 3
	case ner.Proposed:
		return 2
	}
	return 1
}
