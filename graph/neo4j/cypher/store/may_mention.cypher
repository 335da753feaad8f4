// Names that were left open, and whom they may mean.
UNWIND range(0, size($documents) - 1) AS i
MATCH (d:Document {id: $documents[i]})
USING INDEX SEEK d:Document(id)
MATCH (e:Entity {id: $entities[i]})
USING INDEX SEEK e:Entity(id)
CREATE (d)-[:MAY_MENTION {starts: $starts[i], texts: $texts[i]}]->(e)
