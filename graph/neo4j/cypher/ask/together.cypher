// The sentences that name both, newest document first.
MATCH (w:Entity)<-[x:MENTIONS]-(d:Document)-[y:MENTIONS]->(v:Entity)
USING INDEX SEEK w:Entity(id)
USING INDEX SEEK v:Entity(id)
WHERE w.id IN $who AND v.id IN $with AND w <> v
UNWIND [i IN range(0, size(d.sentences) - 1) WHERE d.sentences[i] IN x.sentences AND d.sentences[i] IN y.sentences] AS i
WITH DISTINCT d, i
WITH count(DISTINCT CASE WHEN d.published IS NULL AND ($from IS NOT NULL OR $to IS NOT NULL) THEN d END) AS undated,
     collect(CASE WHEN coalesce(($from IS NULL OR d.published >= $from) AND ($to IS NULL OR d.published <= $to), false)
       THEN {d: d, i: i} END) AS named
CALL (named) {
  UNWIND named AS one
  WITH one ORDER BY one.d.published IS NULL, one.d.published DESC, one.d.id, one.d.starts[one.i]
  RETURN collect(one) AS rows
}
WITH undated, size(rows) AS total, CASE WHEN $limit > 0 THEN rows[..$limit] ELSE rows END AS rows
UNWIND CASE WHEN total = 0 THEN [null] ELSE rows END AS row
WITH row.d AS d, row.i AS i, total, undated
RETURN d.id AS document, d.source AS source, d.url AS url, d.published AS published,
       d.quotes[i] AS quote, d.starts[i] AS start, d.ends[i] AS end, total, undated
ORDER BY published IS NULL, published DESC, document, start
