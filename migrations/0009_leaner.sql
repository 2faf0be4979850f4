-- What the queue asks of open reports is in their index, so that of each no row is read.
DROP INDEX reports_open;
CREATE INDEX reports_open
  ON reports (site_id, comment_id, report_id, created_at, reporter_external_id, reason)
  WHERE settled_at IS NULL;

-- Of the record: what is about a comment or by an author is found by the comment or the author. Two
-- indexes less that every comment is entered in, twice.
DROP INDEX audit_entries_by_object;
CREATE INDEX audit_entries_by_object ON audit_entries (site_id, object_id, sequence)
  WHERE object_kind <> 'comment';
DROP INDEX audit_entries_by_actor;
CREATE INDEX audit_entries_by_actor ON audit_entries (site_id, actor_id, sequence)
  WHERE actor_id IS NOT NULL AND actor_kind <> 'author';
