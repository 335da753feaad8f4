// One edge of this kind a pair, found by the pair even between two hubs.
CREATE CONSTRAINT spoke_with_pair IF NOT EXISTS FOR ()-[r:SPOKE_WITH]-() REQUIRE r.pair_id IS UNIQUE
