// Which country a body belongs to.
UNWIND $rows AS row
MATCH (o:Entity {id: row.id})
USING INDEX SEEK o:Entity(id)
MATCH (k:Entity {id: row.country})
USING INDEX SEEK k:Entity(id)
CREATE (o)-[:PART_OF]->(k)
