// Pairs named in one sentence for the first time.
UNWIND range(0, size($pairs) - 1) AS i
MATCH (a:Entity {id: $a[i]})
MATCH (b:Entity {id: $b[i]})
CREATE (a)-[:CO_MENTIONED {pair_id: $pairs[i], sentences: $sentences[i], documents: $documents[i], first: $first[i], last: $last[i]}]->(b)
