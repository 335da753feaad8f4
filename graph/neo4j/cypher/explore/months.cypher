// Meetings a month: how many were held, announced only, called off, alleged or denied.
// $from day = : first day, or none
// $to day = : last day, or none
MATCH (m:Meeting)
WHERE m.from IS NOT NULL AND ($from IS NULL OR m.to >= $from) AND ($to IS NULL OR m.from <= $to)
WITH date.truncate('month', m.from) AS month, m.status AS status, m.reports AS reports
RETURN month, count(*) AS meetings,
       count(CASE status WHEN 'held' THEN 1 END) AS held, count(CASE WHEN status IN ['planned', 'proposed'] THEN 1 END) AS announced,
       count(CASE status WHEN 'cancelled' THEN 1 END) AS cancelled, count(CASE status WHEN 'alleged' THEN 1 END) AS alleged,
       count(CASE status WHEN 'denied' THEN 1 END) AS denied, sum(reports) AS reports
ORDER BY month
