// Meetings whose reports are divided otherwise now.
UNWIND $ids AS id
MATCH (m:Meeting {id: id})
USING INDEX SEEK m:Meeting(id)
DETACH DELETE m
