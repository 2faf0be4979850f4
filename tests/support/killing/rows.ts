import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';

/** Reads a database beside the service, past the store: what is there, whoever says what. */
export async function rowsOf(url: string): Promise<{
  all(sql: string): Promise<readonly Record<string, unknown>[]>;
  close(): Promise<void>;
}> {
  if (url.startsWith('sqlite:')) {
    const database = new BetterSqlite3(url.slice('sqlite:'.length));
    return {
      all: async (sql) =>
        Promise.resolve(database.prepare<[], Record<string, unknown>>(sql).all()),
      close: async () => {
        database.close();
        return Promise.resolve();
      },
    };
  }
  const client = new pg.Client(url);
  await client.connect();
  return {
    all: async (sql) => (await client.query<Record<string, unknown>>(sql)).rows,
    close: async () => client.end(),
  };
}
