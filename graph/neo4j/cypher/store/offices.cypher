// Who held which office. A term known to the year lasts all the days it may have.
UNWIND $rows AS row
MATCH (p:Entity {id: row.person})
MATCH (of:Entity {id: row.of})
CREATE (p)-[o:HELD_OFFICE]->(of)
SET o = row.office
