// Whose word it rests on: who claims most meetings, how many of these others report too, and how many are denied.
// $limit number = 20: rows
MATCH (d:Document)-[r:REPORTS]->(m:Meeting)
WHERE r.claimed_by IS NOT NULL OR r.claimed_by_name IS NOT NULL
WITH coalesce(r.claimed_by, '') AS entity, coalesce(r.claimed_by_name, '') AS name, collect(DISTINCT m) AS claimed
RETURN entity, name, size(claimed) AS meetings,
       size([m IN claimed WHERE m.sources > 1]) AS told_by_several_papers, size([m IN claimed WHERE m.disputed]) AS disputed
ORDER BY meetings DESC, entity, name LIMIT $limit
