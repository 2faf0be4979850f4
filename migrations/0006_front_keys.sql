-- Keys that are good for one front alone (docs/decisions/0030-akismet-and-coral.md), and where a
-- front tells a client of what was decided later.

-- Null for keys of the native API.
ALTER TABLE api_keys ADD COLUMN front TEXT;
-- What the other service signs its requests with; so it must be kept as it is.
ALTER TABLE api_keys ADD COLUMN signing_secret TEXT;
-- A client of a front shows a key without its id.
CREATE INDEX api_keys_by_secret ON api_keys (secret_hash) WHERE front IS NOT NULL;

-- Of an endpoint that a client of Akismet named as its callback: the key that it named it with, and
-- the same as the client knows it, which is how such a client knows who calls. Null for webhooks.
ALTER TABLE webhook_endpoints ADD COLUMN callback_key_id TEXT;
ALTER TABLE webhook_endpoints ADD COLUMN callback_key TEXT;
