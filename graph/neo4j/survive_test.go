package neo4j

import (
	"math/rand/v2"
	"testing"
	"time"

	"whomet/graph/neo4j/neo4jtest"
)

// TestKilled: the server is killed three times in the midst of an ingest, and
// comes back. It is the last to use the server that others warmed up.
func TestKilled(t *testing.T) {
	server := neo4jtest.Shared(t)
	if !server.Own() {
		t.Skip("the server of WHOMET_TEST_NEO4J is not ours to kill")
	}
	docs, dump := want(t)
	s := fresh(t)
	s.patience = 3 * time.Minute
	const kills = 3 // of twelve batches
	kill := make(chan bool, kills)
	done := make(chan bool)
	go func() {
		defer close(done)
		putAll(t, s, docs, func(batch int) {
			if batch%4 == 0 {
				kill <- true
			}
		})
		close(kill)
	}()
	killed := 0
	for range kill {
		time.Sleep(time.Duration(rand.IntN(60)) * time.Millisecond)
		server.Kill()
		killed++
		if err := server.Start(); err != nil {
			t.Fatal(err)
		}
	}
	<-done
	if killed != kills {
		t.Errorf("killed %d times, want %d", killed, kills)
	}
	expectDump(t, dump)
}
