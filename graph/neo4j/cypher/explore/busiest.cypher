// Who met most people, and in how many meetings.
// $limit number = 20: rows
MATCH (p:Person)-[r:MET_WITH]-(q:Entity)
WITH p, count(q) AS people, max(r.last) AS last
RETURN p.id AS entity, p.name AS name, people, COUNT { (p)-[:TOOK_PART]->(m:Meeting) WHERE m.status = 'held' AND m.mode = 'in_person' } AS meetings, last
ORDER BY people DESC, entity LIMIT $limit
