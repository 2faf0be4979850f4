-- What the engine asks of the record, and findings of rules that are only watched.

-- The action that a rule in mode `observe` would have led to; null for a rule that is in force.
ALTER TABLE findings ADD COLUMN observed_action TEXT;
CREATE INDEX findings_by_rule ON findings (site_id, rule, decision_id, outcome);

-- The part of the publication that a thread belongs to; a policy may have settings for it.
ALTER TABLE threads ADD COLUMN section TEXT;

-- The name as blocks compare it, to find namesakes. Empty until the author posts again.
ALTER TABLE authors ADD COLUMN folded_name TEXT NOT NULL DEFAULT '';
CREATE INDEX authors_by_folded_name ON authors (site_id, folded_name);

-- Texts that come back with small changes: a sketch to compare, and two keys by which the few
-- comments worth comparing are found. Null for texts that are too short.
ALTER TABLE comments ADD COLUMN sketch TEXT;
ALTER TABLE comments ADD COLUMN near_key_1 TEXT;
ALTER TABLE comments ADD COLUMN near_key_2 TEXT;
CREATE INDEX comments_by_near_key_1 ON comments (site_id, near_key_1, received_at)
  WHERE near_key_1 IS NOT NULL;
CREATE INDEX comments_by_near_key_2 ON comments (site_id, near_key_2, received_at)
  WHERE near_key_2 IS NOT NULL;

-- Readers' complaints. One reader counts once for each comment. The author, and when the comment
-- came in, are the comment's own: an author's record is read without looking at the comments.
CREATE TABLE reports (
  site_id TEXT NOT NULL,
  report_id TEXT NOT NULL,
  comment_id TEXT NOT NULL,
  -- What the reader saw; an approval of a later version has dealt with the report.
  comment_version INTEGER NOT NULL,
  comment_received_at TEXT NOT NULL,
  author_id TEXT NOT NULL,
  reporter_external_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  text TEXT,
  created_at TEXT NOT NULL,
  PRIMARY KEY (site_id, report_id)
);
CREATE UNIQUE INDEX reports_by_reporter ON reports (site_id, comment_id, reporter_external_id);
CREATE INDEX reports_by_comment ON reports (site_id, comment_id, report_id);
CREATE INDEX reports_by_author ON reports (site_id, author_id, comment_received_at);

-- What came in and what was decided within a time: for replays and for the precision of rules.
CREATE INDEX comments_by_time ON comments (site_id, received_at, comment_id);
CREATE INDEX decisions_by_time ON decisions (site_id, created_at, decision_id);
CREATE INDEX decisions_by_people ON decisions (site_id, decision_id)
  WHERE actor_kind = 'moderator';

-- What a site's moderators taught, a row for each version; the weights and words are JSON.
CREATE TABLE site_models (
  site_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  base_version TEXT NOT NULL,
  ground TEXT NOT NULL,
  record TEXT NOT NULL,
  weights TEXT NOT NULL,
  PRIMARY KEY (site_id, version)
);

-- Which version an administrator wanted in force, and since when; the last row stands.
CREATE TABLE site_model_choices (
  site_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  choice TEXT NOT NULL,
  version INTEGER,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  PRIMARY KEY (site_id, number)
);
