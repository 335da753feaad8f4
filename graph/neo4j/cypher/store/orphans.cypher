// Those whom no gazetteer lists and nobody speaks of any more.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
USING INDEX SEEK e:Entity(id)
WHERE NOT e.listed AND NOT EXISTS { (e)<-[:CALLS|MAY_MENTION]-() }
DELETE e
