-- What a submit asks of an author's and of a text's comments stands in the index itself, so that no
-- comment is read for it, and one index less is written for each (npm run bench).

DROP INDEX comments_by_author_status;
DROP INDEX comments_by_author;
CREATE INDEX comments_by_author ON comments (site_id, author_id, received_at, status);
DROP INDEX comments_by_fingerprint;
CREATE INDEX comments_by_fingerprint ON comments (site_id, fingerprint, received_at, author_id);
DROP INDEX comments_by_near_key_1;
CREATE INDEX comments_by_near_key_1
  ON comments (site_id, near_key_1, received_at, author_id, sketch, comment_id)
  WHERE near_key_1 IS NOT NULL;
DROP INDEX comments_by_near_key_2;
CREATE INDEX comments_by_near_key_2
  ON comments (site_id, near_key_2, received_at, author_id, sketch, comment_id)
  WHERE near_key_2 IS NOT NULL;
