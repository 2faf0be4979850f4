import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { sqlitePath } from '../store/database-url.js';
import { UsageError } from './command.js';

/**
 * Keeps a command that makes nothing from making a database: at a mistyped path there would be a
 * new one, in which all is well.
 *
 * @throws UsageError where SQLite's file is not there.
 */
export function refuseMissing(databaseUrl: string): void {
  const path = sqlitePath(databaseUrl);
  if (path === null || existsSync(path)) return;
  throw new UsageError(
    `there is no database ${resolve(path)}: see its address, and in which folder this is run`,
  );
}
