/** SQLite's codes and PostgreSQL's SQLSTATE for a value that must be unique and is not. */
const UNIQUE = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505']);

/** Whether an insert failed because such a row exists. */
export function isUniqueViolation(error: unknown): boolean {
  return UNIQUE.has(codeOf(error));
}

/** Whether another process is writing to the file. */
export function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY');
}

/** More wait for the database than it can serve in a reasonable time. */
export function overloaded(): Error {
  return Object.assign(new Error('too much waits for the database'), { code: 'STORE_OVERLOADED' });
}

/** The file that is open no longer has its name: it was removed, or another took its place. */
export function fileGone(file: string): Error {
  return Object.assign(new Error(`${file} was removed or replaced while it was open`), {
    code: 'STORE_FILE_GONE',
  });
}

/** Where a driver says in words only that the connection is gone. */
export function unreachable(cause: unknown): Error {
  return Object.assign(new Error('the database cannot be reached', { cause }), {
    code: 'STORE_UNREACHABLE',
  });
}

/** Where a server refuses to begin what writes, with the SQLSTATE that it has for a write. */
export function readOnly(cause: unknown): Error {
  return Object.assign(new Error('the database cannot be written to', { cause }), {
    code: '25006',
  });
}

/** The code that a driver gave a fault; empty where there is none. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
