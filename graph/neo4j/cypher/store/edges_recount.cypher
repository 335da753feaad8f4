// What was held between somebody and others, in each way, counted from the
// meetings. They are gone through once for all the others: of a few who met often
// each batch touches most pairs.
UNWIND range(0, size($a) - 1) AS i
MATCH (a:Entity {id: $a[i]})-[:TOOK_PART]->(m:Meeting)
USING INDEX SEEK a:Entity(id)
WHERE m.status = 'held'
MATCH (b)-[:TOOK_PART]->(m)
WHERE b.id IN $others[i]
MATCH (d:Document)-[:REPORTS]->(m)
RETURN $a[i] AS a, b.id AS b, m.mode AS mode, count(DISTINCT m) AS meetings, count(DISTINCT d) AS documents, min(m.from) AS first, max(m.to) AS last
