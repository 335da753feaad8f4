// The disputed ones are few.
CREATE INDEX meeting_disputed IF NOT EXISTS FOR (m:Meeting) ON (m.disputed)
