// Those whom no gazetteer lists, when first spoken of.
UNWIND $ids AS id
MERGE (e:Entity {id: id})
ON CREATE SET e.listed = false
