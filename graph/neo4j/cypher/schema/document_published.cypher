// The days the store covers, and documents by day.
CREATE INDEX document_published IF NOT EXISTS FOR (d:Document) ON (d.published)
