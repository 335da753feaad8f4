// Pairs that no sentence names any more.
UNWIND $pairs AS pair
MATCH ()-[r:CO_MENTIONED {pair_id: pair}]->()
USING INDEX SEEK r:CO_MENTIONED(pair_id)
DELETE r
