// Entities by the beginning of their id: behind it may stand a title (@) or a document (#).
MATCH (e:Entity)
WHERE e.id = $id OR e.id STARTS WITH $id + '@' OR e.id STARTS WITH $id + '#'
RETURN e.id AS entity, toLower(coalesce([l IN labels(e) WHERE l <> 'Entity'][0], '')) AS type, e.name AS name, e.name_ar AS name_ar
ORDER BY entity
