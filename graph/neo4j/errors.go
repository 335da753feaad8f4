package neo4j

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"whomet/graph"
)

// Errors of a server, wrapped with its address and what to try.
var (
	ErrUnreachable = errors.New("server cannot be reached")
	ErrRefused     = errors.New("refused")
	ErrOldServer   = errors.New("server is too old")
	ErrWrites      = errors.New("the statement would write, or run what may write")
)

// explain wraps err with the store and the operation, and says what a user can do
// about what the server answered.
func (s *Store) explain(ctx context.Context, op string, err error) error {
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return fmt.Errorf("%s: %s: %w", s.address, op, context.Cause(ctx))
	}
	last := short(err)
	var server *neo4j.Neo4jError
	if errors.As(last, &server) {
		if try, kind := meaning(server.Code); kind != nil {
			return fmt.Errorf("%s: %s: %w: %s (the server says: %s)", s.address, op, kind, try, server.Msg)
		}
		return fmt.Errorf("%s: %s: %w", s.address, op, last)
	}
	var auth *neo4j.InvalidAuthenticationError
	if errors.As(last, &auth) {
		return fmt.Errorf("%s: %s: %w: %s", s.address, op, ErrRefused, "check the user in the address and WHOMET_NEO4J_PASSWORD or --password-file")
	}
	// The driver does not wrap what it was told of a certificate.
	if _, why, found := strings.Cut(err.Error(), "x509: "); found {
		return fmt.Errorf("%s: %s: %w: its certificate cannot be verified (%s): have this machine trust who issued it (SSL_CERT_FILE names a file of such certificates), or trust anybody with +ssc and --insecure",
			s.address, op, ErrRefused, why)
	}
	if lost(err) {
		return fmt.Errorf("%s: %s: %w: is it running, and does the address say where? (%w)", s.address, op, ErrUnreachable, last)
	}
	return fmt.Errorf("%s: %s: %w", s.address, op, err)
}

// meaning is what a status code of the server comes down to, and what to try.
func meaning(code string) (try string, kind error) {
	switch {
	case strings.HasPrefix(code, "Neo.ClientError.Security.Forbidden"), code == "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase",
		code == "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase":
		return "the user or the database may only be read: name another one, or ask questions only", graph.ErrReadOnly
	case strings.HasPrefix(code, "Neo.ClientError.Security."):
		return "check the user in the address and WHOMET_NEO4J_PASSWORD or --password-file", ErrRefused
	case code == "Neo.ClientError.Database.DatabaseNotFound":
		return "the server has no such database: name another one behind the host, such as /neo4j", graph.ErrNotFound
	case code == "Neo.TransientError.General.DatabaseUnavailable", code == "Neo.DatabaseError.Database.DatabaseUnavailable":
		return "the database is not up yet: try again in a while", ErrUnreachable
	case strings.HasSuffix(code, ".TransactionLogError"), strings.HasSuffix(code, ".TransactionCommitFailed"):
		return "the server could not write to its disk: make room there and run the same command again", graph.ErrFull
	case strings.HasSuffix(code, "MemoryPoolOutOfMemoryError"), strings.HasSuffix(code, "OutOfMemoryError"):
		return "the batch is too large for the server's memory: try a smaller --batch", graph.ErrFull
	case strings.HasPrefix(code, "Neo.ClientError.Statement."):
		return "see what the server says of it", ErrStatement
	case strings.HasPrefix(code, "Neo.TransientError."):
		return "it was tried again and again: wait until others are done and run the same command again", graph.ErrBusy
	}
	return "", nil
}

// short is the last of several causes, without the driver's history.
func short(err error) error {
	var limit *neo4j.TransactionExecutionLimit
	if errors.As(err, &limit) && len(limit.Errors) > 0 {
		return limit.Errors[len(limit.Errors)-1]
	}
	return err
}
