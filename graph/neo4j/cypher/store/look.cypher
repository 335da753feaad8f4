// What is in the database.
OPTIONAL MATCH (w:Whomet {id: 'whomet'})
USING INDEX SEEK w:Whomet(id)
RETURN COUNT { (n) } AS nodes, w.schema AS schema, w.gazetteer AS gazetteer, w.pipeline AS pipeline
