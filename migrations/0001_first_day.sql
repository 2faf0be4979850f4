-- Portable: run verbatim on SQLite and on PostgreSQL (docs/decisions/0001-portable-schema.md).
-- Types TEXT, INTEGER, BIGINT; timestamps are RFC 3339 UTC strings of fixed width; no booleans
-- (nullable timestamps instead); every primary key and unique index begins with site_id.

CREATE TABLE sites (
  site_id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL
);

CREATE TABLE api_keys (
  site_id TEXT NOT NULL,
  key_id TEXT NOT NULL,
  name TEXT NOT NULL,
  scope TEXT NOT NULL,
  secret_hash TEXT NOT NULL,
  created_at TEXT NOT NULL,
  revoked_at TEXT,
  PRIMARY KEY (site_id, key_id)
);
-- A request names the key before its site is known.
CREATE INDEX api_keys_by_id ON api_keys (key_id);

CREATE TABLE threads (
  site_id TEXT NOT NULL,
  thread_id TEXT NOT NULL,
  external_id TEXT NOT NULL,
  url TEXT,
  title TEXT,
  closed_at TEXT,
  premoderated_at TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (site_id, thread_id)
);
CREATE UNIQUE INDEX threads_by_external_id ON threads (site_id, external_id);

CREATE TABLE authors (
  site_id TEXT NOT NULL,
  author_id TEXT NOT NULL,
  identity_kind TEXT NOT NULL,
  identity_key TEXT NOT NULL,
  external_id TEXT,
  name TEXT NOT NULL,
  search_name TEXT NOT NULL,
  email TEXT,
  url TEXT,
  accepted_policy_version INTEGER,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (site_id, author_id)
);
CREATE UNIQUE INDEX authors_by_identity ON authors (site_id, identity_kind, identity_key);

CREATE TABLE comments (
  site_id TEXT NOT NULL,
  comment_id TEXT NOT NULL,
  external_id TEXT,
  thread_id TEXT NOT NULL,
  author_id TEXT NOT NULL,
  parent_id TEXT,
  depth INTEGER NOT NULL,
  body TEXT NOT NULL,
  search_text TEXT NOT NULL,
  status TEXT NOT NULL,
  shadowed_at TEXT,
  version INTEGER NOT NULL,
  locale TEXT,
  author_name TEXT NOT NULL,
  author_email TEXT,
  author_url TEXT,
  author_ip TEXT,
  user_agent TEXT,
  accepted_policy_version INTEGER,
  metadata TEXT,
  fingerprint TEXT NOT NULL,
  created_at TEXT NOT NULL,
  received_at TEXT NOT NULL,
  edited_at TEXT,
  deleted_at TEXT,
  PRIMARY KEY (site_id, comment_id)
);
CREATE UNIQUE INDEX comments_by_external_id ON comments (site_id, external_id);
CREATE INDEX comments_by_status ON comments (site_id, status, comment_id);
CREATE INDEX comments_by_thread ON comments (site_id, thread_id, created_at, comment_id);
CREATE INDEX comments_by_author ON comments (site_id, author_id, received_at);
CREATE INDEX comments_by_author_status ON comments (site_id, author_id, status);
CREATE INDEX comments_by_fingerprint ON comments (site_id, fingerprint, received_at);
CREATE INDEX comments_by_ip ON comments (site_id, author_ip, received_at);

CREATE TABLE revisions (
  site_id TEXT NOT NULL,
  comment_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  revision_id TEXT NOT NULL,
  body TEXT NOT NULL,
  replaced_at TEXT NOT NULL,
  PRIMARY KEY (site_id, comment_id, version)
);

-- Append-only: nothing in the service updates or deletes a decision or a finding.
CREATE TABLE decisions (
  site_id TEXT NOT NULL,
  decision_id TEXT NOT NULL,
  comment_id TEXT NOT NULL,
  comment_version INTEGER NOT NULL,
  actor_kind TEXT NOT NULL,
  actor_id TEXT,
  actor_name TEXT NOT NULL,
  action TEXT NOT NULL,
  status TEXT NOT NULL,
  shadowed_at TEXT,
  reason TEXT,
  note TEXT,
  policy_version INTEGER NOT NULL,
  policy_digest TEXT NOT NULL,
  facts TEXT,
  supersedes TEXT,
  created_at TEXT NOT NULL,
  PRIMARY KEY (site_id, decision_id)
);
CREATE UNIQUE INDEX decisions_by_comment ON decisions (site_id, comment_id, comment_version);

CREATE TABLE findings (
  site_id TEXT NOT NULL,
  decision_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  comment_id TEXT NOT NULL,
  rule TEXT NOT NULL,
  standard TEXT NOT NULL,
  reason TEXT NOT NULL,
  outcome TEXT NOT NULL,
  action TEXT NOT NULL,
  message TEXT NOT NULL,
  field TEXT,
  spans TEXT NOT NULL,
  terms TEXT NOT NULL,
  PRIMARY KEY (site_id, decision_id, position)
);
CREATE INDEX findings_by_comment ON findings (site_id, comment_id, standard, reason);

CREATE TABLE blocks (
  site_id TEXT NOT NULL,
  block_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  -- What an identifier is compared with: for kind ip the first and last address of the range as
  -- 32 hexadecimal digits (IPv4 mapped into IPv6), else the folded value twice.
  range_start TEXT NOT NULL,
  range_end TEXT NOT NULL,
  mode TEXT NOT NULL,
  reason TEXT NOT NULL,
  until TEXT,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  lifted_at TEXT,
  lifted_by TEXT,
  PRIMARY KEY (site_id, block_id)
);
CREATE INDEX blocks_in_force ON blocks (site_id, kind, range_start) WHERE lifted_at IS NULL;
CREATE INDEX blocks_by_value ON blocks (site_id, kind, value);

CREATE TABLE policies (
  site_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  digest TEXT NOT NULL,
  document TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  PRIMARY KEY (site_id, version)
);

CREATE TABLE idempotent_answers (
  site_id TEXT NOT NULL,
  key_id TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  -- SHA-256 over method, path and body: the same key with another request is refused.
  request_digest TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (site_id, key_id, idempotency_key)
);
CREATE INDEX idempotent_answers_by_age ON idempotent_answers (site_id, created_at);
