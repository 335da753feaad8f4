// One edge of this kind a pair, found by the pair even between two hubs.
CREATE CONSTRAINT co_mentioned_pair IF NOT EXISTS FOR ()-[r:CO_MENTIONED]-() REQUIRE r.pair_id IS UNIQUE
