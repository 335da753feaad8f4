package source

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"
)

// encoding/json is the judge of what a string and an object hold.
func TestUnquote(t *testing.T) {
	for _, quoted := range []string{
		`""`, `"plain"`, `"\"\\\/\b\f\n\r\t"`, `"\u0627\u0644"`, `"a\ud83d\ude00b"`, `"\ud83d"`, `"\ud83dx"`, `"\ud83d\n"`,
		`"\ude00\ud83d"`, `"\ud83d\ud83d\ude00"`, `"\uD83D\uDE00\uFFFF\u0000"`, `"عربي \\\\"`, `"\\u0041"`,
	} {
		var want string
		if err := json.Unmarshal([]byte(quoted), &want); err != nil {
			t.Fatal(quoted, err)
		}
		if got, _ := unquote([]byte(quoted[1 : len(quoted)-1])); got != want {
			t.Errorf("unquote(%s) = %q, want %q", quoted, got, want)
		}
	}
}

func FuzzMembers(f *testing.F) {
	for _, s := range []string{`{}`, `{"a":1}`, ` { "a" : [1,{"b":"]"}] , "c\"d":"\\" } `, `{"a":{},"b":[],"":null,"\u0061":-1.5e+3}`, `{"a":true,"a":false}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		b = bytes.TrimSpace(b)
		if !json.Valid(b) || b[0] != '{' {
			return
		}
		want := map[string]json.RawMessage{}
		if err := json.Unmarshal(b, &want); err != nil {
			return // too deep
		}
		got := map[string]json.RawMessage{}
		for name, value := range members(b) {
			var key string
			if err := json.Unmarshal([]byte(`"`+string(name)+`"`), &key); err != nil {
				t.Fatalf("%s: name %s: %v", b, name, err)
			}
			got[key] = value
			if value[0] == '"' {
				var s string
				json.Unmarshal(value, &s)
				if mine, _ := unquote(value[1 : len(value)-1]); strings.ToValidUTF8(mine, "\uFFFD") != strings.ToValidUTF8(s, "\uFFFD") && bytes.Equal(value, bytes.ToValidUTF8(value, nil)) {
					t.Fatalf("unquote(%s) = %q, want %q", value, mine, s)
				}
			}
		}
		if len(got) != len(want) {
			t.Fatalf("%s: %d members, want %d", b, len(got), len(want))
		}
		for k, v := range want {
			if !bytes.Equal(got[k], v) {
				t.Fatalf("%s: %q is %s, want %s", b, k, got[k], v)
			}
		}
	})
}

// However the bytes of a value come in, it ends in the same place.
func TestLexer(t *testing.T) {
	for _, tt := range []struct {
		text string
		end  int // -1 where it does not
	}{
		{`{"a":"}"} x`, 9}, {`["\"]"],`, 7}, {`"a\\" b`, 5}, {`"a\\\" b"`, 9}, {`17,`, 2}, {`null]`, 4}, {`tru`, -1},
		{`{"a":[}]}`, 8}, {`]x`, 1}, {`{"a":"\\`, -1}, {`nul{`, 3}, {`x"`, 1},
	} {
		for range 20 {
			var l lexer
			end := -1
			for n := 0; n < len(tt.text) && end < 0; {
				n += 1 + rand.IntN(3)
				if l.run([]byte(tt.text[:min(n, len(tt.text))])) {
					end = l.pos
				}
			}
			if end != tt.end {
				t.Fatalf("%s ends at %d, want %d", tt.text, end, tt.end)
			}
		}
	}
}
