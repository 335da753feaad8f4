// What is counted of pairs at present.
UNWIND $pairs AS pair
MATCH ()-[r:CO_MENTIONED {pair_id: pair}]->()
USING INDEX SEEK r:CO_MENTIONED(pair_id)
RETURN r.pair_id AS pair, r.sentences AS sentences, r.documents AS documents, r.first AS first, r.last AS last
