// What a document said, as far as others have to be told that it is gone.
UNWIND $ids AS id
MATCH (d:Document {id: id})
USING INDEX SEEK d:Document(id)
RETURN d.published AS published, d.sentences AS sentences,
       [(d)-[x:MENTIONS]->(e:Entity) | [e.id, x.sentences]] AS mentions,
       [(d)-[:CALLS|MAY_MENTION]->(e:Entity) | e.id] AS called,
       [(d)-[:REPORTS]->(m:Meeting) | m.id] AS meetings
