import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** How every file of SQLite begins. */
const BEGINNING = Buffer.from('SQLite format 3\0', 'latin1');

/**
 * Whether a file is empty or begins as one of SQLite does. What is something else was named by
 * mistake, is refused later, and is not to be changed before.
 */
export function mayBeDatabase(file: string): boolean {
  const descriptor = openSync(file, 'r');
  try {
    if (!fstatSync(descriptor).isFile()) return false;
    const bytes = Buffer.alloc(BEGINNING.length);
    const length = readSync(descriptor, bytes, 0, bytes.length, 0);
    return length === 0 || bytes.equals(BEGINNING);
  } finally {
    closeSync(descriptor);
  }
}
