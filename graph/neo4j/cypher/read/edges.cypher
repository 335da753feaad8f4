// Who met whom.
MATCH (a:Entity)-[r:MET_WITH|SPOKE_WITH|ATTENDED_WITH]->(b:Entity)
RETURN type(r) AS kind, a.id AS a, b.id AS b, r.meetings AS meetings, r.documents AS documents, r.first AS first, r.last AS last
ORDER BY kind, a, b
