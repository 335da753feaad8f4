package neo4jtest

import (
	"encoding/binary"
	"io"
	"net"
	"strings"
	"sync"
	"testing"
)

// Stub is a server that says what a script has it say: for what a real one will
// not do on command. It speaks Bolt 4.4.
type Stub struct {
	Host string

	mu     sync.Mutex
	agent  string
	script Script
	said   []string
}

// Script answers a message (RUN, COMMIT…; text is the statement of RUN). The
// second result is false to break the connection instead.
type Script func(message, text string) (Reply, bool)

// Reply is a success, or with a Code a failure.
type Reply struct {
	Code, Message string
	Fields        []string // of the rows, to RUN
	Rows          [][]any  // nil, string, int; to be pulled afterwards
}

// NewStub starts a stub that introduces itself as agent; it ends with the test.
func NewStub(t testing.TB, agent string, script Script) *Stub {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &Stub{Host: l.Addr().String(), agent: agent, script: script}
	var open sync.Map
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			open.Store(c, true)
			go s.serve(c)
		}
	}()
	t.Cleanup(func() {
		_ = l.Close()
		open.Range(func(c, _ any) bool { _ = c.(net.Conn).Close(); return true })
	})
	return s
}

// URL is the store on the stub.
func (s *Stub) URL() string { return "bolt://neo4j@" + s.Host + "/neo4j" }

// Count is how many messages of that name came, or those whose text holds it.
func (s *Stub) Count(what string) (n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, m := range s.said {
		if m == what || strings.Contains(m, " ") && strings.Contains(m, what) {
			n++
		}
	}
	return n
}

// messages by the signature of their structure.
var messages = map[byte]string{
	0x01: "HELLO", 0x02: "GOODBYE", 0x0f: "RESET", 0x10: "RUN", 0x11: "BEGIN", 0x12: "COMMIT", 0x13: "ROLLBACK", 0x2f: "DISCARD", 0x3f: "PULL", 0x66: "ROUTE",
}

func (s *Stub) serve(c net.Conn) {
	defer c.Close()
	handshake := make([]byte, 20)
	if _, err := io.ReadFull(c, handshake); err != nil {
		return
	}
	if _, err := c.Write([]byte{0, 0, 4, 4}); err != nil {
		return
	}
	var rows [][]any
	failed := false
	for {
		m, err := readMessage(c)
		if err != nil || len(m) < 2 {
			return
		}
		name := messages[m[1]]
		text := ""
		if name == "RUN" {
			text = readString(m[2:])
		}
		s.mu.Lock()
		s.said = append(s.said, strings.TrimSpace(name+" "+text))
		s.mu.Unlock()
		if failed && name != "RESET" {
			if write(c, []byte{0xb0, 0x7e}) != nil { // IGNORED
				return
			}
			continue
		}
		reply, whole := Reply{}, true
		switch name {
		case "HELLO":
			if writeSuccess(c, map[string]any{"server": s.agent, "connection_id": "stub"}) != nil {
				return
			}
			continue
		case "GOODBYE":
			return
		case "RESET":
			failed = false
		case "PULL", "DISCARD":
			for _, row := range rows {
				if write(c, append([]byte{0xb1, 0x71}, pack(row)...)) != nil { // RECORD
					return
				}
			}
			rows = nil
		default:
			reply, whole = s.script(name, text)
		}
		if !whole {
			return
		}
		if reply.Code != "" {
			failed = true
			m := map[string]any{"code": reply.Code, "message": reply.Message}
			if write(c, append([]byte{0xb1, 0x7f}, pack(m)...)) != nil {
				return
			}
			continue
		}
		meta := map[string]any{}
		if name == "RUN" {
			rows = reply.Rows
			fields := make([]any, len(reply.Fields))
			for i, f := range reply.Fields {
				fields[i] = f
			}
			meta["fields"] = fields
		}
		if writeSuccess(c, meta) != nil {
			return
		}
	}
}

func readMessage(r io.Reader) (m []byte, err error) {
	for {
		var size [2]byte
		if _, err := io.ReadFull(r, size[:]); err != nil {
			return nil, err
		}
		n := int(binary.BigEndian.Uint16(size[:]))
		if n == 0 && len(m) == 0 {
			continue // keeps the connection alive
		}
		if n == 0 {
			return m, nil
		}
		chunk := make([]byte, n)
		if _, err := io.ReadFull(r, chunk); err != nil {
			return nil, err
		}
		m = append(m, chunk...)
	}
}

// readString reads a packed string.
func readString(b []byte) string {
	n, at := 0, 0
	switch {
	case len(b) == 0:
		return ""
	case b[0]&0xf0 == 0x80:
		n, at = int(b[0]&0x0f), 1
	case b[0] == 0xd0:
		n, at = int(b[1]), 2
	case b[0] == 0xd1:
		n, at = int(binary.BigEndian.Uint16(b[1:])), 3
	}
	return string(b[at:min(len(b), at+n)])
}

func writeSuccess(w io.Writer, meta map[string]any) error {
	return write(w, append([]byte{0xb1, 0x70}, pack(meta)...))
}

func write(w io.Writer, m []byte) error {
	out := binary.BigEndian.AppendUint16(nil, uint16(len(m)))
	out = append(append(out, m...), 0, 0)
	_, err := w.Write(out)
	return err
}

// pack encodes what replies are made of.
func pack(v any) []byte {
	switch v := v.(type) {
	case string:
		return append([]byte{0xd1, byte(len(v) >> 8), byte(len(v))}, v...)
	case int:
		return binary.BigEndian.AppendUint64([]byte{0xcb}, uint64(v))
	case []any:
		out := []byte{0xd4, byte(len(v))}
		for _, e := range v {
			out = append(out, pack(e)...)
		}
		return out
	case map[string]any:
		out := []byte{0xd8, byte(len(v))}
		for key, value := range v {
			out = append(append(out, pack(key)...), pack(value)...)
		}
		return out
	}
	return []byte{0xc0} // null
}
