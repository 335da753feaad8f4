package sqlite

import (
	"database/sql"
	"slices"

	"whomet/graph"
)

// beside has a row for each document and entity named in a sentence with :who.
// For one entity the counts are stored; several may stand in one sentence,
// which then counts once.
const (
	besideOne = `
beside (entity, document, sentences, published) AS (
  SELECT b, document, sentences, published FROM comention WHERE a = :who->>0
  UNION ALL
  SELECT a, document, sentences, published FROM comention WHERE b = :who->>0)`

	besideSeveral = `
names (document, n) AS (
  SELECT DISTINCT x.document, x.sentence FROM json_each(:who) w CROSS JOIN mention x ON x.entity = w.value),
named (entity, document, n) AS (
  SELECT DISTINCT y.entity, y.document, s.n
  FROM names
  CROSS JOIN sentence s ON s.document = names.document AND s.n = names.n
  CROSS JOIN mention y ON y.document = s.document AND y.start >= s.start AND y.start < s.stop
  WHERE y.entity NOT IN (SELECT value FROM json_each(:who))),
beside (entity, document, sentences, published) AS (
  SELECT named.entity, named.document, count(*), d.published
  FROM named CROSS JOIN document d ON d.key = named.document CROSS JOIN entity e ON e.key = named.entity
  WHERE substr(e.id, 1, 2) <> 'n:'
  GROUP BY named.entity, named.document)`
)

// near filters documents by day and entities by the office they held on it.
const nearWhere = `
WHERE CASE WHEN :undated THEN p.published IS NULL
      ELSE (:from = '' OR p.published >= :from) AND (:to = '' OR p.published <= :to) END
  AND (:country = '' OR EXISTS (
    SELECT 1 FROM officer o WHERE o.entity = p.entity
      AND (p.published IS NULL OR o.since <= p.published AND (o.until = '' OR o.until > p.published))))`

func (a *asking) near() error {
	rows := graph.Neighbours{}
	a.answer.Rows = rows
	who, err := a.linked(a.q.Who[0])
	if err != nil || len(who) == 0 {
		return err
	}
	with := "WITH " + officers + "," + besideOne
	if len(who) > 1 {
		with = "WITH " + officers + "," + besideSeveral
	}
	args := func(undated bool) []any {
		return slices.Concat(a.bounds(undated), a.officersOf(a.q.Country), []any{sql.Named("who", list(who))})
	}
	err = a.each(func(scan scan) error {
		var n graph.Neighbour
		var first, last sql.NullString
		err := scan(&a.answer.Total, &n.Entity, &n.Type, &n.Name, &n.NameAr, &n.Sentences, &n.Documents, &first, &last)
		n.First, n.Last = text(first), text(last)
		rows = append(rows, n)
		return err
	}, with+`,
row AS (
  SELECT p.entity, sum(p.sentences) AS sentences, count(*) AS documents, min(p.published) AS first, max(p.published) AS last
  FROM beside p `+nearWhere+` GROUP BY p.entity)
SELECT count(*) OVER (), e.id, e.type, e.name, e.name_ar, row.sentences, row.documents, row.first, row.last
FROM row JOIN entity e ON e.key = row.entity
ORDER BY row.sentences DESC, e.id LIMIT :limit`, args(false))
	if err != nil {
		return err
	}
	a.answer.Rows = rows
	if !a.bounded() {
		return nil
	}
	return a.tx.QueryRowContext(a.ctx, with+" SELECT count(DISTINCT document) FROM beside p "+nearWhere, args(true)...).Scan(&a.answer.Undated)
}

// linked is keys without those whom the gazetteer does not list: they are
// nobody's neighbours.
func (a *asking) linked(ids []string) ([]int64, error) {
	return a.keys(slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
		return len(id) >= len(graph.Unlisted) && id[:len(graph.Unlisted)] == graph.Unlisted
	}))
}

// both has a row for each sentence that names one of :who and another of :with.
const both = `
WITH both (document, n, start, stop) AS MATERIALIZED (
  SELECT DISTINCT s.document, s.n, s.start, s.stop
  FROM json_each(:who) w
  CROSS JOIN mention x ON x.entity = w.value
  CROSS JOIN json_each(:with) v
  CROSS JOIN mention y ON y.entity = v.value AND y.document = x.document AND y.sentence = x.sentence
  CROSS JOIN sentence s ON s.document = x.document AND s.n = x.sentence
  WHERE x.entity <> y.entity)`

const bothWhere = `
FROM both b JOIN document d ON d.key = b.document
WHERE CASE WHEN :undated THEN d.published IS NULL
      ELSE (:from = '' OR d.published >= :from) AND (:to = '' OR d.published <= :to) END`

func (a *asking) together() error {
	rows := graph.Sentences{}
	who, err := a.linked(a.q.Who[0])
	if err != nil {
		return err
	}
	with, err := a.linked(a.q.Who[1])
	if err != nil {
		return err
	}
	args := func(undated bool) []any {
		return append(a.bounds(undated), sql.Named("who", list(who)), sql.Named("with", list(with)))
	}
	err = a.each(func(scan scan) error {
		var q graph.Quote
		var published sql.NullString
		var quote []byte
		err := scan(&a.answer.Total, &q.Document, &q.Source, &q.URL, &published, &quote, &q.Start, &q.End)
		q.Published, q.Quote = text(published), string(quote)
		rows = append(rows, q)
		return err
	}, both+`,
row AS MATERIALIZED (
  SELECT count(*) OVER () AS total, d.key, d.id, d.source, d.url, d.published, b.start, b.stop`+bothWhere+`
  ORDER BY d.published DESC, d.id, b.start LIMIT :limit)
SELECT row.total, row.id, row.source, row.url, row.published,
       substr(CAST(t.text AS BLOB), row.start + 1, row.stop - row.start), row.start, row.stop
FROM row JOIN text t ON t.document = row.key
ORDER BY row.published DESC, row.id, row.start`, args(false))
	if err != nil {
		return err
	}
	a.answer.Rows = rows
	if !a.bounded() {
		return nil
	}
	return a.tx.QueryRowContext(a.ctx, both+" SELECT count(DISTINCT d.key)"+bothWhere, args(true)...).Scan(&a.answer.Undated)
}
