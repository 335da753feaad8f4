// The same, counted anew from the documents.
UNWIND range(0, size($a) - 1) AS i
MATCH (a:Entity {id: $a[i]})<-[x:MENTIONS]-(d:Document)-[y:MENTIONS]->(b:Entity {id: $b[i]})
USING INDEX SEEK a:Entity(id)
USING INDEX SEEK b:Entity(id)
WITH i, d, size([n IN d.sentences WHERE n IN x.sentences AND n IN y.sentences]) AS sentences
WHERE sentences > 0
RETURN i, sum(sentences) AS sentences, count(d) AS documents, min(d.published) AS first, max(d.published) AS last
