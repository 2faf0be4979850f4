-- engine: sqlite
-- Words of new comments go into the index together, before their group is committed
-- (src/store/sqlite/words-due.ts). One by one, behind savepoints, each comment made a segment of its
-- own, which was written out and later merged with others. Empty whenever nothing is open.
CREATE TABLE comment_words_due (place INTEGER PRIMARY KEY);
DROP TRIGGER comment_words_insert;
DROP TRIGGER comment_words_update;
DROP TRIGGER comment_words_delete;
CREATE TRIGGER comment_words_insert AFTER INSERT ON comments BEGIN
  INSERT INTO comment_words_due (place) VALUES (new.rowid); END;
-- A comment that is due has nothing in the index that could be taken out of it.
CREATE TRIGGER comment_words_update AFTER UPDATE OF search_text ON comments
  WHEN old.search_text <> new.search_text
    AND NOT EXISTS (SELECT 1 FROM comment_words_due WHERE place = old.rowid) BEGIN
  INSERT INTO comment_words (comment_words, rowid, site_id, search_text)
    VALUES ('delete', old.rowid, old.site_id, old.search_text); INSERT INTO comment_words (
    rowid, site_id, search_text) VALUES (new.rowid, new.site_id, new.search_text); END;
CREATE TRIGGER comment_words_delete AFTER DELETE ON comments BEGIN
  INSERT INTO comment_words (comment_words, rowid, site_id, search_text)
    SELECT 'delete', old.rowid, old.site_id, old.search_text
    WHERE NOT EXISTS (SELECT 1 FROM comment_words_due WHERE place = old.rowid); DELETE FROM
    comment_words_due WHERE place = old.rowid; END;
