package cli

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

func upTo(n int) func(context.Context, func(int) error) error {
	return func(_ context.Context, yield func(int) error) error {
		for i := range n {
			if err := yield(i); err != nil {
				return err
			}
		}
		return nil
	}
}

func TestInOrderKeepsOrderAndBounds(t *testing.T) {
	const n = 2000
	for _, jobs := range []int{1, 2, 7} {
		var begun, emitted, most atomic.Int64
		var got []int
		err := inOrder(t.Context(), jobs, upTo(n), func(i int) int {
			most.Store(max(most.Load(), begun.Add(1)-emitted.Load()))
			if rand.IntN(100) == 0 {
				time.Sleep(time.Millisecond)
			}
			return i * i
		}, func(sq int) error {
			got = append(got, sq)
			emitted.Add(1)
			return nil
		})
		if err != nil || len(got) != n {
			t.Fatalf("jobs %d: %d results, error %v", jobs, len(got), err)
		}
		for i, sq := range got {
			if sq != i*i {
				t.Fatalf("jobs %d: result %d is %d, want %d", jobs, i, sq, i*i)
			}
		}
		if limit := int64(jobs*window + jobs + 1); most.Load() > limit {
			t.Errorf("jobs %d: %d in flight, want at most %d", jobs, most.Load(), limit)
		}
	}
}

func TestInOrderStopsWhenEmitFails(t *testing.T) {
	full := errors.New("full")
	yielded := 0
	err := inOrder(t.Context(), 2, func(ctx context.Context, yield func(int) error) error {
		for i := 0; ; i++ {
			if err := yield(i); err != nil {
				return err
			}
			yielded = i
		}
	}, func(i int) int { return i }, func(i int) error {
		if i == 10 {
			return full
		}
		return nil
	})
	if !errors.Is(err, full) {
		t.Errorf("error %v, want %v", err, full)
	}
	if yielded > 10+2*window+4 {
		t.Errorf("went on to item %d", yielded)
	}
}

func TestInOrderFinishesWhatWasTaken(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	taken := 0
	var got []int
	err := inOrder(ctx, 2, func(_ context.Context, yield func(int) error) error {
		for i := 0; ; i++ {
			if err := yield(i); err != nil {
				return err
			}
			taken++
		}
	}, func(i int) int { return i }, func(i int) error {
		got = append(got, i)
		if i == 50 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want canceled", err)
	}
	if len(got) != taken || !slices.IsSorted(got) {
		t.Errorf("%d items taken, %d emitted", taken, len(got))
	}
}
