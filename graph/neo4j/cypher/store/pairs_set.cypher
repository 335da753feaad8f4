// Pairs whose counts are others now.
UNWIND range(0, size($pairs) - 1) AS i
MATCH ()-[r:CO_MENTIONED {pair_id: $pairs[i]}]->()
USING INDEX SEEK r:CO_MENTIONED(pair_id)
SET r.sentences = $sentences[i], r.documents = $documents[i], r.first = $first[i], r.last = $last[i]
