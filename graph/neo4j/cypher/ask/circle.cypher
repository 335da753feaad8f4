// Whom each of $ring met: people, and whoever stands in $ends. A path is found by
// asking this again and again, ring after ring, from its end to its start. (Over edges
// alone, of meetings held in person on any day, explore/chain finds one at once.)
MATCH (x:Entity)-[:TOOK_PART]->(m:Meeting)
USING INDEX SEEK x:Entity(id)
WHERE x.id IN $ring AND ($status = 'any' OR m.status = $status) AND ($mode = 'any' OR m.mode = $mode)
  AND ($in = '' OR EXISTS {
    (m)-[:IN]->(place) WHERE place.id = $in OR EXISTS { (place)-[:IN_COUNTRY]->(c) WHERE c.id = $in } })
  AND coalesce(($from IS NULL OR m.to >= $from) AND ($to IS NULL OR m.from <= $to), false)
MATCH (y:Entity)-[:TOOK_PART]->(m)
WHERE y <> x AND (y:Person OR y.id IN $ends)
RETURN DISTINCT x.id AS id, y.id AS other
ORDER BY id, other
