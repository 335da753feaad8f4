// Everyone a document speaks of.
CALL () {
  MATCH (:Document)-[r:REPORTS]->(:Meeting)
  UNWIND [r.place, r.claimed_by] AS id
  RETURN collect(DISTINCT id) AS told
}
MATCH (e:Entity)
WHERE EXISTS { (e)<-[:MENTIONS|CALLS]-() } OR EXISTS { (e)-[:TOOK_PART]->() } OR e.id IN told
RETURN e.id AS id, toLower(coalesce([l IN labels(e) WHERE l <> 'Entity'][0], '')) AS type, e.name AS name, e.name_ar AS name_ar, e.listed AS listed, e.iso AS iso, e.kind AS kind,
       [(e)-[:IN_COUNTRY]->(c) | c.id][0] AS country
ORDER BY id
