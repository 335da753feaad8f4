// Claims that are disputed: meetings that one says took place and another denies, with who says what.
// $limit number = 50: rows
MATCH (m:Meeting {disputed: true})
WITH m ORDER BY m.from DESC, m.id
MATCH (d:Document)-[r:REPORTS]->(m)
CALL (m) { MATCH (p:Entity)-[:TOOK_PART]->(m) WITH p ORDER BY p.id RETURN collect(p.name) AS people }
RETURN people, m.from AS day, r.status AS says, coalesce(r.claimed_by_name, d.source) AS who, d.source AS source, d.published AS published, r.quote AS quote
ORDER BY day DESC, m.id, says, d.id LIMIT $limit
