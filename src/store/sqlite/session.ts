import type BetterSqlite3 from 'better-sqlite3';

import { BUSY_RETRY_MILLISECONDS, BUSY_TRIES_MAX } from '../../limits/store.js';
import type { Access } from '../engine.js';
import { isBusy } from '../errors.js';
import type { Session } from '../grouped.js';

export interface SqliteSession extends Session {
  /** To be called before a write: takes the savepoint to go back to. */
  readonly onWrite: () => void;
}

/**
 * Transactions of the connection that writes. They begin IMMEDIATE: a deferred one that reads first
 * cannot wait for another process to finish writing.
 */
export function sqliteSession(
  database: BetterSqlite3.Database,
  { access, onCommit }: { readonly access: () => Access; readonly onCommit: () => void },
): SqliteSession {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const rollback = database.prepare('ROLLBACK');
  const save = database.prepare('SAVEPOINT member');
  const release = database.prepare('RELEASE member');
  const back = database.prepare('ROLLBACK TO member');
  let needed = false;
  let saved = false;
  return {
    onWrite: () => {
      if (!needed || saved) return;
      save.run();
      saved = true;
    },
    enter: async (behindOthers) => {
      saved = false;
      needed = behindOthers;
      if (!database.inTransaction) await beginning(begin);
      return access();
    },
    keep: () => {
      if (saved) release.run();
    },
    undo: async () => {
      // After some faults, as a full disk, SQLite has rolled everything back by itself.
      if (!database.inTransaction) return Promise.resolve(false);
      if (saved) {
        back.run();
        release.run();
      } else if (!needed) rollback.run();
      return Promise.resolve(true);
    },
    commit: async () => {
      if (database.inTransaction) {
        commit.run();
        onCommit();
      }
      return Promise.resolve();
    },
    leave: () => {
      if (database.inTransaction) rollback.run();
    },
  };
}

/** Another process may be writing: it is asked again, while this one does what else it can. */
async function beginning(begin: BetterSqlite3.Statement): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      begin.run();
      return;
    } catch (fault) {
      if (!isBusy(fault) || tries >= BUSY_TRIES_MAX) throw fault;
      await new Promise((resolve) => {
        setTimeout(resolve, BUSY_RETRY_MILLISECONDS);
      });
    }
  }
}
