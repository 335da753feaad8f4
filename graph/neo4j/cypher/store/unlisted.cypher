// He is nobody's officer any more, and nowhere's city.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
USING INDEX SEEK e:Entity(id)
SET e.listed = false
REMOVE e.iso, e.kind, e.aliases
