package score

import (
	"encoding/json"
	"strconv"

	"whomet/ner"
)

// Schema names the version of the JSON form of Result.
const Schema = "whomet.eval/1"

// MarshalJSON writes the figures, rounded to three decimals, under the names
// known.any, known.held, known.fields, all.any, all.held and all.fields, and the
// errors.
func (r *Result) MarshalJSON() ([]byte, error) {
	type rates struct {
		P  float64 `json:"P"`
		R  float64 `json:"R"`
		F1 float64 `json:"F1"`
		TP float64 `json:"tp"`
		FP float64 `json:"fp"`
		FN float64 `json:"fn"`
	}
	type fields struct {
		Status  float64 `json:"status"`
		Mode    float64 `json:"mode"`
		Date    float64 `json:"date"`
		Place   float64 `json:"place"`
		Matched int     `json:"matched"`
		Broken  int     `json:"broken"`
	}
	errors := []errorJSON{}
	for i := range r.Errors {
		errors = append(errors, r.Errors[i].json())
	}
	of := func(x Rates) rates {
		return rates{round(x.Precision(), 3), round(x.Recall(), 3), round(x.F1(), 3), round(x.TP, 1), round(x.FP, 1), round(x.FN, 1)}
	}
	in := func(s *Scope) fields {
		return fields{round(s.Status(), 3), round(s.Mode(), 3), round(s.Date(), 3), round(s.Place(), 3), s.Matched, s.Broken}
	}
	return json.Marshal(struct {
		Schema      string `json:"schema"`
		Documents   int    `json:"documents"`
		Missing     int    `json:"documents_missing"`
		KnownAny    rates  `json:"known.any"`
		KnownHeld   rates  `json:"known.held"`
		KnownFields fields `json:"known.fields"`
		AllAny      rates  `json:"all.any"`
		AllHeld     rates  `json:"all.held"`
		AllFields   fields `json:"all.fields"`

		MissingIDs []string    `json:"missing"`
		Errors     []errorJSON `json:"errors"`
	}{
		Schema, r.Documents, len(r.Missing),
		of(r.Known.Any), of(r.Known.Held), in(&r.Known),
		of(r.All.Any), of(r.All.Held), in(&r.All),
		append([]string{}, r.Missing...), errors,
	})
}

type errorJSON struct {
	Kind     string         `json:"kind"`
	Document string         `json:"document"` // id or url
	N        int            `json:"n"`
	Who      [2]string      `json:"who"`
	Gold     []ner.Status   `json:"gold"`
	Told     []ner.Status   `json:"told"`
	Quote    string         `json:"quote"`
	Evidence []ner.Evidence `json:"evidence"`
	Trace    []string       `json:"trace"`
}

func (e *Error) json() errorJSON {
	out := errorJSON{
		e.Kind, e.Document.name(), e.Document.N, e.Who, append([]ner.Status{}, e.Gold...), append([]ner.Status{}, e.Told...),
		e.Quote, []ner.Evidence{}, append([]string{}, e.Trace...),
	}
	if e.Meeting != nil {
		out.Evidence = append(out.Evidence, e.Meeting.Evidence...)
	}
	return out
}

// round rounds to some decimals, by the exact value of x.
func round(x float64, decimals int) float64 {
	x, _ = strconv.ParseFloat(strconv.FormatFloat(x, 'f', decimals, 64), 64) // it has just been written
	return x
}
