package tag

import (
	"strconv"

	"whomet/ner"
	"whomet/ner/lexicon"
)

// How far back, in years before the article, a year must lie for an office to be
// another man's: one that says when the office was held, one that begins the
// sentence and may only say when something else happened, and one before anybody
// the gazetteer dates.
const (
	yearsBehind  = 3
	yearsLeading = 8
	oldest       = 1900
)

// longAgo reports whether the sentence tells of a time in which the offices of the
// article's day are others': استقبال الملك هنري للسفير الفرنسي في عام 1546, 1951 -
// اغتيال الملك عبد الله, حاول اغتيال أمير الكويت عام 1986.
func (s *scanner) longAgo(d *draft) bool {
	if s.day == 0 {
		return false
	}
	year := s.day.Time().Year()
	if y := s.yearAt(d.last + 1); y > 0 && y <= year-yearsBehind {
		return true
	}
	first := d.first
	for first > 0 && s.sameSentence(first-1, d.first) {
		first--
	}
	if y := s.yearAt(first); y > 0 && y <= year-yearsLeading {
		return true
	}
	for k := first; k < len(s.t.List) && s.sameSentence(k, d.first); k++ {
		if y := s.year(k); y > 0 && y < oldest && k > 0 && s.isClass(k-1, lexicon.YearWord) {
			return true
		}
	}
	return false
}

func (s *scanner) sameSentence(i, j int) bool {
	return s.t.List[i].Kind != ner.Break && s.t.List[i].Sentence == s.t.List[j].Sentence
}

// yearAt reads a year at token k, with what says that it is one: في عام 1997, in 1997.
func (s *scanner) yearAt(k int) int {
	if s.isClass(k, lexicon.In) {
		k++
	}
	if s.isClass(k, lexicon.YearWord) {
		k++
	}
	return s.year(k)
}

// year is the year of our era that token k is, 0 for none. Years of the Hijra, of four
// digits too, come to 1500 only in 2076.
func (s *scanner) year(k int) int {
	if k >= len(s.t.List) || s.t.List[k].Kind != ner.Number {
		return 0
	}
	if y, err := strconv.Atoi(s.t.Fold(k)); err == nil && y >= 1500 && y < 2100 {
		return y
	}
	return 0
}
