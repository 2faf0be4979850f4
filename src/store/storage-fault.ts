import { codeOf } from './errors.js';

/** Why the database cannot do its work: a fault of the place, not of the request. */
export interface StorageFault {
  /** For the log, and for whoever counts them. */
  readonly kind: string;
  /** For whoever asked. */
  readonly detail: string;
  /** For the log: what the operator should do. */
  readonly advice: string;
}

interface Known extends StorageFault {
  /** SQLite's codes, PostgreSQL's SQLSTATE and those of Node's network. */
  readonly codes: RegExp;
}

/** The first that fits counts. */
const KNOWN: readonly Known[] = [
  {
    kind: 'disk_full',
    codes: /^(SQLITE_FULL|53100|ENOSPC|EDQUOT)/u,
    detail: 'The disk of the database is full.',
    advice: 'make room on the disk of the database; the service then goes on by itself',
  },
  {
    kind: 'read_only',
    codes: /^(SQLITE_(READONLY|CANTOPEN)|25006|EROFS)/u,
    detail: 'The database cannot be written to.',
    advice:
      'see whether the file system was mounted read-only, whose the database file and its folder ' +
      'are, and whether the PostgreSQL server is a standby',
  },
  {
    kind: 'file_gone',
    codes: /^STORE_FILE_GONE/u,
    detail: 'The file of the database is not in its place.',
    advice:
      'the file or its -wal was removed or replaced under the running service: move it back. Where only ' +
      'the -wal is gone, stop the service with SIGTERM, which saves what it held, and start it again; ' +
      'else stop it and restore a backup',
  },
  {
    kind: 'disk_failing',
    codes: /^(SQLITE_IOERR|58)/u,
    detail: 'The disk of the database does not work.',
    advice:
      'see the log of the system (dmesg): the disk fails, became read-only, or has a limit that ' +
      'was reached; the service goes on by itself when it can write again',
  },
  {
    kind: 'damaged',
    codes: /^(SQLITE_(CORRUPT|NOTADB)|XX00)/u,
    detail: 'The database is damaged.',
    advice: 'stop the service, keep a copy of the files, and restore a backup',
  },
  {
    kind: 'locked',
    codes: /^(SQLITE_(BUSY|LOCKED)|55P03|40001|40P01)/u,
    detail: 'The database is locked by somebody else.',
    advice: 'see what else has the database open: a backup, another instance, a person at a shell',
  },
  {
    kind: 'exhausted',
    codes: /^(SQLITE_NOMEM|53|57014|25P03|STORE_OVERLOADED)/u,
    detail: 'The database has more to do than it can.',
    advice: 'if it persists, see the load, the memory and the number of connections of the database',
  },
  {
    kind: 'changed',
    // A plan from before, and a table or a column that is gone.
    codes: /^(0A000|42P01|42703)/u,
    detail: 'The tables of the database were changed.',
    advice:
      'a newer version has brought the tables up to date: if it persists, start this instance with ' +
      'the version that the others have',
  },
  {
    kind: 'unreachable',
    codes:
      /^(57|08|28|3D000|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|STORE_UNREACHABLE)/u,
    detail: 'The database cannot be reached.',
    advice:
      'see whether PostgreSQL runs, lets this account in and has connections free; the service ' +
      'comes back by itself when it does',
  },
];

/** What keeps the database from its work right now; null where that is not the fault. */
export function storageFault(error: unknown): StorageFault | null {
  const code = codeOf(error);
  return KNOWN.find(({ codes }) => codes.test(code)) ?? null;
}
