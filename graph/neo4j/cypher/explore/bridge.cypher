// Who bridged two countries: people who met office holders of both, each while in office.
// $one id = Q159: the one country
// $other id = Q30: the other country
// $limit number = 20: rows
MATCH (one:Entity {id: $one})<-[:PART_OF*0..1]-(of:Entity)<-[o:HELD_OFFICE]-(x:Person)-[:TOOK_PART]->(m:Meeting {status: 'held'})<-[:TOOK_PART]-(p:Person)
USING INDEX SEEK one:Entity(id)
WHERE coalesce(o.from <= coalesce(m.to, o.from), true) AND coalesce(o.to > coalesce(m.from, date()), true)
WITH p, count(DISTINCT m) AS with_one, collect(DISTINCT x.name) AS of_one
MATCH (other:Entity {id: $other})<-[:PART_OF*0..1]-(of:Entity)<-[o:HELD_OFFICE]-(y:Person)-[:TOOK_PART]->(m:Meeting {status: 'held'})<-[:TOOK_PART]-(p)
USING INDEX SEEK other:Entity(id)
WHERE coalesce(o.from <= coalesce(m.to, o.from), true) AND coalesce(o.to > coalesce(m.from, date()), true)
WITH p, with_one, of_one, count(DISTINCT m) AS with_other, collect(DISTINCT y.name) AS of_other
WHERE NOT EXISTS { (p)-[:HELD_OFFICE]->()-[:PART_OF*0..1]->(c) WHERE c.id IN [$one, $other] }
RETURN p.id AS entity, p.name AS name, with_one, of_one, with_other, of_other
ORDER BY with_one + with_other DESC, entity LIMIT $limit
