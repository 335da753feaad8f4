// What each paper reports: how many of its documents tell of a meeting, of how many meetings, and how many of these no other paper has.
// $limit number = 20: rows
MATCH (d:Document)-[:REPORTS]->(m:Meeting)
WHERE d.source > ''
WITH d.source AS source, count(DISTINCT d) AS documents, collect(DISTINCT m) AS told
RETURN source, documents, size(told) AS meetings, size([m IN told WHERE m.sources = 1]) AS alone
ORDER BY meetings DESC, source LIMIT $limit
