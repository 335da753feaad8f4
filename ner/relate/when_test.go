package relate_test

import (
	"fmt"
	"strings"
	"testing"
)

// TestWhen: the day of a meeting told in these words on that day, and the words
// it came from. "told" is a day the text tells, which beats one that is counted
// from the stamp. The 5th of August 2015 is a Wednesday.
func TestWhen(t *testing.T) {
	const (
		met  = "التقى جون كيري سيرغي لافروف %s."
		will = "سيلتقي جون كيري سيرغي لافروف %s."
		en   = "John Kerry met Sergey Lavrov %s."
		enW  = "John Kerry will meet Sergey Lavrov %s."
	)
	const wed = "2015-08-05"
	for _, c := range []struct{ day, text, words, want string }{
		// counted from the stamp, over the ends of months and years
		{wed, met, "أمس", "2015-08-04 أمس"},
		{"2015-08-01", met, "أمس", "2015-07-31 أمس"},
		{"2016-01-01", met, "أمس", "2015-12-31 أمس"},
		{"2016-03-01", met, "أمس", "2016-02-29 أمس"},
		{"2015-03-01", met, "أمس", "2015-02-28 أمس"},
		{wed, met, "أول من أمس", "2015-08-03 أول من أمس"},
		{wed, met, "اليوم", "2015-08-05 اليوم"},
		{"2015-12-31", will, "غدا", "2016-01-01 غدا"},
		{wed, will, "بعد غد", "2015-08-07 بعد غد"},
		{wed, en, "yesterday", "2015-08-04 yesterday"},
		{"", met, "أمس", "no day"},

		// a weekday beats the stamp
		{wed, met, "أمس الثلاثاء", "2015-08-04 أمس الثلاثاء told"},
		{wed, met, "أمس الاثنين", "2015-08-03 أمس الاثنين told"},
		{"2015-08-06", met, "أمس الثلاثاء", "2015-08-04 أمس الثلاثاء told"}, // stamped a day late
		{"bug: " + "2015-08-06", met, "أمس (الثلاثاء)", "2015-08-04 أمس (الثلاثاء) told"},

		// weekdays: before the stamp for what was, behind it for what is to come
		{wed, met, "الثلاثاء", "2015-08-04 الثلاثاء told"},
		{wed, met, "الخميس", "2015-07-30 الخميس told"},
		{wed, met, "يوم الاثنين الماضي", "2015-08-03 الاثنين الماضي told"},
		{wed, will, "الخميس", "2015-08-06 الخميس told"},
		{wed, will, "الخميس المقبل", "2015-08-06 الخميس المقبل told"},
		{wed, will, "الثلاثاء", "2015-08-11 الثلاثاء told"},
		{"2015-12-30", will, "الجمعة", "2016-01-01 الجمعة told"},
		{wed, en, "on Tuesday", "2015-08-04 Tuesday told"},
		{wed, enW, "on Thursday", "2015-08-06 Thursday told"},
		{"", en, "on Tuesday", "no day"},
		// the weekday of the stamp itself
		{wed, met, "الأربعاء", "2015-08-05 الأربعاء told"},
		{wed, met, "الأربعاء الماضي", "2015-07-29 الأربعاء الماضي told"},
		{wed, will, "الأربعاء", "2015-08-05 الأربعاء told"},
		{wed, will, "الأربعاء المقبل", "2015-08-12 الأربعاء المقبل told"},
		{wed, en, "on Wednesday", "2015-08-05 Wednesday told"},
		{wed, enW, "on Wednesday", "2015-08-05 Wednesday told"},
		{"bug: " + wed, en, "last Wednesday", "2015-07-29 last Wednesday told"},
		{"bug: " + wed, enW, "next Wednesday", "2015-08-12 next Wednesday told"},

		// weeks, months and years are intervals
		{wed, met, "الأسبوع الماضي", "2015-07-27/2015-08-02 الأسبوع الماضي"},
		{"2015-08-03", met, "الأسبوع الماضي", "2015-07-27/2015-08-02 الأسبوع الماضي"}, // a Monday
		{"2015-08-02", met, "الأسبوع الماضي", "2015-07-20/2015-07-26 الأسبوع الماضي"}, // a Sunday
		{wed, will, "الأسبوع المقبل", "2015-08-10/2015-08-16 الأسبوع المقبل"},
		{wed, met, "الشهر الماضي", "2015-07-01/2015-07-31 الشهر الماضي"},
		{"2016-01-15", met, "الشهر الماضي", "2015-12-01/2015-12-31 الشهر الماضي"},
		{"2016-03-31", met, "الشهر الماضي", "2016-02-01/2016-02-29 الشهر الماضي"},
		{"2015-12-15", will, "الشهر المقبل", "2016-01-01/2016-01-31 الشهر المقبل"},
		{wed, met, "العام الماضي", "2014-01-01/2014-12-31 العام الماضي"},
		{wed, en, "last week", "2015-07-27/2015-08-02 last week"},
		{wed, enW, "next week", "2015-08-10/2015-08-16 next week"},
		{wed, en, "last month", "2015-07-01/2015-07-31 last month"},
		{wed, en, "last year", "2014-01-01/2014-12-31 last year"},

		// dates
		{wed, met, "في 3 آب", "2015-08-03 3 آب told"},
		{wed, met, "في ٣ آب ٢٠١٥", "2015-08-03 ٣ آب ٢٠١٥ told"},
		{wed, met, "في 3 آب (أغسطس) 2015", "2015-08-03 3 آب (أغسطس) 2015 told"},
		{wed, met, "في 3 آب/أغسطس", "2015-08-03 3 آب/أغسطس told"},
		{wed, met, "في 3/8/2015", "2015-08-03 3/8/2015 told"},
		{wed, met, "في 3-8-2015", "2015-08-03 3-8-2015 told"},
		{"", met, "في 3 آب 2015", "2015-08-03 3 آب 2015 told"},
		{"", met, "في 3 آب", "no day"},
		{wed, en, "on August 3", "2015-08-03 August 3 told"},
		{wed, en, "on 3 August 2015", "2015-08-03 3 August 2015 told"},
		{wed, en, "on August 3, 2015", "2015-08-03 August 3, 2015 told"},
		{"", en, "on August 3, 2015", "2015-08-03 August 3, 2015 told"},
		{wed, en, "on Aug. 3", "2015-08-03 Aug. 3 told"},
		{"bug: " + wed, en, "on the 3rd of August", "2015-08-03 3rd of August told"},
		// without a year: the last such day for what was, the next for what is to come
		{"2015-01-05", met, "في 28 ديسمبر", "2014-12-28 28 ديسمبر told"},
		{"2015-01-05", met, "في 28 كانون الأول (ديسمبر) الماضي", "2014-12-28 28 كانون الأول (ديسمبر) الماضي told"},
		{"2015-12-28", will, "في 3 يناير", "2016-01-03 3 يناير told"},
		{"2015-01-05", en, "on December 28", "2014-12-28 December 28 told"},
		{"2015-12-28", enW, "on January 3", "2016-01-03 January 3 told"},
		// days that are not
		{wed, met, "في 31 نيسان", "no day"},
		{wed, met, "في 31 أبريل 2015", "no day"},
		{wed, met, "في 31/4/2015", "no day"},
		{wed, en, "on April 31", "no day"},
		{wed, en, "on April 31, 2015", "no day"},
		{wed, met, "في 3/13/2015", "no day"},
		// the leap day
		{"2016-03-05", met, "في 29 شباط", "2016-02-29 29 شباط told"},
		{"2016-03-05", en, "on February 29", "2016-02-29 February 29 told"},
		{"2015-03-05", met, "في 29 شباط", "no day"},
		{"2015-03-05", en, "on February 29", "no day"},
		// Hijri, by the calendar of Umm al-Qura
		{wed, met, "في 15 شوال 1436", "2015-07-31 15 شوال 1436 told"},
		{"2015-10-20", met, "في 1 محرم 1437", "2015-10-14 1 محرم 1437 told"},
		{"2015-10-20", met, "في 29 ذي الحجة 1436", "2015-10-12 29 ذي الحجة 1436 told"},
		{wed, met, "في 30 رمضان 1436", "no day"}, // it had 29 days
		{wed, met, "في 15 شوال", "no day"},

		// months and years by themselves
		{wed, met, "في أيار الماضي", "2015-05-01/2015-05-31 أيار الماضي told"},
		{wed, met, "في أيلول الماضي", "2014-09-01/2014-09-30 أيلول الماضي told"},
		{wed, will, "في أيلول المقبل", "2015-09-01/2015-09-30 أيلول المقبل told"},
		{wed, will, "في سبتمبر/أيلول المقبل", "2015-09-01/2015-09-30 سبتمبر/أيلول المقبل told"},
		{wed, will, "في شباط المقبل", "2016-02-01/2016-02-29 شباط المقبل told"},
		{wed, met, "في أيار 2014", "2014-05-01/2014-05-31 أيار 2014 told"},
		{wed, met, "عام 2014", "2014-01-01/2014-12-31 2014 told"},
		{wed, en, "in May 2014", "2014-05-01/2014-05-31 May 2014 told"},
		{wed, en, "in May", "2015-05-01/2015-05-31 May told"},
		{wed, enW, "in September", "2015-09-01/2015-09-30 September told"},
		{wed, en, "in 2014", "2014-01-01/2014-12-31 2014 told"},
		{"bug: " + wed, en, "last May", "2015-05-01/2015-05-31 last May told"},

		// a day of something else
		{wed, "قال جون كيري أمس إنه التقى سيرغي لافروف%s.", "", "no day"},
		{wed, "قال جون كيري أمس إنه التقى سيرغي لافروف %s.", "الاثنين", "2015-08-03 الاثنين told"},
		{wed, "John Kerry said on Tuesday that he met Sergey Lavrov%s.", "", "no day"},
		{wed, "لندن، 4 آب: التقى جون كيري سيرغي لافروف%s.", "", "no day"},
		{wed, "MOSCOW, Aug 4 - John Kerry met Sergey Lavrov%s.", "", "no day"},
		{wed, "التقى جون كيري سيرغي لافروف %s، وقال مصدر الثلاثاء إن اللقاء طال.", "أول من أمس", "2015-08-03 أول من أمس"},
		{wed, "التقى جون كيري %s سيرغي لافروف.", "أمس", "2015-08-04 أمس"},
		{wed, "أمس التقى جون كيري سيرغي لافروف%s.", "", "2015-08-04 أمس"},
		{wed, "التقى جون كيري سيرغي لافروف%s.", "", "no day"}, // never the stamp itself
	} {
		day, bug := strings.CutPrefix(c.day, "bug: ")
		text := fmt.Sprintf(c.text, c.words)
		name := ""
		if bug {
			name = "bug: "
		}
		check(t, []telling{{name + day + " " + text, text, c.want}}, func(t *testing.T, text string) string {
			meetings, _ := read(t, day, text)
			if len(meetings) != 1 {
				return fmt.Sprintf("%d meetings", len(meetings))
			}
			m := &meetings[0]
			if m.Date == nil || m.DateOrigin == nil {
				if m.Date != nil || m.DateOrigin != nil || m.DateTold {
					t.Error("a day without its words, or words without a day")
				}
				return "no day"
			}
			out := *m.Date + " " + *m.DateOrigin
			if m.DateTold {
				out += " told"
			}
			return out
		})
	}
}
