-- What the engine asks of the record, and findings of rules that are only watched.

-- The action that a rule in mode `observe` would have led to; null for a rule that is in force.
ALTER TABLE findings ADD COLUMN observed_action TEXT;
CREATE INDEX findings_by_rule ON findings (site_id, rule, decision_id);

-- The part of the publication that a thread belongs to; a policy may have settings for it.
ALTER TABLE threads ADD COLUMN section TEXT;

-- The name as blocks compare it, to find namesakes. Empty until the author posts again.
ALTER TABLE authors ADD COLUMN folded_name TEXT NOT NULL DEFAULT '';
CREATE INDEX authors_by_folded_name ON authors (site_id, folded_name) WHERE folded_name <> '';
