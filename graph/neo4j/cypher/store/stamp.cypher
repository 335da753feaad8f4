// By what the store was last written.
MATCH (w:Whomet {id: 'whomet'})
USING INDEX SEEK w:Whomet(id)
RETURN w.schema AS schema, w.gazetteer AS gazetteer, w.pipeline AS pipeline
