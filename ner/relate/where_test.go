package relate_test

import (
	"strings"
	"testing"

	"whomet/ner"
)

// TestWhere: the place that the text gives the meeting.
func TestWhere(t *testing.T) {
	check(t, []telling{
		{"city behind في", "التقى جون كيري سيرغي لافروف في الدوحة.", "Doha, Qatar"},
		{"city behind ب", "التقى جون كيري سيرغي لافروف بالدوحة.", "Doha, Qatar"},
		{"the capital of", "التقى جون كيري سيرغي لافروف في العاصمة القطرية الدوحة.", "Doha, Qatar"},
		{"city between the parties", "استقبل الملك سلمان في جدة جون كيري.", "Jeddah, Saudi Arabia"},
		{"city before the verb", "وفي الدوحة التقى جون كيري سيرغي لافروف.", "Doha, Qatar"},
		{"a palace and its city", "استقبل الملك سلمان جون كيري في قصر السلام بجدة.", "Jeddah, Saudi Arabia"},
		{"country alone", "التقى جون كيري سيرغي لافروف في قطر.", "Qatar"},
		{"city rather than country", "التقى جون كيري سيرغي لافروف في الدوحة في قطر.", "Doha, Qatar"},
		{"where he arrived", "وصل جون كيري إلى جدة واستقبله الملك سلمان.", "Jeddah, Saudi Arabia"},
		{"English", "John Kerry met Sergey Lavrov in Moscow.", "Moscow, Russia"},
		{"English, country", "John Kerry met Sergey Lavrov in Qatar.", "Qatar"},
		{"conference of a city", "عقد مؤتمر باريس بحضور جون كيري وسيرغي لافروف.", "Paris, France"},

		{"a capital by its country", "التقى جون كيري سيرغي لافروف في العاصمة القطرية.", "Doha, Qatar"},
		{"a capital by its country, English", "John Kerry met Sergey Lavrov in the Qatari capital.", "Doha, Qatar"},
		{"on the way to it", "توجه جون كيري إلى المطار متوجها إلى الدوحة للقاء سيرغي لافروف.", "Doha, Qatar"},
		{"where a headline says he is", "كيري في القاهرة. والتقى جون كيري سامح شكري أمس.", "Cairo, Egypt"},
		{"the land of the host", "استقبل الشيخ عبد الله بن زايد وزير الخارجية المصري سامح شكري الذي يزور البلاد حاليا.", "United Arab Emirates"},
		{"the land of the host, not in a title", "زيارة وزير خارجية المملكة ناجحة. والتقى جون كيري عادل الجبير.", "no place"},
		{"whom a relative clause tells of", "التقى سيرغي لافروف نظيره الأمريكي جون كيري الذي يقوم بأول زيارة إلى موسكو.", "Moscow, Russia"},
		{"who left his own country", "غادر جون كيري الولايات المتحدة أمس. وسيلتقي جون كيري سيرغي لافروف.", "no place"},
		{"a town that hosts a conference", "تستضيف باريس قمة المناخ. وحضر القمة جون كيري وسيرغي لافروف.", "Paris, France"},
		{"two towns that host", "تستضيف باريس قمة المناخ. وتستضيف الدوحة مؤتمر الطاقة. وحضر القمة جون كيري وسيرغي لافروف.", "no place"},

		{"talks of a town", "انتهت مباحثات القاهرة بين جون كيري وسامح شكري أمس.", "Cairo, Egypt"},
		{"where he did not go", "التقى جون كيري سيرغي لافروف. وغادر جون كيري من دون أن يزور أربيل.", "no place"},

		{"none told", "التقى جون كيري سيرغي لافروف.", "no place"},
		{"dateline", "موسكو - التقى جون كيري سيرغي لافروف.", "no place"},
		{"dateline, English", "MOSCOW - John Kerry met Sergey Lavrov.", "no place"},
		{"a palace without its city", "التقى جون كيري سيرغي لافروف في قصر الشعب.", "no place"},
		{"adjective", "التقى جون كيري وزير الخارجية القطري خالد العطية.", "no place"},
		{"what was spoken of", "بحث جون كيري مع سيرغي لافروف الوضع في سوريا.", "no place"},
		{"a capital that speaks", "أكدت موسكو أن جون كيري التقى سيرغي لافروف.", "no place"},
		{"another clause's city", "التقى جون كيري سيرغي لافروف، فيما وصل عادل الجبير إلى القاهرة.", "no place"},
		{"the statement's city", "قال مصدر في القاهرة إن جون كيري التقى سيرغي لافروف.", "no place"},
	}, func(t *testing.T, text string) string {
		meetings, _ := read(t, published, text)
		var list []string
		for _, m := range meetings {
			list = append(list, place(t, &m))
		}
		return strings.Join(list, "; ")
	})
}

func place(t *testing.T, m *ner.Meeting) string {
	t.Helper()
	if m.Place == nil {
		return "no place"
	}
	v, _ := shipped()
	e, ok := v.Gazetteer.Entity(*m.Place.Entity)
	if !ok {
		t.Errorf("place %s is not in the gazetteer", *m.Place.Entity)
		return "?"
	}
	var parts []string
	for _, p := range []*string{m.Place.City, m.Place.Country} {
		if p != nil {
			parts = append(parts, *p)
		}
	}
	if parts[0] != e.Name {
		t.Errorf("the place is %v, its id that of %s", parts, e.Name)
	}
	return strings.Join(parts, ", ")
}

// TestClaimant: who says that the meeting was, or was not.
func TestClaimant(t *testing.T) {
	check(t, []telling{
		{"a ministry", "أعلنت الخارجية الروسية أن سيرغي لافروف التقى جون كيري.", "Russian Foreign Ministry"},
		{"a person", "أعلن جون كيري أنه التقى سيرغي لافروف.", "John Kerry"},
		{"somebody else", "قال عادل الجبير إن جون كيري التقى سيرغي لافروف.", "Adel al-Jubeir"},
		{"who denies", "نفى سيرغي لافروف أن يكون التقى جون كيري.", "Sergey Lavrov"},
		{"who claims", "زعم عادل الجبير أن جون كيري التقى سيرغي لافروف.", "Adel al-Jubeir"},
		{"a capital that speaks", "أكدت موسكو أن سيرغي لافروف التقى جون كيري.", "Moscow"},
		{"English", "The Kremlin said that Sergey Lavrov met John Kerry.", "Kremlin"},
		{"English, behind", "Sergey Lavrov met John Kerry, the Kremlin said.", "Kremlin"},
		{"English, who denies", "Sergey Lavrov denied that he had met John Kerry.", "Sergey Lavrov"},

		{"the paper itself", "التقى جون كيري سيرغي لافروف.", "nobody"},
		{"the meeting as an occasion", "قال جون كيري بعد لقائه سيرغي لافروف إن الوقت ضيق.", "nobody"},
		{"the meeting as an occasion, English", "John Kerry said after meeting Sergey Lavrov that time was short.", "nobody"},
		{"bug: the meeting as an occasion, with a verb", "قال جون كيري بعد أن التقى سيرغي لافروف إنه متفائل.", "nobody"},
		{"a paper without a name", "زعمت صحيفة أن جون كيري التقى سيرغي لافروف.", "nobody"},
		{"bug: a spokesman nobody listed", "نفى الناطق باسم رئاسة الإقليم هيمن زنكنه أن يكون جون كيري التقى سيرغي لافروف.", "هيمن زنكنه"},
		{"said of something else", "وصل عادل الجبير وقال إنه سعيد. والتقى جون كيري سيرغي لافروف.", "nobody"},
	}, func(t *testing.T, text string) string {
		meetings, _ := read(t, published, text)
		var list []string
		for _, m := range meetings {
			if m.ClaimedBy == nil {
				list = append(list, "nobody")
				continue
			}
			list = append(list, m.ClaimedBy.Name)
		}
		return strings.Join(list, "; ")
	})
}
