-- What the engine asks of the record, and findings of rules that are only watched.

-- The action that a rule in mode `observe` would have led to; null for a rule that is in force.
ALTER TABLE findings ADD COLUMN observed_action TEXT;
CREATE INDEX findings_by_rule ON findings (site_id, rule, decision_id, outcome);

-- The part of the publication that a thread belongs to; a policy may have settings for it.
ALTER TABLE threads ADD COLUMN section TEXT;

-- The name as blocks compare it, to find namesakes. Empty until the author posts again.
ALTER TABLE authors ADD COLUMN folded_name TEXT NOT NULL DEFAULT '';
CREATE INDEX authors_by_folded_name ON authors (site_id, folded_name) WHERE folded_name <> '';

-- What came in and what was decided within a time: for replays and for the precision of rules.
CREATE INDEX comments_by_time ON comments (site_id, received_at, comment_id);
CREATE INDEX decisions_by_time ON decisions (site_id, created_at, decision_id);
CREATE INDEX decisions_by_people ON decisions (site_id, decision_id)
  WHERE actor_kind = 'moderator';
