-- What a moderation team does in a day: the record of every act, the queue, reports that weigh,
-- blocks and warnings, appeals, readers' rights, and those who want to be told.

-- Every act, chained by its hash for each site (docs/decisions/0012-the-record-is-the-outbox.md).
-- Append-only. Holds references and states, and nobody's name, address or text. What webhooks and
-- the event stream send is read from here.
CREATE TABLE audit_entries (
  site_id TEXT NOT NULL,
  -- From 1, without gaps.
  sequence BIGINT NOT NULL,
  entry_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  actor_kind TEXT NOT NULL,
  actor_id TEXT,
  object_kind TEXT NOT NULL,
  object_id TEXT NOT NULL,
  -- The comment and the author whom it concerns; null where it concerns none.
  comment_id TEXT,
  author_id TEXT,
  -- JSON, hashed as it stands here; null for what was not there.
  before_state TEXT,
  after_state TEXT,
  created_at TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (site_id, sequence)
);
CREATE UNIQUE INDEX audit_entries_by_id ON audit_entries (site_id, entry_id);
CREATE INDEX audit_entries_by_comment ON audit_entries (site_id, comment_id, sequence)
  WHERE comment_id IS NOT NULL;
CREATE INDEX audit_entries_by_author ON audit_entries (site_id, author_id, sequence)
  WHERE author_id IS NOT NULL;
CREATE INDEX audit_entries_by_object ON audit_entries (site_id, object_id, sequence);
CREATE INDEX audit_entries_by_actor ON audit_entries (site_id, actor_id, sequence);
CREATE INDEX audit_entries_by_kind ON audit_entries (site_id, kind, sequence);

-- Where each site's chain ends. Whoever appends takes this row first, so that entries are in the
-- order in which they become visible; and a chain that lost its end is found out.
CREATE TABLE audit_heads (
  site_id TEXT NOT NULL PRIMARY KEY,
  sequence BIGINT NOT NULL,
  hash TEXT NOT NULL
);

-- What the digests of a comment's texts and decisions in the chain are keyed with; erasing a
-- person's comments erases it, and the digests then tell nothing. Null for comments from before.
ALTER TABLE comments ADD COLUMN seal TEXT;
-- Since when the text is gone by retention or erasure.
ALTER TABLE comments ADD COLUMN redacted_at TEXT;
-- Since when the author is pseudonymous.
ALTER TABLE authors ADD COLUMN erased_at TEXT;

-- Of a person's decision: the standard it enforces, the law where it is a matter of law, the block
-- that led to it, and the earlier decision whose status it brings back.
ALTER TABLE decisions ADD COLUMN standard TEXT;
ALTER TABLE decisions ADD COLUMN legal_ground TEXT;
ALTER TABLE decisions ADD COLUMN block_id TEXT;
ALTER TABLE decisions ADD COLUMN restores TEXT;
CREATE INDEX decisions_by_block ON decisions (site_id, block_id) WHERE block_id IS NOT NULL;

-- Who is working on a comment, until when. Lapses by itself: a row whose time is over says nothing.
CREATE TABLE claims (
  site_id TEXT NOT NULL,
  comment_id TEXT NOT NULL,
  key_id TEXT NOT NULL,
  claimed_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  PRIMARY KEY (site_id, comment_id)
);
CREATE INDEX claims_by_key ON claims (site_id, key_id, expires_at);

-- What moderators tell each other about a comment or an author.
CREATE TABLE notes (
  site_id TEXT NOT NULL,
  note_id TEXT NOT NULL,
  object_kind TEXT NOT NULL,
  object_id TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  key_id TEXT NOT NULL,
  PRIMARY KEY (site_id, note_id)
);
CREATE INDEX notes_by_object ON notes (site_id, object_id, note_id);

-- When a person answered a report, by which decision, and whether they saw it as the reader did.
ALTER TABLE reports ADD COLUMN settled_at TEXT;
ALTER TABLE reports ADD COLUMN settled_by TEXT;
ALTER TABLE reports ADD COLUMN outcome TEXT;
CREATE INDEX reports_open ON reports (site_id, comment_id, report_id) WHERE settled_at IS NULL;
CREATE INDEX reports_waiting ON reports (site_id, report_id) WHERE settled_at IS NULL;
CREATE INDEX reports_answered ON reports (site_id, reporter_external_id, settled_at)
  WHERE outcome IN ('agreed', 'disagreed');
CREATE INDEX reports_of_reader ON reports (site_id, reporter_external_id, report_id);
CREATE INDEX reports_by_reason ON reports (site_id, reason, report_id);

-- Reports from before: the latest word of a person on the text that was reported is the answer.
UPDATE reports SET settled_by = (
  SELECT d.decision_id FROM decisions d
  WHERE d.site_id = reports.site_id AND d.comment_id = reports.comment_id
    AND d.comment_version > reports.comment_version
    AND d.actor_kind = 'moderator' AND d.action IN ('approve', 'reject')
    AND NOT EXISTS (
      SELECT r.revision_id FROM revisions r
      WHERE r.site_id = d.site_id AND r.comment_id = d.comment_id
        AND r.version >= reports.comment_version AND r.version < d.comment_version
    )
  ORDER BY d.comment_version DESC LIMIT 1
);
UPDATE reports SET outcome = (
  SELECT CASE WHEN d.action = 'reject' THEN 'agreed' ELSE 'disagreed' END FROM decisions d
  WHERE d.site_id = reports.site_id AND d.decision_id = reports.settled_by
) WHERE settled_by IS NOT NULL;
-- On a later text, or after a withdrawal, nobody will say any more.
UPDATE reports SET outcome = 'lapsed', settled_by = (
  SELECT d.decision_id FROM decisions d
  WHERE d.site_id = reports.site_id AND d.comment_id = reports.comment_id
    AND d.comment_version > reports.comment_version
    AND (d.action = 'delete' OR (d.actor_kind = 'moderator' AND d.action IN ('approve', 'reject')))
  ORDER BY d.comment_version LIMIT 1
) WHERE settled_by IS NULL;
UPDATE reports SET outcome = NULL WHERE settled_by IS NULL;
UPDATE reports SET settled_at = (
  SELECT d.created_at FROM decisions d
  WHERE d.site_id = reports.site_id AND d.decision_id = reports.settled_by
) WHERE settled_by IS NOT NULL;

-- Allegations of illegal content (Article 16 of the Digital Services Act).
CREATE TABLE notices (
  site_id TEXT NOT NULL,
  notice_id TEXT NOT NULL,
  comment_id TEXT NOT NULL,
  comment_version INTEGER NOT NULL,
  url TEXT,
  explanation TEXT NOT NULL,
  law TEXT,
  notifier_name TEXT,
  notifier_email TEXT,
  -- The address as it is compared.
  notifier_email_key TEXT,
  notifier_external_id TEXT,
  trusted_flagger_at TEXT,
  created_at TEXT NOT NULL,
  status TEXT NOT NULL,
  decided_at TEXT,
  decided_by TEXT,
  decision_id TEXT,
  answer TEXT,
  PRIMARY KEY (site_id, notice_id)
);
CREATE INDEX notices_by_comment ON notices (site_id, comment_id, notice_id);
CREATE INDEX notices_by_email ON notices (site_id, notifier_email_key, notice_id)
  WHERE notifier_email_key IS NOT NULL;
CREATE INDEX notices_by_notifier ON notices (site_id, notifier_external_id, notice_id)
  WHERE notifier_external_id IS NOT NULL;
CREATE INDEX notices_by_status ON notices (site_id, status, notice_id);

-- Who raised a block: a moderator, or the policy by its threshold of strikes.
ALTER TABLE blocks ADD COLUMN raised_by TEXT NOT NULL DEFAULT 'moderator';

-- A word to an author before it comes to a block.
CREATE TABLE warnings (
  site_id TEXT NOT NULL,
  warning_id TEXT NOT NULL,
  author_id TEXT NOT NULL,
  comment_id TEXT,
  message TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  key_id TEXT NOT NULL,
  acknowledged_at TEXT,
  PRIMARY KEY (site_id, warning_id)
);
CREATE INDEX warnings_by_author ON warnings (site_id, author_id, warning_id);

-- An author's challenge to a decision, once for each.
CREATE TABLE appeals (
  site_id TEXT NOT NULL,
  appeal_id TEXT NOT NULL,
  comment_id TEXT NOT NULL,
  decision_id TEXT NOT NULL,
  author_id TEXT NOT NULL,
  -- The key of the moderator whose decision it is; null for the engine's.
  decided_first_by TEXT,
  text TEXT NOT NULL,
  status TEXT NOT NULL,
  created_at TEXT NOT NULL,
  resolved_at TEXT,
  resolved_by TEXT,
  resolved_by_name TEXT,
  outcome_reason TEXT,
  outcome_decision_id TEXT,
  PRIMARY KEY (site_id, appeal_id)
);
CREATE UNIQUE INDEX appeals_by_decision ON appeals (site_id, decision_id);
CREATE INDEX appeals_by_status ON appeals (site_id, status, appeal_id);
CREATE INDEX appeals_by_comment ON appeals (site_id, comment_id);

-- Whom to tell of what happens. The secret signs, so it must be kept as it is.
CREATE TABLE webhook_endpoints (
  site_id TEXT NOT NULL,
  endpoint_id TEXT NOT NULL,
  url TEXT NOT NULL,
  description TEXT,
  -- A JSON array; null for every type.
  event_types TEXT,
  secret TEXT NOT NULL,
  previous_secret TEXT,
  previous_secret_until TEXT,
  -- Entries of the record up to here have their delivery, where there is one.
  planned_sequence BIGINT NOT NULL,
  disabled_at TEXT,
  disabled_reason TEXT,
  -- Since when nothing has arrived; null while the last attempt was good.
  failing_since TEXT,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  -- The row goes when its deliveries are gone, which are removed in steps.
  deleted_at TEXT,
  PRIMARY KEY (site_id, endpoint_id)
);

CREATE TABLE webhook_deliveries (
  site_id TEXT NOT NULL,
  delivery_id TEXT NOT NULL,
  endpoint_id TEXT NOT NULL,
  -- Of the entry on record; 0 for a test, which is on none.
  sequence BIGINT NOT NULL,
  event_id TEXT NOT NULL,
  event_type TEXT NOT NULL,
  comment_id TEXT,
  status TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  -- Attempts made before it was last replayed: the schedule begins anew after them.
  attempts_before INTEGER NOT NULL,
  -- Null when settled, and while an earlier event of the comment is pending. While an attempt is
  -- made, the time at which it counts as lost with its process.
  next_attempt_at TEXT,
  created_at TEXT NOT NULL,
  settled_at TEXT,
  PRIMARY KEY (site_id, delivery_id)
);
CREATE INDEX webhook_deliveries_by_endpoint
  ON webhook_deliveries (site_id, endpoint_id, delivery_id);
CREATE INDEX webhook_deliveries_by_status
  ON webhook_deliveries (site_id, endpoint_id, status, delivery_id);
CREATE INDEX webhook_deliveries_due
  ON webhook_deliveries (site_id, endpoint_id, next_attempt_at, delivery_id);
CREATE INDEX webhook_deliveries_settled
  ON webhook_deliveries (site_id, endpoint_id, settled_at);
CREATE INDEX webhook_deliveries_of_comment
  ON webhook_deliveries (site_id, endpoint_id, comment_id, status, sequence);

CREATE TABLE webhook_attempts (
  site_id TEXT NOT NULL,
  delivery_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  started_at TEXT NOT NULL,
  milliseconds INTEGER NOT NULL,
  http_status INTEGER,
  problem TEXT,
  PRIMARY KEY (site_id, delivery_id, number)
);

-- How far an import of a file has come.
CREATE TABLE imports (
  site_id TEXT NOT NULL,
  import_id TEXT NOT NULL,
  file_digest TEXT NOT NULL,
  format TEXT NOT NULL,
  -- Entries of the file that are dealt with: a run that was cut off goes on behind them.
  records_read BIGINT NOT NULL,
  imported BIGINT NOT NULL,
  -- Comments of the file that the site had.
  known BIGINT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  PRIMARY KEY (site_id, import_id)
);
CREATE UNIQUE INDEX imports_by_file ON imports (site_id, file_digest);

-- Imported comments whose parents come later in the file, while it is imported.
CREATE TABLE import_replies (
  site_id TEXT NOT NULL,
  import_id TEXT NOT NULL,
  thread_id TEXT NOT NULL,
  comment_id TEXT NOT NULL,
  parent_external_id TEXT NOT NULL,
  line BIGINT NOT NULL,
  PRIMARY KEY (site_id, import_id, thread_id, comment_id)
);
