-- The graph as tables. Days are ISO days or NULL, offsets are bytes of the
-- document's text. Tables point at each other by key, a number that means
-- nothing outside this file; what a thing is called everywhere is its id.

-- Who wrote last. One row.
CREATE TABLE stamp (
  one       INTEGER PRIMARY KEY CHECK (one = 1),
  gazetteer TEXT NOT NULL,
  pipeline  TEXT NOT NULL
) STRICT;

-- Everyone a document names, puts into a meeting, or gives as its place or claimant.
CREATE TABLE entity (
  key     INTEGER PRIMARY KEY,
  id      TEXT NOT NULL UNIQUE,
  type    TEXT NOT NULL,
  name    TEXT NOT NULL,
  name_ar TEXT NOT NULL,
  listed  INTEGER NOT NULL, -- in the gazetteer
  iso     TEXT NOT NULL,
  kind    TEXT NOT NULL,
  country TEXT NOT NULL     -- id of the country a city lies in, or ''
) STRICT;

-- A row is the document's done mark: all it says was written with it.
CREATE TABLE document (
  key       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  url       TEXT NOT NULL,
  source    TEXT NOT NULL,
  title     TEXT NOT NULL,
  published TEXT,
  language  TEXT NOT NULL,
  text_hash TEXT NOT NULL,
  gazetteer TEXT NOT NULL,  -- by which it was read
  pipeline  TEXT NOT NULL
) STRICT;
CREATE INDEX document_source ON document (source);
CREATE INDEX document_published ON document (published);

-- Apart from document, so that looking up a day does not drag the text along.
CREATE TABLE text (
  document INTEGER PRIMARY KEY REFERENCES document,
  text     TEXT NOT NULL
) STRICT;

-- What documents call those whom the gazetteer does not list.
CREATE TABLE given_name (
  entity   INTEGER NOT NULL REFERENCES entity,
  document INTEGER NOT NULL REFERENCES document,
  type     TEXT NOT NULL,
  name     TEXT NOT NULL,
  name_ar  TEXT NOT NULL,
  PRIMARY KEY (entity, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX given_name_document ON given_name (document);

CREATE TABLE mention (
  document INTEGER NOT NULL REFERENCES document,
  start    INTEGER NOT NULL,
  stop     INTEGER NOT NULL,
  entity   INTEGER NOT NULL REFERENCES entity,
  sentence INTEGER NOT NULL,
  PRIMARY KEY (document, start, stop, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_entity ON mention (entity, document, sentence);

-- Surfaces left open. The candidate is an id: nobody knows that he was named.
CREATE TABLE ambiguous (
  document  INTEGER NOT NULL REFERENCES document,
  start     INTEGER NOT NULL,
  candidate TEXT NOT NULL,
  text      TEXT NOT NULL,
  PRIMARY KEY (document, start, candidate)
) STRICT, WITHOUT ROWID;
CREATE INDEX ambiguous_candidate ON ambiguous (candidate, text);

-- Sentences that name two linked entities, repeats within a document left out.
CREATE TABLE sentence (
  document INTEGER NOT NULL REFERENCES document,
  n        INTEGER NOT NULL,
  start    INTEGER NOT NULL,
  stop     INTEGER NOT NULL,
  PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;

-- How many of them name both, a document a row; entity a has the smaller id.
-- published is that of the document.
CREATE TABLE comention (
  a         INTEGER NOT NULL REFERENCES entity,
  b         INTEGER NOT NULL REFERENCES entity,
  document  INTEGER NOT NULL REFERENCES document,
  sentences INTEGER NOT NULL,
  published TEXT,
  PRIMARY KEY (a, b, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX comention_b ON comention (b, a, document, sentences, published);

CREATE TABLE meeting (
  key       INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  status    TEXT NOT NULL,
  disputed  INTEGER NOT NULL,
  mode      TEXT NOT NULL,
  day_from  TEXT,
  day_to    TEXT,
  place     INTEGER REFERENCES entity,
  city      TEXT NOT NULL,
  country   TEXT NOT NULL,
  reports   INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  sources   INTEGER NOT NULL,
  origins   INTEGER NOT NULL -- texts behind the reports: copies of one dispatch count once
) STRICT;

CREATE TABLE participant (
  meeting INTEGER NOT NULL REFERENCES meeting,
  entity  INTEGER NOT NULL REFERENCES entity,
  PRIMARY KEY (meeting, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX participant_entity ON participant (entity, meeting);

CREATE TABLE report (
  key          INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  document     INTEGER NOT NULL REFERENCES document,
  meeting      INTEGER NOT NULL REFERENCES meeting,
  status       TEXT NOT NULL,
  mode         TEXT NOT NULL,
  day_from     TEXT,
  day_to       TEXT,
  date_told    INTEGER NOT NULL, -- 0: counted from the stamp, as "yesterday" is
  date_words   TEXT NOT NULL,
  principal    INTEGER NOT NULL REFERENCES entity, -- the two named first, by id
  other_principal INTEGER NOT NULL REFERENCES entity,
  place        INTEGER REFERENCES entity,
  city         TEXT NOT NULL,
  country      TEXT NOT NULL,
  claimed_by   INTEGER REFERENCES entity,
  claimed_name TEXT NOT NULL,
  quote        TEXT NOT NULL,
  start        INTEGER NOT NULL,
  stop         INTEGER NOT NULL,
  rule         TEXT NOT NULL
) STRICT;
CREATE INDEX report_document ON report (document);
CREATE INDEX report_meeting ON report (meeting);
CREATE INDEX report_place ON report (place) WHERE place IS NOT NULL;
CREATE INDEX report_claimed_by ON report (claimed_by) WHERE claimed_by IS NOT NULL;

CREATE TABLE report_participant (
  report INTEGER NOT NULL REFERENCES report,
  entity INTEGER NOT NULL REFERENCES entity,
  PRIMARY KEY (report, entity)
) STRICT, WITHOUT ROWID;

-- Finds the reports that may tell of the same meeting: same two people, same
-- mode, windows (graph.Report.Window, as gazetteer.Day) that touch. Entity a has
-- the smaller key here. Reports without a window are not in it.
CREATE TABLE report_pair (
  a        INTEGER NOT NULL,
  b        INTEGER NOT NULL,
  mode     TEXT NOT NULL,
  win_to   INTEGER NOT NULL,
  report   INTEGER NOT NULL REFERENCES report,
  win_from INTEGER NOT NULL,
  PRIMARY KEY (a, b, mode, win_to, report)
) STRICT, WITHOUT ROWID;

-- Who met whom, each pair once: what was held, by the way it was held.
CREATE VIEW edge (kind, a, b, meetings, documents, first, last) AS
SELECT CASE m.mode WHEN 'in_person' THEN 'MET_WITH' WHEN 'phone' THEN 'SPOKE_WITH' ELSE 'ATTENDED_WITH' END,
       x.id, y.id, count(DISTINCT m.key), count(DISTINCT r.document), min(m.day_from), max(m.day_to)
FROM meeting m
JOIN participant p ON p.meeting = m.key
JOIN participant q ON q.meeting = m.key
JOIN entity x ON x.key = p.entity
JOIN entity y ON y.key = q.entity AND x.id < y.id
JOIN report r ON r.meeting = m.key
WHERE m.status = 'held'
GROUP BY m.mode, x.id, y.id;

-- Who is named beside whom, each pair once.
CREATE VIEW co_mentioned (a, b, sentences, documents, first, last) AS
SELECT x.id, y.id, sum(c.sentences), count(*), min(c.published), max(c.published)
FROM comention c
JOIN entity x ON x.key = c.a
JOIN entity y ON y.key = c.b
GROUP BY c.a, c.b;
