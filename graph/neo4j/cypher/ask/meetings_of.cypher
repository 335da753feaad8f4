// The meetings in which all of $names took part, newest first, each with its
// reports. A name is a list of ids; for each there has to be somebody else, for
// nobody meets himself: picked grows by one id a name.
MATCH (w:Entity)-[:TOOK_PART]->(m:Meeting)
USING INDEX SEEK w:Entity(id)
WHERE w.id IN $names[0]
WITH DISTINCT m, [(p)-[:TOOK_PART]->(m) | p.id] AS people
WHERE size(reduce(picked = [[]], ids IN $names |
  reduce(more = [], some IN picked | more + [id IN people WHERE id IN ids AND NOT id IN some | some + [id]]))) > 0
WITH m
WHERE ($status = 'any' OR m.status = $status) AND ($mode = 'any' OR m.mode = $mode)
  AND ($in = '' OR EXISTS {
    (m)-[:IN]->(place) WHERE place.id = $in OR EXISTS { (place)-[:IN_COUNTRY]->(c) WHERE c.id = $in } })
  AND ($country = '' OR EXISTS {
    (p)-[:TOOK_PART]->(m)
    WHERE NOT p.id IN reduce(all = [], ids IN $names | all + ids)
      AND ($country = '' OR EXISTS {
    (p)-[o:HELD_OFFICE]->(of)
    WHERE (of.id = $country OR EXISTS { (of:Organization)-[:PART_OF]->(c) WHERE c.id = $country })
      AND (m.from IS NULL OR coalesce(o.from <= m.to, true) AND coalesce(o.to > m.from, true)) }) })
WITH count(CASE WHEN m.from IS NULL AND ($from IS NOT NULL OR $to IS NOT NULL) THEN 1 END) AS undated,
     collect(CASE WHEN coalesce(($from IS NULL OR m.to >= $from) AND ($to IS NULL OR m.from <= $to), false) THEN m END) AS meetings
CALL (meetings) {
  UNWIND meetings AS m
  WITH m ORDER BY m.from IS NULL, m.from DESC, m.to DESC, m.id
  RETURN collect(m) AS rows
}
WITH undated, size(rows) AS total, CASE WHEN $limit > 0 THEN rows[..$limit] ELSE rows END AS rows
UNWIND CASE WHEN total = 0 THEN [null] ELSE rows END AS m
CALL (m) {
  OPTIONAL MATCH (p:Entity)-[:TOOK_PART]->(m)
  WITH p ORDER BY p.id
  RETURN collect({entity: p.id, type: toLower(coalesce([l IN labels(p) WHERE l <> 'Entity'][0], '')), name: p.name, name_ar: p.name_ar}) AS participants
}
CALL (m) {
  OPTIONAL MATCH (d:Document)-[r:REPORTS]->(m)
  WITH d, r ORDER BY d.published, d.id, r.start, r.id
  RETURN collect({document: d.id, source: d.source, url: d.url, title: d.title, published: d.published, status: r.status, mode: r.mode,
    from: r.from, to: r.to, claimed_by: r.claimed_by, claimed_by_name: r.claimed_by_name, quote: r.quote, start: r.start, end: r.end}) AS reports
}
OPTIONAL MATCH (m)-[:IN]->(place)
RETURN m.id AS meeting, m.status AS status, m.disputed AS disputed, m.mode AS mode, m.from AS from, m.to AS to,
       place.id AS place, m.city AS city, m.country AS country, m.documents AS documents, m.sources AS sources, m.origins AS origins,
       participants, reports, total, undated
ORDER BY m.from IS NULL, m.from DESC, m.to DESC, m.id
