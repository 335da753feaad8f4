// What documents call those whom the gazetteer does not list.
UNWIND range(0, size($documents) - 1) AS i
MATCH (d:Document {id: $documents[i]})
USING INDEX SEEK d:Document(id)
MATCH (e:Entity {id: $entities[i]})
USING INDEX SEEK e:Entity(id)
CREATE (d)-[:CALLS {type: $types[i], name: $names[i], name_ar: $names_ar[i]}]->(e)
