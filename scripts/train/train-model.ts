import { readModel, writeModel } from '../../src/classifier/model-file.js';
import type { TrainingData } from '../../src/classifier/model-header.js';
import { adderOf, stretchesOf } from '../../src/classifier/reader.js';
import type { Scored } from '../figures/metrics.js';
import { areaUnderRoc, averagePrecision } from '../figures/metrics.js';
import { randomOf } from '../figures/random.js';
import { calibrate, rounded } from './calibrate.js';
import { examplesOf } from './linear.js';
import { quantise } from './quantise.js';
import { ATTRIBUTES } from '../../src/domain/attribute.js';
import { type Row } from './rows.js';
import { templateRows } from './templates.js';
import { fitTogether } from './together.js';

export const VERSION = 'en-1.0.0';
const SEED = 4;
const TEMPLATES_EACH = 1_500;
/** Of all comments, the share that is toxic where scores are the probabilities that they say. */
export const BASE_RATE = 0.05;
/** The tenths that are held back: one to calibrate by, one to report on. */
const CALIBRATION_TENTH = 0;
export const TEST_TENTH = 1;

/** Trains a model. The same rows make the same bytes, on every machine with the same V8. */
export function trainModel(rows: readonly Row[], data: readonly TrainingData[]): Buffer {
  const random = randomOf(SEED);
  const training = rows.filter(({ tenth }) => tenth > TEST_TENTH);
  const templates = templateRows(random, Math.min(TEMPLATES_EACH, training.length));
  const fitted = fitTogether(examplesOf([...training, ...templates]), random);
  const { weights, scales } = quantise(fitted);
  const heads = ATTRIBUTES.map((_, at) => ({
    bias: rounded(fitted.biases[at] ?? 0),
    scale: scales[at] ?? 1,
    slope: 1,
    offset: 0,
  }));
  const header = {
    version: VERSION,
    languages: ['en'],
    attributes: ATTRIBUTES,
    heads,
    base_rate: BASE_RATE,
    seed: SEED,
    data,
    metrics: {},
  };
  const { dense, inner, innerBiases, outer } = fitted;
  const tables = { weights, dense, inner, innerBiases, outer };
  const uncalibrated = writeModel({ header, ...tables });
  const scored = logitsBy(uncalibrated);
  const held = scored(rows.filter(({ tenth }) => tenth === CALIBRATION_TENTH));
  const rates = baseRates(rows);
  const calibrated = heads.map((head, at) => ({
    ...head,
    ...calibrate(held[at] ?? [], rates[at] ?? BASE_RATE),
  }));
  const tested = scored(rows.filter(({ tenth }) => tenth === TEST_TENTH));
  const metrics: Record<string, number> = {};
  ATTRIBUTES.forEach((attribute, at) => {
    const [roc, precision] = [areaUnderRoc(tested[at] ?? []), averagePrecision(tested[at] ?? [])];
    if (Number.isFinite(roc)) metrics[`${attribute}_roc_auc`] = Math.round(roc * 1e4) / 1e4;
    if (Number.isFinite(roc)) metrics[`${attribute}_ap`] = Math.round(precision * 1e4) / 1e4;
  });
  return writeModel({ header: { ...header, heads: calibrated, metrics }, ...tables });
}

/** For each attribute its logits on labelled rows, as the stored model gives them. */
function logitsBy(bytes: Buffer): (rows: readonly Row[]) => readonly (readonly Scored[])[] {
  const adder = adderOf(readModel(bytes));
  return (rows) => {
    const scored = ATTRIBUTES.map((): Scored[] => []);
    for (const { shadow, labels } of rows) {
      const reading = adder.read(shadow);
      const worst = ATTRIBUTES.map(() => -Infinity);
      for (const stretch of stretchesOf(reading.known.length)) {
        const logits = adder.logits(reading, stretch);
        worst.forEach((logit, at) => (worst[at] = Math.max(logit, logits[at] ?? 0)));
      }
      labels.forEach((label, at) => {
        if (label >= 0) scored[at]?.push({ score: worst[at] ?? 0, positive: label === 1 });
      });
    }
    return scored;
  };
}

/** Other attributes are as rare beside toxicity as they are in the training data. */
function baseRates(rows: readonly Row[]): readonly number[] {
  const full = rows.filter(({ labels }) => labels.every((label) => label >= 0));
  const count = (at: number): number => full.filter(({ labels }) => labels[at] === 1).length;
  const toxic = Math.max(1, count(0));
  return ATTRIBUTES.map((_, at) => Math.max(1e-4, (BASE_RATE * count(at)) / toxic));
}
