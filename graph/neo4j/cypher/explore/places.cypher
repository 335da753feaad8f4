// Where people meet: places by meetings held there, with the people seen most.
// $limit number = 20: rows
MATCH (m:Meeting {status: 'held'})-[:IN]->(place:Entity)
WITH place, count(m) AS meetings, collect(m) AS held
CALL (held) {
  UNWIND held AS m
  MATCH (p:Person)-[:TOOK_PART]->(m)
  WITH p, count(*) AS n ORDER BY n DESC, p.id LIMIT 5
  RETURN collect(p.name) AS people
}
RETURN place.id AS entity, place.name AS place, meetings, people
ORDER BY meetings DESC, entity LIMIT $limit
