import { SqliteAdapter } from 'kysely';

import type { Database } from './database.js';

export type Dialect = 'sqlite' | 'postgres';

/** Which engine it is: for search, lists and migrations; everything else is the same on both. */
export function dialectOf(db: Database): Dialect {
  return db.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres';
}
