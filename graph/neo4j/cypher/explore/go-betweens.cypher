// Go-betweens: people who met both of two who never met each other.
// $one id = Q10296812: the one
// $other id = Q623802: the other
// $limit number = 20: rows
MATCH (one:Entity {id: $one})-[a:MET_WITH]-(p:Person)-[b:MET_WITH]-(other:Entity {id: $other})
USING INDEX SEEK one:Entity(id)
USING INDEX SEEK other:Entity(id)
WHERE NOT EXISTS { (one)-[:MET_WITH]-(other) }
RETURN p.id AS entity, p.name AS name, a.meetings AS with_one, a.last AS last_with_one, b.meetings AS with_other, b.last AS last_with_other
ORDER BY with_one + with_other DESC, entity LIMIT $limit
