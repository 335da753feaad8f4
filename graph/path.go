package graph

import "slices"

// ShortestPath finds the shortest chain of people from one of from to one of
// to, both included; nil when there is none. circle tells whom each of ids met,
// in any order; it is asked for everybody at one distance at once. It leaves out
// bodies, but for those of from: two men who each saw a delegation of the same
// party have not met by it.
//
// Of several chains as short it takes the one that begins with the smallest id,
// of those the one whose second id is the smallest, and so on.
func ShortestPath(from, to []string, circle func(ids []string) (map[string][]string, error)) ([]string, error) {
	// Rings are drawn around the far end: from the near one each step then goes
	// to the smallest id of the next ring.
	behind := map[string]string{} // the next of the chain on the way to the end
	for _, id := range to {
		behind[id] = ""
	}
	ring := slices.Sorted(slices.Values(to))
	for len(ring) > 0 {
		met, err := circle(ring)
		if err != nil {
			return nil, err
		}
		var next []string
		for _, id := range ring { // the smallest first: he is kept
			for _, other := range met[id] {
				if _, seen := behind[other]; !seen {
					behind[other] = id
					next = append(next, other)
				}
			}
		}
		slices.Sort(next)
		for _, id := range next {
			if slices.Contains(from, id) {
				return chain(behind, id), nil
			}
		}
		ring = next
	}
	return nil, nil
}

func chain(behind map[string]string, id string) (out []string) {
	for ; id != ""; id = behind[id] {
		out = append(out, id)
	}
	return out
}
