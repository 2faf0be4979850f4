import { randomFillSync } from 'node:crypto';

/** Enough for hundreds of ids: asking the system costs as much for one byte as for all of these. */
const POOL_BYTES = 4_096;

/** Takes unguessable bytes. */
export type TakeBytes = (count: number) => Buffer;

/**
 * Unguessable bytes of the system's generator, fetched many at once. Each is given away once, and
 * not kept in the pool when it was.
 *
 * @throws RangeError for more than the pool has room for.
 */
export function randomPool(): TakeBytes {
  const pool = Buffer.alloc(POOL_BYTES);
  let used = POOL_BYTES;
  return (count) => {
    if (count > POOL_BYTES) throw new RangeError(`${count} bytes are more than the pool holds`);
    if (used + count > POOL_BYTES) {
      randomFillSync(pool);
      used = 0;
    }
    const taken = Buffer.from(pool.subarray(used, used + count));
    pool.fill(0, used, used + count);
    used += count;
    return taken;
  };
}
