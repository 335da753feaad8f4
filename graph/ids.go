package graph

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"slices"
	"strings"
	"unicode"

	"whomet/ner"
	"whomet/ner/fold"
)

// Unlisted begins the id of everyone whom the gazetteer does not list.
const Unlisted = "n:"

// UnlistedID is the id of a person (or body) nobody listed: "n:", the folded
// full name, and "@" with the country or body of the title the text gives him.
// A name of one word says too little to be the same person elsewhere, so it
// carries the id of its document as well:
//
//	Timo Virtanen, foreign minister of Finland → n:timo virtanen@Q33
//	Virtanen, in document d1                   → n:virtanen#d1
//
// The result is "" where nothing of the name is left by folding.
func UnlistedID(name, roleOf, document string) string {
	words := strings.FieldsFunc(fold.String(name), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) })
	if len(words) == 0 {
		return ""
	}
	id := Unlisted + strings.Join(words, " ")
	if roleOf != "" {
		id += "@" + roleOf
	}
	if len(words) == 1 {
		id += "#" + document
	}
	return id
}

// TextHash is what unchanged input is known by: a hash of everything of the
// document that the graph keeps or that decides how it is read. The body of a
// document is untouched by it.
func TextHash(d *ner.Document) string {
	return hash("text", d.Title, d.Body, d.Published.String(), d.URL, d.Source, d.Language)
}

// reportID names a report by document, evidence, people and status. A document
// that tells two occasions in the same words has n = 1, 2… for the further ones.
func reportID(r *Report, n int) string {
	parts := append([]string{"report", r.Document, number(r.Start), number(r.End), string(r.Status), number(n)}, r.Participants...)
	return "r:" + hash(parts...)
}

// meetingID is a function of the set of reports.
func meetingID(reports []string) string {
	sorted := slices.Sorted(slices.Values(reports))
	return "m:" + hash(append([]string{"meeting"}, sorted...)...)
}

// hash is 128 bits of SHA-256 over the parts, each with its length before it so
// that no two lists of parts look alike.
func hash(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(number(len(p))))
		h.Write([]byte(p))
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

func number(n int) string {
	return string(binary.BigEndian.AppendUint64(nil, uint64(n)))
}
