// Documents; the node is the done mark of all they say.
UNWIND $rows AS row
CREATE (d:Document)
SET d = row
