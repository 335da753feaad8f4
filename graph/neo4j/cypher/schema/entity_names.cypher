// Words of names and aliases, in both scripts:
// CALL db.index.fulltext.queryNodes('entity_names', 'lavrov') YIELD node, score
CREATE FULLTEXT INDEX entity_names IF NOT EXISTS FOR (e:Entity) ON EACH [e.name, e.name_ar, e.aliases]
