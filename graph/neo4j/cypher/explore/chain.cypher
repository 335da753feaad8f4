// The shortest chain of people who met, from one to another, over MET_WITH edges.
// $from id = Q58217: the one
// $to id = Q22316: the other
MATCH chain = SHORTEST 1 (:Entity {id: $from})-[:MET_WITH]-{1,10}(:Entity {id: $to})
RETURN [p IN nodes(chain) | p.name] AS people, [r IN relationships(chain) | r.meetings] AS meetings, [r IN relationships(chain) | r.last] AS last
