const SQLITE = 'sqlite:';

/** How the sessions of the service are known at a server. */
export const APPLICATION_NAME = 'gatepost';

export function isPostgresUrl(url: string): boolean {
  return /^postgres(?:ql)?:\/\//u.test(url);
}

/** The path that a DATABASE_URL of SQLite names, `:memory:` too; null where it names none. */
export function sqlitePath(url: string): string | null {
  return url.startsWith(SQLITE) && url !== SQLITE ? url.slice(SQLITE.length) : null;
}

/** A DATABASE_URL for people to read: what may hold a password is left out. */
export function shownUrl(url: string): string {
  if (sqlitePath(url) !== null) return url;
  if (!URL.canParse(url)) return 'postgres://…';
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
