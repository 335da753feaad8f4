package export

import (
	"encoding/xml"
	"slices"
	"strconv"
	"strings"

	"whomet/gazetteer"
	"whomet/graph"
)

// text is s as XML text: what XML cannot hold becomes U+FFFD.
func text(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder does not fail
	return b.String()
}

// graphML is the network of everybody: an edge a pair and kind, co-mentions
// among them.
func graphML(g *Graph, o *out) error {
	o.printf(`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`)
	for _, k := range [][3]string{
		{"node", "label", "string"}, {"node", "name_ar", "string"}, {"node", "type", "string"}, {"node", "listed", "boolean"}, {"node", "iso", "string"}, {"node", "kind", "string"},
		{"edge", "label", "string"}, {"edge", "weight", "int"}, {"edge", "documents", "int"}, {"edge", "first", "string"}, {"edge", "last", "string"},
	} {
		o.printf("<key id=\"%s_%s\" for=\"%[1]s\" attr.name=\"%[2]s\" attr.type=\"%s\"/>\n", k[0], k[1], k[2])
	}
	o.printf("<graph id=\"whomet\" edgedefault=\"undirected\">\n")
	data := func(key, value string) {
		if value != "" {
			o.printf("<data key=\"%s\">%s</data>", key, text(value))
		}
	}
	err := g.Entities(func(e *graph.Entity) error {
		o.printf("<node id=\"%s\">", text(e.ID))
		data("node_label", e.Name)
		data("node_name_ar", e.NameAr)
		data("node_type", string(e.Type))
		data("node_listed", strconv.FormatBool(e.Listed))
		data("node_iso", e.ISO)
		data("node_kind", e.Kind)
		o.printf("</node>\n")
		return nil
	})
	if err != nil {
		return err
	}
	edge := func(kind, a, b string, weight, documents int, first, last gazetteer.Day) {
		o.printf("<edge id=\"%s %s\" source=\"%s\" target=\"%s\">", kind, text(graph.PairID(a, b)), text(a), text(b))
		data("edge_label", kind)
		data("edge_weight", strconv.Itoa(weight))
		data("edge_documents", strconv.Itoa(documents))
		data("edge_first", day(first))
		data("edge_last", day(last))
		o.printf("</edge>\n")
	}
	err = g.Edges(func(e *graph.Edge) error {
		edge(string(e.Kind), e.A, e.B, e.Meetings, e.Documents, e.First, e.Last)
		return nil
	})
	if err != nil {
		return err
	}
	err = g.CoMentions(func(c *graph.CoMention) error {
		edge("CO_MENTIONED", c.A, c.B, c.Sentences, c.Documents, c.First, c.Last)
		return nil
	})
	if err != nil {
		return err
	}
	o.printf("</graph>\n</graphml>\n")
	return nil
}

// gexf is who met whom in time: each edge has the days of its dated meetings as
// spells (of a meeting of several days the first). Everybody who met nobody is
// left out. It is GEXF 1.2, for few readers but Gephi know 1.3; the kind by which
// Gephi keeps parallel edges apart is of 1.3, and others pass over it.
func gexf(g *Graph, o *out) error {
	days := map[string][]string{}
	err := g.Meetings(func(m *graph.Meeting) error {
		if m.Status != "held" || m.From == 0 {
			return nil
		}
		for i, a := range m.Participants {
			for _, b := range m.Participants[i+1:] {
				k := string(graph.EdgeKindOf(m.Mode)) + " " + graph.PairID(min(a, b), max(a, b))
				days[k] = append(days[k], m.From.String())
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	met := map[string]bool{}
	if err := g.Edges(func(e *graph.Edge) error { met[e.A], met[e.B] = true, true; return nil }); err != nil {
		return err
	}
	o.printf(`<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
<graph defaultedgetype="undirected" mode="dynamic" timeformat="date">
<attributes class="node" mode="static"><attribute id="type" title="type" type="string"/><attribute id="name_ar" title="name_ar" type="string"/><attribute id="kind" title="kind" type="string"/></attributes>
<attributes class="edge" mode="static"><attribute id="meetings" title="meetings" type="integer"/><attribute id="documents" title="documents" type="integer"/></attributes>
<nodes>
`)
	value := func(key, value string) {
		if value != "" {
			o.printf("<attvalue for=\"%s\" value=\"%s\"/>", key, text(value))
		}
	}
	err = g.Entities(func(e *graph.Entity) error {
		if !met[e.ID] {
			return nil
		}
		o.printf("<node id=\"%s\" label=\"%s\"><attvalues>", text(e.ID), text(e.Name))
		value("type", string(e.Type))
		value("name_ar", e.NameAr)
		value("kind", e.Kind)
		o.printf("</attvalues></node>\n")
		return nil
	})
	if err != nil {
		return err
	}
	o.printf("</nodes>\n<edges>\n")
	err = g.Edges(func(e *graph.Edge) error {
		id := string(e.Kind) + " " + graph.PairID(e.A, e.B)
		o.printf("<edge id=\"%s\" source=\"%s\" target=\"%s\" kind=\"%s\" label=\"%[4]s\" weight=\"%d\"><attvalues>", text(id), text(e.A), text(e.B), e.Kind, e.Meetings)
		value("meetings", strconv.Itoa(e.Meetings))
		value("documents", strconv.Itoa(e.Documents))
		o.printf("</attvalues>")
		if list := days[id]; len(list) > 0 {
			slices.Sort(list)
			o.printf("<spells>")
			for _, day := range slices.Compact(list) {
				o.printf("<spell start=\"%s\" end=\"%[1]s\"/>", day)
			}
			o.printf("</spells>")
		}
		o.printf("</edge>\n")
		return nil
	})
	if err != nil {
		return err
	}
	o.printf("</edges>\n</graph>\n</gexf>\n")
	return nil
}
