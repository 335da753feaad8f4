// Meetings by what became of them: the planned, the denied.
CREATE INDEX meeting_status IF NOT EXISTS FOR (m:Meeting) ON (m.status)
