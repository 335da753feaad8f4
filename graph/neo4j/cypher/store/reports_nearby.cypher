// All reports of meetings in which two took part, around some days.
UNWIND $rows AS row
MATCH (a:Entity {id: row.a})-[:TOOK_PART]->(m:Meeting)<-[:TOOK_PART]-(b:Entity {id: row.b})
USING INDEX SEEK a:Entity(id)
USING INDEX SEEK b:Entity(id)
WHERE m.mode = row.mode AND m.may_from <= row.to AND m.may_to >= row.from
WITH DISTINCT m
MATCH (d:Document)-[r:REPORTS]->(m)
RETURN m.id AS meeting, d.id AS document, d.source AS source, d.published AS published, properties(r) AS report
