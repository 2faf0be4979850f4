/**
 * What does not wait for one another, asked of the store at once: a database at a distance then
 * answers in one round trip. Waits for all of it also where something fails, and only then throws
 * what failed first, so that nothing is still being written when the transaction is undone.
 */
export async function together<T extends readonly unknown[]>(
  all: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  const settled = await Promise.allSettled(all as readonly Promise<unknown>[]);
  const failed = settled.find((each) => each.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return settled.map((each) => (each as PromiseFulfilledResult<unknown>).value) as unknown as T;
}
