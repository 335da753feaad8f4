package neo4j

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"strings"
)

// Address is where a store is: neo4j://user@host:7687/database.
type Address struct {
	Scheme   string // neo4j, bolt, each also with +s (verified TLS) or +ssc (TLS to anybody)
	User     string
	Host     string // with its port
	Database string
}

// defaultDatabase is the one that every server has, and Community has no other.
const defaultDatabase = "neo4j"

// ParseAddress reads an address. Its errors never repeat a password.
func ParseAddress(s string) (Address, error) {
	u, err := url.Parse(s)
	if err != nil {
		// The error of url.Parse quotes the address, and a password with it.
		return Address{}, errors.New("the address is no URL: want neo4j://user@host:7687/database")
	}
	a := Address{Scheme: u.Scheme, User: u.User.Username(), Host: u.Host, Database: strings.Trim(u.Path, "/")}
	switch base, _, _ := strings.Cut(u.Scheme, "+"); {
	case base != "neo4j" && base != "bolt" || !strings.HasSuffix(u.Scheme, base) && !a.encrypted():
		return a, fmt.Errorf("%s: unknown scheme %q: want neo4j, neo4j+s, bolt or bolt+s", a, u.Scheme)
	case u.Hostname() == "":
		return a, fmt.Errorf("%s: no host: want neo4j://user@host:7687/database", a)
	case u.RawQuery != "" || u.Fragment != "" || strings.Contains(a.Database, "/"):
		return a, fmt.Errorf("%s: want nothing behind the database", a)
	}
	if a.Database == "system" {
		return a, fmt.Errorf("%s: the database of that name holds users and no graph: name another one, such as /%s", a, defaultDatabase)
	}
	if _, set := u.User.Password(); set {
		return a, fmt.Errorf("%s: a password on the command line can be read by everybody on this machine: set WHOMET_NEO4J_PASSWORD or --password-file", a)
	}
	if u.Port() == "" {
		a.Host = net.JoinHostPort(u.Hostname(), "7687")
	}
	if a.User == "" {
		a.User = "neo4j"
	}
	if a.Database == "" {
		a.Database = defaultDatabase
	}
	return a, nil
}

// String is the address as it may be shown anywhere.
func (a Address) String() string {
	u := url.URL{Scheme: a.Scheme, Host: a.Host, Path: "/" + a.Database}
	if a.User != "" {
		u.User = url.User(a.User)
	}
	return u.String()
}

func (a Address) encrypted() bool {
	return strings.HasSuffix(a.Scheme, "+s") || strings.HasSuffix(a.Scheme, "+ssc")
}

// insecure says why a password is not safe on its way to the server, or "".
func (a Address) insecure() string {
	if strings.HasSuffix(a.Scheme, "+ssc") {
		return "it would trust any certificate"
	}
	host, _, err := net.SplitHostPort(a.Host)
	if ip := net.ParseIP(host); err == nil && !a.encrypted() && host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return "it would send the password and the graph in plain text to another machine"
	}
	return ""
}
