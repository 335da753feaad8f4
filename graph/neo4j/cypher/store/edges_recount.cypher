// What was held between two people in one way, counted from the meetings.
UNWIND range(0, size($a) - 1) AS i
MATCH (a:Entity {id: $a[i]})-[:TOOK_PART]->(m:Meeting)<-[:TOOK_PART]-(b:Entity {id: $b[i]})
USING INDEX SEEK a:Entity(id)
USING INDEX SEEK b:Entity(id)
WHERE m.status = 'held' AND m.mode = $modes[i]
MATCH (d:Document)-[:REPORTS]->(m)
RETURN i, count(DISTINCT m) AS meetings, count(DISTINCT d) AS documents, min(m.from) AS first, max(m.to) AS last
