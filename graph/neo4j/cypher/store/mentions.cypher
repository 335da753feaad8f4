// Where documents name whom.
UNWIND range(0, size($documents) - 1) AS i
MATCH (d:Document {id: $documents[i]})
MATCH (e:Entity {id: $entities[i]})
CREATE (d)-[:MENTIONS {n: size($starts[i]), starts: $starts[i], ends: $ends[i], sentences: $sentences[i]}]->(e)
