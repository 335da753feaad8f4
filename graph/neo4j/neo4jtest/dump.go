package neo4jtest

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// line writes values so that equal ones are equal text: maps by their keys,
// labels sorted.
func line(values []any) string {
	var b strings.Builder
	for _, v := range values {
		writeValue(&b, v)
		b.WriteByte('\t')
	}
	return b.String()
}

func writeValue(b *strings.Builder, v any) {
	switch v := v.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			fmt.Fprintf(b, "%s=", key)
			writeValue(b, v[key])
			b.WriteByte(' ')
		}
	case []any:
		b.WriteByte('[')
		for _, e := range v {
			writeValue(b, e)
			b.WriteByte(' ')
		}
		b.WriteByte(']')
	case neo4j.Date:
		b.WriteString(v.Time().Format("2006-01-02"))
	default:
		fmt.Fprintf(b, "%T:%q", v, fmt.Sprint(v))
	}
}

func sorted(lines []string) string {
	slices.Sort(lines)
	return strings.Join(lines, "\n") + "\n"
}

// Diff is the first line in which two dumps differ.
func Diff(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d of %d and %d:\n got %.600s\nwant %.600s", i+1, len(g), len(w), g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}
