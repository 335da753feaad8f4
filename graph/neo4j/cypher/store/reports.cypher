// Who told of which meeting, in which words, as what.
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
MATCH (m:Meeting {id: row.meeting})
CREATE (d)-[r:REPORTS]->(m)
SET r = row.report
