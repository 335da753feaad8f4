package relate_test

import (
	"strings"
	"testing"

	"whomet/ner"
)

// TestFrames: who meets whom, by the frame of each cue. A line is "rule: who",
// with the mode where they did not meet in person.
func TestFrames(t *testing.T) {
	const two = "John Kerry, Sergey Lavrov"
	check(t, []telling{
		{"met: verb, subject, object", "التقى جون كيري سيرغي لافروف.", "met: " + two},
		{"met: subject, verb, object", "جون كيري التقى سيرغي لافروف.", "met: " + two},
		{"met: with a preposition", "التقى جون كيري مع سيرغي لافروف.", "met: " + two},
		{"met: two subjects", "التقى جون كيري وسيرغي لافروف.", "met: " + two},
		{"met: subject in the sentence before", "وصل جون كيري إلى الدوحة. والتقى سيرغي لافروف.", "met: " + two},
		{"met: words between", "التقى جون كيري في قصر الضيافة ظهر اليوم سيرغي لافروف.", "met: " + two},
		{"met: several objects", "التقى جون كيري سيرغي لافروف وعادل الجبير.", "met: " + two + ", Adel al-Jubeir"},
		{"met: a list", "التقى جون كيري سيرغي لافروف وعادل الجبير، ومحمد جواد ظريف.", "met: " + two + ", Adel al-Jubeir, Mohammad Javad Zarif"},
		{"met: a delegation", "التقى جون كيري وفدا من الائتلاف الوطني السوري.", "met: John Kerry, Syrian National Coalition"},
		{"met: English", "John Kerry met Sergey Lavrov.", "met: " + two},
		{"met: English, with", "John Kerry met with Sergey Lavrov.", "met: " + two},
		{"met: English, two subjects", "John Kerry and Sergey Lavrov met.", "met: " + two},
		{"met: English, two subjects, one by his office", "John Kerry and his Russian counterpart met in Doha.", "met: " + two},
		{"met: English, of a pronoun", "John Kerry flew to Doha. He met Sergey Lavrov.", "met: " + two},
		{"met: English, one and later another", "John Kerry met Adel al-Jubeir and later with Sergey Lavrov.", "met: John Kerry, Adel al-Jubeir; met: " + two},
		{"met: English, a list of whom he met", "John Kerry met Adel al-Jubeir, Mohammad Javad Zarif and Sergey Lavrov.", "met: John Kerry, Adel al-Jubeir, Mohammad Javad Zarif, Sergey Lavrov"},
		{"met: English, his aides", "John Kerry met Sergey Lavrov's aides.", "nothing"},
		{"met: English, the other was thanked", "John Kerry met Adel al-Jubeir and thanked Sergey Lavrov.", "met: John Kerry, Adel al-Jubeir"},
		{"met: English, in a relative clause", "John Kerry, who met Sergey Lavrov in Doha on Monday, flew home.", "met: " + two},
		{"met: English, of the two before", "John Kerry and Sergey Lavrov, who met in Doha on Monday, agreed.", "met: " + two},
		{"met: English, a list", "John Kerry, Adel al-Jubeir and Sergey Lavrov met.", "met: John Kerry, Adel al-Jubeir, Sergey Lavrov"},
		{"met: English, a delegation", "John Kerry met a delegation of Hamas.", "met: John Kerry, Hamas"},

		{"received", "استقبل الملك سلمان في جدة جون كيري.", "received: Salman bin Abdulaziz, John Kerry"},
		{"received: in the presence of", "استقبل الملك سلمان جون كيري بحضور عادل الجبير.", "received: Salman bin Abdulaziz, John Kerry, Adel al-Jubeir"},
		{"received: host set off by a comma", "وكان الأمير محمد بن نايف، استقبل في قصره بجدة مساء أمس جون كيري.", "received: Mohammed bin Nayef, John Kerry"},
		{"received: host of the clause before", "أعلن الأمير محمد بن نايف، استقبل جون كيري.", "nothing"},
		{"received: when and where between", "جاء ذلك خلال استقبال الملك سلمان في قصر السلام بجدة أمس جون كيري.", "meeting-noun: Salman bin Abdulaziz, John Kerry"},
		{"received: more than when and where between", "جاء ذلك خلال استقبال الملك سلمان في قصر السلام وفدا يمثل جون كيري.", "nothing"},
		{"received: by the subject of the verb before", "الملك سلمان يستقبل سيرغي لافروف ويودع جون كيري.", "received: Salman bin Abdulaziz, Sergey Lavrov; received: Salman bin Abdulaziz, John Kerry"},
		{"received: the verb before has no subject that is known", "أمير المنطقة يستقبل سيرغي لافروف ويودع جون كيري.", "nothing"},
		{"received: guests without a name", "استقبل الملك سلمان المهنئين بالعيد.", "nothing"},
		{"received: he was received by", "Sergey Lavrov flew to Jeddah. He was received by King Salman.", "welcomed: Sergey Lavrov, Salman bin Abdulaziz"},
		{"received: was received by", "Sergey Lavrov was received by King Salman in Jeddah.", "welcomed: Sergey Lavrov, Salman bin Abdulaziz"},
		{"received: English", "Sergey Lavrov received John Kerry in Moscow.", "received: Sergey Lavrov, John Kerry"},

		{"visited-person", "زار جون كيري سيرغي لافروف في منزله.", "visited-person: " + two},
		{"visited-person: English, called on", "John Kerry called on Sergey Lavrov at his home.", "visited-person: " + two},
		{"visited-person: English, called on to do", "John Kerry called on Sergey Lavrov to stop.", "nothing"},
		{"visited-person: a country is none", "زار جون كيري روسيا.", "nothing"},

		{"gathered: with", "اجتمع جون كيري مع سيرغي لافروف.", "gathered: " + two},
		{"gathered: with ب", "اجتمع جون كيري بسيرغي لافروف.", "gathered: " + two},
		{"gathered: several subjects", "اجتمع جون كيري وسيرغي لافروف.", "gathered: " + two},
		{"gathered: English", "John Kerry talked with Sergey Lavrov.", "gathered: " + two},

		{"met-him", "وصل جون كيري إلى الدوحة. والتقاه سيرغي لافروف.", "met-him: " + two},
		{"met-him: English", "John Kerry flew to Jeddah. King Salman received him.", "met-him: John Kerry, Salman bin Abdulaziz"},
		{"met-him: received him", "وصل جون كيري إلى جدة واستقبله الملك سلمان.", "met-him: John Kerry, Salman bin Abdulaziz"},

		{"held-talks", "عقد جون كيري محادثات مع سيرغي لافروف.", "held-talks: " + two},
		{"held-talks: two subjects, English", "John Kerry and Sergey Lavrov held talks.", "held-talks: " + two},
		{"held-talks: English", "John Kerry held talks with Sergey Lavrov.", "held-talks: " + two},
		{"held-talks: three subjects", "عقد جون كيري وسيرغي لافروف وعادل الجبير اجتماعا ثلاثيا في الدوحة.", "held-talks: " + two + ", Adel al-Jubeir"},
		{"held-phone-call", "أجرى جون كيري اتصالا هاتفيا مع سيرغي لافروف.", "held-phone-call phone: " + two},
		{"held-phone-call: with ب", "أجرى جون كيري اتصالا هاتفيا بسيرغي لافروف.", "held-phone-call phone: " + two},
		{"held-phone-call: the caller behind من", "تلقى جون كيري اتصالا هاتفيا من سيرغي لافروف.", "held-phone-call phone: " + two},
		{"joint-press-conference", "عقد جون كيري مؤتمرا صحافيا مشتركا مع سيرغي لافروف.", "joint-press-conference: " + two},
		{"joint-press-conference: English", "John Kerry held a joint news conference with Sergey Lavrov.", "joint-press-conference: " + two},

		{"talks-held: the noun before its verb", "أثنى جون كيري على محادثات أجراها مع سيرغي لافروف.", "talks-held: " + two},
		{"talks-held: subject behind", "جاء ذلك في لقاء عقده جون كيري مع سيرغي لافروف.", "talks-held: " + two},
		{"talks-held: between", "جاء ذلك في محادثات جرت بين جون كيري وسيرغي لافروف.", "talks-held: " + two},
		{"call-held", "جاء ذلك في اتصال هاتفي أجراه جون كيري مع سيرغي لافروف.", "call-held phone: " + two},

		{"meeting-noun: genitive", "لقاء جون كيري وسيرغي لافروف كان مفيدا.", "meeting-noun: " + two},
		{"meeting-noun: genitive and with", "دام لقاء جون كيري مع سيرغي لافروف ساعتين.", "meeting-noun: " + two},
		{"meeting-noun: between", "انتهت المحادثات بين جون كيري وسيرغي لافروف.", "meeting-noun: " + two},
		{"meeting-noun: English, between", "Talks between John Kerry and Sergey Lavrov lasted two hours.", "meeting-noun: " + two},
		{"meeting-noun: English, after", "John Kerry left after talks with Sergey Lavrov.", "meeting-noun: " + two},

		{"phone-call", "اتفق جون كيري وسيرغي لافروف في اتصال هاتفي على الهدنة.", "phone-call phone: " + two},
		{"phone-call: English", "A phone call between John Kerry and Sergey Lavrov lasted an hour.", "phone-call phone: " + two},

		{"his-meeting-with", "قال جون كيري خلال لقائه سيرغي لافروف إن الوقت ضيق.", "his-meeting-with: " + two},
		{"his-meeting-with: with", "قال جون كيري خلال لقائه مع سيرغي لافروف إن الوقت ضيق.", "his-meeting-with: " + two},
		{"his-meeting-with: subject behind", "في مستهل لقائه سيرغي لافروف، قال جون كيري إن الوقت ضيق.", "his-meeting-with: " + two},
		{"his-call-with", "قال جون كيري في اتصاله مع سيرغي لافروف إن الوقت ضيق.", "his-call-with phone: " + two},
		{"meeting-of-the-two", "اتفق جون كيري وسيرغي لافروف خلال لقائهما على الهدنة.", "meeting-of-the-two: " + two},
		{"meeting-of-the-two: three were named", "اتفق جون كيري وسيرغي لافروف وعادل الجبير خلال لقائهما على الهدنة.", "nothing"},
		{"the-two-met", "وصل جون كيري وسيرغي لافروف إلى فيينا. والتقى الوزيران ساعة.", "the-two-met: " + two},
		{"the-two-met, English", "John Kerry and Sergey Lavrov arrived in Vienna. The two met for an hour.", "the-two-met: " + two},

		{"discussed-with", "بحث جون كيري مع سيرغي لافروف الأزمة في سوريا.", "discussed-with: " + two},
		{"discussed-with: topic between", "بحث جون كيري الأزمة مع سيرغي لافروف.", "discussed-with: " + two},
		{"discussed-with: two subjects", "بحث جون كيري وسيرغي لافروف الأزمة.", "discussed-with: " + two},
		{"discussed-with: nobody", "بحث جون كيري الأزمة.", "nothing"},
		{"discussed-with: English", "John Kerry discussed Syria with Sergey Lavrov.", "discussed-with: " + two},

		{"phoned", "هاتف جون كيري سيرغي لافروف.", "phoned phone: " + two},
		{"phoned: with ب", "اتصل جون كيري بسيرغي لافروف.", "phoned phone: " + two},
		{"phoned: English", "John Kerry phoned Sergey Lavrov.", "phoned phone: " + two},
		{"phoned: English, both by phone", "John Kerry and Sergey Lavrov talked by phone.", "phoned phone: " + two},
		{"phoned: English, called names", "John Kerry called Sergey Lavrov a liar.", "nothing"},
		{"spoke-with", "John Kerry spoke with Sergey Lavrov.", "spoke-with phone: " + two},
		{"spoke-with: at one place", "John Kerry spoke to Sergey Lavrov in Doha.", "spoke-with: " + two},
		{"spoke-with: both spoke to others", "John Kerry and Sergey Lavrov spoke to the press.", "nothing"},
		{"told-there", "John Kerry told Sergey Lavrov during the meeting in Doha that time was short.", "told-there: " + two},
		{"told-there: from afar", "John Kerry told Sergey Lavrov that time was short.", "nothing"},
		{"phoned: English, spoke by phone", "John Kerry spoke by phone with Sergey Lavrov.", "phoned phone: " + two},
		{"by video", "تباحث جون كيري وسيرغي لافروف عبر الفيديو.", "discussed-with phone: " + two},

		{"welcomed", "وصل جون كيري إلى جدة. وكان في استقباله عادل الجبير ومحمد بن نايف.", "welcomed: John Kerry, Adel al-Jubeir, Mohammed bin Nayef"},

		{"welcomed: seen off", "غادر جون كيري الدوحة، وكان في وداعه خالد العطية.", "welcomed: John Kerry, Khalid al-Attiyah"},

		{"took-part: English", "John Kerry and Sergey Lavrov took part in a conference in Paris.", "took-part multilateral: " + two},
		{"bug: took-part: subject between the verb and في", "شارك جون كيري وسيرغي لافروف في مؤتمر باريس.", "took-part multilateral: " + two},
		{"took-part: no conference", "John Kerry and Sergey Lavrov took part in the race.", "nothing"},
		{"conference", "عقد المؤتمر بحضور جون كيري وسيرغي لافروف.", "conference multilateral: " + two},

		{"attended: in the sentence behind", "استقبل الملك سلمان جون كيري. وحضر الاستقبال عادل الجبير.", "received: Salman bin Abdulaziz, John Kerry, Adel al-Jubeir"},
		{"attended: English", "King Salman received John Kerry. The meeting was attended by Adel al-Jubeir.", "received: Salman bin Abdulaziz, John Kerry, Adel al-Jubeir"},
		{"attended: English, who attended stands before", "King Salman received John Kerry. Adel al-Jubeir attended the talks.", "received: Salman bin Abdulaziz, John Kerry, Adel al-Jubeir"},
		{"attended: no meeting before", "وحضر الاستقبال عادل الجبير.", "nothing"},

		{"invited: English, by an agent", "John Kerry was invited by Sergey Lavrov to talks.", "meeting-noun: " + two},
		{"invited", "دعا جون كيري سيرغي لافروف إلى لقاء.", "meeting-noun: " + two},
		{"bug: a third invites two", "دعا ستيفان دي ميستورا وليد المعلم ورياض حجاب إلى لقاء.", "meeting-noun: Walid Muallem, Riyad Hijab"},

		{"inside another's title", "التقى مبعوث بان كي مون سيرغي لافروف.", "nothing"},
		{"greetings conveyed", "التقى جون كيري سيرغي لافروف ونقل إليه تحيات باراك أوباما.", "met: " + two},
		{"in the company of", "استقبل الملك سلمان جون كيري يرافقه عادل الجبير.", "received: Salman bin Abdulaziz, John Kerry"},
		{"what was spoken of", "بحث جون كيري مع سيرغي لافروف مصير بشار الأسد.", "discussed-with: " + two},
		{"a statement about somebody", "تحدث جون كيري عن سيرغي لافروف.", "nothing"},
		{"nobody guesses", "التقى الجعفري جون كيري.", "nothing"},
		{"a match", "شاهد جون كيري مباراة. والتقى المنتخب الروسي المنتخب السعودي.", "nothing"},
		{"an interview", "قال جون كيري في مقابلة تلفزيونية مع سيرغي لافروف ذلك.", "nothing"},
	}, func(t *testing.T, text string) string {
		meetings, _ := read(t, published, text)
		if len(meetings) == 0 {
			return "nothing"
		}
		var list []string
		for i := range meetings {
			m := &meetings[i]
			line, _, _ := strings.Cut(m.Rule, "+") // what follows tells of status and place
			if m.Mode != ner.InPerson {
				line += " " + string(m.Mode)
			}
			list = append(list, line+": "+who(m))
		}
		return strings.Join(list, "; ")
	})
}
