// What cannot be, whatever the documents say.
CALL () {
  MATCH (w:Whomet) WITH count(w) AS n WHERE n <> 1
  RETURN 'there are ' + n + ' stamps, and not one' AS fault
  UNION ALL
  MATCH (d:Document)-[x:MENTIONS]->(e:Entity) WITH d, e, count(x) AS n WHERE n > 1
  RETURN 'document ' + d.id + ' mentions ' + e.id + ' ' + n + ' times over' AS fault
  UNION ALL
  MATCH (m:Meeting) WHERE NOT EXISTS { (m)<-[:REPORTS]-(:Document) }
  RETURN 'meeting ' + m.id + ' is told by nobody' AS fault
  UNION ALL
  MATCH (a:Entity)-[r:CO_MENTIONED|MET_WITH|SPOKE_WITH|ATTENDED_WITH]->(b:Entity) WHERE a.id >= b.id
  RETURN 'an edge ' + type(r) + ' goes from the larger id ' + a.id + ' to ' + b.id AS fault
  UNION ALL
  MATCH (n) WHERE NOT (n:Entity OR n:Document OR n:Meeting OR n:Whomet)
  RETURN 'a node with labels ' + reduce(s = '', l IN labels(n) | s + ':' + l) + ' is none of ours' AS fault
}
RETURN fault ORDER BY fault
