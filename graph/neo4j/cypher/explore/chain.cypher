// The shortest chain of people who met, from one to another, over MET_WITH edges.
// $from id = Q58217: the one
// $to id = Q22316: the other
MATCH (one:Entity {id: $from})
USING INDEX SEEK one:Entity(id)
MATCH (other:Entity {id: $to})
USING INDEX SEEK other:Entity(id)
MATCH chain = SHORTEST 1 (one)-[:MET_WITH]-{1,10}(other)
RETURN [p IN nodes(chain) | p.name] AS people, [r IN relationships(chain) | r.meetings] AS meetings, [r IN relationships(chain) | r.last] AS last
