// A person's itinerary: where he was, on which day, and whom he met there.
// $person id = Q58217: the person
// $from day = : first day, or none
// $to day = : last day, or none
MATCH (w:Entity {id: $person})-[:TOOK_PART]->(m:Meeting)
USING INDEX SEEK w:Entity(id)
WHERE m.status = 'held' AND m.mode <> 'phone' AND m.from IS NOT NULL
  AND ($from IS NULL OR m.to >= $from) AND ($to IS NULL OR m.from <= $to)
MATCH (p:Entity)-[:TOOK_PART]->(m)
WHERE p <> w
WITH m, p ORDER BY p.id
WITH m, collect(p.name) AS met
RETURN m.from AS from, m.to AS to, m.city AS city, m.country AS country, met, m.documents AS documents
ORDER BY from, to, m.id
