package token

// The letters of عبد and of what may follow it, folded.
const (
	servant = "\u0639\u0628\u062f" // عبد
	lord    = "\u0631\u0628"       // رب
	hisLord = "\u0631\u0628\u0647" // ربه
	article = "\u0627\u0644"       // ال

	waw, fa      = "\u0648", "\u0641"
	ba, lam, kaf = "\u0628", "\u0644", "\u0643"
	letter       = 2 // bytes of an Arabic letter
)

// isServant reports whether a folded word is عبد, with or without proclitics:
// وعبد, لعبد, ولعبد.
func isServant(w []byte) bool {
	n := len(w) - len(servant)
	if n < 0 || n > 2*letter || string(w[n:]) != servant {
		return false
	}
	switch w = w[:n]; n {
	case 0:
		return true
	case letter:
		return conjunction(w) || preposition(w)
	}
	return conjunction(w[:letter]) && preposition(w[letter:])
}

func conjunction(w []byte) bool { return string(w) == waw || string(w) == fa }
func preposition(w []byte) bool { return string(w) == ba || string(w) == lam || string(w) == kaf }

// ofGod reports whether a folded word can be the second half of a name with
// عبد: a word with the article, or رب. آل (house of) is not: it folds to ال.
func ofGod(w []byte) bool {
	return len(w) > len(article) && string(w[:len(article)]) == article ||
		string(w) == lord || string(w) == hisLord
}
