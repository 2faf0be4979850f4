import { AsyncLocalStorage } from 'node:async_hooks';

/** Made when it is first needed: it hooks every promise of the process. */
let transactions: AsyncLocalStorage<true> | null = null;

/** Runs `work` and everything it awaits as the inside of a transaction. */
export async function asTransaction<T>(work: () => Promise<T>): Promise<T> {
  transactions ??= new AsyncLocalStorage<true>();
  return transactions.run(true, work);
}

/**
 * Refuses the outer store to whoever is inside a transaction: it would see what was before, or wait
 * for the connection that the transaction itself holds, for ever.
 *
 * @throws Error inside a transaction.
 */
export async function refuseInside(): Promise<void> {
  if (transactions?.getStore() === true) {
    throw new Error('inside a transaction, use the store that it was given, not the outer one');
  }
  return Promise.resolve();
}
