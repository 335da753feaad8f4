// One writer at a time: the second waits here for the lock of the stamp.
MATCH (w:Whomet {id: 'whomet'})
USING INDEX SEEK w:Whomet(id)
SET w.locked = true
REMOVE w.locked
RETURN w.schema AS schema, w.gazetteer AS gazetteer, w.pipeline AS pipeline
