// Pairs named in one sentence for the first time.
UNWIND range(0, size($pairs) - 1) AS i
MATCH (a:Entity {id: $a[i]})
USING INDEX SEEK a:Entity(id)
MATCH (b:Entity {id: $b[i]})
USING INDEX SEEK b:Entity(id)
CREATE (a)-[:CO_MENTIONED {pair_id: $pairs[i], sentences: $sentences[i], documents: $documents[i], first: $first[i], last: $last[i]}]->(b)
