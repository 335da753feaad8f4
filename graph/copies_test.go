package graph

import (
	"fmt"
	"testing"
)

func TestOrigins(t *testing.T) {
	dispatch := "The crown prince received the Russian foreign minister in the city on Monday and spoke with him of oil."
	for _, c := range []struct {
		name   string
		quotes []string
		want   int
	}{
		{"one", []string{dispatch}, 1},
		{"printed by two", []string{dispatch, dispatch}, 1},
		{"cut short", []string{dispatch, "The crown prince received the Russian foreign minister in the city on Monday."}, 1},
		{"other signs, a word put in", []string{dispatch, "THE crown prince received the Russian foreign minister in the city, late on Monday, and spoke with him of oil"}, 1},
		{"told in other words", []string{dispatch, "The Russian minister called on the prince, who spoke with him of oil prices."}, 2},
		{"copies of copies", []string{
			"one two three four five six seven eight nine ten",
			"five six seven eight nine ten eleven twelve thirteen fourteen",
			"one two three four five six seven eight nine ten eleven twelve thirteen fourteen",
		}, 1},
		{"short, the same", []string{"Lavrov met Kerry.", "Lavrov met Kerry"}, 1},
		{"short, not the same", []string{"Lavrov met Kerry.", "Lavrov met Kerry on Monday."}, 2},
		{"short inside long", []string{"Lavrov met Kerry.", "Lavrov met Kerry on Monday and they spoke of Syria and of oil."}, 2},
		{"Arabic with marks and without", []string{
			"استقبل الرّئيس في قصره أمس وزير الخارجية الروسي سيرغي لافروف والوفد المرافق له",
			"استقبل الرئيس في قصره امس وزير الخارجية الروسي سيرغي لافروف والوفد المرافق له",
		}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			for range 2 {
				var reports []*Report
				for i, q := range c.quotes {
					reports = append(reports, &Report{ID: fmt.Sprint(i), Quote: q})
				}
				if got := origins(reports); got != c.want {
					t.Errorf("%d origins, want %d", got, c.want)
				}
				for i, j := 0, len(c.quotes)-1; i < j; i, j = i+1, j-1 {
					c.quotes[i], c.quotes[j] = c.quotes[j], c.quotes[i]
				}
			}
		})
	}
}
