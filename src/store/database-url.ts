const SQLITE = 'sqlite:';

/** The path that a DATABASE_URL of SQLite names, `:memory:` too; null where it names none. */
export function sqlitePath(url: string): string | null {
  return url.startsWith(SQLITE) && url !== SQLITE ? url.slice(SQLITE.length) : null;
}
