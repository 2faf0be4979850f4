import { CLASSIFIED_WORDS_KNOWN_MAX } from '../limits.js';
import type { ShadowText } from '../text/shadow-text.js';
import type { TextWord } from '../text/words.js';
import { classReader, marksOf, pairBucket, wordFeatures } from './features.js';
import type { WordFeatures } from './features.js';
import type { Model } from './model-file.js';
import { STRIDE } from './model-file.js';

/** Longer texts are read in stretches of so many words, which overlap, and the worst counts. */
export const STRETCH_WORDS = 150;
const STRETCH_STEP = 120;
/** A text that is hardly longer than one stretch is read as one. */
const ONE_STRETCH_WORDS_MAX = 180;

/** The pair of the first word with nothing before it, and of the last with nothing behind it. */
export const BEGINNING = 1;
export const END = 2;
/** What one dense feature counts for, beside hashed ones that are scaled by their number. */
export const DENSE_VALUE = 0.3;

/** A word with what its own buckets add to each head, in steps of the 8-bit weights. */
interface Known extends WordFeatures {
  readonly sums: Int32Array;
  /** The stretch that last counted it. */
  stamp: number;
}

/** A stretch of words, from one to before another. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What is added up of one text: shared work for its stretches. */
export interface Reading {
  readonly known: readonly Known[];
  readonly marks: readonly number[];
}

/** Adds up the weights of texts. Keeps what it found out about words, never what texts say. */
export interface Adder {
  read(shadow: ShadowText): Reading;
  /** The logit of each head for a stretch; good until the next call. */
  logits(reading: Reading, stretch: Stretch): Float64Array;
}

export function stretchesOf(words: number): readonly Stretch[] {
  if (words <= ONE_STRETCH_WORDS_MAX) return [{ from: 0, to: words }];
  const stretches: Stretch[] = [];
  for (let from = 0; ; from += STRETCH_STEP) {
    const to = Math.min(words, from + STRETCH_WORDS);
    stretches.push({ from, to });
    if (to === words) return stretches;
  }
}

export function adderOf({ header, weights, dense }: Model): Adder {
  const words = new Map<string, Known>();
  const classes = classReader();
  const steps = new Int32Array(STRIDE);
  const logits = new Float64Array(STRIDE);
  const scales = Float64Array.from({ length: STRIDE }, (_, at) => header.heads[at]?.scale ?? 0);
  const biases = Float64Array.from({ length: STRIDE }, (_, at) => header.heads[at]?.bias ?? 0);
  let stamp = 0;

  const knownOf = (word: TextWord): Known => {
    const known = words.get(word.text);
    if (known !== undefined) return known;
    const features = wordFeatures(word);
    const sums = new Int32Array(STRIDE);
    for (const bucket of features.buckets) add(sums, weights, bucket);
    const fresh = { ...features, sums, stamp: 0 };
    words.set(word.text, fresh);
    return fresh;
  };

  return {
    read(shadow) {
      if (words.size >= CLASSIFIED_WORDS_KNOWN_MAX) words.clear();
      return { known: shadow.words.map(knownOf), marks: marksOf(shadow) };
    },
    logits({ known, marks }, { from, to }) {
      stamp += 1;
      steps.fill(0);
      let count = 1;
      let before = BEGINNING;
      for (let at = from; at < to; at += 1) {
        const word = known[at];
        if (word === undefined) break;
        if (word.stamp !== stamp) {
          word.stamp = stamp;
          count += word.buckets.length;
          for (let head = 0; head < STRIDE; head += 1) {
            steps[head] = (steps[head] ?? 0) + (word.sums[head] ?? 0);
          }
        }
        add(steps, weights, pairBucket(before, word.hash));
        before = word.hash;
        count += 1;
      }
      if (to > from) add(steps, weights, pairBucket(before, END));
      const value = 1 / Math.sqrt(to > from ? count + 1 : count);
      for (let head = 0; head < STRIDE; head += 1) {
        logits[head] = (biases[head] ?? 0) + (steps[head] ?? 0) * (scales[head] ?? 0) * value;
      }
      const whole = from === 0 && to === known.length;
      for (const each of classes.read(whole ? known : known.slice(from, to))) {
        addDense(logits, dense, each);
      }
      for (const each of marks) addDense(logits, dense, each);
      return logits;
    },
  };
}

function add(sums: Int32Array, weights: Int8Array, bucket: number): void {
  const row = bucket * STRIDE;
  for (let head = 0; head < STRIDE; head += 1) {
    sums[head] = (sums[head] ?? 0) + (weights[row + head] ?? 0);
  }
}

function addDense(logits: Float64Array, dense: Float32Array, index: number): void {
  const row = index * STRIDE;
  for (let head = 0; head < STRIDE; head += 1) {
    logits[head] = (logits[head] ?? 0) + (dense[row + head] ?? 0) * DENSE_VALUE;
  }
}
