// Search names and aliases by words, in either script.
// $words text = lavrov: what to look for
// $limit number = 10: rows
CALL db.index.fulltext.queryNodes('entity_names', $words) YIELD node, score
RETURN node.id AS entity, node.name AS name, node.name_ar AS name_ar, node.aliases AS aliases, score
ORDER BY score DESC, entity LIMIT $limit
