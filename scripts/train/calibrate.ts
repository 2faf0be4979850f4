import type { Scored } from '../figures/metrics.js';
import { logistic } from './linear.js';

/** How a logit becomes a probability. */
export interface Calibration {
  readonly slope: number;
  readonly offset: number;
}

const STEPS = 50;
/** A slope of no help is kept from running away where the classes are apart. */
const RIDGE = 1e-3;

/**
 * Fits a logistic curve to held-back logits (Platt 1999), by Newton's method, with the rows weighed
 * so that the share of positives is `rate`: training data has far more than comments do.
 */
export function calibrate(rows: readonly Scored[], rate: number): Calibration {
  const positives = rows.filter(({ positive }) => positive).length;
  const negatives = rows.length - positives;
  if (positives === 0 || negatives === 0) return { slope: 1, offset: 0 };
  const heavy = rate / positives;
  const light = (1 - rate) / negatives;
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < STEPS; step += 1) {
    let [gradSlope, gradOffset] = [RIDGE * (slope - 1), 0];
    let [ss, so, oo] = [RIDGE, 0, 1e-9];
    for (const { score, positive } of rows) {
      const weight = positive ? heavy : light;
      const p = logistic(slope * score + offset);
      const error = weight * (p - Number(positive));
      const curve = weight * p * (1 - p);
      gradSlope += error * score;
      gradOffset += error;
      ss += curve * score * score;
      so += curve * score;
      oo += curve;
    }
    const determinant = ss * oo - so * so;
    slope -= (oo * gradSlope - so * gradOffset) / determinant;
    offset -= (ss * gradOffset - so * gradSlope) / determinant;
  }
  return { slope: rounded(slope), offset: rounded(offset) };
}

/** To a millionth, so that a last bit that differs changes no file. */
export const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
