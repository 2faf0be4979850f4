import { monotonicFactory } from 'ulid';

import type { Deps } from '../deps.js';
import type { TakeBytes } from './random-pool.js';

/** Chance is asked for a sign at a time, which is one of 32. */
const BYTE_VALUES = 256;
const BYTES_AT_ONCE = 256;

/**
 * Makes ids: a prefix and a ULID, each after the ones before it, even within a millisecond and when
 * the clock goes back. By itself the library asks the system for the chance of each sign alone, and
 * an id took 135 µs that takes 1.
 */
export function idMaker(take: TakeBytes): Deps['newId'] {
  let bytes = take(BYTES_AT_ONCE);
  let at = 0;
  const ulid = monotonicFactory(() => {
    if (at === bytes.length) {
      bytes = take(BYTES_AT_ONCE);
      at = 0;
    }
    const byte = bytes[at] ?? 0;
    at += 1;
    return byte / BYTE_VALUES;
  });
  return (prefix) => `${prefix}_${ulid()}`;
}
