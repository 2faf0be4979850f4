import { statSync } from 'node:fs';

import { fileGone } from '../errors.js';

/**
 * Remembers which file a name is of. The function that it gives throws where the name is of another
 * one, or of none: what is written then goes into a file that nobody finds again, and SQLite does
 * not notice.
 */
export function fileInPlace(file: string): () => void {
  const opened = statSync(file);
  return () => {
    const now = statSync(file, { throwIfNoEntry: false });
    if (now?.ino !== opened.ino || now.dev !== opened.dev) throw fileGone(file);
  };
}
