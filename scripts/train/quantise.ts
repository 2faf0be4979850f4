import { STRIDE } from '../../src/classifier/model-file.js';
import { rounded } from './calibrate.js';
import type { Fitted } from './linear.js';

const STEP_MAX = 127;
/** Weights beyond this quantile are cut off: a few would cost all others their precision. */
const KEPT = 0.9999;

/** Weights in 8 bits, with what one step is worth for each head. */
export interface Quantised {
  readonly weights: Int8Array;
  readonly scales: readonly number[];
}

export function quantise({ weights }: Fitted): Quantised {
  const scales = Array.from({ length: STRIDE }, (_, head) => {
    const sizes = weights
      .filter((weight, at) => at % STRIDE === head && weight !== 0)
      .map(Math.abs)
      .sort();
    const largest = sizes[Math.floor(sizes.length * KEPT)] ?? sizes.at(-1) ?? 0;
    return Math.max(rounded(largest / STEP_MAX), 1e-6);
  });
  const small = Int8Array.from(weights, (weight, at) => {
    const steps = Math.round(weight / (scales[at % STRIDE] ?? 1));
    return Math.max(-STEP_MAX, Math.min(STEP_MAX, steps));
  });
  return { weights: small, scales };
}
