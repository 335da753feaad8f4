// By what the store was last written.
MATCH (w:Whomet {id: 'whomet'})
RETURN w.schema AS schema, w.gazetteer AS gazetteer, w.pipeline AS pipeline
