// Whom somebody met: one row a counterpart, most meetings first. Several ids in
// $who are several people who are asked for at once.
MATCH (w:Entity)-[:TOOK_PART]->(m:Meeting)
USING INDEX SEEK w:Entity(id)
WHERE w.id IN $who
WITH DISTINCT m
WHERE ($status = 'any' OR m.status = $status) AND ($mode = 'any' OR m.mode = $mode)
  AND ($in = '' OR EXISTS {
    (m)-[:IN]->(place) WHERE place.id = $in OR EXISTS { (place)-[:IN_COUNTRY]->(c) WHERE c.id = $in } })
MATCH (p:Entity)-[:TOOK_PART]->(m)
WHERE NOT p.id IN $who
  AND ($country = '' OR EXISTS {
    (p)-[o:HELD_OFFICE]->(of)
    WHERE (of.id = $country OR EXISTS { (of:Organization)-[:PART_OF]->(c) WHERE c.id = $country })
      AND (m.from IS NULL OR coalesce(o.from <= m.to, true) AND coalesce(o.to > m.from, true)) })
WITH count(DISTINCT CASE WHEN m.from IS NULL AND ($from IS NOT NULL OR $to IS NOT NULL) THEN m END) AS undated,
     collect(CASE WHEN coalesce(($from IS NULL OR m.to >= $from) AND ($to IS NULL OR m.from <= $to), false) THEN {p: p, m: m} END) AS met
CALL (met) {
  UNWIND met AS one
  WITH one.p AS p, one.m AS m
  WITH p, count(m) AS meetings, min(m.from) AS first, max(m.to) AS last, collect(m) AS all
  ORDER BY meetings DESC, last IS NULL, last DESC, p.id
  RETURN collect({p: p, meetings: meetings, first: first, last: last, all: all}) AS rows
}
WITH undated, size(rows) AS total, CASE WHEN $limit > 0 THEN rows[..$limit] ELSE rows END AS rows
UNWIND CASE WHEN total = 0 THEN [null] ELSE rows END AS row
CALL (row) {
  UNWIND row.all AS m
  MATCH (d:Document)-[:REPORTS]->(m)
  RETURN count(DISTINCT d) AS documents, count(DISTINCT CASE WHEN d.source <> '' THEN d.source END) AS sources
}
WITH row, row.p AS p, documents, sources, total, undated
RETURN p.id AS entity, toLower(coalesce([l IN labels(p) WHERE l <> 'Entity'][0], '')) AS type, p.name AS name, p.name_ar AS name_ar,
       row.meetings AS meetings, documents, sources, row.first AS first, row.last AS last, total, undated
ORDER BY meetings DESC, last IS NULL, last DESC, entity
