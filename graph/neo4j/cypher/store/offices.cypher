// Who held which office. A term known to the year lasts all the days it may have.
UNWIND $rows AS row
MATCH (p:Entity {id: row.person})
USING INDEX SEEK p:Entity(id)
MATCH (of:Entity {id: row.of})
USING INDEX SEEK of:Entity(id)
CREATE (p)-[o:HELD_OFFICE]->(of)
SET o = row.office
