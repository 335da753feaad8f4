// Dropped from the gazetteer: documents that speak of him still call him as it did.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
USING INDEX SEEK e:Entity(id)
CALL (e) {
  MATCH (d:Document)-[:MENTIONS]->(e) RETURN d
  UNION MATCH (d:Document)-[:REPORTS]->(:Meeting)<-[:TOOK_PART]-(e) RETURN d
  UNION MATCH (d:Document)-[:REPORTS]->(:Meeting)-[:IN]->(e) RETURN d
  UNION MATCH (d:Document)-[r:REPORTS]->(:Meeting) WHERE e.id IN [r.claimed_by, r.place] OR e.id IN r.participants RETURN d
}
CREATE (d)-[:CALLS {type: toLower([l IN labels(e) WHERE l <> 'Entity'][0]), name: e.name, name_ar: e.name_ar}]->(e)
