import { SKETCH_CHARACTERS } from '../limits.js';
import { ownTokens, type Token } from './own-tokens.js';
import type { ShadowText } from './shadow-text.js';

/** What is kept of a text so that texts nearly like it can be found and compared. */
export interface TextSketch {
  /** One character for each bin; see `similarity`. */
  readonly sketch: string;
  /** Near texts mostly share one; the second is null for a text of one pair over and over. */
  readonly keys: readonly [string, string | null];
}

/** One character each, so that a sketch is short; estimates of 0.5 are then right within 0.06. */
const BINS = SKETCH_CHARACTERS;
const BIN_SHIFT = 26;
const RANK_MASK = 0x3ff_ffff;
const NO_RANK = 0xffff_ffff;
const SYMBOLS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const EMPTY = '.';
const EMPTY_CODE = EMPTY.charCodeAt(0);

/**
 * Below this a text says too little of its own: "thank you for this interesting article" is
 * written by many, and one changed word would be a large part of it.
 */
export const SKETCH_TOKENS_MIN = 10;
export const SKETCH_UNITS_MIN = 40;

/** Pairs of short words, as "of the", stand in every text and would lead to every text. */
const KEY_UNITS_MIN = 9;
/** Put before the hashes of such pairs, which are keys only where a text has no better ones. */
const LAST = 0x1_0000_0000;

/**
 * From here on two texts are near: two thirds of the pairs of words in each are in the other, too.
 * In the tests copies with a few changed words, a greeting, a name or swapped sentences have 0.5
 * to 1; of 1,326 pairs of different comments none had 0.15.
 */
export const NEAR_SIMILARITY_MIN = 0.5;
/** Bins that are empty in both count here, so that what has fewer is near in no case. */
const EQUAL_BINS_MIN = BINS * NEAR_SIMILARITY_MIN;

/** Used anew for each text; judging is synchronous. */
const bins = new Uint32Array(BINS);

/**
 * Sketches a text by the pairs of neighbouring words in it, so that the share of pairs that two
 * texts have in common can be estimated: one-permutation hashing (Li, Owen and Zhang, "One
 * Permutation Hashing", NIPS 2012), of each bin's smallest value the lowest six bits (Li and König,
 * "b-Bit Minwise Hashing", WWW 2010). The keys are the two smallest hashes of all. Numbers read
 * alike, emoji and punctuation do not count, nor do words that the author quotes. Null for a text
 * that is too short. Linear in the length.
 */
export function sketchOf(shadow: ShadowText): TextSketch | null {
  const tokens = ownTokens(shadow);
  if (tokens.length < SKETCH_TOKENS_MIN) return null;
  bins.fill(NO_RANK);
  let units = 0;
  let before: Token | null = null;
  let first = Infinity;
  let second = Infinity;
  for (const token of tokens) {
    units += token.units;
    if (before !== null) {
      const hash = pairHash(before.hash, token.hash);
      const bin = hash >>> BIN_SHIFT;
      bins[bin] = Math.min(bins[bin] as number, hash & RANK_MASK);
      const order = before.units + token.units < KEY_UNITS_MIN ? LAST + hash : hash;
      if (order < first) {
        second = first;
        first = order;
      } else if (order < second && order !== first) {
        second = order;
      }
    }
    before = token;
  }
  if (units < SKETCH_UNITS_MIN) return null;
  const last = second === Infinity ? null : keyOf(second);
  return { sketch: written(), keys: [keyOf(first), last] };
}

/**
 * An estimate, from 0 to 1, of the share of word pairs that two sketched texts have in common
 * (Jaccard's index); bins that are empty in both say nothing.
 */
export function similarity(one: string, other: string): number {
  let filled = 0;
  let equal = 0;
  for (let bin = 0; bin < BINS; bin += 1) {
    const symbol = one.charCodeAt(bin);
    const same = symbol === other.charCodeAt(bin);
    if (same && symbol === EMPTY_CODE) continue;
    filled += 1;
    if (same) equal += 1;
  }
  return equal / Math.max(filled, 1);
}

/** Whether two sketched texts are copies of one another with small changes. */
export function isNear(one: string, other: string): boolean {
  return similarity(one, other) >= NEAR_SIMILARITY_MIN;
}

/** Whether a text is near to one of those whose sketches stand one behind the other. */
export function isNearAny(sketch: string, sketches: string): boolean {
  if (sketches === '') return false;
  const [own, others] = [fourByFour(sketch), fourByFour(sketches)];
  for (let at = 0; at < others.length; at += BINS / 4) {
    if (equalBins(own, others, at) < EQUAL_BINS_MIN) continue;
    if (isNear(sketch, sketches.slice(4 * at, 4 * at + BINS))) return true;
  }
  return false;
}

function fourByFour(sketches: string): Uint32Array {
  const { buffer, byteOffset } = Buffer.from(sketches, 'latin1');
  return new Uint32Array(buffer, byteOffset, sketches.length / 4);
}

/**
 * In how many bins a sketch is what another is, four at a time and without a branch, which would
 * mostly be foreseen wrongly: how many bytes of a word are zero (Warren, "Hacker's Delight", 6-1).
 */
function equalBins(own: Uint32Array, others: Uint32Array, at: number): number {
  let equal = 0;
  for (let word = 0; word < BINS / 4; word += 1) {
    const differ = (own[word] as number) ^ (others[at + word] as number);
    const zeros = ~(((differ & 0x7f7f_7f7f) + 0x7f7f_7f7f) | differ | 0x7f7f_7f7f);
    equal += Math.imul(zeros >>> 7, 0x0101_0101) >>> 24;
  }
  return equal;
}

/** In order: "dog bites man" is not "man bites dog". The mixing is MurmurHash3's (Appleby). */
function pairHash(before: number, word: number): number {
  let hash = Math.imul(before, 0x9e37_79b1) ^ word;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function written(): string {
  let sketch = '';
  for (const rank of bins) sketch += rank === NO_RANK ? EMPTY : SYMBOLS.charAt(rank & 0x3f);
  return sketch;
}

const keyOf = (order: number): string => order.toString(36);
