// The circle around an organization: who held an office in it or took part as it, and whom they met.
// $organization id = Q1065: the organization
// $limit number = 20: rows
MATCH (o:Entity {id: $organization})
USING INDEX SEEK o:Entity(id)
CALL (o) {
  MATCH (o)<-[:HELD_OFFICE]-(x:Person) RETURN x
  UNION MATCH (o)-[:TOOK_PART]->(:Meeting) RETURN o AS x
}
MATCH (x)-[:TOOK_PART]->(m:Meeting {status: 'held'})<-[:TOOK_PART]-(p:Entity)
WHERE p <> o AND NOT EXISTS { (p)-[:HELD_OFFICE]->(o) }
RETURN p.id AS entity, p.name AS name, count(DISTINCT m) AS meetings, collect(DISTINCT x.name) AS by_way_of, max(m.to) AS last
ORDER BY meetings DESC, entity LIMIT $limit
