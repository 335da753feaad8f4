// How many meetings are left out because nobody knows their day.
MATCH (m:Meeting)
WHERE ($status = 'any' OR m.status = $status) AND ($mode = 'any' OR m.mode = $mode)
  AND ($in = '' OR EXISTS {
    (m)-[:IN]->(place) WHERE place.id = $in OR EXISTS { (place)-[:IN_COUNTRY]->(c) WHERE c.id = $in } })
  AND m.from IS NULL AND ($from IS NOT NULL OR $to IS NOT NULL)
RETURN count(m) AS undated
