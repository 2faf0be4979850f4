import type BetterSqlite3 from 'better-sqlite3';

import { BUSY_RETRY_MILLISECONDS, BUSY_TRIES_MAX } from '../../limits/store.js';
import type { Access } from '../engine.js';
import { isBusy } from '../errors.js';
import type { Session } from '../grouped.js';
import { wordsDue } from './words-due.js';

/** In memory, which is quicker, or in files, which take what memory does not. */
type Place = 'memory' | 'files';

/** The connection that writes, and the way through it to the tables. */
export interface Writing {
  readonly database: BetterSqlite3.Database;
  readonly access: Access;
}

export interface SqliteSessionOptions {
  /** Opens the connection; it calls `onWrite` before a write, which takes the savepoint. */
  readonly connect: (onWrite: () => void) => Writing;
  /** Asked before a commit, which does not happen where it throws. */
  readonly refuse: () => void;
  readonly onCommit: () => void;
}

export interface SqliteSession extends Session {
  /** Where it keeps what it may have to take back, and what it sorts, from now on. */
  keepIn(place: Place): void;
  close(): void;
}

/**
 * Transactions of the connection that writes. They begin IMMEDIATE: a deferred one that reads first
 * cannot wait for another process to finish writing. Where a rollback fails the connection is
 * closed, by which SQLite gives up what was begun, and the next transaction opens another.
 *
 * @throws Error why the first connection cannot be opened.
 */
export function sqliteSession({ connect, refuse, onCommit }: SqliteSessionOptions): SqliteSession {
  let needed = false;
  let saved = false;
  const onWrite = (): void => {
    if (!needed || saved) return;
    open?.save.run();
    saved = true;
  };
  const opened = (): Open => withStatements(connect(onWrite));
  let open: Open | null = opened();
  const inTransaction = (): boolean => open?.database.inTransaction === true;
  return {
    enter: async (behindOthers) => {
      saved = false;
      needed = behindOthers;
      open ??= opened();
      if (!inTransaction()) await beginning(open.begin);
      return open.access;
    },
    keep: () => {
      if (saved) open?.release.run();
    },
    undo: async () => {
      // After some faults, as a full disk, SQLite has rolled everything back by itself.
      if (!inTransaction()) return Promise.resolve(false);
      if (saved) {
        open?.back.run();
        open?.release.run();
      } else if (!needed) open?.rollback.run();
      return Promise.resolve(true);
    },
    commit: async () => {
      if (inTransaction()) {
        refuse();
        open?.enterWords();
        open?.commit.run();
        onCommit();
      }
      return Promise.resolve();
    },
    leave: () => {
      if (!inTransaction()) return;
      try {
        open?.rollback.run();
      } catch {
        open?.database.close();
        open = null;
      }
    },
    keepIn: (place) => {
      open?.database.pragma(`temp_store = ${place === 'memory' ? 'MEMORY' : 'FILE'}`);
    },
    close: () => {
      open?.database.close();
    },
  };
}

type Open = ReturnType<typeof withStatements>;

function withStatements({ database, access }: Writing) {
  return {
    database,
    access,
    enterWords: wordsDue(database),
    begin: database.prepare('BEGIN IMMEDIATE'),
    commit: database.prepare('COMMIT'),
    rollback: database.prepare('ROLLBACK'),
    save: database.prepare('SAVEPOINT member'),
    release: database.prepare('RELEASE member'),
    back: database.prepare('ROLLBACK TO member'),
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
