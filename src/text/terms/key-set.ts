/**
 * Keys of words, to say of most words at once that no term begins with them (B. H. Bloom,
 * "Space/time trade-offs in hash coding with allowable errors", 1970, with one hash).
 */
export interface KeySet {
  readonly bits: Int32Array;
  readonly mask: number;
}

/** So that of the keys that are not in the set one in eight passes for one that is. */
const BITS_PER_KEY = 8;
const BITS_MIN = 1_024;
const PAIR_PRIME = 0x9e37_79b1;

export function keySetOf(keys: readonly number[]): KeySet {
  const size = 2 ** Math.ceil(Math.log2(Math.max(BITS_MIN, BITS_PER_KEY * new Set(keys).size)));
  const set = { bits: new Int32Array(size >>> 5), mask: size - 1 };
  for (const key of keys) {
    const place = placeOf(set, key);
    set.bits[place >>> 5] = (set.bits[place >>> 5] as number) | (1 << place);
  }
  return set;
}

/** False only of keys that are not in the set. */
export function mayHold(set: KeySet, key: number): boolean {
  const place = placeOf(set, key);
  return (((set.bits[place >>> 5] as number) >>> place) & 1) === 1;
}

/** One key for two words that follow each other. */
export function pairKey(first: number, second: number): number {
  return Math.imul(first, PAIR_PRIME) ^ second;
}

function placeOf({ mask }: KeySet, key: number): number {
  return (key ^ (key >>> 15)) & mask;
}
