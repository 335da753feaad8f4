package neo4j

import "context"

// About is what a server says of itself.
type About struct {
	Version string // 5.26.30
	Edition string // community or enterprise
}

// About asks the server.
func (s *Store) About(ctx context.Context) (about About, err error) {
	err = s.readTx(ctx, "ask the server about itself", func(t *tx) error {
		return t.each("read/about", nil, func(r row) error {
			about = About{r.text("version"), r.text("edition")}
			return nil
		})
	})
	return about, err
}
