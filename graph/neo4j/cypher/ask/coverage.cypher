// What the store covers: how many documents of how many papers, from when to when.
CALL () { MATCH (d:Document) RETURN count(d) AS documents }
CALL () { MATCH (d:Document) WHERE d.source > '' RETURN count(DISTINCT d.source) AS sources }
CALL () { MATCH (d:Document) WHERE d.published IS NOT NULL RETURN min(d.published) AS first, max(d.published) AS last }
RETURN documents, sources, first, last
