package tag_test

import "testing"

// TestNames: where a name begins and ends, and which of several wins.
func TestNames(t *testing.T) {
	check(t, []rule{
		{name: "longest name wins, body", text: "أعلن تنظيم الدولة الإسلامية مسؤوليته.", want: []string{
			"organization تنظيم الدولة الإسلامية → Islamic State, listed-name"}},
		{name: "longest name wins, country inside", text: "تقدم الجيش السوري الحر.", want: []string{
			"organization الجيش السوري الحر → Free Syrian Army, listed-name"}},
		{name: "longest name wins, English", text: "The Russian Foreign Ministry said so.", want: []string{
			"organization Russian Foreign Ministry → Russian Foreign Ministry, listed-name"}},
		{name: "adjective is no mention", text: "رحب الشارع الروسي بالقرار.", want: nil},

		{name: "clitic و", text: "وسيرغي لافروف غائب.", want: []string{"person سيرغي لافروف → Sergey Lavrov, full-name"}},
		{name: "clitic ب", text: "وثق بلافروف.", want: []string{"person لافروف → Sergey Lavrov, strong-alias"}},
		{name: "clitics و ب", text: "وبلافروف ثقة.", want: []string{"person لافروف → Sergey Lavrov, strong-alias"}},
		{name: "clitic ل cuts one letter", text: "للعراق مصالح.", want: []string{"country لعراق → Iraq, listed-name"}},
		{name: "clitic ف", text: "فبغداد بعيدة.", want: []string{"city بغداد → Baghdad, listed-name"}},
		{name: "clitic ك", text: "كالعراق تماما.", want: []string{"country العراق → Iraq, listed-name"}},

		{name: "chain, one father more", text: "وصل محمد بن نايف بن عبدالعزيز إلى جدة.", want: []string{
			"person محمد بن نايف بن عبدالعزيز → Mohammed bin Nayef, full-name", "city جدة → Jeddah, listed-name"}},
		{name: "chain, family behind", text: "وصل محمد بن سلمان بن عبدالعزيز آل سعود.", want: []string{
			"person محمد بن سلمان بن عبدالعزيز آل سعود → Mohammed bin Salman, full-name"}},
		{name: "chain contradicts", text: "قال محمد بن سلمان بن خالد إن الموسم جيد.", want: []string{
			"person محمد بن سلمان بن خالد → ?, unlisted-name"}},
		{name: "chain contradicts in its second father", text: "وصل محمد بن نايف بن خالد إلى جدة.", want: []string{
			"person محمد بن نايف بن خالد → ?, unlisted-name", "city جدة → Jeddah, listed-name"}},
		{name: "chain ends where another name begins", text: "استقبل الأمير تميم بن حمد جون كيري.", want: []string{
			"person تميم بن حمد → Tamim bin Hamad, full-name", "person جون كيري → John Kerry, full-name"}},
		{name: "skeleton", text: "تحدث عادل بن أحمد الجبير.", want: []string{
			"person عادل بن أحمد الجبير → Adel al-Jubeir, full-name"}},
		{name: "skeleton behind a clitic", text: "حضر وعادل بن أحمد الجبير.", want: []string{
			"person عادل بن أحمد الجبير → Adel al-Jubeir, full-name"}},
		{name: "two given names, and a family name behind", text: "فاز محمد نور بخاري.", want: []string{
			"person محمد نور بخاري → ?, unlisted-name"}},
		{name: "skeleton with another father", text: "تحدث خالد بن سعيد العطية.", want: []string{
			"person خالد بن سعيد العطية → ?, unlisted-name"}},

		{name: "skeleton whose grandfather is the listed man's father", text: "قال ناصر بن راشد بن حمد ذلك.", want: []string{
			"person ناصر بن راشد بن حمد → ?, unlisted-name"}},

		{name: "venue", text: "هبطت الطائرة في مطار رفيق الحريري.", want: nil},
		{name: "venue with a title", text: "أغلق شارع الملك سلمان ساعة.", want: nil},
		{name: "venue does not shield the next name", text: "هبطت الطائرة في مطار رفيق الحريري الدولي. وقال سعد الحريري إنه راض.", want: []string{
			"person سعد الحريري → Saad Hariri, full-name"}},
		{name: "bug: venue in English", text: "The plane landed at Rafik Hariri airport.", want: nil},

		{name: "title and name", text: "قال معالي وزير الخارجية الروسي سيرغي لافروف ذلك.", want: []string{
			"person سيرغي لافروف → Sergey Lavrov, full-name"}},
		{name: "title and name, English", text: "Russian Foreign Minister Sergey Lavrov said so.", want: []string{
			"person Sergey Lavrov → Sergey Lavrov, full-name"}},
		{name: "title behind the name", text: "وصل إبراهيم الجعفري وزير الخارجية العراقي.", want: []string{
			"person إبراهيم الجعفري → Ibrahim al-Jaafari, full-name"}},
		{name: "former title and name", text: "قال وزير الخارجية الروسي السابق إيغور إيفانوف ذلك.", want: []string{
			"person إيغور إيفانوف → Igor Ivanov, full-name"}},
		{name: "title of one, name of another", day: "2012-05-01", text: "التقى وزير الخارجية الأميركي سيرغي لافروف.", want: []string{
			"reference وزير الخارجية الأميركي → Hillary Clinton, role-country-date", "person سيرغي لافروف → Sergey Lavrov, full-name"}},
		{name: "alias with its title", text: "وصل الملك سلمان.", want: []string{"person سلمان → Salman bin Abdulaziz, strong-alias"}},
		{name: "bug: alias with a title nobody cuts off", text: "وصل السيناتور جون ماكين.", want: []string{
			"person جون ماكين → John McCain, full-name"}},

		{name: "shared head with names", text: "التقى وزيرا الخارجية الروسي سيرغي لافروف والأميركي جون كيري.", want: []string{
			"person سيرغي لافروف → Sergey Lavrov, full-name", "person جون كيري → John Kerry, full-name"}},
		{name: "shared head without names", text: "التقى وزيرا الخارجية الروسي والأميركي.", want: []string{
			"reference وزيرا الخارجية الروسي → Sergey Lavrov, role-country-date", "reference الأميركي → John Kerry, role-country-date"}},

		{name: "acronym by its capitals", text: "The US came, and let us go.", want: []string{"country US → United States, listed-name"}},
		{name: "preposition is no name", text: "وضع الكتاب على الطاولة.", want: nil},
		{name: "bug: surname of somebody that is a country", text: "Eddie Jordan spoke.", want: nil},
	})
}
