// What is in the database.
OPTIONAL MATCH (w:Whomet {id: 'whomet'})
RETURN COUNT { (n) } AS nodes, w.schema AS schema, w.gazetteer AS gazetteer, w.pipeline AS pipeline
