package tag

import (
	"whomet/gazetteer"
	"whomet/ner/lexicon"
)

// capitalOf is the city that the word for a capital at tokens first to last means
// together with the adjective of its country: العاصمة الفرنسية, the Qatari
// capital. It is nil where there is no adjective, or the country has no single
// capital.
func (s *scanner) capitalOf(class lexicon.Class, first, last int) *gazetteer.Entity {
	if class != lexicon.CapitalCue {
		return nil
	}
	if country, _, ok := s.nisba(last + 1); ok {
		return s.v.capitals[country]
	}
	if first == 0 {
		return nil
	}
	for _, h := range s.hitsAt(first - 1) {
		if se := &s.v.senses[h.ID]; se.kind == nisbaSense && se.latin && int(h.Last) == first-1 {
			return s.v.capitals[se.entity]
		}
	}
	return nil
}

// addCapital notes the capital of a country; of several, none is meant by the word
// alone.
func (v *Vocabulary) addCapital(city *gazetteer.Entity) {
	country, ok := v.ids[city.Country]
	if !city.Capital || !ok {
		return
	}
	if _, several := v.capitals[country]; several {
		city = nil
	}
	v.capitals[country] = city
}
