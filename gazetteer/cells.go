package gazetteer

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// The words that columns with a closed vocabulary may hold.
var (
	languages  = []string{"ar", "en"}
	orgKinds   = []string{Government, "party", "armed group", "coalition", International, "media", "company"}
	aliasKinds = []string{"full", "short", "surname", "acronym", "metonym", "kunya", "nickname", "former", "spelling"}
	strengths  = []string{Strong, Weak, Context, Quoted}
	roleForms  = []string{"nisba", "construct", "li", "en", "fixed"}
)

var (
	idPattern   = regexp.MustCompile(`^(Q[1-9][0-9]*|x:[a-z0-9-]+)$`)
	isoPattern  = regexp.MustCompile(`^[A-Z]{2}$`)
	rolePattern = regexp.MustCompile(`^[a-z]+(_[a-z]+)*$`)
)

func (r *reader) errorf(pos Pos, rule, format string, args ...any) {
	r.found = append(r.found, Errorf(pos, rule, format, args...))
}

// interval reads from and to, half open.
func (r *reader) interval(row Row) (from, to Date) {
	ok := true
	read := func(column string) Date {
		d, err := ParseDate(row.Get(column))
		if err != nil {
			r.errorf(row.posOf(column), "bad-date", "%s: %v", column, err)
			ok = false
		}
		return d
	}
	from, to = read("from"), read("to")
	if ok && !from.Zero() && !to.Zero() && to.Last <= from.First {
		r.errorf(row.Pos, "empty-interval", "to %s is not after from %s (to is the first day out)", to, from)
	}
	return from, to
}

// ref resolves an iso code or an id to the id of an entity of one of the types.
// What cannot be resolved is a finding and "".
func (r *reader) ref(pos Pos, column, s string, types ...Type) string {
	i, ok := r.g.byISO[s]
	if !ok {
		i, ok = r.g.byID[s]
	}
	if !ok {
		gone, was := r.g.history.gone[s]
		switch {
		case !was:
			r.errorf(pos, "unknown-reference", "%s: nothing has the iso code or id %q", column, s)
		case r.g.history.files[pos.File] >= r.g.history.files[gone.File]:
			r.errorf(pos, "unknown-reference", "%s: %s is taken away by %s", column, s, near(pos, gone))
		}
		return "" // what lower layers say of it goes with it
	}
	e := &r.g.Entities[i]
	if !slices.Contains(types, e.Type) {
		r.errorf(pos, "wrong-type", "%s: %s is a %s (%s)", column, s, e.Type, e.Pos)
		return ""
	}
	return e.ID
}

// word reports a cell that is not one of a closed list of words.
func (r *reader) word(row Row, column string, words []string) bool {
	if s := row.Get(column); !slices.Contains(words, s) {
		r.errorf(row.posOf(column), "unknown-word", "%s is %q (want %s)", column, s, strings.Join(words, ", "))
		return false
	}
	return true
}

func (r *reader) list(row Row, column, lang string) []string {
	words := row.List(column)
	for _, w := range words {
		if w == "" {
			r.errorf(row.posOf(column), "empty-item", "%s: nothing between two |", column)
		}
		r.found = append(r.found, CheckText(row.posOf(column), column, lang, w)...)
	}
	return words
}

func (r *reader) source(row Row) {
	if row.Get("source") == "" {
		r.errorf(row.posOf("source"), "no-source", "source is empty (write where it was read, or: general knowledge)")
	}
}

// letters counts the letters and digits of a text.
func letters(s string) (n int) {
	for _, c := range s {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			n++
		}
	}
	return n
}
