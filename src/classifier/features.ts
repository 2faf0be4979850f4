import type { ShadowText } from '../text/shadow-text.js';
import type { TextWord } from '../text/words.js';
import { CLASSES, classesOf } from './class-index.js';

/** Hashed features share this many buckets. */
export const BUCKETS = 1 << 18;
const BUCKET_SHIFT = 32 - 18;

export const CLASS_COUNT = CLASSES.length;
/** A class is counted in steps: once, twice, four times and more. */
const COUNT_STEPS = 3;
/** Classes in the words before, up to this far, are near; the word just before is beside. */
const NEAR_WORDS_MAX = 4;
const MARKS = 12;

/** Where in the dense features each group begins. */
export const COUNTS_AT = 0;
export const BESIDE_AT = CLASS_COUNT * COUNT_STEPS;
export const NEAR_AT = BESIDE_AT + CLASS_COUNT * CLASS_COUNT;
export const MARKS_AT = NEAR_AT + CLASS_COUNT * CLASS_COUNT;
export const DENSE_COUNT = MARKS_AT + MARKS;

/** Characters of one word that n-grams are made of; nobody writes a longer word in earnest. */
const WORD_LENGTH_MAX = 24;
const GRAM_MIN = 3;
const GRAM_MAX = 5;
const PRIME = 0x01000193;

/** What is known of a word by itself. */
export interface WordFeatures {
  /** The word, then its character n-grams; a bucket may stand twice. */
  readonly buckets: Int32Array;
  readonly hash: number;
  readonly classes: number;
}

/** Reads a word. Pure; callers remember what they asked for. */
export function wordFeatures(word: TextWord): WordFeatures {
  const { text } = word;
  const padded = `<${text.slice(0, WORD_LENGTH_MAX)}>`;
  const hash = hashOf(text);
  const buckets = [bucketOf(hash)];
  for (let from = 0; from < padded.length; from += 1) {
    let gram = 0x811c9dc5;
    const to = Math.min(padded.length, from + GRAM_MAX);
    for (let at = from; at < to; at += 1) {
      gram = Math.imul(gram ^ padded.charCodeAt(at), PRIME);
      if (at - from + 1 >= GRAM_MIN) buckets.push(bucketOf(gram));
    }
  }
  const classes = classesOf(text) | (word.undoubled === text ? 0 : classesOf(word.undoubled));
  return { buckets: Int32Array.from(buckets), hash, classes };
}

function hashOf(text: string): number {
  let hash = 0x2f0b4a27;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  }
  return hash;
}

/** Mixes the bits, so that the upper ones depend on all. */
function bucketOf(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) >>> BUCKET_SHIFT;
}

/** The bucket of two words that follow one another. */
export function pairBucket(first: number, second: number): number {
  return bucketOf(Math.imul(first, 0x9e3779b1) ^ second);
}

/** Collects the dense features of a text: classes, classes beside and near one another, marks. */
export interface ClassReader {
  /** The indices of the features that hold. Good until the next call. */
  read(words: readonly WordFeatures[]): Int32Array;
}

export function classReader(): ClassReader {
  const stamps = new Int32Array(MARKS_AT);
  const counts = new Int32Array(CLASS_COUNT);
  const active = new Int32Array(MARKS_AT);
  let stamp = 0;
  let length = 0;
  const put = (index: number): void => {
    if (stamps[index] === stamp) return;
    stamps[index] = stamp;
    active[length] = index;
    length += 1;
  };
  const pairs = (at: number, before: number, here: number): void => {
    for (let left = before; left !== 0; left &= left - 1) {
      const row = at + bitOf(left) * CLASS_COUNT;
      for (let right = here; right !== 0; right &= right - 1) put(row + bitOf(right));
    }
  };
  return {
    read(words) {
      stamp += 1;
      length = 0;
      counts.fill(0);
      for (let at = 0; at < words.length; at += 1) {
        const here = words[at]?.classes ?? 0;
        if (here === 0) continue;
        for (let rest = here; rest !== 0; rest &= rest - 1) {
          const each = bitOf(rest);
          counts[each] = (counts[each] ?? 0) + 1;
        }
        pairs(BESIDE_AT, words[at - 1]?.classes ?? 0, here);
        let near = 0;
        for (let back = 2; back <= NEAR_WORDS_MAX; back += 1) {
          near |= words[at - back]?.classes ?? 0;
        }
        pairs(NEAR_AT, near, here);
      }
      for (let each = 0; each < CLASS_COUNT; each += 1) {
        const count = counts[each] ?? 0;
        const first = COUNTS_AT + each * COUNT_STEPS;
        if (count >= 1) put(first);
        if (count >= 2) put(first + 1);
        if (count >= 4) put(first + 2);
      }
      return active.subarray(0, length);
    },
  };
}

const bitOf = (mask: number): number => 31 - Math.clz32(mask & -mask);

const PICTURES_OF_CONTEMPT = /[\u{1F921}\u{1F4A9}\u{1F92E}\u{1F595}\u{1F922}\u{1F92C}\u{1F621}]/u;
const PICTURES_OF_JOY = /[\u2764\u{1F60D}\u{1F970}\u{1F44D}\u{1F64F}\u{1F389}\u{1F60A}\u{1F642}]/u;
const PICTURES_OF_LAUGHTER = /[\u{1F602}\u{1F923}\u{1F606}\u{1F644}]/u;
const CENSORED = /[*#][a-z]|[a-z][*#]{2}/u;
const QUOTED = /"[^"\n]{2,}"/u;
const CAPITALS_LETTERS_MIN = 10;

/** Marks of a text as it was submitted and of its length: indices into the dense features. */
export function marksOf({ source, text, words }: ShadowText): readonly number[] {
  const marks: number[] = [];
  const mark = (at: number, holds: boolean): void => {
    if (holds) marks.push(MARKS_AT + at);
  };
  mark(0, words.count <= 4);
  mark(1, words.count <= 10);
  mark(2, words.count > 60);
  mark(3, text.includes('?'));
  mark(4, text.includes('!!'));
  mark(5, text.includes('"') && QUOTED.test(text));
  mark(6, text.includes('http') || text.includes('www.'));
  mark(7, isShouted(source));
  mark(8, CENSORED.test(text));
  const beyond = source !== text && /[^\0-\u2000]/u.test(source);
  mark(9, beyond && PICTURES_OF_CONTEMPT.test(source));
  mark(10, beyond && PICTURES_OF_JOY.test(source));
  mark(11, beyond && PICTURES_OF_LAUGHTER.test(source));
  return marks;
}

/** Whether most letters are capitals. */
function isShouted(source: string): boolean {
  let upper = 0;
  let lower = 0;
  const length = Math.min(source.length, 1_000);
  for (let at = 0; at < length; at += 1) {
    const unit = source.charCodeAt(at);
    if (unit >= 0x41 && unit <= 0x5a) upper += 1;
    else if (unit >= 0x61 && unit <= 0x7a) lower += 1;
  }
  return upper >= CAPITALS_LETTERS_MIN && upper > lower;
}
