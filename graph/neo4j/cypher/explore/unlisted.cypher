// People no gazetteer lists, with most meetings: who should be added to it.
// $limit number = 20: rows
MATCH (p:Person)-[:TOOK_PART]->(m:Meeting)
WHERE NOT p.listed
RETURN p.id AS entity, p.name AS name, p.name_ar AS name_ar, count(m) AS meetings, sum(m.documents) AS documents
ORDER BY meetings DESC, documents DESC, entity LIMIT $limit
