import type BetterSqlite3 from 'better-sqlite3';

const TABLE = "SELECT 1 FROM sqlite_schema WHERE name = 'comment_words_due'";

/**
 * Puts the words of the comments that were inserted into the index of words, which is to be done
 * before the transaction is committed: the triggers of migrations/0010_words_together.sql note
 * which comments these are. Does nothing in a database that has not come so far.
 */
export function wordsDue(database: BetterSqlite3.Database): () => void {
  let statements: ReturnType<typeof statementsOf> | null = null;
  return () => {
    if (statements === null && database.prepare(TABLE).get() === undefined) return;
    statements ??= statementsOf(database);
    if (statements.isDue.get() === undefined) return;
    statements.enter.run();
    statements.done.run();
  };
}

function statementsOf(database: BetterSqlite3.Database) {
  return {
    isDue: database.prepare('SELECT 1 FROM comment_words_due LIMIT 1'),
    // CROSS: those that are due come first, also where somebody's ANALYZE once found few comments.
    enter: database.prepare(`INSERT INTO comment_words (rowid, site_id, search_text)
      SELECT place, comments.site_id, comments.search_text
      FROM comment_words_due CROSS JOIN comments ON comments.rowid = place`),
    done: database.prepare('DELETE FROM comment_words_due'),
  };
}
