// Which country a city lies in.
UNWIND $rows AS row
MATCH (c:Entity {id: row.id})
MATCH (k:Entity {id: row.country})
CREATE (c)-[:IN_COUNTRY]->(k)
