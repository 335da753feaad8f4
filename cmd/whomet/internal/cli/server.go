package cli

import (
	"context"
	"os"
	"runtime"
	"strings"

	"whomet/graph/neo4j"
)

// server opens a store in Neo4j, with the password in force.
func (a *app) server(ctx context.Context, address string, opt neo4j.Options) (*neo4j.Store, error) {
	if _, err := neo4j.ParseAddress(address); err != nil {
		return nil, misuse("--store neo4j://user@host:7687/database, or a file such as --store whomet.db", "--store %w", err)
	}
	var err error
	if opt.Password, err = a.password(); err != nil {
		return nil, err
	}
	opt.Insecure = a.cfg.Insecure
	s, err := neo4j.Open(ctx, address, opt)
	switch {
	case err == nil:
		return s, nil
	case ctx.Err() != nil:
		return nil, interrupted("")
	}
	return nil, storeFailure("", err) // its errors say what to try
}

// password is the one of the file that --password-file names, or else of
// WHOMET_NEO4J_PASSWORD.
func (a *app) password() (string, error) {
	if a.cfg.PasswordFile == "" {
		return a.cfg.Neo4jPassword, nil
	}
	text, err := os.ReadFile(a.cfg.PasswordFile)
	if err != nil {
		return "", misuse("a file with the password as its only line", "--password-file: %w", err)
	}
	info, err := os.Stat(a.cfg.PasswordFile)
	if err == nil && runtime.GOOS != "windows" && info.Mode().IsRegular() && info.Mode().Perm()&0o077 != 0 {
		return "", misuse("chmod 600 "+quoted(a.cfg.PasswordFile), "--password-file %s can be read by others (mode %04o)", a.cfg.PasswordFile, info.Mode().Perm())
	}
	password := strings.TrimRight(string(text), "\r\n")
	if password == "" || strings.ContainsAny(password, "\r\n") {
		return "", misuse("a file with the password as its only line", "--password-file %s does not hold one line", a.cfg.PasswordFile)
	}
	return password, nil
}
