package lexicon

// Set is a set of classes. The zero Set is empty.
type Set [(int(numClasses) + 63) / 64]uint64

// SetOf returns the set of these classes.
func SetOf(classes ...Class) (s Set) {
	for _, c := range classes {
		s.Add(c)
	}
	return s
}

// Add puts a class into the set.
func (s *Set) Add(c Class) { s[c/64] |= 1 << (c % 64) }

// Join adds the classes of another set.
func (s *Set) Join(o Set) {
	for i := range s {
		s[i] |= o[i]
	}
}

// Has reports whether a class is in the set.
func (s *Set) Has(c Class) bool { return s[c/64]>>(c%64)&1 != 0 }

// Meets reports whether a class is in both sets.
func (s *Set) Meets(o *Set) bool {
	for i := range s {
		if s[i]&o[i] != 0 {
			return true
		}
	}
	return false
}
