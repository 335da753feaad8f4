// There is one stamp.
CREATE CONSTRAINT whomet_id IF NOT EXISTS FOR (w:Whomet) REQUIRE w.id IS UNIQUE
