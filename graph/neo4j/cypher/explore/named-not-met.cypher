// Often named in one sentence with somebody, but never said to have met him.
// $person id = Q58217: the person
// $limit number = 20: rows
MATCH (w:Entity {id: $person})-[c:CO_MENTIONED]-(p:Person)
USING INDEX SEEK w:Entity(id)
WHERE NOT EXISTS { (w)-[:TOOK_PART]->(:Meeting)<-[:TOOK_PART]-(p) }
RETURN p.id AS entity, p.name AS name, c.sentences AS sentences, c.documents AS documents, c.first AS first, c.last AS last
ORDER BY sentences DESC, entity LIMIT $limit
