// One edge a pair, from the smaller id to the larger; one without a meeting goes.
UNWIND range(0, size($pairs) - 1) AS i
MATCH (a:Entity {id: $a[i]})
USING INDEX SEEK a:Entity(id)
MATCH (b:Entity {id: $b[i]})
USING INDEX SEEK b:Entity(id)
FOREACH (_ IN CASE WHEN $meetings[i] > 0 THEN [1] ELSE [] END |
  MERGE (a)-[r:ATTENDED_WITH {pair_id: $pairs[i]}]->(b)
  SET r.meetings = $meetings[i], r.documents = $documents[i], r.first = $first[i], r.last = $last[i])
WITH a, b, i
WHERE $meetings[i] = 0
MATCH (a)-[r:ATTENDED_WITH {pair_id: $pairs[i]}]->(b)
DELETE r
