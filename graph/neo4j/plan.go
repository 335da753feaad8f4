package neo4j

import (
	"errors"
	"iter"
	"reflect"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/db"
)

// operator is one step of a plan.
type operator struct {
	name    string // NodeUniqueIndexSeek
	details string // what it works on, as the server words it
}

// operators are all steps of a plan, the last first. The driver's own Children is
// no use: of an operator with two children it returns the second one twice, its
// loop variable being one for all in the version of Go that it asks for. So the plan
// is taken as the driver holds it, and refused if that is not where it was.
func operators(p neo4j.Plan) (iter.Seq[operator], error) {
	held := reflect.Indirect(reflect.ValueOf(p))
	if held.Kind() != reflect.Struct {
		return nil, errors.New("no plan")
	}
	inner := held.FieldByName("plan")
	if !inner.IsValid() || inner.Type() != reflect.TypeFor[*db.Plan]() || inner.IsNil() {
		return nil, errors.New("the driver keeps plans in a way that is not known")
	}
	root := (*db.Plan)(inner.UnsafePointer())
	return func(yield func(operator) bool) { walk(root, yield) }, nil
}

func walk(p *db.Plan, yield func(operator) bool) bool {
	name, _, _ := strings.Cut(p.Operator, "@")
	details, _ := p.Arguments["Details"].(string)
	if !yield(operator{name, details}) {
		return false
	}
	for i := range p.Children {
		if !walk(&p.Children[i], yield) {
			return false
		}
	}
	return true
}
