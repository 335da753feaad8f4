// A report is told once.
CREATE CONSTRAINT reports_id IF NOT EXISTS FOR ()-[r:REPORTS]-() REQUIRE r.id IS UNIQUE
