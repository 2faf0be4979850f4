import { randomOf } from './random.js';

const ROUNDS = 200;
const SEED = 20261124;
/** Of the rounds, how many lie outside the interval at each end: five of two hundred. */
const OUTSIDE = ROUNDS * 0.025;

/** A figure and the interval that 95 of 100 resamplings of the rows fall into. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The percentile bootstrap over rows (Efron 1979); the same rows give the same interval. */
export function bootstrap<T>(
  rows: readonly T[],
  figure: (rows: readonly T[]) => number,
): Interval {
  const random = randomOf(SEED);
  const figures: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const drawn = figure(Array.from(rows, () => random.pick(rows)));
    if (!Number.isNaN(drawn)) figures.push(drawn);
  }
  figures.sort((a, b) => a - b);
  const low = figures[OUTSIDE] ?? NaN;
  return { value: figure(rows), low, high: figures[figures.length - 1 - OUTSIDE] ?? NaN };
}

/** As "0.912 (0.904–0.919)". */
export const intervalText = ({ value, low, high }: Interval): string =>
  Number.isNaN(value)
    ? '–'
    : `${value.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
