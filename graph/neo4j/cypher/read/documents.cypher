// Documents in the order of their ids, with all they say.
MATCH (d:Document)
WHERE d.id > $after
WITH d ORDER BY d.id LIMIT $limit
RETURN properties(d) AS document,
       [(d)-[x:MENTIONS]->(e:Entity) | [e.id, x.starts, x.ends, x.sentences]] AS mentions,
       [(d)-[x:MAY_MENTION]->(e:Entity) | [e.id, x.starts, x.texts]] AS ambiguous,
       [(d)-[x:CALLS]->(e:Entity) | [e.id, x.type, x.name, x.name_ar]] AS calls,
       [(d)-[r:REPORTS]->(:Meeting) | properties(r)] AS reports
ORDER BY document.id
