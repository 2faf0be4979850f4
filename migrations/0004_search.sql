-- Search by words (docs/decisions/0025-search-by-words.md). comments.search_text has been written
-- anew before this: folded words with one blank between them, so that both engines find the same.

-- engine: sqlite
-- By the comment's rowid; the text itself stands in the comment alone. The ascii tokenizer takes
-- what is not ASCII as part of a word, and so leaves the words as they are. Without positions: what
-- stands together is looked for in the text of what was found.
CREATE VIRTUAL TABLE comment_words USING fts5 (
  site_id, search_text, content='comments', content_rowid='rowid', detail='none', columnsize=0,
  tokenize="ascii tokenchars '-'");
-- What was erased leaves the index at once, and not when segments are merged.
INSERT INTO comment_words (comment_words, rank) VALUES ('secure-delete', 1);
-- Fewer and larger merges: a submit pays for them.
INSERT INTO comment_words (comment_words, rank) VALUES ('automerge', 8);
INSERT INTO comment_words (comment_words) VALUES ('rebuild');
CREATE TRIGGER comment_words_insert AFTER INSERT ON comments BEGIN
  INSERT INTO comment_words (rowid, site_id, search_text)
    VALUES (new.rowid, new.site_id, new.search_text); END;
CREATE TRIGGER comment_words_update AFTER UPDATE OF search_text ON comments
  WHEN old.search_text <> new.search_text BEGIN
  INSERT INTO comment_words (comment_words, rowid, site_id, search_text)
    VALUES ('delete', old.rowid, old.site_id, old.search_text); INSERT INTO comment_words (
    rowid, site_id, search_text) VALUES (new.rowid, new.site_id, new.search_text); END;
CREATE TRIGGER comment_words_delete AFTER DELETE ON comments BEGIN
  INSERT INTO comment_words (comment_words, rowid, site_id, search_text)
    VALUES ('delete', old.rowid, old.site_id, old.search_text); END;

-- engine: postgres
-- No word has a sign in it, so none is taken for a site.
CREATE INDEX comments_by_words ON comments USING gin (array_to_tsvector(
  array_remove(string_to_array('site:' || site_id || ' ' || search_text, ' '), '')));
