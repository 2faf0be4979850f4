-- Sign-ins of the holders of keys (docs/decisions/0031-sessions.md). Of a session's secret only a
-- hash is kept, which its key's hash is part of.

CREATE TABLE sessions (
  site_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  key_id TEXT NOT NULL,
  secret_hash TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  PRIMARY KEY (site_id, session_id)
);
-- A cookie names the session before its site is known.
CREATE INDEX sessions_by_id ON sessions (session_id);
CREATE INDEX sessions_by_key ON sessions (site_id, key_id, session_id);
