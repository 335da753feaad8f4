// One edge of this kind a pair, found by the pair even between two hubs.
CREATE CONSTRAINT attended_with_pair IF NOT EXISTS FOR ()-[r:ATTENDED_WITH]-() REQUIRE r.pair_id IS UNIQUE
