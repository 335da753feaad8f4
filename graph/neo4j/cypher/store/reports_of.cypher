// All reports of meetings.
UNWIND $ids AS id
MATCH (d:Document)-[r:REPORTS]->(m:Meeting {id: id})
USING INDEX SEEK m:Meeting(id)
RETURN m.id AS meeting, d.id AS document, d.source AS source, d.published AS published, properties(r) AS report
