package relate_test

import (
	"slices"
	"strings"
	"testing"
)

// TestRecords: what is one occasion and what is two. A line is "status mode:
// who", with the day, and "by" the claimant, where they are told; the number of
// sentences that tell of it stands behind.
func TestRecords(t *testing.T) {
	const two = "held in_person: John Kerry, Sergey Lavrov"
	check(t, []telling{
		// one
		{"told twice", "التقى جون كيري سيرغي لافروف. وقال جون كيري بعد لقائه سيرغي لافروف إنه متفائل.", two + " (2)"},
		{"headline and body", "كيري يلتقي لافروف ==\nالتقى جون كيري سيرغي لافروف أمس.", two + " 2015-08-04 (2)"},
		{"planned, then held", "سيلتقي جون كيري سيرغي لافروف. والتقى جون كيري سيرغي لافروف.", two + " (2)"},
		{"a press conference belongs to it", "التقى جون كيري سيرغي لافروف. وعقد جون كيري مؤتمرا صحافيا مشتركا مع سيرغي لافروف.", two + " (2)"},
		{"more people the second time", "التقى جون كيري سيرغي لافروف. وبحث جون كيري مع سيرغي لافروف وعادل الجبير الأزمة.",
			"held in_person: John Kerry, Sergey Lavrov, Adel al-Jubeir (2)"},
		{"those present are added", "استقبل الملك سلمان جون كيري. وحضر الاستقبال عادل الجبير.",
			"held in_person: Salman bin Abdulaziz, John Kerry, Adel al-Jubeir (1)"},
		{"a day told once", "التقى جون كيري سيرغي لافروف. وكان جون كيري اجتمع مع سيرغي لافروف الثلاثاء.", two + " 2015-08-04 (2)"},
		{"counted from the stamp and told, a day apart", "التقى جون كيري سيرغي لافروف أمس. واجتمع جون كيري مع سيرغي لافروف الاثنين.", two + " 2015-08-04 (2)"},

		// two
		{"two days", "التقى جون كيري سيرغي لافروف الاثنين. والتقى جون كيري سيرغي لافروف الثلاثاء.",
			two + " 2015-08-03 (1); " + two + " 2015-08-04 (1)"},
		{"a meeting and a call", "التقى جون كيري سيرغي لافروف. وهاتف جون كيري سيرغي لافروف.",
			two + " (1); held phone: John Kerry, Sergey Lavrov (1)"},
		{"other people", "التقى جون كيري سيرغي لافروف. والتقى جون كيري عادل الجبير.",
			two + " (1); held in_person: John Kerry, Adel al-Jubeir (1)"},
		{"and also met", "التقى جون كيري سيرغي لافروف، كما التقى عادل الجبير.",
			two + " (1); held in_person: John Kerry, Adel al-Jubeir (1)"},
		{"bug: and then another", "التقى جون كيري سيرغي لافروف ثم عادل الجبير.",
			two + " (1); held in_person: John Kerry, Adel al-Jubeir (1)"},
		{"held and denied", "التقى جون كيري سيرغي لافروف. ولم يلتق جون كيري عادل الجبير.",
			two + " (1); denied in_person: John Kerry, Adel al-Jubeir (1)"},
		{"a plan with a day of its own", "التقى جون كيري سيرغي لافروف الاثنين. وسيلتقي جون كيري سيرغي لافروف الجمعة.",
			two + " 2015-08-03 (1); planned in_person: John Kerry, Sergey Lavrov 2015-08-07 (1)"},

		// each by himself
		{"separately", "التقى جون كيري كلا على حدة سيرغي لافروف وعادل الجبير.",
			two + " (1); held in_person: John Kerry, Adel al-Jubeir (1)"},
		{"separately, English", "John Kerry met separately with Sergey Lavrov and Adel al-Jubeir.",
			two + " (1); held in_person: John Kerry, Adel al-Jubeir (1)"},
		{"together", "John Kerry met with Sergey Lavrov and Adel al-Jubeir.",
			"held in_person: John Kerry, Sergey Lavrov, Adel al-Jubeir (1)"},

		// what one side tells and another denies is a claim
		{"disputed", "أعلن الكرملين أن سيرغي لافروف التقى جون كيري. ونفى البيت الأبيض أن يكون جون كيري التقى سيرغي لافروف.",
			"alleged in_person: Sergey Lavrov, John Kerry by Kremlin (1); denied in_person: John Kerry, Sergey Lavrov by White House (1)"},
		{"denied of other people is no dispute", "أعلن الكرملين أن سيرغي لافروف التقى جون كيري. ونفى البيت الأبيض أن يكون جون كيري التقى عادل الجبير.",
			"held in_person: Sergey Lavrov, John Kerry by Kremlin (1); denied in_person: John Kerry, Adel al-Jubeir by White House (1)"},
		{"alleged and denied", "ترددت أنباء عن لقاء بين جون كيري وسيرغي لافروف. ونفى سيرغي لافروف أن يكون التقى جون كيري.",
			"alleged in_person: John Kerry, Sergey Lavrov (1); denied in_person: Sergey Lavrov, John Kerry by Sergey Lavrov (1)"},

		// people nobody listed
		{"unlisted once", "استقبل جون كيري المبعوث السويسري ماتياس برونهوف. وقال جون كيري بعد لقائه برونهوف إنه متفائل.",
			"held in_person: John Kerry, ماتياس برونهوف (2)"},
		{"ambiguous takes no part", "التقى جون كيري سيرغي لافروف والجعفري.", two + " (1)"},
	}, func(t *testing.T, text string) string {
		meetings, _ := read(t, published, text)
		var list []string
		starts := []int{}
		for i := range meetings {
			m := &meetings[i]
			line := string(m.Status) + " " + string(m.Mode) + ": " + who(m)
			if m.Date != nil {
				line += " " + *m.Date
			}
			if m.ClaimedBy != nil {
				line += " by " + m.ClaimedBy.Name
			}
			list = append(list, line+" ("+string(rune('0'+len(m.Evidence)))+")")
			starts = append(starts, m.Evidence[0].Start)
		}
		if !slices.IsSorted(starts) {
			t.Errorf("records are not in the order of their evidence: %v", starts)
		}
		return strings.Join(list, "; ")
	})
}
