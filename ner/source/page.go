package source

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"unicode"

	"github.com/go-shiori/go-readability"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"whomet/ner"
)

const (
	// maxPage bounds the bytes of a page: finding the article takes a second for
	// every few megabytes of markup.
	maxPage = 5 << 20
	// maxElements bounds its elements, for the same reason.
	maxElements = 60_000
	// enoughText is how many characters make the first guess of where the
	// article is good enough. A short report is one.
	enoughText = 140
	// maxLinked is the share of the text that may be links. An article has few,
	// a menu or an index page little else.
	maxLinked = 0.5
)

var errNoArticle = errors.New("no article text in the page; if there is one, save it as text")

// page reads the article of an HTML page.
func (f *file) page(b []byte, m mends) error {
	d, err := article(m.blank(b))
	if err != nil {
		f.fail(0, "", err)
		return nil
	}
	return f.emit(d, m)
}

// article finds the article of a page and what the page says of it.
func article(b []byte) (d *ner.Document, err error) {
	// Here somebody else's heuristics meet any markup at all: what they stumble
	// over is one page, not the run.
	defer func() {
		if p := recover(); p != nil {
			d, err = nil, fmt.Errorf("the page cannot be read: %v; save the article as text", p)
		}
	}()
	root, err := html.Parse(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("the page cannot be read: %w; save the article as text", err)
	}
	var head pageHead
	head.collect(root)
	strip(root)
	p := readability.NewParser()
	p.CharThresholds = enoughText
	p.MaxElemsToParse = maxElements
	found, err := p.ParseDocument(root, nil)
	if err != nil {
		return nil, fmt.Errorf("the page cannot be read: %w; save the article as text", err)
	}
	if found.Node == nil {
		return nil, errNoArticle
	}
	all, linked := linkedText(found.Node, false)
	text := textOf(found.Node)
	if text == "" || float64(linked) > maxLinked*float64(all) {
		return nil, errNoArticle
	}
	title := strings.TrimSpace(found.Title)
	// The heading above the text says the title once more, often without the name
	// of the paper behind it.
	if line, rest, ok := strings.Cut(text, "\n"); ok && strings.HasPrefix(title, line) && 2*len(line) > len(title) {
		title, text = line, rest
	}
	d = &ner.Document{
		URL:      head.url(),
		Source:   strings.TrimSpace(found.SiteName),
		Title:    title,
		Body:     text,
		Language: languageOf(head.language),
	}
	if u, err := url.Parse(d.URL); err == nil && d.Source == "" {
		d.Source = strings.TrimPrefix(u.Hostname(), "www.")
	}
	if head.published != "" {
		date(d, head.published)
	} else if t := found.PublishedTime; t != nil { // from JSON-LD
		if day, ok := sane(*t); ok {
			d.Published = day
		}
	}
	return d, nil
}

// pageHead is what a page says of itself outside of its text.
type pageHead struct {
	canonical, ogURL string
	language         string
	published        string
	rank             int // of the place published comes from
}

// publishedMeta are the meta elements that hold the day, the surest first.
var publishedMeta = []string{
	"article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "publish-date",
	"parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "date",
}

func (h *pageHead) collect(n *html.Node) {
	if n.Type == html.ElementNode {
		switch n.DataAtom {
		case atom.Html:
			if h.language = attr(n, "lang"); h.language == "" {
				h.language = attr(n, "xml:lang")
			}
		case atom.Link:
			if h.canonical == "" && strings.EqualFold(attr(n, "rel"), "canonical") {
				h.canonical = attr(n, "href")
			}
		case atom.Meta:
			h.meta(n)
		case atom.Time:
			if inside(n, atom.Article) {
				h.offer(attr(n, "datetime"), len(publishedMeta)+1)
			}
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		h.collect(c)
	}
}

func (h *pageHead) meta(n *html.Node) {
	content := attr(n, "content")
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		name := strings.ToLower(strings.TrimSpace(attr(n, key)))
		if name == "" {
			continue
		}
		for i, p := range publishedMeta {
			if p == name {
				h.offer(content, i+1)
			}
		}
		switch name {
		case "og:url":
			h.ogURL = content
		case "content-language", "og:locale", "language":
			if h.language == "" {
				h.language = content
			}
		}
	}
}

func (h *pageHead) offer(s string, rank int) {
	if strings.TrimSpace(s) != "" && (h.rank == 0 || rank < h.rank) {
		h.published, h.rank = s, rank
	}
}

// url is the address of the page, where it gives a whole one.
func (h *pageHead) url() string {
	for _, s := range []string{h.canonical, h.ogURL} {
		s = strings.TrimSpace(s)
		if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") {
			return s
		}
	}
	return ""
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if strings.EqualFold(a.Key, key) {
			return a.Val
		}
	}
	return ""
}

func inside(n *html.Node, a atom.Atom) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.DataAtom == a {
			return true
		}
	}
	return false
}

// furniture are elements that hold no text of an article, furnitureRoles the
// ARIA roles of such. A form is none: some publishing systems wrap the whole page
// in one.
var (
	furniture = map[atom.Atom]bool{
		atom.Nav: true, atom.Footer: true, atom.Aside: true, atom.Noscript: true, atom.Iframe: true, atom.Style: true,
		atom.Select: true, atom.Button: true, atom.Template: true, atom.Menu: true, atom.Svg: true, atom.Object: true,
	}
	furnitureRoles = map[string]bool{
		"navigation": true, "menu": true, "menubar": true, "search": true, "complementary": true,
		"contentinfo": true, "dialog": true, "alert": true,
	}
)

// strip takes the furniture out of a page. readability takes it out too, but
// puts it back where it finds no article, as on a page that is all menu.
func strip(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.ElementNode && (furniture[c.DataAtom] || furnitureRoles[strings.ToLower(attr(c, "role"))]) {
			n.RemoveChild(c)
		} else {
			strip(c)
		}
		c = next
	}
}

// linkedText counts the characters of the text below n, and those in links.
func linkedText(n *html.Node, linked bool) (all, links int) {
	if n.Type == html.TextNode {
		for _, r := range n.Data {
			if !unicode.IsSpace(r) {
				all++
			}
		}
		if linked {
			links = all
		}
		return all, links
	}
	linked = linked || n.DataAtom == atom.A
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		a, l := linkedText(c, linked)
		all, links = all+a, links+l
	}
	return all, links
}

// inline are the elements that do not end a line.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Big: true, atom.Cite: true, atom.Code: true,
	atom.Data: true, atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Ins: true, atom.Kbd: true,
	atom.Label: true, atom.Mark: true, atom.Q: true, atom.S: true, atom.Samp: true, atom.Small: true, atom.Span: true,
	atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.Tt: true, atom.U: true, atom.Var: true,
	atom.Wbr: true, atom.Img: true,
}

// textOf is the text below n as a browser shows it: one line for each
// paragraph, with white space run together.
func textOf(n *html.Node) string {
	var t textWriter
	t.walk(n, false)
	return t.String()
}

// textWriter writes text with single gaps between its words and lines, and none
// at its ends.
type textWriter struct {
	strings.Builder
	gap byte // what comes before the next character: nothing, a space or a line break
}

func (t *textWriter) set(gap byte) {
	if t.gap != '\n' {
		t.gap = gap
	}
}

func (t *textWriter) walk(n *html.Node, pre bool) {
	switch {
	case n.Type == html.TextNode:
		for i := 0; i < len(n.Data); i++ {
			c := n.Data[i]
			switch {
			case c == '\n' && pre:
				t.set('\n')
				continue
			case isSpace(c), c == '\f':
				t.set(' ')
				continue
			case t.gap != 0 && t.Len() > 0:
				t.WriteByte(t.gap)
			}
			t.gap = 0
			t.WriteByte(c)
		}
		return
	case n.Type == html.ElementNode && !inline[n.DataAtom]:
		switch n.DataAtom {
		case atom.Script, atom.Style, atom.Noscript, atom.Template:
			return
		case atom.Td, atom.Th:
			t.set(' ')
			defer t.set(' ')
		default:
			t.set('\n')
			defer t.set('\n')
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		t.walk(c, pre || n.DataAtom == atom.Pre)
	}
}

var markup = regexp.MustCompile(`<[A-Za-z/!][^<]*>|&(#\w+|\w+);`)

// markupText is the text of a piece of HTML, and any other text as it is.
func markupText(s string) string {
	if !markup.MatchString(s) {
		return s
	}
	n, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return s
	}
	return textOf(n)
}
