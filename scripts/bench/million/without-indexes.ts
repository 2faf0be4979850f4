import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';

/** Runs a statement, and answers its rows. */
export type Ask = (sql: string) => Promise<readonly Record<string, unknown>[]>;

interface Index {
  readonly name: string;
  readonly sql: string;
}

/**
 * Does the work with all indexes away that are not of a key, and makes them again: rows that come
 * in the order of no index are then stored in a tenth of the time.
 */
export async function withoutIndexes(
  url: string,
  work: (ask: Ask) => Promise<void>,
): Promise<void> {
  await asking(url, async (ask) => {
    const found = (await ask(isPostgres(url) ? POSTGRES : SQLITE)) as unknown as readonly Index[];
    for (const { name } of found) await ask(`DROP INDEX ${name}`);
    await work(ask);
    for (const { sql } of found) await ask(sql);
    // PostgreSQL would do so by itself in a while. SQLite is asked for it by nobody.
    if (isPostgres(url)) await ask('ANALYZE');
  });
}

const isPostgres = (url: string): boolean => url.startsWith('postgres');

const SQLITE = `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`;
const POSTGRES = `SELECT indexname AS name, indexdef AS sql FROM pg_indexes
  WHERE schemaname = 'public' AND indexname NOT IN (SELECT conname FROM pg_constraint)`;

async function asking(url: string, work: (ask: Ask) => Promise<void>): Promise<void> {
  if (isPostgres(url)) {
    const client = new pg.Client(url);
    await client.connect();
    try {
      await client.query(`SET maintenance_work_mem = '512MB'`);
      await work(async (sql) => (await client.query<Record<string, unknown>>(sql)).rows);
    } finally {
      await client.end();
    }
    return;
  }
  const database = new BetterSqlite3(url.replace(/^sqlite:/u, ''));
  database.pragma('cache_size = -524288');
  database.pragma('synchronous = OFF');
  try {
    await work(async (sql) => {
      const statement = database.prepare(sql);
      if (statement.reader) return Promise.resolve(statement.all() as Record<string, unknown>[]);
      statement.run();
      return Promise.resolve([]);
    });
  } finally {
    database.close();
  }
}
