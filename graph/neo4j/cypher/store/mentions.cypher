// Where documents name whom.
UNWIND range(0, size($documents) - 1) AS i
MATCH (d:Document {id: $documents[i]})
USING INDEX SEEK d:Document(id)
MATCH (e:Entity {id: $entities[i]})
USING INDEX SEEK e:Entity(id)
CREATE (d)-[:MENTIONS {n: size($starts[i]), starts: $starts[i], ends: $ends[i], sentences: $sentences[i]}]->(e)
