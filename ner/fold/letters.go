package fold

// letters maps what decomposition leaves as it is.
var letters = map[rune]string{
	// One letter, several spellings.
	'\u0671': "\u0627", // ٱ → ا
	'\u0649': "\u064a", // ى → ي: السيسى
	'\u0629': "\u0647", // ة → ه: انقره

	// The same letters as Persian and Urdu keyboards type them.
	'\u06cc': "\u064a", // ی → ي
	'\u06d2': "\u064a", // ے → ي
	'\u06a9': "\u0643", // ک → ك
	'\u06aa': "\u0643", // ڪ → ك
	'\u06c1': "\u0647", // ہ → ه
	'\u06be': "\u0647", // ھ → ه
	'\u06c3': "\u0647", // ۃ → ه
	'\u06d5': "\u0647", // ە → ه (and ۀ, which decomposes to it)

	// Letters that Arabic lacks, as the press writes them.
	'\u067e': "\u0628", // پ → ب: پوتين, بوتين
	'\u0686': "\u062c", // چ → ج
	'\u0698': "\u062c", // ژ → ج: روژآفا, روج آفا
	'\u06a4': "\u0641", // ڤ → ف: لاڤروف, لافروف
	'\u06a5': "\u0641", // ڥ → ف
	'\u06a8': "\u0642", // ڨ → ق: Tunisian ڨفصة, قفصة
	// گ is غ or ج in other countries; but the papers that print it are mostly
	// Iraqi, where whoever lacks the key types ك. Other spellings are aliases.
	'\u06af': "\u0643", // گ → ك
	'\u06ad': "\u0643", // ڭ → ك
	'\u0763': "\u0643", // ݣ → ك: Moroccan

	// Kurdish and Urdu.
	'\u06ce': "\u064a", // ێ → ي
	'\u06d0': "\u064a", // ې → ي
	'\u06cd': "\u064a", // ۍ → ي
	'\u06c6': "\u0648", // ۆ → و
	'\u06c7': "\u0648", // ۇ → و
	'\u06cb': "\u0648", // ۋ → و
	'\u0695': "\u0631", // ڕ → ر
	'\u0691': "\u0631", // ڑ → ر
	'\u06b5': "\u0644", // ڵ → ل
	'\u0679': "\u062a", // ٹ → ت
	'\u0688': "\u062f", // ڈ → د
	'\u06ba': "\u0646", // ں → ن

	'\u0660': "0", '\u0661': "1", '\u0662': "2", '\u0663': "3", '\u0664': "4",
	'\u0665': "5", '\u0666': "6", '\u0667': "7", '\u0668': "8", '\u0669': "9",
	'\u06f0': "0", '\u06f1': "1", '\u06f2': "2", '\u06f3': "3", '\u06f4': "4",
	'\u06f5': "5", '\u06f6': "6", '\u06f7': "7", '\u06f8': "8", '\u06f9': "9",

	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ı': "i", 'ł': "l",
	'đ': "d", 'ð': "d", 'þ': "th", 'ħ': "h", 'ŧ': "t",
}
