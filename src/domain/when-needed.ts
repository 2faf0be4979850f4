/**
 * Makes something when it is asked for first, and then keeps it: what many a process never needs
 * does not lengthen its start.
 */
export function whenNeeded<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}
