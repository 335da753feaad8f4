// Who is named beside somebody in documents of some days, or beside any of
// several: counted sentence by sentence, each once.
MATCH (w:Entity)<-[x:MENTIONS]-(d:Document)
USING INDEX SEEK w:Entity(id)
WHERE w.id IN $who
WITH d, collect(x.sentences) AS lists
WITH d, [n IN d.sentences WHERE any(list IN lists WHERE n IN list)] AS named
WHERE size(named) > 0
MATCH (d)-[y:MENTIONS]->(e:Entity)
WHERE NOT e.id IN $who AND NOT e.id STARTS WITH 'n:'
  AND ($country = '' OR EXISTS {
    (e)-[o:HELD_OFFICE]->(of)
    WHERE (of.id = $country OR EXISTS { (of:Organization)-[:PART_OF]->(c) WHERE c.id = $country })
      AND (d.published IS NULL OR coalesce(o.from <= d.published, true) AND coalesce(o.to > d.published, true)) })
WITH d, e, size([n IN named WHERE n IN y.sentences]) AS sentences
WHERE sentences > 0
WITH count(DISTINCT CASE WHEN d.published IS NULL AND ($from IS NOT NULL OR $to IS NOT NULL) THEN d END) AS undated,
     collect(CASE WHEN coalesce(($from IS NULL OR d.published >= $from) AND ($to IS NULL OR d.published <= $to), false)
       THEN {d: d, e: e, sentences: sentences} END) AS named
CALL (named) {
  UNWIND named AS one
  WITH one.e AS e, sum(one.sentences) AS sentences, count(*) AS documents, min(one.d.published) AS first, max(one.d.published) AS last
  ORDER BY sentences DESC, e.id
  RETURN collect({e: e, sentences: sentences, documents: documents, first: first, last: last}) AS rows
}
WITH undated, size(rows) AS total, CASE WHEN $limit > 0 THEN rows[..$limit] ELSE rows END AS rows
UNWIND CASE WHEN total = 0 THEN [null] ELSE rows END AS row
WITH row, row.e AS e, total, undated
RETURN e.id AS entity, toLower(coalesce([l IN labels(e) WHERE l <> 'Entity'][0], '')) AS type, e.name AS name, e.name_ar AS name_ar,
       row.sentences AS sentences, row.documents AS documents, row.first AS first, row.last AS last, total, undated
ORDER BY sentences DESC, entity
