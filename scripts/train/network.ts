import { DENSE_COUNT } from '../../src/classifier/features.js';
import { HIDDEN, STRIDE } from '../../src/classifier/model-file.js';
import { DENSE_VALUE } from '../../src/classifier/reader.js';
import type { Random } from '../figures/random.js';
import { type Example, logistic } from './linear.js';
import { ATTRIBUTES } from '../../src/domain/attribute.js';

/** A small network over the dense features: one hidden layer, and a way past it. */
export interface Network {
  /** Of dense feature d and hidden unit u at d × HIDDEN + u. */
  readonly inner: Float32Array;
  readonly innerBiases: Float32Array;
  /** Of hidden unit u and head h at u × STRIDE + h. */
  readonly outer: Float32Array;
  /** Past the hidden layer: of dense feature d and head h at d × STRIDE + h. */
  readonly direct: Float32Array;
  readonly biases: Float64Array;
}

/** Chosen on the development tenths; see the model card. */
const EPOCHS = 10;
const RATE = 0.02;
const BIAS_RATE = 0.01;
const INNER_BIAS_RATE = 0.005;
const DECAY = 1e-5;
const FIRST_SQUARE = 1e-2;
/** Of a hundred features of an example, how many are left out each time it is seen. */
const LEFT_OUT = 30;
const FIRST_WEIGHT = 0.3;
const HEADS = ATTRIBUTES.length;

/** Weights with the sums of their squared slopes, for AdaGrad. */
interface Layer {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
}

function layer(length: number, first: () => number): Layer {
  const weights = new Float32Array(length).map(first);
  return { weights, squares: new Float32Array(length).fill(FIRST_SQUARE) };
}

function layers(random: Random): Readonly<Record<'inner' | 'outer' | 'direct', Layer>> {
  const start = (): number => (random.below(2_001) / 1_000 - 1) * FIRST_WEIGHT;
  return {
    inner: layer(DENSE_COUNT * HIDDEN, start),
    outer: layer(HIDDEN * STRIDE, start),
    direct: layer(DENSE_COUNT * STRIDE, () => 0),
  };
}

function descend({ weights, squares }: Layer, at: number, slope: number): void {
  const decayed = slope + DECAY * (weights[at] ?? 0);
  squares[at] = (squares[at] ?? 0) + decayed * decayed;
  weights[at] = (weights[at] ?? 0) - (RATE * decayed) / Math.sqrt(squares[at] ?? 1);
}

/** Fits the network by AdaGrad, with features left out at random so that none is relied on. */
export function fitNetwork(examples: readonly Example[], random: Random): Network {
  const { inner, outer, direct } = layers(random);
  const innerBiases = new Float32Array(HIDDEN).fill(0.1);
  const biases = new Float64Array(STRIDE).fill(-1);
  const hidden = new Float64Array(HIDDEN);
  const hiddenSlopes = new Float64Array(HIDDEN);
  const logits = new Float64Array(STRIDE);
  const slopes = new Float64Array(STRIDE);

  const forward = (indices: Int32Array): void => {
    hidden.set(innerBiases);
    logits.set(biases);
    for (const index of indices) {
      for (let unit = 0, at = index * HIDDEN; unit < HIDDEN; unit += 1, at += 1) {
        hidden[unit] = (hidden[unit] ?? 0) + (inner.weights[at] ?? 0) * DENSE_VALUE;
      }
      for (let head = 0, at = index * STRIDE; head < HEADS; head += 1, at += 1) {
        logits[head] = (logits[head] ?? 0) + (direct.weights[at] ?? 0) * DENSE_VALUE;
      }
    }
    for (let unit = 0; unit < HIDDEN; unit += 1) {
      const active = Math.max(0, hidden[unit] ?? 0);
      hidden[unit] = active;
      if (active === 0) continue;
      for (let head = 0, at = unit * STRIDE; head < HEADS; head += 1, at += 1) {
        logits[head] = (logits[head] ?? 0) + active * (outer.weights[at] ?? 0);
      }
    }
  };

  const backward = (indices: Int32Array, { labels, weight }: Example): void => {
    for (let head = 0; head < HEADS; head += 1) {
      const label = labels[head] ?? -1;
      const slope = label < 0 ? 0 : weight * (logistic(logits[head] ?? 0) - label);
      slopes[head] = slope;
      biases[head] = (biases[head] ?? 0) - BIAS_RATE * slope;
    }
    for (let unit = 0; unit < HIDDEN; unit += 1) {
      const active = hidden[unit] ?? 0;
      let sum = 0;
      for (let head = 0, at = unit * STRIDE; active > 0 && head < HEADS; head += 1, at += 1) {
        sum += (slopes[head] ?? 0) * (outer.weights[at] ?? 0);
        descend(outer, at, (slopes[head] ?? 0) * active);
      }
      hiddenSlopes[unit] = sum;
      innerBiases[unit] = (innerBiases[unit] ?? 0) - INNER_BIAS_RATE * sum;
    }
    for (const index of indices) {
      for (let unit = 0, at = index * HIDDEN; unit < HIDDEN; unit += 1, at += 1) {
        const slope = hiddenSlopes[unit] ?? 0;
        if (slope !== 0) descend(inner, at, slope * DENSE_VALUE);
      }
      for (let head = 0, at = index * STRIDE; head < HEADS; head += 1, at += 1) {
        descend(direct, at, (slopes[head] ?? 0) * DENSE_VALUE);
      }
    }
  };

  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const at of random.order(examples.length)) {
      const example = examples[at];
      if (example === undefined) continue;
      const kept = example.dense.filter(() => random.below(100) >= LEFT_OUT);
      forward(kept);
      backward(kept, example);
    }
  }
  const { weights } = inner;
  return { inner: weights, innerBiases, outer: outer.weights, direct: direct.weights, biases };
}
