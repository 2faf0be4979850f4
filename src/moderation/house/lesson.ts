import {
  HOUSE_LESSONS_OF_AUTHOR_MAX,
  HOUSE_NAMES_MAX,
  HOUSE_WORDS_MAX,
} from '../../limits.js';
import type { ShadowText } from '../../text/shadow-text.js';

/** Where the shipped model gives no score, its usual one for a comment that is nothing special. */
const UNSCORED_LOGIT = Math.log(0.05 / 0.95);
/** Scores are kept to five places; beyond these they say no more. */
const SCORE_MIN = 0.00001;

/** A text as the layer reads it: the keys of its words in order, and the shipped model's say. */
export interface HouseText {
  readonly words: Int32Array;
  /** The logit of the shipped model's score for toxicity. */
  readonly base: number;
}

/** A moderator's last word on a text. */
export interface Lesson extends HouseText {
  readonly decision_id: string;
  readonly rejected: boolean;
  /** By name: a key that was renewed is the same person. */
  readonly moderator: string;
  readonly author: string;
  /** The same for texts that differ only in case, spacing, signs and tricks. */
  readonly fingerprint: string;
}

/** Words by their keys, so that what was learnt can be told. */
export type Names = Map<number, string>;

/** Reads a text; new words are put down in `names`. */
export function readHouseText(
  { text, words }: Pick<ShadowText, 'text' | 'words'>,
  toxicity: number | undefined,
  names: Names,
): HouseText {
  const count = Math.min(words.count, HOUSE_WORDS_MAX);
  const keys = Int32Array.from(words.keys.slice(0, count));
  for (let at = 0; at < count; at += 1) {
    const key = keys[at] as number;
    if (names.size >= HOUSE_NAMES_MAX || names.has(key)) continue;
    names.set(key, text.slice(words.starts[at], words.ends[at]));
  }
  return { words: keys, base: baseLogit(toxicity) };
}

/** The logit of a score from 0 to 1. */
export function baseLogit(score: number | undefined): number {
  if (score === undefined) return UNSCORED_LOGIT;
  const bounded = Math.min(Math.max(score, SCORE_MIN), 1 - SCORE_MIN);
  return Math.log(bounded / (1 - bounded));
}

/** The key of two words in a row. */
export function pairKey(first: number, second: number): number {
  let mixed = Math.imul(first, 0x9e37_79b1) ^ second;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b_3c6d);
  return mixed ^ (mixed >>> 13);
}

/**
 * The lessons that teach something, in their order, oldest first: of equal texts the newest, and
 * none where they were decided both ways; of one author the newest few.
 */
export function teaching(lessons: readonly Lesson[]): readonly Lesson[] {
  const said = new Map<string, boolean | 'both'>();
  for (const { fingerprint, rejected } of lessons) {
    const before = said.get(fingerprint);
    said.set(fingerprint, before === undefined || before === rejected ? rejected : 'both');
  }
  const told = new Set<string>();
  const ofAuthor = new Map<string, number>();
  return lessons
    .toReversed()
    .filter(({ fingerprint, author }) => {
      if (said.get(fingerprint) === 'both' || told.has(fingerprint)) return false;
      told.add(fingerprint);
      const count = ofAuthor.get(author) ?? 0;
      ofAuthor.set(author, count + 1);
      return count < HOUSE_LESSONS_OF_AUTHOR_MAX;
    })
    .reverse();
}
