// Who is named beside whom.
MATCH (a:Entity)-[r:CO_MENTIONED]->(b:Entity)
RETURN a.id AS a, b.id AS b, r.sentences AS sentences, r.documents AS documents, r.first AS first, r.last AS last
ORDER BY a, b
