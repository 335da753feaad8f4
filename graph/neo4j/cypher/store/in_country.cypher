// Which country a city lies in.
UNWIND $rows AS row
MATCH (c:Entity {id: row.id})
USING INDEX SEEK c:Entity(id)
MATCH (k:Entity {id: row.country})
USING INDEX SEEK k:Entity(id)
CREATE (c)-[:IN_COUNTRY]->(k)
