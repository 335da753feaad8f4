// Planned but never held: meetings announced for a day that has passed, of which no paper says that they came to pass.
// $before day = 2026-01-01: announced for a day before this one
// $limit number = 20: rows
MATCH (m:Meeting)
WHERE m.status IN ['planned', 'proposed'] AND m.from < $before
CALL (m) { MATCH (p:Entity)-[:TOOK_PART]->(m) WITH p ORDER BY p.id RETURN collect(p.name) AS people }
CALL (m) { MATCH (:Document)-[r:REPORTS]->(m) WITH r ORDER BY r.id RETURN head(collect(r.quote)) AS quote }
RETURN m.from AS announced_for, m.status AS status, people, m.city AS city, m.documents AS documents, quote
ORDER BY announced_for DESC, m.id LIMIT $limit
