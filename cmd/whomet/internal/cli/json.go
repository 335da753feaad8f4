package cli

import (
	"bytes"
	"encoding/json"
)

// marshal is v as one line of JSON with its newline. Unlike json.Marshal it
// leaves <, > and & as they are: the output is no web page.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// writeJSON writes v to standard output as one line.
func (a *app) writeJSON(v any) error {
	line, err := marshal(v)
	if err != nil {
		return err
	}
	_, err = a.stdout.Write(line)
	return err
}
