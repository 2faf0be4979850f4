import { shadowWords } from '../../src/text/shadow-text.js';
import {
  BUCKETS,
  classReader,
  DENSE_COUNT,
  marksOf,
  pairBucket,
  wordFeatures,
  type WordFeatures,
} from '../../src/classifier/features.js';
import { STRIDE } from '../../src/classifier/model-file.js';
import { BEGINNING, DENSE_VALUE, END } from '../../src/classifier/reader.js';
import type { Random } from '../figures/random.js';
import { ATTRIBUTES } from '../../src/domain/attribute.js';
import { type Row } from './rows.js';

/** The features of one text, as inference adds them up. */
export interface Example {
  readonly buckets: Int32Array;
  readonly dense: Int32Array;
  readonly labels: readonly number[];
  readonly weight: number;
}

/** Trained weights before they are made small. */
export interface Fitted {
  readonly biases: Float64Array;
  readonly weights: Float32Array;
  readonly dense: Float32Array;
}

/** Chosen on the development tenths; see the model card. */
const WORDS_MAX = 180;
const EPOCHS = 3;
const RATE = 0.15;
const DENSE_RATE = 0.05;
const BIAS_RATE = 0.01;
const DECAY = 1e-4;
const RATIO_MIN = 0.1;
const RATIO_MAX = 3;
/** A bucket that nobody has used yet moves no faster than this lets it. */
const FIRST_SQUARE = 1e-3;
/** Buckets that a typical bucket shares its smoothing with: a fifth of all are in use. */
const SMOOTHED_BUCKETS = BUCKETS / 5;
const HEADS = ATTRIBUTES.length;

/** Turns rows into examples; words that occur again are read once. */
export function examplesOf(rows: readonly Row[]): readonly Example[] {
  const known = new Map<string, WordFeatures>();
  const classes = classReader();
  return rows.map(({ shadow, labels, weight }) => {
    const words = shadowWords(shadow, WORDS_MAX).map((word) => {
      const found = known.get(word.text) ?? wordFeatures(word);
      known.set(word.text, found);
      return found;
    });
    const buckets: number[] = [];
    for (const word of new Set(words)) buckets.push(...word.buckets);
    let before = BEGINNING;
    for (const { hash } of words) {
      buckets.push(pairBucket(before, hash));
      before = hash;
    }
    if (words.length > 0) buckets.push(pairBucket(before, END));
    const dense = [...classes.read(words), ...marksOf(shadow)];
    return { buckets: Int32Array.from(buckets), dense: Int32Array.from(dense), labels, weight };
  });
}

/**
 * Logistic regression for all heads at once, each hashed feature scaled by how much more often it
 * occurs in one class than in the other (Wang and Manning 2012, "Baselines and Bigrams"), fitted
 * by AdaGrad (Duchi et al. 2011).
 */
export function fitLinear(examples: readonly Example[], random: Random): Fitted {
  const ratios = logCountRatios(examples);
  const weights = new Float32Array(BUCKETS * STRIDE);
  const squares = new Float32Array(BUCKETS * STRIDE).fill(FIRST_SQUARE);
  const dense = new Float32Array(DENSE_COUNT * STRIDE);
  const denseSquares = new Float32Array(DENSE_COUNT * STRIDE).fill(FIRST_SQUARE);
  const biases = new Float64Array(STRIDE).fill(-1);
  const slopes = new Float64Array(STRIDE);
  const logits = new Float64Array(STRIDE);
  const step = ({ buckets, dense: indices, labels, weight }: Example): void => {
    const value = 1 / Math.sqrt(buckets.length + 1);
    logits.set(biases);
    for (const bucket of buckets) {
      for (let at = bucket * STRIDE, head = 0; head < HEADS; at += 1, head += 1) {
        logits[head] = (logits[head] ?? 0) + (weights[at] ?? 0) * (ratios[at] ?? 0) * value;
      }
    }
    for (const index of indices) {
      for (let at = index * STRIDE, head = 0; head < HEADS; at += 1, head += 1) {
        logits[head] = (logits[head] ?? 0) + (dense[at] ?? 0) * DENSE_VALUE;
      }
    }
    for (let head = 0; head < HEADS; head += 1) {
      const label = labels[head] ?? -1;
      const slope = label < 0 ? 0 : weight * (logistic(logits[head] ?? 0) - label);
      slopes[head] = slope;
      biases[head] = (biases[head] ?? 0) - BIAS_RATE * slope;
    }
    for (const bucket of buckets) {
      for (let at = bucket * STRIDE, head = 0; head < HEADS; at += 1, head += 1) {
        const slope = (slopes[head] ?? 0) * value * (ratios[at] ?? 0) + DECAY * (weights[at] ?? 0);
        squares[at] = (squares[at] ?? 0) + slope * slope;
        weights[at] = (weights[at] ?? 0) - (RATE * slope) / Math.sqrt(squares[at] ?? 1);
      }
    }
    for (const index of indices) {
      for (let at = index * STRIDE, head = 0; head < HEADS; at += 1, head += 1) {
        const slope = (slopes[head] ?? 0) * DENSE_VALUE + DECAY * (dense[at] ?? 0);
        denseSquares[at] = (denseSquares[at] ?? 0) + slope * slope;
        dense[at] = (dense[at] ?? 0) - (DENSE_RATE * slope) / Math.sqrt(denseSquares[at] ?? 1);
      }
    }
  };
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const at of random.order(examples.length)) {
      const example = examples[at];
      if (example !== undefined) step(example);
    }
  }
  return { biases, weights: weights.map((weight, at) => weight * (ratios[at] ?? 0)), dense };
}

export const logistic = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** Of each bucket and head, how strongly it speaks, whichever way. */
function logCountRatios(examples: readonly Example[]): Float32Array {
  const counts = [new Float32Array(BUCKETS * STRIDE), new Float32Array(BUCKETS * STRIDE)] as const;
  const totals = [new Float64Array(STRIDE), new Float64Array(STRIDE)] as const;
  for (const { buckets, labels } of examples) {
    for (const bucket of new Set(buckets)) {
      for (let head = 0; head < HEADS; head += 1) {
        const label = labels[head];
        if (label !== 0 && label !== 1) continue;
        const at = bucket * STRIDE + head;
        counts[label][at] = (counts[label][at] ?? 0) + 1;
        totals[label][head] = (totals[label][head] ?? 0) + 1;
      }
    }
  }
  const share = (label: 0 | 1, at: number): number =>
    ((counts[label][at] ?? 0) + 1) / ((totals[label][at % STRIDE] ?? 0) + SMOOTHED_BUCKETS);
  return new Float32Array(BUCKETS * STRIDE).map((_, at) =>
    Math.min(RATIO_MAX, RATIO_MIN + Math.abs(Math.log(share(1, at) / share(0, at)))),
  );
}

/** The logit of each head, for calibration and figures. */
export function logitsOf({ biases, weights, dense }: Fitted, example: Example): Float64Array {
  const logits = Float64Array.from(biases);
  const value = 1 / Math.sqrt(example.buckets.length + 1);
  for (let head = 0; head < HEADS; head += 1) {
    let sum = 0;
    for (const bucket of example.buckets) sum += weights[bucket * STRIDE + head] ?? 0;
    let rest = 0;
    for (const index of example.dense) rest += dense[index * STRIDE + head] ?? 0;
    logits[head] = (logits[head] ?? 0) + sum * value + rest * DENSE_VALUE;
  }
  return logits;
}
