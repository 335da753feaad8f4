// Who told of which meeting, in which words, as what.
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
USING INDEX SEEK d:Document(id)
MATCH (m:Meeting {id: row.meeting})
USING INDEX SEEK m:Meeting(id)
CREATE (d)-[r:REPORTS]->(m)
SET r = row.report
