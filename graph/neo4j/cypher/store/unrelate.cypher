// Offices and places are written anew for a new gazetteer.
MATCH ()-[r:HELD_OFFICE|IN_COUNTRY|PART_OF]->()
DELETE r
