package gazetteer

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// layer makes a layer of tables; a row is its filled cells in the order of the
// columns, separated by tabs.
func layer(name string, tables map[string]string) Layer {
	tree := fstest.MapFS{}
	for file, rows := range tables {
		table := "gazetteer/" + file[strings.LastIndex(file, "/")+1:]
		head := strings.Join(columns[table], "\t")
		lines := []string{head}
		for row := range strings.Lines(rows) {
			row = strings.TrimSuffix(row, "\n")
			lines = append(lines, row+strings.Repeat("\t", strings.Count(head, "\t")-strings.Count(row, "\t")))
		}
		tree[file] = &fstest.MapFile{Data: []byte(strings.Join(lines, "\n") + "\n")}
	}
	return Layer{name, tree}
}

func loadLayers(t *testing.T, layers ...Layer) *Gazetteer {
	t.Helper()
	g, err := Load(world(), layers...)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func names(e *Entity) (list []string) {
	for _, a := range e.Aliases {
		list = append(list, a.Text+" "+a.Strength)
	}
	return list
}

func changes(g *Gazetteer, id string) (list []string) {
	for _, c := range g.Changes(id) {
		list = append(list, fmt.Sprintf("%s %s: %q %s -> %q", c.Pos, c.What, c.Old, c.OldPos, c.New))
	}
	return list
}

func equalLists(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n got %q\nwant %q", what, got, want)
	}
}

func TestLayerOverrides(t *testing.T) {
	g := loadLayers(t,
		layer("mine", map[string]string{"people.tsv": "Q58217\t\t\tسيرجي لافروف\tmine\nx:timo\tRU\tTimo Virtanen\t\tmine\n"}),
		layer("yours", map[string]string{"gazetteer/people.tsv": "Q58217\t-\tSergei Lavrov\t\tyours\n"}))
	lavrov, _ := g.Entity("Q58217")
	if lavrov.Name != "Sergei Lavrov" || lavrov.NameAr != "سيرجي لافروف" || lavrov.Country != "" || lavrov.Source != "yours" || len(lavrov.Aliases) != 2 {
		t.Errorf("Q58217 is %+v", lavrov)
	}
	equalLists(t, "changes", changes(g, "Q58217"), []string{
		`mine/people.tsv:2 name_ar: "سيرغي لافروف" gazetteer/people.tsv:3 -> "سيرجي لافروف"`,
		`yours/gazetteer/people.tsv:2 country: "RU" gazetteer/people.tsv:3 -> ""`,
		`yours/gazetteer/people.tsv:2 name_en: "Sergey Lavrov" gazetteer/people.tsv:3 -> "Sergei Lavrov"`,
	})
	var listings []string
	for _, l := range g.Listings("Q58217") {
		listings = append(listings, fmt.Sprintf("%s %s [%s]", l.Pos, l.Source, g.Layer(l.Pos)))
	}
	equalLists(t, "listings", listings, []string{"gazetteer/people.tsv:3 ours []", "mine/people.tsv:2 mine [mine]", "yours/gazetteer/people.tsv:2 yours [yours]"})

	timo, ok := g.Entity("x:timo")
	if !ok || timo.Country != "Q159" || timo.Pos.String() != "mine/people.tsv:3" || len(g.Changes("x:timo")) != 0 {
		t.Errorf("x:timo is %+v", timo)
	}
	if !g.Layered() || load(t, world()).Layered() {
		t.Error("Layered does not tell layers")
	}
}

func TestLayerAdds(t *testing.T) {
	g := loadLayers(t, layer("mine", map[string]string{
		"people-aliases.tsv": "Q58217\tالثعلب\tar\tnickname\tweak\t\t\t\tmine\n",
		"offices.tsv":        "x:h-sharaf\tpress_chief\tYE\t\t2011\t2014\t\t\tmine\n",
		"roles.tsv":          "press_chief\ten\ten\tpress chief\t\n",
	}))
	lavrov, _ := g.Entity("Q58217")
	equalLists(t, "aliases", names(lavrov), []string{"Sergei Lavrov strong", "لافروف strong", "الثعلب weak"})
	if o := g.OfficesOf("x:h-sharaf"); len(o) != 2 || o[1].Role != "press_chief" || o[1].Pos.String() != "mine/offices.tsv:2" {
		t.Errorf("offices %+v", o)
	}
	if p := g.Roles[len(g.Roles)-1]; p.Role != "press_chief" {
		t.Errorf("last pattern %+v", p)
	}
}

func TestLayerTakesAwayNames(t *testing.T) {
	g := loadLayers(t, layer("mine", map[string]string{
		"people-aliases.tsv": "-Q1253\tKi-moon\ten\n-Q58217\tلافروف\tar\n",
	}))
	lavrov, _ := g.Entity("Q58217")
	equalLists(t, "aliases", names(lavrov), []string{"Sergei Lavrov strong"})
	equalLists(t, "surnames", g.Surnames(lavrov), []string{"Lavrov"}) // not لافروف again
	ban, _ := g.Entity("Q1253")
	equalLists(t, "surnames", g.Surnames(ban), []string{"مون"})
	equalLists(t, "changes", changes(g, "Q58217"), []string{`mine/people-aliases.tsv:3 alias: "لافروف" gazetteer/people-aliases.tsv:3 -> ""`})
	equalLists(t, "changes", changes(g, "Q1253"), []string{`mine/people-aliases.tsv:2 alias: "Ki-moon" gazetteer/people.tsv:2 -> ""`})

	// Taken away and given back weaker.
	g = loadLayers(t, layer("mine", map[string]string{
		"people-aliases.tsv": "-Q58217\tلافروف\nQ58217\tلافروف\tar\tsurname\tweak\t\t\t\tmine\n",
	}))
	lavrov, _ = g.Entity("Q58217")
	equalLists(t, "aliases", names(lavrov), []string{"Sergei Lavrov strong", "لافروف weak"})
}

func TestLayerTakesAwayOffices(t *testing.T) {
	g := loadLayers(t, layer("mine", map[string]string{
		"offices.tsv": "-Q58217\tforeign_minister\tRU\nQ58217\tforeign_minister\tRU\t\t2004-03-10\t\t2023-01-01\t\tmine\n",
		"roles.tsv":   "-president\tar\tfixed\n",
	}))
	if o := g.OfficesOf("Q58217"); len(o) != 1 || o[0].From.String() != "2004-03-10" {
		t.Errorf("offices %+v", o)
	}
	equalLists(t, "changes", changes(g, "Q58217"), []string{`mine/offices.tsv:2 office: "foreign_minister RU 2004-03-09 2022-08-03" gazetteer/offices.tsv:3 -> ""`})
	for _, p := range g.Roles {
		if p.Role == "president" {
			t.Errorf("pattern %+v is still there", p)
		}
	}
}

// An entity goes with all that lower layers say of it.
func TestLayerTakesAwayEntities(t *testing.T) {
	g := loadLayers(t, layer("mine", map[string]string{
		"people.tsv":    "-Q58217\n-x:a-mekhlafi\n",
		"cities.tsv":    "-Q649\n",
		"countries.tsv": "-Q805\n",
	}))
	for _, id := range []string{"Q58217", "x:a-mekhlafi", "Q649", "Q805"} {
		if _, ok := g.Entity(id); ok {
			t.Errorf("%s is still there", id)
		}
		if pos, ok := g.TakenAway(id); !ok || !strings.HasPrefix(pos.File, "mine/") {
			t.Errorf("%s is taken away by %v", id, pos)
		}
	}
	if _, ok := g.TakenAway("Q1253"); ok {
		t.Error("Q1253 was not taken away")
	}
	if len(g.Offices) != 1 || g.Offices[0].Person != "Q1253" {
		t.Errorf("offices %+v", g.Offices)
	}
	sharaf, _ := g.Entity("x:h-sharaf")
	if len(sharaf.Aliases) != 0 || sharaf.Country != "" { // whom شرف needs is gone
		t.Errorf("x:h-sharaf is %+v", sharaf)
	}

	// A later layer brings him back.
	g = loadLayers(t, layer("mine", map[string]string{"people.tsv": "-Q58217\n"}),
		layer("yours", map[string]string{"people.tsv": "Q58217\t\tS. Lavrov\t\tyours\n"}))
	if e, ok := g.Entity("Q58217"); !ok || e.Name != "S. Lavrov" || e.NameAr != "" || len(e.Aliases) != 2 {
		t.Errorf("Q58217 is %+v", e)
	}
	if _, ok := g.TakenAway("Q58217"); ok {
		t.Error("Q58217 is back")
	}
}

// Every fault of a layer is told at its own line, all at once.
func TestLayerRefuses(t *testing.T) {
	for _, c := range []struct {
		table, rows string
		want        string // a finding, from its beginning
	}{
		{"people.tsv", "Q58217\tRU\t\t\t\n", "mine/people.tsv:2: no-source"},
		{"people.tsv", "Q58217\tSU\t\t\tmine\n", "mine/people.tsv:2: unknown-reference: country"},
		{"people.tsv", "Q58217\t\t-\t\tmine\n", "mine/people.tsv:2: no-name"},
		{"people.tsv", "Q58217\t\t\tسـيرغي\tmine\n", "mine/people.tsv:2: arabic-letters"},
		{"people.tsv", "Q58217\t\tA B\t\tmine\nQ58217\t\tC D\t\tmine\n", "mine/people.tsv:3: duplicate-id: Q58217 is the id of line 2"},
		{"people.tsv", "Q649\t\tA City\t\tmine\n", "mine/people.tsv:2: duplicate-id: Q649 is the id of gazetteer/cities.tsv:2 already"},
		{"people.tsv", "-Q58218\n", "mine/people.tsv:2: takes-away-nothing"},
		{"countries.tsv", "Q9\tRU\tNew Russia\t\t\t\t\t\t\tmine\n", "mine/countries.tsv:2: duplicate-iso: RU is the code of gazetteer/countries.tsv:2"},
		{"countries.tsv", "Q805\t\t\t\t\t\t\t\tQ649\tmine\n", "mine/countries.tsv:2: capital-abroad"},
		{"countries.tsv", "Q805\t\t\t\tيمنية\t\t\t\t\tmine\n", "mine/countries.tsv:2: bad-nisba"},
		{"people-aliases.tsv", "-Q58217\tلافرو\tar\n", "mine/people-aliases.tsv:2: takes-away-nothing"},
		{"people-aliases.tsv", "-Q58217\tSergey Lavrov\ten\n", "mine/people-aliases.tsv:2: takes-away-nothing: \"Sergey Lavrov\" is the name"},
		{"people-aliases.tsv", "-Q58218\tلافروف\tar\n", "mine/people-aliases.tsv:2: unknown-reference"},
		{"people-aliases.tsv", "Q58217\tSergio\ten\tnickname\toff\t\t\t\tmine\n", "mine/people-aliases.tsv:2: unknown-word: strength"},
		{"offices.tsv", "-Q58217\tforeign_minister\tYE\n", "mine/offices.tsv:2: takes-away-nothing"},
		{"offices.tsv", "Q58217\tspy\tRU\t\t1990\t1991\t\t\tmine\n", "mine/offices.tsv:2: unknown-role"},
		{"poeple.tsv", "\n", "mine/poeple.tsv: unknown-file"},
	} {
		t.Run(c.table+" "+c.rows, func(t *testing.T) {
			_, err := Load(world(), layer("mine", map[string]string{c.table: c.rows}))
			if err == nil || !strings.Contains(err.Error(), "\n\t"+c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
	// Somebody whom this very layer takes away cannot be spoken of in it.
	_, err := Load(world(), layer("mine", map[string]string{
		"people.tsv":         "-Q58217\n",
		"people-aliases.tsv": "Q58217\tSergio\ten\tnickname\tweak\t\t\t\tmine\n",
	}))
	if err == nil || !strings.Contains(err.Error(), "mine/people-aliases.tsv:2: unknown-reference: id: Q58217 is taken away by mine/people.tsv:2") {
		t.Errorf("got %v", err)
	}
}

func TestLayerFolders(t *testing.T) {
	for _, c := range []struct {
		name string
		l    Layer
		want string
	}{
		{"empty", Layer{"mine", fstest.MapFS{"notes.txt": {}}}, "or other table in mine"},
		{"no name", Layer{"", fstest.MapFS{}}, `layer 1 is named ""`},
		{"both", layer("mine", map[string]string{"people.tsv": "", "gazetteer/people.tsv": ""}), "mine/people.tsv: unread-file"},
	} {
		if _, err := Load(world(), c.l); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", c.name, err, c.want)
		}
	}
	// A layer in a folder of the name "gazetteer" is not taken for the lowest.
	g := loadLayers(t, layer("gazetteer", map[string]string{"people.tsv": "x:timo\tRU\tTimo Virtanen\t\tmine\n"}))
	if timo, _ := g.Entity("x:timo"); timo == nil || timo.Pos.String() != "./gazetteer/people.tsv:2" || g.Layer(timo.Pos) != "gazetteer" {
		t.Errorf("x:timo is %+v", timo)
	}
}

func TestLayerChecks(t *testing.T) {
	found, err := Check(world(), testFold, layer("mine", map[string]string{
		"people.tsv":         "x:timo\tRU\tTimo Virtanen\t\tmine\nx:a-timo\tRU\tAnna Timo\t\tmine\n",
		"people-aliases.tsv": "x:timo\tلافروف\tar\tsurname\tstrong\t\t\t\tmine\nQ58217\tSergei Lavrov\ten\tspelling\tstrong\t\t\t\tmine\n",
		"offices.tsv":        "x:timo\tforeign_minister\tRU\t\t2010\t2012\t\t\tmine\n",
	}))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range found {
		got = append(got, f.String())
	}
	equalLists(t, "findings", got, []string{
		"mine/offices.tsv:2: overlapping-terms: overlaps gazetteer/offices.tsv:3: both Q58217 and x:timo hold foreign_minister of RU from 2010-12-31 to 2012-01-01; scope tells rivals, acting tells stand-ins",
		"mine/people-aliases.tsv:2: ambiguous-alias: \"لافروف\" links alone to x:timo and to Q58217 (gazetteer/people-aliases.tsv:3); make it weak or context",
		"mine/people-aliases.tsv:3: warning: redundant-alias: \"Sergei Lavrov\" reads as \"Sergei Lavrov\" of gazetteer/people-aliases.tsv:2",
		"mine/people-aliases.tsv:3: warning: unsorted: the row must stand before line 2 (LC_ALL=C sort)",
		"mine/people.tsv:3: warning: unsorted: the row must stand before line 2 (LC_ALL=C sort)",
	})
}

func TestLayerVersion(t *testing.T) {
	mine := map[string]string{"people.tsv": "x:timo\tRU\tTimo Virtanen\t\tmine\n"}
	bare := load(t, world()).Version
	one := loadLayers(t, layer("mine", mine)).Version
	if one == bare {
		t.Error("a layer does not change the version")
	}
	if moved := loadLayers(t, layer("elsewhere", map[string]string{"gazetteer/people.tsv": mine["people.tsv"]})).Version; moved != one {
		t.Errorf("the same layer in another place has version %s, not %s", moved, one)
	}
	more := layer("more", map[string]string{"people.tsv": "x:timo\tRU\tTimo V\t\tmine\n"})
	ab, ba := loadLayers(t, layer("mine", mine), more).Version, loadLayers(t, more, layer("mine", mine)).Version
	if ab == ba {
		t.Error("the order of layers does not change the version")
	}
}

// Whatever a layer holds, it is refused or laid over the world; what it changed
// stands in it, and nobody is left who refers to somebody gone.
func FuzzLayer(f *testing.F) {
	f.Add("Q58217\t-\t\t\tmine\n-Q1253\t\t\t\t\nx:n\tRU\tN N\t\tmine\n", "-Q58217\tلافروف\t\t\t\t\t\t\t\nx:h-sharaf\tH\ten\tkunya\tweak\t\t\t\tm\n")
	f.Add("-Q58217\t\t\t\t\nQ58217\t\tA B\t\tm\n", "-Q58217\t\t\t\t\t\t\t\t\n")
	f.Add("Q649\t\t\t\t\n-\t\t\t\t\n", "-\t\t\t\t\t\t\t\t\n\x00")
	f.Fuzz(func(t *testing.T, people, aliases string) {
		l := Layer{"mine", fstest.MapFS{
			"people.tsv":         {Data: []byte(strings.Join(columns["gazetteer/people.tsv"], "\t") + "\n" + people)},
			"people-aliases.tsv": {Data: []byte(strings.Join(aliasColumns, "\t") + "\n" + aliases)},
		}}
		g, err := Load(world(), l)
		if err != nil {
			return
		}
		for id, list := range g.history.changes {
			for _, c := range list {
				if g.Layer(c.Pos) != "mine" {
					t.Errorf("%s: change %+v", id, c)
				}
			}
		}
		for _, o := range g.Offices {
			if _, ok := g.Entity(o.Person); !ok {
				t.Errorf("%s holds an office and is gone", o.Person)
			}
		}
		for _, e := range g.Entities {
			for _, a := range e.Aliases {
				for _, id := range a.When {
					if _, ok := g.Entity(id); !ok {
						t.Errorf("alias %+v needs %s, who is gone", a, id)
					}
				}
			}
		}
	})
}
