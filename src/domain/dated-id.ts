import { createHash } from 'node:crypto';

/** Crockford's alphabet, as ULIDs are written. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_LENGTH = 10;
const CHANCE_LENGTH = 16;

/**
 * An id for something from before it came here: a ULID of that time, whose other 80 bits are the
 * SHA-256 of what it is told by. Equal arguments have equal ids, so that an import which is cut off
 * and run again ends in the same state; and a list by id is in the order of the dates.
 */
export function datedId(prefix: string, milliseconds: number, toldBy: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify([prefix, ...toldBy])).digest();
  const time = written(BigInt(milliseconds), TIME_LENGTH);
  const chance = written(hash.readBigUInt64BE(0) * 65_536n + BigInt(hash.readUInt16BE(8)),
    CHANCE_LENGTH);
  return `${prefix}_${time}${chance}`;
}

function written(number: bigint, length: number): string {
  let digits = '';
  let rest = number;
  for (let at = 0; at < length; at += 1) {
    digits = DIGITS.charAt(Number(rest & 31n)) + digits;
    rest >>= 5n;
  }
  return digits;
}
