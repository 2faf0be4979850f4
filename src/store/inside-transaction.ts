import { AsyncLocalStorage } from 'node:async_hooks';

const transactions = new AsyncLocalStorage<true>();

/** Runs `work` and everything it awaits as the inside of a transaction. */
export async function asTransaction<T>(work: () => Promise<T>): Promise<T> {
  return transactions.run(true, work);
}

/**
 * Whether the caller runs inside a transaction. The outer database handle would wait there for the
 * connection that the transaction itself holds, for ever.
 */
export function insideTransaction(): boolean {
  return transactions.getStore() === true;
}
