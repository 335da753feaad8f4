package relate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"whomet/ner"
	"whomet/ner/lexicon"
)

// What only English needs: small questions about its words.

func (r *reader) capital(it *item) bool {
	c, _ := utf8.DecodeRuneInString(r.raw(it))
	return unicode.IsUpper(c)
}

func (r *reader) possessive(it *item) bool { return r.t.List[it.first].Kind == ner.Possessive }

// isThe reports whether a folded word is an English article.
func isThe(fold string) bool { return fold == "the" || fold == "a" || fold == "an" }

// isHim reports whether a word is a pronoun in the object.
func (r *reader) isHim(it *item) bool {
	f := r.t.Fold(it.first)
	return it.latin && (f == "him" || f == "her" || f == "them")
}

// passedOver reports whether an English cue may stand between a verb and its
// party: met for the first time with, met his rival X.
func passedOver(it *item) bool {
	return it.latin && (it.is(lexicon.Sole, lexicon.Epithet, lexicon.HisWord, lexicon.Elect, lexicon.FamilyWord) || it.is(lexicon.Past) && !it.cues[0].Class.Verb() || it.is(lexicon.Purpose) && it.first == it.last)
}

// ofDay reports whether the "on" at item i leads to a day and not to a topic.
func (r *reader) ofDay(q *seq, i int) bool {
	if !q.items[i].latin || i+1 >= len(q.items) {
		return false
	}
	next := &q.items[i+1]
	return next.is(lexicon.Weekday, lexicon.Month, lexicon.RelDay) || next.kind == number
}

// gerund reports whether an English cue is a verb that serves as a noun: Kerry's
// meeting with Lavrov.
func (r *reader) gerund(it *item) bool {
	return it.latin && strings.HasSuffix(r.t.Fold(it.first), "ing")
}

// verbBehind reports whether "and" at item i begins a predicate of its own: met
// Zarif and thanked Lavrov; and later flew. Not: met Zarif and exiled leader X.
func (r *reader) verbBehind(q *seq, i int) bool {
	k := i + 1
	for k < len(q.items) && k <= i+2 && q.items[k].kind == word && strings.HasSuffix(r.t.Fold(q.items[k].first), "ly") {
		k++
	}
	if k >= len(q.items) || !q.items[k].latin {
		return false
	}
	it := &q.items[k]
	if it.kind == cue {
		return it.is(lexicon.Speech, lexicon.Future, lexicon.Negation, lexicon.NegFuture) && !it.is(lexicon.Relative)
	}
	return it.kind == word && !r.capital(it) && strings.HasSuffix(r.t.Fold(it.first), "ed")
}

// beforeName reports whether the country or body at item i only leads to the name
// behind it: and Turkey's Recep Tayyip Erdogan, and U.N.-Arab League envoy X.
func (r *reader) beforeName(q *seq, i int) bool {
	for k := i + 1; k < len(q.items) && k <= i+5; k++ {
		it := &q.items[k]
		switch {
		case it.kind == person:
			return true
		case it.kind == thing, it.is(lexicon.OfficeHead, lexicon.Honorific, lexicon.Former):
		case it.kind == punct && r.raw(it) == "-":
		case it.kind == word && (r.possessive(it) || r.capital(it)):
		default:
			return false
		}
	}
	return false
}
