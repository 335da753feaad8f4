package cli

import (
	"context"
	"runtime"
	"sync"
)

// window is how many items a worker may be ahead of the slowest: enough that a
// long document does not idle the others, few enough to bound memory.
const window = 8

// inOrder runs work on jobs goroutines (0: one a processor) and hands the
// results to emit, one at a time, in the order in which produce yielded the
// items. At most jobs*window items are in flight.
//
// When ctx ends, yield refuses further items and those already taken are still
// worked on and emitted; inOrder then returns what produce returned. When emit
// fails, its error is returned and produce's context ends.
func inOrder[In, Out any](ctx context.Context, jobs int,
	produce func(ctx context.Context, yield func(In) error) error,
	work func(In) Out,
	emit func(Out) error,
) error {
	if jobs == 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()

	type task struct {
		in  In
		out chan Out
	}
	order := make(chan task, jobs*window)
	tasks := make(chan task, cap(order))
	var produced error
	go func() {
		defer close(order)
		defer close(tasks)
		produced = produce(ctx, func(in In) error {
			t := task{in, make(chan Out, 1)}
			if err := ctx.Err(); err != nil {
				return err
			}
			select {
			case order <- t:
				tasks <- t
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
	}()

	var workers sync.WaitGroup
	for range jobs {
		workers.Go(func() {
			for t := range tasks {
				t.out <- work(t.in)
			}
		})
	}

	var failed error
	for t := range order {
		out := <-t.out
		if failed == nil {
			if failed = emit(out); failed != nil {
				cancel()
			}
		}
	}
	workers.Wait()
	if failed != nil {
		return failed
	}
	return produced
}
