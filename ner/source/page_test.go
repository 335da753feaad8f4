package source

import (
	"reflect"
	"strings"
	"testing"

	"whomet/gazetteer"
	"whomet/ner"
)

const pageForm = `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
<title>` + titleAr + ` | The paper</title>
<meta property="og:title" content="` + titleAr + `">
<meta property="og:site_name" content="The paper">
<meta property="article:published_time" content="2015-08-04T01:30:00+03:00">
<meta name="date" content="2019-01-01">
<link rel="canonical" href="https://paper.example/news/17">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"` + titleAr + `","datePublished":"2018-01-01"}</script>
<style>p { color: red }</style></head>
<body><form id="aspnetForm">
<header><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/world">العالم</a></li></ul></nav></header>
<div role="navigation"><a href="/x">أخبار أخرى</a> الطقس</div>
<article><h1>` + titleAr + `</h1>
<p>التقى وزير الخارجية المصري سامح شكري،
   اليوم <b>الثلاثاء</b>، نظيره <a href="/j">الأردني</a> ناصر جودة.</p>
<script>var hidden = "no text";</script>
<p>وبحث الجانبان الأوضاع في المنطقة.<br>وأكدا أهمية التعاون&nbsp;بين البلدين &amp; المنطقة.</p>
<p>وكان الوزير قد وصل إلى عمّان مساء أمس على رأس وفد رفيع المستوى، وكان في استقباله عدد من كبار المسؤولين في الوزارة والسفير المصري.</p>
<aside>اقرأ أيضا: خبر آخر لا علاقة له بالموضوع</aside></article>
<footer><p>جميع الحقوق محفوظة للصحيفة</p></footer></form></body></html>`

func TestPage(t *testing.T) {
	g := readBytes(t, Options{}, "x.html", []byte(pageForm))
	if len(g.docs) != 1 || len(g.fails) > 0 {
		t.Fatal(g.failures())
	}
	d := g.docs[0]
	d.ID = ""
	want := ner.Document{
		URL: "https://paper.example/news/17", Source: "The paper", Title: titleAr, Language: "ar", Published: gazetteer.DayOf(2015, 8, 4),
		Body: "التقى وزير الخارجية المصري سامح شكري، اليوم الثلاثاء، نظيره الأردني ناصر جودة.\n" +
			"وبحث الجانبان الأوضاع في المنطقة.\nوأكدا أهمية التعاون\u00a0بين البلدين & المنطقة.\n" +
			"وكان الوزير قد وصل إلى عمّان مساء أمس على رأس وفد رفيع المستوى، وكان في استقباله عدد من كبار المسؤولين في الوزارة والسفير المصري.",
	}
	if !reflect.DeepEqual(d, want) {
		t.Errorf("got  %+q\nwant %+q", d, want)
	}
}

func TestPageHead(t *testing.T) {
	const text = `<article><p>The minister met his counterpart in the capital on Tuesday, and both said that they were content with it.</p></article>`
	tests := []struct {
		name, head, body string
		want             ner.Document
	}{
		{"nothing", "", text, ner.Document{}},
		{"og url", `<meta property="og:url" content="http://www.paper.example/1">`, text, ner.Document{URL: "http://www.paper.example/1", Source: "paper.example"}},
		{"relative canonical", `<link rel="canonical" href="/1">`, text, ner.Document{}},
		{"script url", `<link rel="canonical" href="javascript:alert(1)">`, text, ner.Document{}},
		{"date by name", `<meta name="pubdate" content="Tue, 04 Aug 2015 23:30:00 -0500">`, text, ner.Document{Published: gazetteer.DayOf(2015, 8, 4)}},
		{"date by itemprop", `<meta itemprop="datePublished" content="2015-08-04">`, text, ner.Document{Published: gazetteer.DayOf(2015, 8, 4)}},
		{"date in JSON-LD", `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"","datePublished":"2015-08-04T23:00:00+03:00"}</script>`, text, ner.Document{Published: gazetteer.DayOf(2015, 8, 4)}},
		{"date in the article", "", strings.Replace(text, "<p>", `<time datetime="2015-08-04T08:00">today</time><p>`, 1), ner.Document{Published: gazetteer.DayOf(2015, 8, 4)}},
		{"date beside the article", "", `<div><time datetime="2015-08-04">today</time></div>` + text, ner.Document{}},
		{"heading and title", `<title>The ministers meet in the capital | The paper</title>`, `<article><h1>The ministers meet in the capital</h1>` + text[len("<article>"):], ner.Document{Title: "The ministers meet in the capital"}},
		{"language by meta", `<meta http-equiv="Content-Language" content="en-GB">`, text, ner.Document{Language: "en"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := readBytes(t, Options{}, "x.html", []byte("<html><head>"+tt.head+"</head><body>"+tt.body+"</body></html>"))
			if len(g.docs) != 1 || len(g.fails) > 0 {
				t.Fatal(g.failures())
			}
			d := g.docs[0]
			if !strings.Contains(d.Body, "The minister met his counterpart in the capital on Tuesday") {
				t.Errorf("text %q", d.Body)
			}
			d.ID, d.Body = "", ""
			if !reflect.DeepEqual(d, tt.want) {
				t.Errorf("got %+v, want %+v", d, tt.want)
			}
		})
	}
}

// What is not HTML is not read as HTML.
func TestMarkupText(t *testing.T) {
	for in, want := range map[string]string{
		"plain\n  text":                     "plain\n  text",
		"1 < 2 & 3 > 2":                     "1 < 2 & 3 > 2",
		"<p>a</p>\n<p> b  c</p>":            "a\nb c",
		"AT&amp;T":                          "AT&T",
		"a<br/>b<b>c</b><script>x</script>": "a\nbc",
		"<pre>a\nb</pre>":                   "a\nb",
		"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>": "a b\nc",
		"": "",
	} {
		if got := markupText(in); got != want {
			t.Errorf("markupText(%q) = %q, want %q", in, got, want)
		}
	}
}
