import type { DatabaseConnection, Driver } from 'kysely';

/**
 * What Kysely asks of a connection that the engine manages: whoever wants it is admitted by
 * `enter`. Transactions are the engine's.
 */
export function managedDriver(
  connection: DatabaseConnection,
  enter: () => Promise<void>,
): Driver {
  const done = async (): Promise<void> => Promise.resolve();
  const refuse = async (): Promise<never> =>
    Promise.reject(new Error('transactions are begun by the engine'));
  return {
    init: done,
    acquireConnection: async () => {
      await enter();
      return connection;
    },
    releaseConnection: done,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    destroy: done,
  };
}
