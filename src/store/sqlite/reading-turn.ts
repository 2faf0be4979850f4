import type BetterSqlite3 from 'better-sqlite3';

/** What is read within one turn of the event loop, as one transaction. */
export interface ReadingTurn {
  /** Before each query. */
  read(): void;
  /** Something was committed: what is read from here on sees it. */
  renew(): void;
}

/**
 * A query by itself asks the system for a lock and gives it back, which takes longer than most of
 * our look-ups; a request makes some ten of them, and many requests are answered in one turn. So
 * the first query of a turn begins a transaction that ends with the turn, or when this process has
 * written. What other processes write is seen from the next turn on.
 */
export function readingTurn(database: BetterSqlite3.Database): ReadingTurn {
  const begin = database.prepare('BEGIN');
  const end = database.prepare('COMMIT');
  let open = false;
  const renew = (): void => {
    if (!open) return;
    open = false;
    // After some faults SQLite has ended it by itself.
    if (database.open && database.inTransaction) end.run();
  };
  return {
    read: () => {
      if (open) return;
      begin.run();
      open = true;
      setImmediate(renew);
    },
    renew,
  };
}
