package tag_test

import "testing"

// TestPeople: which person a name means.
func TestPeople(t *testing.T) {
	check(t, []rule{
		{name: "full-name", text: "قال سيرغي لافروف ذلك.", want: []string{"person سيرغي لافروف → Sergey Lavrov, full-name"}},
		{name: "strong-alias", text: "قال لافروف ذلك.", want: []string{"person لافروف → Sergey Lavrov, strong-alias"}},
		{name: "strong-alias, English", text: "Lavrov said so.", want: []string{"person Lavrov → Sergey Lavrov, strong-alias"}},
		{name: "surname-after-full-name", text: "قال إبراهيم الجعفري ذلك. ورد الجعفري.", want: []string{
			"person إبراهيم الجعفري → Ibrahim al-Jaafari, full-name", "person الجعفري → Ibrahim al-Jaafari, surname-after-full-name"}},
		{name: "surname-after-full-name, before it too", text: "Jaafari left. Ibrahim al-Jaafari said nothing.", want: []string{
			"person Jaafari → Ibrahim al-Jaafari, surname-after-full-name", "person Ibrahim al-Jaafari → Ibrahim al-Jaafari, full-name"}},
		{name: "title-beside", text: "قال وزير الخارجية العراقي الجعفري ذلك.", want: []string{
			"person الجعفري → Ibrahim al-Jaafari, title-beside"}},
		{name: "surname-of-office-holder", text: "في إيران قال ظريف إنه سعيد.", want: []string{
			"country إيران → Iran, listed-name", "person ظريف → Mohammad Javad Zarif, surname-of-office-holder"}},
		{name: "surname without the country he serves", text: "قال ظريف إنه سعيد.", want: nil},
		{name: "surname of a man out of office", day: "2022-01-10", text: "في إيران قال ظريف إنه سعيد.", want: []string{"country إيران → Iran, listed-name"}},
		{name: "ambiguous", text: "قال الجعفري إنه راض.", want: []string{
			"person الجعفري → Bashar Jaafari | Ibrahim al-Jaafari | Mohammad Ali Jafari, no-evidence"}},
		{name: "ambiguous, two bearers named", text: "قال بشار الجعفري ذلك. ورد عليه إبراهيم الجعفري. وسكت الجعفري.", want: []string{
			"person بشار الجعفري → Bashar Jaafari, full-name", "person إبراهيم الجعفري → Ibrahim al-Jaafari, full-name",
			"person الجعفري → Bashar Jaafari | Ibrahim al-Jaafari | Mohammad Ali Jafari, no-evidence"}},

		{name: "several-bearers", day: "2015-08-04", text: "قال سمير الرفاعي ذلك.", want: []string{
			"person سمير الرفاعي → Samir Rifai | Samir al-Rifai, several-bearers"}},
		{name: "office-on-date", day: "2010-05-01", text: "قال سمير الرفاعي ذلك للتلفزيون الأردني.", want: []string{
			"person سمير الرفاعي → Samir Rifai, office-on-date"}},
		{name: "office-on-date, but nothing of his country", day: "2010-05-01", text: "قال سمير الرفاعي ذلك.", want: []string{
			"person سمير الرفاعي → Samir Rifai | Samir al-Rifai, several-bearers"}},
		{name: "context, king of the one country", text: "وصل الملك عبد الله إلى عمان، وعاد إلى الأردن بعد يوم.", want: []string{
			"person عبد الله → Abdullah II, context", "city عمان → Amman, context", "country الأردن → Jordan, listed-name"}},
		{name: "context, king of the other", text: "افتتح الملك عبد الله جسرا في الرياض.", want: []string{
			"person عبد الله → Abdullah bin Abdulaziz, context", "city الرياض → Riyadh, listed-name"}},
		{name: "the father of whom the surname means", text: "غادر أوباما الأب كينيا.", want: []string{"country كينيا → Kenya, listed-name"}},

		{name: "unlisted-name", text: "قال جاسم بن راشد بن سيف ذلك.", want: []string{"person جاسم بن راشد بن سيف → ?, unlisted-name"}},
		{name: "unlisted name behind a title", text: "وصل المبعوث السويسري ماتياس برونهوف.", want: []string{
			"person ماتياس برونهوف → ?, unlisted-name"}},
		{name: "unlisted name, then the surname", text: "وصل المبعوث السويسري ماتياس برونهوف. وقال برونهوف إنه متفائل.", want: []string{
			"person ماتياس برونهوف → ?, unlisted-name", "person برونهوف → ? ماتياس برونهوف, surname-of-unlisted"}},
		{name: "surname-of-unlisted", text: "قال ناصر بن راشد البرونهوفي ذلك. وغادر البرونهوفي.", want: []string{
			"person ناصر بن راشد البرونهوفي → ?, unlisted-name", "person البرونهوفي → ? ناصر بن راشد البرونهوفي, surname-of-unlisted"}},
		{name: "no name without a title", text: "وصل كارلوس مندوزا إلى بغداد.", want: []string{"city بغداد → Baghdad, listed-name"}},
	})
}

// TestReferences: whom a description without a name means.
func TestReferences(t *testing.T) {
	check(t, []rule{
		{name: "role-country-date, before the hand-over", day: "2013-01-15", text: "قال وزير الخارجية الأميركي ذلك.", want: []string{
			"reference وزير الخارجية الأميركي → Hillary Clinton, role-country-date"}},
		{name: "role-country-date, after it", day: "2013-02-10", text: "قال وزير الخارجية الأميركي ذلك.", want: []string{
			"reference وزير الخارجية الأميركي → John Kerry, role-country-date"}},
		{name: "role on the day of the hand-over", day: "2013-02-01", text: "قال وزير الخارجية الأميركي ذلك.", want: []string{
			"reference وزير الخارجية الأميركي → Hillary Clinton | John Kerry, role-unresolved"}},
		{name: "role without a date", day: "none", text: "قال وزير الخارجية الأميركي ذلك.", want: []string{
			"reference وزير الخارجية الأميركي → ?, role-unresolved"}},
		{name: "role in English", day: "2017-06-01", text: "The French president said so.", want: []string{
			"reference French president → Emmanuel Macron, role-country-date"}},
		{name: "role behind a clitic", text: "التقاه ووزير الخارجية الروسي.", want: []string{
			"reference وزير الخارجية الروسي → Sergey Lavrov, role-country-date"}},
		{name: "role with a genitive names the country", text: "قال وزير خارجية روسيا ذلك.", want: []string{
			"reference وزير خارجية روسيا → Sergey Lavrov, role-country-date", "country روسيا → Russia, listed-name"}},
		{name: "role of a body", text: "قال الأمين العام للأمم المتحدة ذلك.", want: []string{
			"reference الأمين العام للأمم المتحدة → Ban Ki-moon, role-country-date", "organization لأمم المتحدة → United Nations, listed-name"}},
		{name: "envoy by his errand", text: "قال المبعوث الأممي إلى سوريا ذلك.", want: []string{
			"reference المبعوث الأممي إلى سوريا → Staffan de Mistura, role-country-date", "country سوريا → Syria, listed-name"}},
		{name: "envoy by another errand", text: "قال المبعوث الأممي إلى اليمن ذلك.", want: []string{
			"reference المبعوث الأممي إلى اليمن → Ismail Ould Cheikh Ahmed, role-country-date", "country اليمن → Yemen, listed-name"}},
		{name: "former is not the man in office", text: "قال وزير الخارجية الروسي السابق ذلك.", want: []string{
			"reference وزير الخارجية الروسي السابق → ?, role-unresolved"}},
		{name: "feminine role holds no ministry", day: "2012-05-01", text: "قالت وزيرة الخارجية الأميركية ذلك.", want: []string{
			"reference وزيرة الخارجية الأميركية → Hillary Clinton, role-country-date"}},

		{name: "counterpart of a name", text: "التقى سيرغي لافروف نظيره العراقي.", want: []string{
			"person سيرغي لافروف → Sergey Lavrov, full-name", "reference نظيره العراقي → Ibrahim al-Jaafari, counterpart"}},
		{name: "counterpart of a role", text: "التقى وزير الخارجية الروسي نظيره العراقي.", want: []string{
			"reference وزير الخارجية الروسي → Sergey Lavrov, role-country-date", "reference نظيره العراقي → Ibrahim al-Jaafari, counterpart"}},
		{name: "counterpart by its role, not by the country's head", text: "Vladimir Putin met his French counterpart.", want: []string{
			"person Vladimir Putin → Vladimir Putin, full-name", "reference French counterpart → François Hollande, counterpart"}},
		{name: "counterpart with a clitic", text: "اجتمع سيرغي لافروف بنظيره العراقي.", want: []string{
			"person سيرغي لافروف → Sergey Lavrov, full-name", "reference نظيره العراقي → Ibrahim al-Jaafari, counterpart"}},
		{name: "counterpart with a name", text: "التقى سيرغي لافروف نظيره العراقي إبراهيم الجعفري.", want: []string{
			"person سيرغي لافروف → Sergey Lavrov, full-name", "person إبراهيم الجعفري → Ibrahim al-Jaafari, full-name"}},
		{name: "counterpart of nowhere", text: "التقى سيرغي لافروف نظيره.", want: []string{
			"person سيرغي لافروف → Sergey Lavrov, full-name", "reference نظيره → ?, counterpart-unresolved"}},

		{name: "earlier-mention", text: "قال سيرغي لافروف ذلك. ثم غادر الوزير القاعة.", want: []string{
			"person سيرغي لافروف → Sergey Lavrov, full-name", "reference الوزير → Sergey Lavrov, earlier-mention"}},
		{name: "leader-named", day: "2016-08-10", text: "Vladimir Putin left. The Russian leader waved.", want: []string{
			"person Vladimir Putin → Vladimir Putin, full-name", "reference Russian leader → Vladimir Putin, leader-named"}},
		{name: "the president is no minister", text: "Sergey Lavrov spoke. The president left.", want: []string{
			"person Sergey Lavrov → Sergey Lavrov, full-name"}},
		{name: "the president of a country is nobody named before", day: "2016-08-10", text: "Vladimir Putin spoke. The president of Egypt left.", want: []string{
			"person Vladimir Putin → Vladimir Putin, full-name", "reference president of Egypt → Abdel Fattah el-Sisi, role-country-date", "country Egypt → Egypt, listed-name"}},
		{name: "countries share a role", day: "2016-08-10", text: "The Russian and Iranian foreign ministers left.", want: []string{
			"reference Russian → Sergey Lavrov, role-country-date", "reference Iranian foreign ministers → Mohammad Javad Zarif, role-country-date"}},
		{name: "earlier-mention, English", text: "Sergey Lavrov spoke. The minister left.", want: []string{
			"person Sergey Lavrov → Sergey Lavrov, full-name", "reference The minister → Sergey Lavrov, earlier-mention"}},
		{name: "role-held by a head of government", text: "قال حيدر العبادي ذلك. وسافر رئيس الوزراء إلى طهران.", want: []string{
			"person حيدر العبادي → Haider Al-Abadi, full-name", "reference رئيس الوزراء → Haider Al-Abadi, role-held", "city طهران → Tehran, listed-name"}},
		{name: "earlier mention of a head of government, English", text: "Haider al-Abadi spoke. The prime minister left.", want: []string{
			"person Haider al-Abadi → Haider Al-Abadi, full-name", "reference The prime minister → Haider Al-Abadi, earlier-mention"}},
		{name: "role-held", text: "سئل سامح شكري. وسافر وزير الخارجية إلى طهران.", want: []string{
			"person سامح شكري → Sameh Shoukry, full-name", "reference وزير الخارجية → Sameh Shoukry, role-held", "city طهران → Tehran, listed-name"}},
		{name: "role held by two of those named", text: "قال سيرغي لافروف ذلك لجون كيري. وسافر وزير الخارجية إلى طهران.", want: []string{
			"person سيرغي لافروف → Sergey Lavrov, full-name", "person جون كيري → John Kerry, full-name", "city طهران → Tehran, listed-name"}},
		{name: "his-office", text: "وصل فلاديمير بوتين ووزير دفاعه إلى القاهرة.", want: []string{
			"person فلاديمير بوتين → Vladimir Putin, full-name", "reference وزير دفاعه → Sergei Shoigu, his-office", "city القاهرة → Cairo, listed-name"}},
		{name: "address", text: "استقبل سمو الأمير مشعل بن ماجد الوفد. وقال سموه إنه سعيد.", want: []string{
			"person مشعل بن ماجد → Mishaal bin Majed, full-name", "reference سموه → Mishaal bin Majed, address"}},
		{name: "former minister of another day", text: "كان كيسنجر مستشار الرئيس نيكسون ووزير خارجيته.", want: []string{
			"person كيسنجر → Henry Kissinger, strong-alias", "person نيكسون → Richard Nixon, strong-alias"}},
		{name: "role-errand", text: "غادر مبعوث الأمين العام للأمم المتحدة صنعاء. واليمن ينتظر.", want: []string{
			"reference مبعوث الأمين العام للأمم المتحدة → Ismail Ould Cheikh Ahmed, role-errand",
			"reference الأمين العام للأمم المتحدة → Ban Ki-moon, role-country-date",
			"organization لأمم المتحدة → United Nations, listed-name", "city صنعاء → Sanaa, listed-name", "country اليمن → Yemen, listed-name"}},
		{name: "role of an international body, into which its head runs", text: "وصل رئيس البرلمان العربي.", want: []string{
			"reference رئيس البرلمان العربي → Ahmed Al Jarwan, role-country-date", "organization البرلمان العربي → Arab Parliament, listed-name"}},
		{name: "a head of government of another day", text: "قال شينزو آبي إن رئيس الوزراء في ذلك الوقت أخطأ.", want: []string{
			"person شينزو آبي → Shinzo Abe, full-name"}},
		{name: "earlier mention, former", text: "التقى عبد ربه منصور هادي وعلي عبد الله صالح. وقال الرئيس السابق إنه باق.", want: []string{
			"person عبد ربه منصور هادي → Abdrabbuh Mansour Hadi, full-name", "person علي عبد الله صالح → Ali Abdullah Saleh, full-name",
			"reference الرئيس السابق → Ali Abdullah Saleh, earlier-mention"}},
		{name: "his state is no form of address", text: "قال الأمير محمد بن سلمان إن لكل مواطن في دولته حقوقا.", want: []string{
			"person محمد بن سلمان → Mohammed bin Salman, full-name"}},
		{name: "role-unique-on-date", text: "صرح ولي ولي العهد بذلك.", want: []string{"reference ولي ولي العهد → Mohammed bin Salman, role-unique-on-date"}},
		{name: "bug: role-unique-on-date before another's name", text: "استقبل ولي ولي العهد جون كيري.", want: []string{
			"reference ولي ولي العهد → Mohammed bin Salman, role-unique-on-date", "person جون كيري → John Kerry, full-name"}},
		{name: "another than the man in office, in apposition, English", text: "The Finnish foreign minister, Timo Korpela, spoke.", want: []string{
			"person Timo Korpela → ?, unlisted-name"}},
		{name: "earlier mention of two ministers", text: "قال سيرغي لافروف ذلك لجون كيري. ثم غادر الوزير القاعة.", want: []string{
			"person سيرغي لافروف → Sergey Lavrov, full-name", "person جون كيري → John Kerry, full-name"}},
		{name: "earlier mention told apart by country", text: "قال سيرغي لافروف ذلك لجون كيري. ثم غادر الوزير الروسي القاعة.", want: []string{
			"person سيرغي لافروف → Sergey Lavrov, full-name", "person جون كيري → John Kerry, full-name", "reference الوزير الروسي → Sergey Lavrov, earlier-mention"}},
		{name: "nobody mentioned earlier", text: "غادر الوزير القاعة.", want: nil},
		{name: "role-introduced", day: "none", text: "وصل وزير الزراعة البوليفي كارلوس بن مندوزا. وصرح وزير الزراعة البوليفي بذلك.", want: []string{
			"person كارلوس بن مندوزا → ?, unlisted-name", "reference وزير الزراعة البوليفي → ? كارلوس بن مندوزا, role-introduced"}},
	})
}

// TestThings: countries, bodies and cities.
func TestThings(t *testing.T) {
	check(t, []rule{
		{name: "context, one coalition", text: "شنت طائرات التحالف غارات على داعش في سوريا.", want: []string{
			"organization التحالف → Global Coalition against Daesh, context", "organization داعش → Islamic State, listed-name", "country سوريا → Syria, listed-name"}},
		{name: "context, the other", text: "شنت طائرات التحالف غارات على صنعاء في اليمن.", want: []string{
			"organization التحالف → Saudi-led coalition, context", "city صنعاء → Sanaa, listed-name", "country اليمن → Yemen, listed-name"}},
		{name: "context missing", text: "شنت طائرات التحالف غارات.", want: []string{
			"organization التحالف → Global Coalition against Daesh | Saudi-led coalition, no-evidence"}},
		{name: "weak name with the full one", text: "أعلن تنظيم القاعدة ذلك. ونفت القاعدة غيره.", want: []string{
			"organization تنظيم القاعدة → al-Qaeda, listed-name", "organization القاعدة → al-Qaeda, named-elsewhere"}},
		{name: "weak name alone", text: "تضررت القاعدة والأعمدة.", want: nil},
		{name: "country and city of one name", text: "عاد من تونس.", want: []string{"country تونس → Tunisia, listed-name"}},

		{name: "home, the country most spoken of", text: "أعلنت وزارة الداخلية في بغداد ذلك. والعراق يواجه داعش، ونفت إيران.", want: []string{
			"organization وزارة الداخلية → Iraqi Interior Ministry, context", "city بغداد → Baghdad, listed-name", "country العراق → Iraq, listed-name",
			"organization داعش → Islamic State, listed-name", "country إيران → Iran, listed-name"}},
		{name: "home, two countries as much as each other", text: "قالت وزارة الداخلية ذلك. العراق وإيران جاران.", want: []string{
			"organization وزارة الداخلية → Iranian Interior Ministry | Iraqi Interior Ministry, no-evidence", "country العراق → Iraq, listed-name", "country إيران → Iran, listed-name"}},
		{name: "a ministry of a country whose ministries nobody listed", text: "قالت وزارة التخطيط الماليزية ذلك في السعودية.", want: []string{
			"country السعودية → Saudi Arabia, listed-name"}},
		{name: "the adjective belongs to a government's body", text: "نشرت وكالة الأمن القومي الأميركية ذلك.", want: []string{
			"organization وكالة الأمن القومي الأميركية → National Security Agency, listed-name"}},
		{name: "title-holder", text: "استقبل عضو مجلس الوزراء الدكتور مساعد العيبان الوفد.", want: []string{
			"organization مجلس الوزراء → Council of Ministers of Saudi Arabia, title-holder", "person مساعد العيبان → Musaed al-Aiban, full-name"}},
		{name: "a newspaper by its quotation marks", text: "قال لـ«الشرق الأوسط» إن دول الشرق الأوسط تغيرت.", want: []string{
			"organization الشرق الأوسط → Asharq Al-Awsat, listed-name"}},
		{name: "a city without quotation marks", text: "سافر إلى الرياض بعد أن كتب في «الرياض».", want: []string{
			"city الرياض → Riyadh, listed-name", "organization الرياض → Al Riyadh newspaper, listed-name"}},
		{name: "a common noun before a town", text: "قصفت بلدة عرسال.", want: []string{"city عرسال → Arsal, listed-name"}},
		{name: "a word that is also two towns", text: "مد أياديه البيضاء.", want: nil},
		{name: "the title said again", text: "العراق يعلن النصر على داعش\nقال متحدث ذلك. رابط الخبر: العراق يعلن النصر على داعش", want: []string{
			"country العراق → Iraq, listed-name", "organization داعش → Islamic State, listed-name"}},
		{name: "tags at the foot", text: "عقد الاجتماع في القاهرة.\nسمات مصر السعودية", want: []string{"city القاهرة → Cairo, listed-name"}},

		{name: "metonym", text: "أكدت موسكو أنها لن تتراجع.", want: []string{"city موسكو → Moscow, listed-name, metonym"}},
		{name: "metonym, English", text: "Moscow said it would not retreat.", want: []string{"city Moscow → Moscow, listed-name, metonym"}},
		{name: "metonym that refuses", text: "رفضت أنقرة ذلك.", want: []string{"city أنقرة → Ankara, listed-name, metonym"}},
		{name: "a capital where one is", text: "وصل إلى موسكو.", want: []string{"city موسكو → Moscow, listed-name"}},
		{name: "a capital's people are not its government", text: "رفض سكان أنقرة ذلك.", want: []string{"city أنقرة → Ankara, listed-name"}},
		{name: "no capital", text: "أكدت إسطنبول ذلك.", want: []string{"city إسطنبول → Istanbul, listed-name"}},
	})
}
