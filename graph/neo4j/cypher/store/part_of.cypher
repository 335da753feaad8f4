// Which country a body belongs to.
UNWIND $rows AS row
MATCH (o:Entity {id: row.id})
MATCH (k:Entity {id: row.country})
CREATE (o)-[:PART_OF]->(k)
