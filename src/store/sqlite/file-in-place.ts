import { type Stats, statSync } from 'node:fs';

import { fileGone } from '../errors.js';

/**
 * Remembers which files the names of a database and of its log are of. The function that it gives
 * throws where one is of another file, or of none: what is written then goes into a file that
 * nobody finds again, and SQLite does not notice.
 */
export function fileInPlace(file: string): () => void {
  const isDatabase = sameAs(file);
  // It comes into being with the first transaction, and stays as long as the database is open.
  const isLog = sameAs(`${file}-wal`);
  return () => {
    if (!isDatabase()) throw fileGone(file);
    if (!isLog()) throw fileGone(`${file}-wal`);
  };
}

function sameAs(file: string): () => boolean {
  let first = statSync(file, { throwIfNoEntry: false });
  return () => {
    const now = looked(file, first);
    first ??= now;
    return now?.ino === first?.ino && now?.dev === first?.dev;
  };
}

/** A disk that does not say is left to the commit, which knows more of what is wrong with it. */
function looked(file: string, otherwise: Stats | undefined): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return otherwise;
  }
}
