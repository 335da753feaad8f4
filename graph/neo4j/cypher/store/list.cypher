// Everybody in the gazetteer.
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
SET e = row.entity
REMOVE e:Person:Organization:Country:City
FOREACH (_ IN CASE row.type WHEN 'person' THEN [1] ELSE [] END | SET e:Person)
FOREACH (_ IN CASE row.type WHEN 'organization' THEN [1] ELSE [] END | SET e:Organization)
FOREACH (_ IN CASE row.type WHEN 'country' THEN [1] ELSE [] END | SET e:Country)
FOREACH (_ IN CASE row.type WHEN 'city' THEN [1] ELSE [] END | SET e:City)
