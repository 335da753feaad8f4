package source

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/mmcdole/gofeed"

	"whomet/ner"
)

// maxFeedDepth is how deep the elements of a feed may be nested.
const maxFeedDepth = 200

var xmlDeclaration = regexp.MustCompile(`^\s*<\?xml[^>]*\?>`)

// feedItems end an item, and what closes a feed behind it.
var feedItems = []struct{ end, rest string }{
	{"</item>", "</channel></rss>"}, {"</item>", "</rdf:RDF>"}, {"</entry>", "</feed>"},
}

// feed reads RSS or Atom: one document an item.
func (f *file) feed(b []byte, m mends) error {
	// It is UTF-8 by now, whatever the declaration says.
	b = xmlDeclaration.ReplaceAll(b, nil)
	b = m.blank(b)
	if err := feedDepth(b); err != nil {
		f.fail(0, "", err)
		return nil
	}
	p := gofeed.NewParser()
	parsed, broken := p.Parse(bytes.NewReader(b))
	for i := 0; broken != nil && parsed == nil && i < len(feedItems); i++ {
		// What is before the cut is whole when it is closed by hand.
		if k := bytes.LastIndex(b, []byte(feedItems[i].end)); k >= 0 {
			whole := string(b[:k+len(feedItems[i].end)]) + feedItems[i].rest
			if again, err := p.ParseString(whole); err == nil {
				parsed = again
			}
		}
	}
	if parsed == nil {
		f.fail(0, "", fmt.Errorf("not a feed that can be read: %w; mend it", broken))
		return nil
	}
	for i, item := range parsed.Items {
		d := &ner.Document{
			ID:       item.GUID,
			URL:      item.Link,
			Source:   strings.TrimSpace(parsed.Title),
			Title:    markupText(item.Title),
			Body:     markupText(item.Content),
			Language: languageOf(parsed.Language),
		}
		if strings.TrimSpace(d.Body) == "" {
			d.Body = markupText(item.Description)
		}
		if strings.TrimSpace(d.Title) == "" && strings.TrimSpace(d.Body) == "" {
			f.fail(i+1, d.ID, errors.New("neither a title nor a text"))
			continue
		}
		// As written first: the parsed time is turned to UTC, which moves the day.
		switch said := item.Published; {
		case said == "" && item.Updated != "":
			date(d, item.Updated)
		default:
			date(d, said)
			if t := item.PublishedParsed; d.Published == 0 && t != nil {
				if day, ok := sane(*t); ok {
					d.Published, d.Warnings = day, nil
				}
			}
		}
		if err := f.emit(d, m); err != nil {
			return err
		}
	}
	if broken != nil {
		f.fail(0, "", fmt.Errorf("the feed is cut or damaged behind item %d (%w); what came before was read", len(parsed.Items), broken))
	} else if len(parsed.Items) == 0 {
		f.fail(0, "", errors.New("the feed has no items"))
	}
	return nil
}

// feedDepth refuses a feed whose elements are nested too deep: parsers of
// extensions recurse.
func feedDepth(b []byte) error {
	d := xml.NewDecoder(bytes.NewReader(b))
	d.Strict = false
	for depth := 0; ; {
		t, err := d.RawToken()
		if err != nil {
			return nil // the parser will say it better
		}
		switch t.(type) {
		case xml.StartElement:
			if depth++; depth > maxFeedDepth {
				return fmt.Errorf("refused: elements nested more than %d deep", maxFeedDepth)
			}
		case xml.EndElement:
			depth--
		}
	}
}
