// Until they are filled.
CALL db.awaitIndexes(300)
