// Who somebody is: what documents call him, how often they name him, and which
// names may mean him.
UNWIND $who AS id
MATCH (e:Entity {id: id})
USING INDEX SEEK e:Entity(id)
CALL (e) {
  OPTIONAL MATCH (d:Document)-[x:MENTIONS]->(e)
  RETURN sum(x.n) AS mentions, count(d) AS documents, min(d.published) AS first, max(d.published) AS last
}
CALL (e) {
  OPTIONAL MATCH (:Document)-[x:MAY_MENTION]->(e)
  UNWIND x.texts AS text
  WITH text, count(*) AS n ORDER BY n DESC, text
  RETURN collect({text: text, mentions: n}) AS ambiguous
}
RETURN e.id AS entity, toLower(coalesce([l IN labels(e) WHERE l <> 'Entity'][0], '')) AS type, e.name AS name, e.name_ar AS name_ar, e.listed AS listed, e.iso AS iso, e.kind AS kind,
       e.listed OR EXISTS { (e)<-[:CALLS]-() } AS known, mentions, documents, first, last, ambiguous,
       COUNT { (e)-[:TOOK_PART]->(m:Meeting) WHERE m.status = 'held' AND m.mode = 'in_person' } AS meetings,
       [(e)-[o:HELD_OFFICE]->(of) | {role: o.role, of: of.name, from: o.from, to: o.to, acting: o.acting}] AS offices
ORDER BY entity
