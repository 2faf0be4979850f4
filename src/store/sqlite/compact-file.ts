import { statSync } from 'node:fs';

import BetterSqlite3 from 'better-sqlite3';

import { COMPACT_WAIT_MILLISECONDS } from '../../limits/store.js';

/** Bytes of the file and its log before and after. */
export interface Compacted {
  readonly before: number;
  readonly after: number;
}

/**
 * Writes a database anew within its file: room that is free is given back to the disk, and nothing
 * is left of what was erased. Beside a running service, whose writes wait until it is done.
 *
 * @throws Error why it could not be done; the database then is as it was.
 */
export function compactSqliteFile(path: string): Compacted {
  const before = bytesOf(path);
  const database = new BetterSqlite3(path, {
    fileMustExist: true,
    timeout: COMPACT_WAIT_MILLISECONDS,
  });
  try {
    database.pragma('synchronous = FULL');
    const numbers = rowNumbers(database);
    database.exec('VACUUM');
    // The index for words knows comments by the numbers of their rows, and SQLite does not promise
    // that these stay.
    if (rowNumbers(database) !== numbers) {
      database.exec("INSERT INTO comment_words (comment_words) VALUES ('rebuild')");
    }
    // What was erased stands in the log too, until it is cut.
    database.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
  return { before, after: bytesOf(path) };
}

/** Rows keep their order: where their numbers changed, the gaps between them closed. */
function rowNumbers(database: BetterSqlite3.Database): number {
  const last = database.prepare<[], number>('SELECT max(rowid) FROM comments');
  return last.pluck().get() ?? 0;
}

function bytesOf(path: string): number {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  return statSync(path).size + (log?.size ?? 0);
}
