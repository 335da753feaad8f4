// Which documents are there, and by what they were read.
UNWIND $ids AS id
MATCH (d:Document {id: id})
USING INDEX SEEK d:Document(id)
RETURN d.id AS id, d.text_hash AS hash, d.gazetteer AS gazetteer, d.pipeline AS pipeline
