// Meetings whose reports are divided otherwise now.
UNWIND $ids AS id
MATCH (m:Meeting {id: id})
DETACH DELETE m
