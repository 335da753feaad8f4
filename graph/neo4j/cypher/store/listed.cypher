// Everybody who is listed at present.
MATCH (e:Entity)
WHERE e.listed
RETURN e.id AS id
