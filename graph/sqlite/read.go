package sqlite

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"whomet/graph"
)

// Read begins a snapshot.
func (s *Store) Read(ctx context.Context) (graph.Reader, error) {
	tx, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, s.explain("read", cause(ctx, err))
	}
	return &reader{Store: s, ctx: ctx, tx: tx}, nil
}

// reader is a snapshot being read.
type reader struct {
	*Store
	ctx context.Context
	tx  *sql.Tx
}

// Close ends the snapshot; a second Close does nothing.
func (r *reader) Close() error {
	if err := r.tx.Rollback(); err != nil && err != sql.ErrTxDone && r.ctx.Err() == nil {
		return r.explain("read", err)
	}
	return nil
}

func (r *reader) each(f func(scan) error, query string, args ...any) error {
	var own error // of f, which is the caller's and no fault of the file
	err := each(r.ctx, r.tx, func(scan scan) error {
		own = f(scan)
		return own
	}, query, args...)
	if own != nil {
		return own
	}
	return r.explain("read", cause(r.ctx, err))
}

// Entities yields everyone a document speaks of, by id.
func (r *reader) Entities(yield func(*graph.Entity) error) error {
	return r.each(func(scan scan) error {
		var e graph.Entity
		if err := scan(&e.ID, &e.Type, &e.Name, &e.NameAr, &e.Listed, &e.ISO, &e.Kind, &e.Country); err != nil {
			return err
		}
		return yield(&e)
	}, "SELECT id, type, name, name_ar, listed, iso, kind, country FROM entity ORDER BY id")
}

// Meetings yields every meeting, by id.
func (r *reader) Meetings(yield func(*graph.Meeting) error) error {
	return r.each(func(scan scan) error {
		var m graph.Meeting
		var from, to sql.NullString
		var participants, reports string
		err := scan(&m.ID, &m.Status, &m.Disputed, &m.Mode, &from, &to, &m.Place.Entity, &m.Place.City, &m.Place.Country,
			&m.Documents, &m.Sources, &m.Origins, &participants, &reports)
		if err != nil {
			return err
		}
		if m.From, err = parseDay(from); err != nil {
			return err
		}
		if m.To, err = parseDay(to); err != nil {
			return err
		}
		m.Participants, m.Reports = unlist(participants), unlist(reports)
		return yield(&m)
	}, `SELECT m.id, m.status, m.disputed, m.mode, m.day_from, m.day_to,
	           coalesce((SELECT id FROM entity WHERE key = m.place), ''), m.city, m.country, m.documents, m.sources, m.origins,
	           (SELECT json_group_array(e.id) FROM participant p JOIN entity e ON e.key = p.entity WHERE p.meeting = m.key),
	           (SELECT json_group_array(r.id) FROM report r WHERE r.meeting = m.key)
	    FROM meeting m ORDER BY m.id`)
}

// Edges yields who met whom, by kind, then A, then B.
func (r *reader) Edges(yield func(*graph.Edge) error) error {
	return r.each(func(scan scan) error {
		var e graph.Edge
		var first, last sql.NullString
		err := scan(&e.Kind, &e.A, &e.B, &e.Meetings, &e.Documents, &first, &last)
		if err != nil {
			return err
		}
		if e.First, err = parseDay(first); err != nil {
			return err
		}
		if e.Last, err = parseDay(last); err != nil {
			return err
		}
		return yield(&e)
	}, "SELECT kind, a, b, meetings, documents, first, last FROM edge ORDER BY kind, a, b")
}

// CoMentions yields who is named beside whom, by A, then B.
func (r *reader) CoMentions(yield func(*graph.CoMention) error) error {
	return r.each(func(scan scan) error {
		var c graph.CoMention
		var first, last sql.NullString
		err := scan(&c.A, &c.B, &c.Sentences, &c.Documents, &first, &last)
		if err != nil {
			return err
		}
		if c.First, err = parseDay(first); err != nil {
			return err
		}
		if c.Last, err = parseDay(last); err != nil {
			return err
		}
		return yield(&c)
	}, "SELECT a, b, sentences, documents, first, last FROM co_mentioned ORDER BY a, b")
}

// atOnce is how many documents are read at once.
const atOnce = 200

// Documents yields every document with all that is kept of it, by id.
func (r *reader) Documents(yield func(*graph.Projection, graph.Stamp) error) error {
	var keys []int64
	err := r.each(func(scan scan) error {
		var key int64
		err := scan(&key)
		keys = append(keys, key)
		return err
	}, "SELECT key FROM document ORDER BY id")
	if err != nil {
		return err
	}
	for some := range slices.Chunk(keys, atOnce) {
		k := &kept{reader: r, keys: list(some), docs: map[int64]*graph.Projection{}, stamps: map[int64]graph.Stamp{}, spoken: map[int64]map[string]bool{}}
		for _, load := range []func() error{k.documents, k.mentions, k.ambiguous, k.sentences, k.pairs, k.reports, k.entities} {
			if err := load(); err != nil {
				return err
			}
		}
		for _, key := range some {
			if err := yield(k.docs[key], k.stamps[key]); err != nil {
				return err
			}
		}
	}
	return nil
}

// kept is documents being read.
type kept struct {
	*reader
	keys   string // of the documents, as the parameter of a json_each
	docs   map[int64]*graph.Projection
	stamps map[int64]graph.Stamp
	spoken map[int64]map[string]bool // ids of the entities each speaks of
}

func (k *kept) documents() error {
	return k.each(func(scan scan) error {
		var key int64
		var d graph.Projection
		st := graph.Stamp{Schema: schemaVersion()}
		var published sql.NullString
		err := scan(&key, &d.ID, &d.URL, &d.Source, &d.Title, &published, &d.Language, &d.TextHash, &st.Gazetteer, &st.Pipeline, &d.Text)
		if err != nil {
			return err
		}
		d.Published, err = parseDay(published)
		k.docs[key], k.stamps[key], k.spoken[key] = &d, st, map[string]bool{}
		return err
	}, `SELECT d.key, d.id, d.url, d.source, d.title, d.published, d.language, d.text_hash, d.gazetteer, d.pipeline, t.text
	    FROM json_each(?) j JOIN document d ON d.key = j.value JOIN text t ON t.document = d.key`, k.keys)
}

func (k *kept) mentions() error {
	return k.each(func(scan scan) error {
		var key int64
		var m graph.Mention
		if err := scan(&key, &m.Start, &m.End, &m.Entity, &m.Sentence); err != nil {
			return err
		}
		k.docs[key].Mentions = append(k.docs[key].Mentions, m)
		k.spoken[key][m.Entity] = true
		return nil
	}, `SELECT m.document, m.start, m.stop, e.id, m.sentence FROM json_each(?) j
	    JOIN mention m ON m.document = j.value JOIN entity e ON e.key = m.entity ORDER BY m.document, m.start, m.stop, e.id`, k.keys)
}

func (k *kept) ambiguous() error {
	return k.each(func(scan scan) error {
		var key int64
		var c graph.Candidate
		err := scan(&key, &c.Start, &c.Entity, &c.Text)
		k.docs[key].Ambiguous = append(k.docs[key].Ambiguous, c)
		return err
	}, `SELECT a.document, a.start, a.candidate, a.text FROM json_each(?) j
	    JOIN ambiguous a ON a.document = j.value ORDER BY a.document, a.start, a.candidate`, k.keys)
}

func (k *kept) sentences() error {
	return k.each(func(scan scan) error {
		var key int64
		var s graph.Sentence
		err := scan(&key, &s.N, &s.Start, &s.End)
		k.docs[key].Sentences = append(k.docs[key].Sentences, s)
		return err
	}, "SELECT s.document, s.n, s.start, s.stop FROM json_each(?) j JOIN sentence s ON s.document = j.value ORDER BY s.document, s.n", k.keys)
}

// pairs finds the pairs by the sentences, as their table is sorted by entity.
func (k *kept) pairs() error {
	return k.each(func(scan scan) error {
		var key int64
		var p graph.Pair
		err := scan(&key, &p.A, &p.B, &p.Sentences)
		k.docs[key].Pairs = append(k.docs[key].Pairs, p)
		return err
	}, `WITH here (document, entity) AS MATERIALIZED (
	      SELECT DISTINCT m.document, m.entity FROM json_each(?) j JOIN mention m ON m.document = j.value)
	    SELECT c.document, x.id, y.id, c.sentences
	    FROM here CROSS JOIN here other ON other.document = here.document
	    CROSS JOIN comention c ON c.a = here.entity AND c.b = other.entity AND c.document = here.document
	    JOIN entity x ON x.key = c.a JOIN entity y ON y.key = c.b ORDER BY c.document, x.id, y.id`, k.keys)
}

func (k *kept) reports() error {
	return k.each(func(scan scan) error {
		var key int64
		var r graph.Report
		var from, to sql.NullString
		var participants string
		err := scan(&key, &r.ID, &r.Status, &r.Mode, &from, &to, &r.DateTold, &r.DateWords, &r.Principals[0], &r.Principals[1],
			&r.Place.Entity, &r.Place.City, &r.Place.Country, &r.ClaimedBy, &r.ClaimedByName, &r.Quote, &r.Start, &r.End, &r.Rule, &participants)
		if err != nil {
			return err
		}
		if r.From, err = parseDay(from); err != nil {
			return err
		}
		if r.To, err = parseDay(to); err != nil {
			return err
		}
		d := k.docs[key]
		r.Document, r.Source, r.Published, r.Participants = d.ID, d.Source, d.Published, unlist(participants)
		d.Reports = append(d.Reports, r)
		for _, id := range slices.Concat(r.Participants, []string{r.Place.Entity, r.ClaimedBy}) {
			k.spoken[key][id] = true
		}
		return nil
	}, `SELECT r.document, r.id, r.status, r.mode, r.day_from, r.day_to, r.date_told, r.date_words, x.id, y.id,
	           coalesce(p.id, ''), r.city, r.country, coalesce(c.id, ''), r.claimed_name, r.quote, r.start, r.stop, r.rule,
	           (SELECT json_group_array(e.id) FROM report_participant q JOIN entity e ON e.key = q.entity WHERE q.report = r.key)
	    FROM json_each(?) j JOIN report r ON r.document = j.value
	    JOIN entity x ON x.key = r.principal JOIN entity y ON y.key = r.other_principal
	    LEFT JOIN entity p ON p.key = r.place LEFT JOIN entity c ON c.key = r.claimed_by ORDER BY r.document, r.id`, k.keys)
}

// entities names everyone the documents speak of: as each document does, or as
// the store does where it is not the document that decides.
func (k *kept) entities() error {
	var ids []string
	for _, spoken := range k.spoken {
		delete(spoken, "")
		for id := range spoken {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	names := map[string]graph.Named{}
	err := k.each(func(scan scan) error {
		var n graph.Named
		err := scan(&n.ID, &n.Type, &n.Name, &n.NameAr)
		names[n.ID] = n
		return err
	}, "SELECT e.id, e.type, e.name, e.name_ar FROM json_each(?) j JOIN entity e ON e.id = j.value", list(slices.Compact(ids)))
	if err != nil {
		return err
	}
	given := map[int64]map[string]graph.Named{}
	err = k.each(func(scan scan) error {
		var key int64
		var n graph.Named
		err := scan(&key, &n.ID, &n.Type, &n.Name, &n.NameAr)
		if given[key] == nil {
			given[key] = map[string]graph.Named{}
		}
		given[key][n.ID] = n
		return err
	}, `SELECT n.document, e.id, n.type, n.name, n.name_ar FROM json_each(?) j
	    JOIN given_name n ON n.document = j.value JOIN entity e ON e.key = n.entity`, k.keys)
	if err != nil {
		return err
	}
	for key, spoken := range k.spoken {
		for id := range spoken {
			n, ok := given[key][id]
			if !ok {
				n = names[id]
			}
			k.docs[key].Entities = append(k.docs[key].Entities, n)
		}
		slices.SortFunc(k.docs[key].Entities, func(a, b graph.Named) int { return strings.Compare(a.ID, b.ID) })
	}
	return nil
}
