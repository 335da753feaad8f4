// Meetings, with those who took part.
UNWIND $rows AS row
CREATE (m:Meeting)
SET m = row.meeting
WITH m, row
CALL (m, row) {
  UNWIND row.participants AS id
  MATCH (e:Entity {id: id})
  USING INDEX SEEK e:Entity(id)
  CREATE (e)-[:TOOK_PART]->(m)
}
CALL (m, row) {
  MATCH (p:Entity {id: row.place})
  USING INDEX SEEK p:Entity(id)
  CREATE (m)-[:IN]->(p)
}
