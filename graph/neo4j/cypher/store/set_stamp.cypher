// Who writes.
MERGE (w:Whomet {id: 'whomet'})
SET w.schema = $schema, w.gazetteer = $gazetteer, w.pipeline = $pipeline
