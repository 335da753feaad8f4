// Every meeting.
MATCH (m:Meeting)
RETURN properties(m) AS meeting, [(p)-[:TOOK_PART]->(m) | p.id] AS participants, [()-[r:REPORTS]->(m) | r.id] AS reports,
       [(m)-[:IN]->(p) | p.id][0] AS place
ORDER BY m.id
