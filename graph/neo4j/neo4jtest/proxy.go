package neo4jtest

import (
	"bytes"
	"net"
	"sync"
	"sync/atomic"
	"testing"
)

// Proxy stands between a client and a server and breaks what a network breaks.
type Proxy struct {
	Host string // host:port to connect to

	to       string
	mu       sync.Mutex
	open     map[net.Conn]bool
	armed    bool // connections are to break
	left     int  // after so many bytes
	cuts     int
	lose     atomic.Int32 // how many more answers to COMMIT are to be lost
	lost     atomic.Int32
	listener net.Listener
}

// NewProxy starts a proxy before the server; it ends with the test.
func (s *Server) NewProxy(t testing.TB) *Proxy {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &Proxy{Host: l.Addr().String(), to: s.Host, open: map[net.Conn]bool{}, listener: l}
	go p.accept()
	t.Cleanup(func() { _ = l.Close(); p.Cut() })
	return p
}

// URL is the store behind the proxy. It is a bolt address: a routing table would
// lead round the proxy.
func (p *Proxy) URL(s *Server) string { return "bolt://" + s.User + "@" + p.Host + "/" + s.Database }

// Cut breaks every connection at once.
func (p *Proxy) Cut() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for c := range p.open {
		_ = c.Close()
		delete(p.open, c)
	}
}

// CutAfter has all connections break when so many bytes more have passed, one way or
// the other, be it in the midst of a message.
func (p *Proxy) CutAfter(bytes int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.armed, p.left = true, bytes
}

// Cuts is how often that happened so far.
func (p *Proxy) Cuts() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.cuts
}

// until is how many of n bytes may pass before a cut.
func (p *Proxy) until(n int) (pass int, cut bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.armed || n < p.left {
		p.left -= n
		return n, false
	}
	p.armed = false
	p.cuts++
	return p.left, true
}

// LoseCommits has the answers to the next n COMMITs lost: the server does it, and
// the connection breaks before it can say so.
func (p *Proxy) LoseCommits(n int) { p.lose.Store(int32(n)) }

// Lost is how many answers were lost so far.
func (p *Proxy) Lost() int { return int(p.lost.Load()) }

func (p *Proxy) accept() {
	for {
		client, err := p.listener.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial("tcp", p.to)
		if err != nil {
			_ = client.Close()
			continue
		}
		p.mu.Lock()
		p.open[client], p.open[server] = true, true
		p.mu.Unlock()
		var committing atomic.Bool
		go p.pass(client, server, func(b []byte) bool {
			if bytes.Contains(b, commit) && p.lose.Load() > 0 {
				p.lose.Add(-1)
				committing.Store(true)
			}
			return true
		})
		go p.pass(server, client, func([]byte) bool {
			if committing.Load() {
				p.lost.Add(1)
				return false // the server has answered: it is done
			}
			return true
		})
	}
}

// commit is the message COMMIT: a chunk of two bytes, a structure without fields
// and signature 0x12, and the end of the message.
var commit = []byte{0x00, 0x02, 0xb0, 0x12, 0x00, 0x00}

func (p *Proxy) pass(from, to net.Conn, let func([]byte) bool) {
	defer func() {
		p.mu.Lock()
		delete(p.open, from)
		delete(p.open, to)
		p.mu.Unlock()
		_ = from.Close()
		_ = to.Close()
	}()
	buffer := make([]byte, 64<<10)
	for {
		n, err := from.Read(buffer)
		if n > 0 && !let(buffer[:n]) {
			return
		}
		pass, cut := p.until(n)
		if _, werr := to.Write(buffer[:pass]); werr != nil {
			return
		}
		if cut {
			p.Cut()
			return
		}
		if err != nil {
			return
		}
	}
}
