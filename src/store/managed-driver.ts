import type { DatabaseConnection, Driver } from 'kysely';

import type { RunPrepared } from './prepared.js';

/** Admits whoever wants to ask something; null where nobody has to wait or is refused. */
export type Enter = (() => Promise<void>) | null;

/**
 * What Kysely asks of a connection that the engine manages: whoever wants it is admitted by
 * `enter`. Transactions are the engine's.
 */
export function managedDriver(
  connection: DatabaseConnection,
  enter: Enter,
): Driver {
  const done = async (): Promise<void> => Promise.resolve();
  const refuse = async (): Promise<never> =>
    Promise.reject(new Error('transactions are begun by the engine'));
  return {
    init: done,
    acquireConnection: async () => {
      if (enter !== null) await enter();
      return connection;
    },
    releaseConnection: done,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    destroy: done,
  };
}

/** The same for queries that are built once, which do not go through the driver. */
export function admitted(run: RunPrepared, enter: Enter): RunPrepared {
  if (enter === null) return run;
  return async (query, values) => {
    await enter();
    return run(query, values);
  };
}
