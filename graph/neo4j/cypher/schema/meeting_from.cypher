// Meetings by day.
CREATE INDEX meeting_from IF NOT EXISTS FOR (m:Meeting) ON (m.from)
