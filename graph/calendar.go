package graph

import (
	"iter"

	"whomet/gazetteer"
)

// Calendar files things under the days they may mean, so that those of other
// days need not be looked at. The zero value is empty.
type Calendar[T any] struct {
	days map[gazetteer.Day][]filed[T]
	all  []filed[T]
	wide []filed[T] // of too many days to be filed under each
}

type filed[T any] struct {
	from, to gazetteer.Day
	thing    T
}

// widest is the longest interval that is filed day by day.
const widest = 31

// Add files a thing under the days from to to; under none when they are zero.
func (c *Calendar[T]) Add(from, to gazetteer.Day, thing T) {
	if from == 0 {
		return
	}
	f := filed[T]{from, to, thing}
	c.all = append(c.all, f)
	if to-from > widest {
		c.wide = append(c.wide, f)
		return
	}
	if c.days == nil {
		c.days = map[gazetteer.Day][]filed[T]{}
	}
	for d := from; d <= to; d++ {
		c.days[d] = append(c.days[d], f)
	}
}

// Near yields each thing filed under one of the days, once and in no order to
// rely on; nothing when the days are zero.
func (c *Calendar[T]) Near(from, to gazetteer.Day) iter.Seq[T] {
	return func(yield func(T) bool) {
		if from == 0 {
			return
		}
		some := c.wide
		if to-from > widest {
			some = c.all
		}
		for _, f := range some {
			if f.from <= to && from <= f.to && !yield(f.thing) {
				return
			}
		}
		if to-from > widest {
			return
		}
		for d := from; d <= to; d++ {
			for _, f := range c.days[d] {
				if (d == from || d == f.from) && !yield(f.thing) {
					return
				}
			}
		}
	}
}
