// Who is named beside somebody, on all days: the edges say so.
MATCH (w:Entity)-[c:CO_MENTIONED]-(e:Entity)
USING INDEX SEEK w:Entity(id)
WHERE w.id IN $who
WITH e, c
ORDER BY c.sentences DESC, e.id
WITH collect({e: e, c: c}) AS rows
WITH size(rows) AS total, CASE WHEN $limit > 0 THEN rows[..$limit] ELSE rows END AS rows
UNWIND rows AS row
WITH row.e AS e, row.c AS c, total
RETURN e.id AS entity, toLower(coalesce([l IN labels(e) WHERE l <> 'Entity'][0], '')) AS type, e.name AS name, e.name_ar AS name_ar,
       c.sentences AS sentences, c.documents AS documents, c.first AS first, c.last AS last, total, 0 AS undated
ORDER BY sentences DESC, entity
