package neo4j

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// scans are the operators that look at all there is of something.
var scans = []string{"AllNodesScan", "NodeByLabelScan", "UndirectedAllRelationshipsScan", "DirectedAllRelationshipsScan",
	"DirectedRelationshipTypeScan", "UndirectedRelationshipTypeScan", "DirectedUnionRelationshipTypesScan", "UndirectedUnionRelationshipTypesScan"}

// wholesale are the statements that are about all there is, each with the reason.
var wholesale = map[string]string{
	"store/look":        "counts the nodes, which the server has at hand",
	"store/listed":      "once for a new gazetteer",
	"store/unlist":      "once for a new gazetteer: nothing leads from a claimant to his reports",
	"store/unrelate":    "once for a new gazetteer",
	"ask/coverage":      "counts the documents, which the server has at hand",
	"ask/meetings":      "the meetings of everybody",
	"ask/undated":       "counts meetings of everybody",
	"read/entities":     "reads all back",
	"read/meetings":     "reads all back",
	"read/edges":        "reads all back",
	"read/co_mentions":  "reads all back",
	"read/unsound":      "looks at everything",
	"explore/busiest":   "names nobody",
	"explore/months":    "names nobody",
	"explore/claimants": "names nobody",
	"explore/unlisted":  "names nobody",
}

// TestPlans: a statement that is told whom it is about begins at an index, even
// when it was planned while the database was empty. Else ingest would slow down
// as the graph grows.
func TestPlans(t *testing.T) {
	s := fresh(t)
	ctx := context.Background()
	planned := 0
	for name, text := range statements {
		kind, _, _ := strings.Cut(name, "/")
		if kind == "schema" || strings.Contains(text, "SHOW ") || strings.Contains(text, "CALL db") {
			continue
		}
		planned++
		session := s.session(ctx, neo4j.AccessModeWrite)
		result, err := session.Run(ctx, "EXPLAIN "+text, nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		summary, err := result.Consume(ctx)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		session.Close(ctx)
		all, err := operators(summary.Plan())
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for o := range all {
			names = append(names, o.name)
		}
		scan := slices.IndexFunc(names, func(o string) bool { return slices.Contains(scans, o) || strings.HasSuffix(o, "IndexScan") })
		if scan >= 0 && wholesale[name] == "" {
			t.Errorf("%s looks at everything: %s", name, strings.Join(names, " "))
		}
	}
	if planned < 40 {
		t.Errorf("only %d statements planned", planned)
	}
}
