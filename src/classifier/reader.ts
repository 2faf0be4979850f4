import { BODY_LENGTH_MAX, CLASSIFIED_WORDS_KNOWN_MAX } from '../limits.js';
import type { ShadowText } from '../text/shadow-text.js';
import { type TextWord, wordAt } from '../text/words.js';
import { classReader, marksOf, pairBucket, wordFeatures } from './features.js';
import type { WordFeatures } from './features.js';
import type { Model } from './model-file.js';
import { HIDDEN, STRIDE } from './model-file.js';
import type { Head, ModelHeader } from './model-header.js';

/** Longer texts are read in stretches of so many words, which overlap, and the worst counts. */
export const STRETCH_WORDS = 150;
const STRETCH_STEP = 120;
/** A text that is hardly longer than one stretch is read as one. */
const ONE_STRETCH_WORDS_MAX = 180;

/** The longest body has no more words. */
const WORDS_MAX = BODY_LENGTH_MAX / 2;

/** The pair of the first word with nothing before it, and of the last with nothing behind it. */
export const BEGINNING = 1;
export const END = 2;
/** What one dense feature counts for, beside hashed ones that are scaled by their number. */
export const DENSE_VALUE = 0.3;

/** A word with where the sum of its own buckets lies, and which stretch last counted it. */
interface Known extends WordFeatures {
  readonly row: number;
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

export function adderOf(model: Model): Adder {
  const { header, weights, dense } = model;
  const hidden = new Float64Array(HIDDEN);
  const words = new Map<string, Known>();
  /** Of each known word what its own buckets add to each head, in steps of the 8-bit weights. */
  const ownSums = new Int32Array((CLASSIFIED_WORDS_KNOWN_MAX + WORDS_MAX) * STRIDE);
  const classes = classReader();
  const steps = new Int32Array(STRIDE);
  const logits = new Float64Array(STRIDE);
  const scales = ofHeads(header, ({ scale }) => scale);
  const biases = ofHeads(header, ({ bias }) => bias);
  let stamp = 0;

  const learn = (word: TextWord): Known => {
    const features = wordFeatures(word);
    const row = words.size * STRIDE;
    const sums = ownSums.subarray(row, row + STRIDE).fill(0);
    for (const bucket of features.buckets) addRow(sums, weights, bucket * STRIDE);
    const known = { ...features, row, stamp: 0 };
    words.set(word.text, known);
    return known;
  };

  return {
    read(shadow) {
      if (words.size >= CLASSIFIED_WORDS_KNOWN_MAX) words.clear();
      const known: Known[] = [];
      const { text, words: table } = shadow;
      for (let at = 0; at < Math.min(table.count, WORDS_MAX); at += 1) {
        const word = text.slice(table.starts[at], table.ends[at]);
        known.push(words.get(word) ?? learn(wordAt(text, table, at)));
      }
      return { known, marks: marksOf(shadow) };
    },
    logits({ known, marks }, { from, to }) {
      stamp += 1;
      steps.fill(0);
      let [count, before] = [1, BEGINNING];
      for (let at = from; at < to; at += 1) {
        const word = known[at];
        if (word === undefined) break;
        if (word.stamp !== stamp) {
          word.stamp = stamp;
          count += word.buckets.length;
          addSums(steps, ownSums, word.row);
        }
        addRow(steps, weights, pairBucket(before, word.hash) * STRIDE);
        before = word.hash;
      }
      // Each word makes a pair with the one before it, and the last with the end.
      count += to > from ? Math.min(to, known.length) - from + 1 : 0;
      if (to > from) addRow(steps, weights, pairBucket(before, END) * STRIDE);
      const value = 1 / Math.sqrt(count);
      logits.fill(0);
      const whole = from === 0 && to === known.length;
      const active = classes.read(whole ? known : known.slice(from, to));
      addDenseRows(logits, dense, active);
      addDenseRows(logits, dense, marks);
      activate(hidden, model, { active, marks });
      for (let head = 0; head < STRIDE; head += 1) {
        logits[head] =
          (biases[head] ?? 0) +
          (logits[head] ?? 0) * DENSE_VALUE +
          (steps[head] ?? 0) * (scales[head] ?? 0) * value;
      }
      addUnits(logits, model.outer, hidden);
      return logits;
    },
  };
}

/** A number of each head, and 0 where the stride is wider than the heads. */
function ofHeads({ heads }: ModelHeader, value: (head: Head) => number): Float64Array {
  const values = new Float64Array(STRIDE);
  values.set(heads.map(value));
  return values;
}

/** Written out for each head: this is where scoring spends its time. */
function addRow(sums: Int32Array, table: Int8Array, row: number): void {
  sums[0] = (sums[0] ?? 0) + (table[row] ?? 0);
  sums[1] = (sums[1] ?? 0) + (table[row + 1] ?? 0);
  sums[2] = (sums[2] ?? 0) + (table[row + 2] ?? 0);
  sums[3] = (sums[3] ?? 0) + (table[row + 3] ?? 0);
  sums[4] = (sums[4] ?? 0) + (table[row + 4] ?? 0);
  sums[5] = (sums[5] ?? 0) + (table[row + 5] ?? 0);
  sums[6] = (sums[6] ?? 0) + (table[row + 6] ?? 0);
}

/** The same for sums, so that each of the two sees one kind of table. */
function addSums(sums: Int32Array, table: Int32Array, row: number): void {
  sums[0] = (sums[0] ?? 0) + (table[row] ?? 0);
  sums[1] = (sums[1] ?? 0) + (table[row + 1] ?? 0);
  sums[2] = (sums[2] ?? 0) + (table[row + 2] ?? 0);
  sums[3] = (sums[3] ?? 0) + (table[row + 3] ?? 0);
  sums[4] = (sums[4] ?? 0) + (table[row + 4] ?? 0);
  sums[5] = (sums[5] ?? 0) + (table[row + 5] ?? 0);
  sums[6] = (sums[6] ?? 0) + (table[row + 6] ?? 0);
}

function addDenseRows(
  logits: Float64Array,
  table: Float32Array,
  indices: ArrayLike<number>,
): void {
  for (let at = 0; at < indices.length; at += 1) {
    addDense(logits, table, (indices[at] ?? 0) * STRIDE);
  }
}

function addDense(logits: Float64Array, table: Float32Array, row: number): void {
  logits[0] = (logits[0] ?? 0) + (table[row] ?? 0);
  logits[1] = (logits[1] ?? 0) + (table[row + 1] ?? 0);
  logits[2] = (logits[2] ?? 0) + (table[row + 2] ?? 0);
  logits[3] = (logits[3] ?? 0) + (table[row + 3] ?? 0);
  logits[4] = (logits[4] ?? 0) + (table[row + 4] ?? 0);
  logits[5] = (logits[5] ?? 0) + (table[row + 5] ?? 0);
  logits[6] = (logits[6] ?? 0) + (table[row + 6] ?? 0);
}

/** What the units of the hidden layer get from the dense features that hold. */
function activate(
  hidden: Float64Array,
  { inner, innerBiases }: Pick<Model, 'inner' | 'innerBiases'>,
  { active, marks }: { readonly active: Int32Array; readonly marks: readonly number[] },
): void {
  hidden.fill(0);
  for (let at = 0; at < active.length; at += 1) addInner(hidden, inner, active[at] ?? 0);
  for (const mark of marks) addInner(hidden, inner, mark);
  for (let unit = 0; unit < HIDDEN; unit += 1) {
    hidden[unit] = (innerBiases[unit] ?? 0) + (hidden[unit] ?? 0) * DENSE_VALUE;
  }
}

function addInner(hidden: Float64Array, inner: Float32Array, index: number): void {
  const row = index * HIDDEN;
  for (let unit = 0; unit < HIDDEN; unit += 1) {
    hidden[unit] = (hidden[unit] ?? 0) + (inner[row + unit] ?? 0);
  }
}

/** What the units that are active give to the heads. */
function addUnits(logits: Float64Array, outer: Float32Array, hidden: Float64Array): void {
  for (let unit = 0; unit < HIDDEN; unit += 1) {
    const strength = hidden[unit] ?? 0;
    if (strength <= 0) continue;
    const row = unit * STRIDE;
    for (let head = 0; head < STRIDE; head += 1) {
      logits[head] = (logits[head] ?? 0) + strength * (outer[row + head] ?? 0);
    }
  }
}
