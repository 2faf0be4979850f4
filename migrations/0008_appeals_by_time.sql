-- Statistics read appeals by when they came in, and by when they were answered.
CREATE INDEX appeals_by_filed ON appeals (site_id, created_at, appeal_id);
CREATE INDEX appeals_by_resolved ON appeals (site_id, resolved_at, appeal_id);
