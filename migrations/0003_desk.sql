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

-- The queue is a view, and these are what it is ordered by: how bad what the engine found is, and
-- for what waits its place in the line (src/domain/queue.ts). Both are projections, as the status
-- is; the weights are those of the day on which the comment was judged.
ALTER TABLE comments ADD COLUMN severity INTEGER NOT NULL DEFAULT 0;
ALTER TABLE comments ADD COLUMN queue_place BIGINT;
UPDATE comments SET severity = COALESCE((
  SELECT MAX(CASE f.standard WHEN 'threat' THEN 72 WHEN 'hate' THEN 48
    WHEN 'personal_information' THEN 48 WHEN 'sexual' THEN 24 WHEN 'personal_attack' THEN 24
    WHEN 'spam' THEN 12 WHEN 'off_limits' THEN 12 WHEN 'profanity' THEN 8 WHEN 'blocked' THEN 6
    ELSE 4 END / CASE f.outcome WHEN 'match' THEN 1 ELSE 2 END)
  FROM findings f
  WHERE f.site_id = comments.site_id AND f.comment_id = comments.comment_id
    AND f.action <> 'approve' AND f.decision_id = (
      SELECT d.decision_id FROM decisions d
      WHERE d.site_id = comments.site_id AND d.comment_id = comments.comment_id
        AND d.actor_kind = 'system'
      ORDER BY d.comment_version DESC LIMIT 1)
  ), 0)
  WHERE status IN ('pending', 'approved');
-- Seconds since 1970 of received_at, by the days of a civil date; years begin in March.
UPDATE comments SET queue_place = (
  SELECT (365 * c.y + c.y / 4 - c.y / 100 + c.y / 400 + (c.m * 306 + 5) / 10 + c.d - 719469)
    * CAST(86400 AS BIGINT) + c.h * 3600 + c.i * 60 + c.s
  FROM (
    SELECT
      CAST(substr(comments.received_at, 1, 4) AS INTEGER)
        - CASE WHEN substr(comments.received_at, 6, 2) <= '02' THEN 1 ELSE 0 END AS y,
      (CAST(substr(comments.received_at, 6, 2) AS INTEGER) + 9) % 12 AS m,
      CAST(substr(comments.received_at, 9, 2) AS INTEGER) AS d,
      CAST(substr(comments.received_at, 12, 2) AS INTEGER) AS h,
      CAST(substr(comments.received_at, 15, 2) AS INTEGER) AS i,
      CAST(substr(comments.received_at, 18, 2) AS INTEGER) AS s
  ) AS c) - severity * 3600
  WHERE status = 'pending';
-- With what filters ask, so that a filter that few pass is read off the index alone.
CREATE INDEX comments_waiting
  ON comments (site_id, queue_place, comment_id, thread_id, author_id, locale, severity)
  WHERE queue_place IS NOT NULL;
CREATE INDEX comments_waiting_by_thread
  ON comments (site_id, thread_id, queue_place, comment_id) WHERE queue_place IS NOT NULL;
CREATE INDEX comments_by_parent ON comments (site_id, parent_id, comment_id)
  WHERE parent_id IS NOT NULL;

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
  -- Since when the notifier's data is erased; what they wrote goes when the notice is decided.
  disowned_at TEXT,
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
-- For moderators only, and why it was lifted.
ALTER TABLE blocks ADD COLUMN note TEXT;
ALTER TABLE blocks ADD COLUMN lift_reason TEXT;
-- The block on the same value that took its place, and took over what it had rejected.
ALTER TABLE blocks ADD COLUMN replaced_by TEXT;
CREATE INDEX blocks_replaced ON blocks (site_id, replaced_by) WHERE replaced_by IS NOT NULL;

-- The e-mail address as it is compared, to find who comes back under another name. Null until the
-- author posts again.
ALTER TABLE authors ADD COLUMN email_key TEXT;
CREATE INDEX authors_by_email_key ON authors (site_id, email_key) WHERE email_key IS NOT NULL;

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

-- People whose data is being or was erased. What they were known by is kept until it is done, so
-- that the rest can be found after a crash, and no longer.
CREATE TABLE erasures (
  site_id TEXT NOT NULL,
  author_id TEXT NOT NULL,
  keep_texts INTEGER NOT NULL,
  keep_blocks INTEGER NOT NULL,
  reason TEXT,
  requested_at TEXT NOT NULL,
  -- The key that asked for it.
  requested_by TEXT NOT NULL,
  known_external_id TEXT,
  known_email TEXT,
  known_name TEXT,
  -- The last comment that was dealt with; empty before the first.
  done_through TEXT NOT NULL,
  comments BIGINT NOT NULL,
  finished_at TEXT,
  PRIMARY KEY (site_id, author_id)
);
CREATE INDEX erasures_open ON erasures (site_id, author_id) WHERE finished_at IS NULL;

-- What retention looks for: what is already erased is in none of these.
CREATE INDEX comments_identified ON comments (site_id, received_at)
  WHERE author_ip IS NOT NULL OR user_agent IS NOT NULL;
CREATE INDEX comments_rejected_texts ON comments (site_id, received_at)
  WHERE redacted_at IS NULL AND status = 'rejected';
CREATE INDEX comments_withdrawn_texts ON comments (site_id, deleted_at)
  WHERE redacted_at IS NULL AND status = 'deleted';
-- An author's comments in the order of their ids, to go through them all in steps.
CREATE INDEX comments_of_author ON comments (site_id, author_id, comment_id);
-- What was reported within a time.
CREATE INDEX reports_by_time ON reports (site_id, created_at, report_id);

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
