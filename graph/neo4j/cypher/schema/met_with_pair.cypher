// One edge of this kind a pair, found by the pair even between two hubs.
CREATE CONSTRAINT met_with_pair IF NOT EXISTS FOR ()-[r:MET_WITH]-() REQUIRE r.pair_id IS UNIQUE
