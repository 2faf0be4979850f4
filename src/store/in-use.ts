import { existsSync } from 'node:fs';

import BetterSqlite3 from 'better-sqlite3';

import { APPLICATION_NAME, sqlitePath } from './database-url.js';
import { isBusy } from './errors.js';

/** Whether the service, or a command of it, has the database open; asked before one opens it. */
export async function isInUse(url: string): Promise<boolean> {
  const path = sqlitePath(url);
  return path === null ? hasSessions(url) : existsSync(path) && isOpenElsewhere(path);
}

/** Whoever has a database in WAL mode open keeps others from having it for themselves. */
function isOpenElsewhere(path: string): boolean {
  const database = new BetterSqlite3(path, { fileMustExist: true, timeout: 0 });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('BEGIN IMMEDIATE');
    database.exec('ROLLBACK');
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    throw error;
  } finally {
    database.close();
  }
}

async function hasSessions(url: string): Promise<boolean> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, application_name: 'gatepost copy' });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `SELECT 1 FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = $1`,
      [APPLICATION_NAME],
    );
    return rowCount !== 0;
  } finally {
    await client.end();
  }
}
