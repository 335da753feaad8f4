// Everybody by the English name, as one types it in Browser.
CREATE INDEX entity_name IF NOT EXISTS FOR (e:Entity) ON (e.name)
