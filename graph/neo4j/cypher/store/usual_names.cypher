// Those whom no gazetteer lists go by the name that most documents give them.
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[c:CALLS]-()
USING INDEX SEEK e:Entity(id)
WHERE NOT e.listed
WITH e, c.type AS type, c.name AS name, c.name_ar AS name_ar, count(*) AS n
ORDER BY n DESC, name, name_ar, type
WITH e, head(collect({type: type, name: name, name_ar: name_ar})) AS usual
SET e.name = usual.name, e.name_ar = usual.name_ar
REMOVE e:Person:Organization:Country:City
FOREACH (_ IN CASE usual.type WHEN 'person' THEN [1] ELSE [] END | SET e:Person)
FOREACH (_ IN CASE usual.type WHEN 'organization' THEN [1] ELSE [] END | SET e:Organization)
FOREACH (_ IN CASE usual.type WHEN 'country' THEN [1] ELSE [] END | SET e:Country)
FOREACH (_ IN CASE usual.type WHEN 'city' THEN [1] ELSE [] END | SET e:City)
