package cli

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
)

// progress is a bar on standard error with the rate and the time left, or
// nothing where standard error is no terminal or quiet is set.
type progress struct {
	stop context.CancelFunc // ends the counting

	mu   sync.Mutex
	bar  *progressbar.ProgressBar // nil: none
	done int
}

// progress starts a bar over what r reads. How much that is, is counted at the
// same time, for reading takes far less than analysing. Until it is known the bar
// shows the rate alone; then a second one takes its place, over what is left, so
// that the time left is told by the rate of these documents.
func (a *app) progress(ctx context.Context, r *reading) *progress {
	p := &progress{stop: func() {}}
	if a.cfg.Quiet || !isTerminal(a.stderr) {
		return p
	}
	p.bar = a.draw("reading", -1)
	ctx, p.stop = context.WithCancel(ctx)
	go func() {
		n, ok := r.count(ctx)
		p.mu.Lock()
		defer p.mu.Unlock()
		if ok && p.bar != nil && n > p.done {
			_ = p.bar.Clear()
			p.bar = a.draw(fmt.Sprintf("%d read, now", p.done), n-p.done)
		}
	}()
	return p
}

// draw is a bar over total documents; -1 where nobody knows how many.
func (a *app) draw(description string, total int) *progressbar.ProgressBar {
	return progressbar.NewOptions(total,
		progressbar.OptionSetWriter(a.stderr),
		progressbar.OptionSetDescription(description),
		progressbar.OptionSetItsString("documents"),
		progressbar.OptionShowCount(),
		progressbar.OptionShowIts(),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionSetSpinnerChangeInterval(0), // it would go on turning once replaced
	)
}

// documentBar is a bar over total documents, as progress makes one.
func (a *app) documentBar(description string, total int) *progress {
	p := &progress{stop: func() {}}
	if !a.cfg.Quiet && isTerminal(a.stderr) {
		p.bar = a.draw(description, total)
	}
	return p
}

// add moves the bar on by one document.
func (p *progress) add() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	if p.bar != nil {
		_ = p.bar.Add(1) // a bar that cannot be drawn is no reason to stop
	}
}

// around takes the bar away while say writes a line; the next document brings
// it back.
func (p *progress) around(say func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar != nil {
		_ = p.bar.Clear()
	}
	say()
}

// end takes the bar away.
func (p *progress) end() {
	p.stop()
	p.around(func() { p.bar = nil })
}
