package relate_test

import (
	"strings"
	"testing"
)

// TestStatus: what the text asserts, with the rules that said so behind the
// frame's. "nothing" means that no meeting is told of.
func TestStatus(t *testing.T) {
	check(t, []telling{
		{"held", "التقى جون كيري سيرغي لافروف.", "held"},
		{"held: recalled", "كان جون كيري قد التقى سيرغي لافروف.", "held"},
		{"held: had met", "John Kerry had met Sergey Lavrov.", "held"},

		{"not-met", "لم يلتق جون كيري سيرغي لافروف.", "denied not-met"},
		{"not-met: English", "John Kerry did not meet Sergey Lavrov.", "denied not-met"},
		{"not-met: neither, a record each", "John Kerry has met neither Sergey Lavrov nor Adel al-Jubeir.", "denied not-met+separately; denied not-met+separately"},
		{"not-met: never", "John Kerry never met Sergey Lavrov.", "denied not-met"},
		{"not-met: somebody says so", "أكد جون كيري أنه لم يلتق سيرغي لافروف.", "denied not-met"},
		{"will-not-meet", "لن يلتقي جون كيري سيرغي لافروف.", "denied will-not-meet"},
		{"will-not-meet: English", "John Kerry will not meet Sergey Lavrov.", "denied will-not-meet"},
		{"refused", "رفض جون كيري لقاء سيرغي لافروف.", "denied refused"},
		{"refused: English, an offer of it", "John Kerry rejected a request by Sergey Lavrov for a meeting.", "denied refused"},
		{"refused: English", "John Kerry declined talks with Sergey Lavrov.", "denied refused"},
		{"refused to: English", "John Kerry refused to meet Sergey Lavrov.", "denied refused"},
		{"denied", "نفى سيرغي لافروف أن يكون التقى جون كيري.", "denied denied"},
		{"denied: English", "Sergey Lavrov denied that he had met John Kerry.", "denied denied"},
		{"denied: English, said behind", "A meeting between John Kerry and Sergey Lavrov is not planned.", "denied denied"},
		{"denied: reports were false", "Reports that John Kerry had met Sergey Lavrov were false.", "denied denied"},
		{"denied: reports of it", "Sources denied reports of a meeting between John Kerry and Sergey Lavrov.", "denied denied"},
		{"denied: no truth in it", "لا صحة لما تردد عن لقاء جون كيري وسيرغي لافروف.", "denied denied"},
		{"denied-denial", "نفى جون كيري أنه رفض لقاء سيرغي لافروف.", "nothing"},
		{"denied-denial: English", "John Kerry denied that he had refused to meet Sergey Lavrov.", "nothing"},

		{"doubt: rumours of", "ترددت أنباء عن لقاء بين جون كيري وسيرغي لافروف.", "alleged doubt"},
		{"doubt: claimed", "زعمت صحيفة أن جون كيري التقى سيرغي لافروف.", "alleged doubt"},
		{"doubt: reportedly", "John Kerry reportedly met Sergey Lavrov.", "alleged doubt"},
		{"press reports are no doubt", "أفادت تقارير صحفية بأن جون كيري التقى سيرغي لافروف.", "held"},

		{"a news agency is no rumour", "الدوحة (وكالة أنباء نماذج) - التقى جون كيري سيرغي لافروف.", "held"},
		{"a news agency is no rumour, as a source", "ذكرت وكالة أنباء «نماذج» أن جون كيري التقى سيرغي لافروف.", "held"},

		{"cancelled", "ألغى جون كيري لقاء مع سيرغي لافروف.", "cancelled cancelled"},
		{"cancelled: postponed", "تقرر تأجيل لقاء جون كيري وسيرغي لافروف.", "cancelled cancelled"},
		{"cancelled: said behind", "A meeting between John Kerry and Sergey Lavrov has been postponed.", "cancelled cancelled"},
		{"cancelled: will not be held as planned", "لن يعقد اللقاء الذي كان مقررا بين جون كيري وسيرغي لافروف.", "cancelled cancelled"},

		{"cancelled: had been due", "كان من المقرر أن يلتقي جون كيري سيرغي لافروف أمس، لكن اللقاء ألغي.", "cancelled cancelled"},
		{"cancelled: English, said behind", "John Kerry's meeting with Sergey Lavrov was cancelled.", "cancelled cancelled"},

		{"future: س", "سيلتقي جون كيري سيرغي لافروف غدا.", "planned future"},
		{"future: due to", "من المقرر أن يلتقي جون كيري سيرغي لافروف.", "planned future"},
		{"future: سوف", "سوف يجتمع جون كيري مع سيرغي لافروف.", "planned future"},
		{"future: will", "John Kerry will meet Sergey Lavrov tomorrow.", "planned future"},
		{"future: expected to", "John Kerry is expected to meet Sergey Lavrov.", "planned future"},
		{"future: the next talks", "تعقد المحادثات المقبلة بين جون كيري وسيرغي لافروف في فيينا.", "planned future"},
		{"future: in a headline", "سيلتقي كيري لافروف ==\nقال مصدر ذلك.", "planned future"},

		{"purpose: for talks", "وصل جون كيري إلى موسكو للقاء سيرغي لافروف.", "planned purpose"},
		{"purpose: in order to meet", "وصل جون كيري إلى موسكو ليلتقي سيرغي لافروف.", "planned purpose"},
		{"purpose: to meet", "John Kerry flew to Moscow to meet Sergey Lavrov.", "planned purpose"},

		{"purpose: for talks", "John Kerry is in Moscow for talks with Sergey Lavrov.", "planned purpose"},

		{"before", "تحدث جون كيري قبيل لقائه سيرغي لافروف.", "planned before"},
		{"before: ahead of", "John Kerry spoke ahead of a meeting with Sergey Lavrov.", "planned before"},
		{"before: sentence begins with it", "Ahead of talks with Sergey Lavrov in Moscow, John Kerry urged calm.", "planned before"},
		{"after", "تحدث جون كيري بعد لقائه سيرغي لافروف.", "held"},
		{"after: English", "John Kerry spoke after meeting Sergey Lavrov.", "held"},

		{"present: Arabic body", "يلتقي جون كيري سيرغي لافروف اليوم.", "planned present"},
		{"present: headline", "كيري يلتقي لافروف ==\nغادر الوفد المدينة.", "held"},
		{"present: headline with a day to come", "كيري يلتقي لافروف غدا ==\nغادر الوفد المدينة.", "planned present"},
		{"present: English, with a day to come", "John Kerry meets Sergey Lavrov in Moscow on Friday.", "planned present"},
		{"present: English, the first to meet", "John Kerry became the first minister to meet Sergey Lavrov.", "held"},
		{"present: English", "John Kerry meets Sergey Lavrov in Moscow.", "held"},

		{"invited: hopes", "قال جون كيري إنه يأمل في لقاء سيرغي لافروف.", "proposed invited"},
		{"invited", "دعا جون كيري سيرغي لافروف إلى لقاء.", "proposed invited"},
		{"invited: English, would be ready", "John Kerry would be ready to meet Sergey Lavrov.", "proposed invited"},
		{"invited: English, said behind", "A meeting between John Kerry and Sergey Lavrov is possible.", "proposed invited"},
		{"invited: English", "John Kerry invited Sergey Lavrov to talks.", "proposed invited"},
		{"invited: wants to", "John Kerry wants to meet Sergey Lavrov.", "proposed invited"},

		{"condition", "إذا التقى جون كيري سيرغي لافروف فسيكون ذلك حدثا.", "nothing"},
		{"condition: English, whether", "Asked whether John Kerry's plans for the day included a meeting with Sergey Lavrov, he smiled.", "nothing"},
		{"condition: English, inverted", "Had John Kerry met Sergey Lavrov, nobody would have known.", "nothing"},
		{"condition: English", "If John Kerry met Sergey Lavrov, nobody saw it.", "nothing"},

		{"another clause's negation", "لم يغادر الوفد المدينة، فيما التقى جون كيري سيرغي لافروف.", "held"},
		{"another clause's future", "ستعلن النتائج لاحقا؛ والتقى جون كيري سيرغي لافروف.", "held"},
	}, func(t *testing.T, text string) string {
		meetings, _ := read(t, published, text)
		if len(meetings) == 0 {
			return "nothing"
		}
		var list []string
		for _, m := range meetings {
			_, rules, _ := strings.Cut(m.Rule, "+")
			list = append(list, strings.TrimSpace(string(m.Status)+" "+rules))
		}
		return strings.Join(list, "; ")
	})
}
