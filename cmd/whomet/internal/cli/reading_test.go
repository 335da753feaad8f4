package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"whomet/ner"
)

func TestAnalyseSurvivesABrokenRule(t *testing.T) {
	doc, err := analyse(func(*ner.Document) *ner.Annotated { panic("index out of range") }, &ner.Document{ID: "d7"})
	if doc != nil || err == nil || !strings.Contains(err.Error(), "document d7") || !strings.Contains(err.Error(), "index out of range") {
		t.Errorf("got %v, %v", doc, err)
	}
}

// TestReadingHearsTheEnd says that standard input which never ends does not keep
// a run from ending.
func TestReadingHearsTheEnd(t *testing.T) {
	silent, _ := io.Pipe()
	a := &app{stdin: silent, stderr: io.Discard}
	r, err := a.reading([]string{"-"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	done := make(chan error)
	go func() { done <- r.each(ctx, func(item) error { return nil }) }()
	select {
	case err := <-done:
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("error %v, want the end of the context", err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("still reading")
	}
}

func TestReadingFieldsAndCount(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.jsonl"), []byte(`{"id":"1","words":"one"}`+"\n{broken\n"+`{"id":"3","words":"three"}`+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	a := &app{stderr: io.Discard}
	r, err := a.reading([]string{dir}, []string{"text=words"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	err = r.each(t.Context(), func(i item) error {
		if i.failed != nil {
			got = append(got, "failed")
		} else {
			got = append(got, i.doc.ID+" "+i.doc.Body)
		}
		return nil
	})
	if want := "1 one,failed,3 three"; err != nil || strings.Join(got, ",") != want {
		t.Errorf("got %v, %v, want %s", got, err, want)
	}
	if n, ok := r.count(t.Context()); n != 3 || !ok {
		t.Errorf("count %d, %v, want 3", n, ok)
	}
	for _, field := range []string{"text", "=x", "text="} {
		if _, err := a.reading(nil, []string{field}); err == nil {
			t.Errorf("--field %s is let through", field)
		}
	}
	r, err = a.reading([]string{dir}, []string{"colour=red"})
	if err != nil {
		t.Fatal(err)
	}
	var f *failure
	if err := r.each(t.Context(), func(item) error { return nil }); !errors.As(err, &f) || f.status != statusMisuse {
		t.Errorf("error %v, want a misuse", err)
	}
}
