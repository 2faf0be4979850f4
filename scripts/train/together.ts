import type { Random } from '../figures/random.js';
import { type Example, type Fitted, fitLinear } from './linear.js';

const NONE = new Int32Array(0);

/**
 * The mean of three models: of all features, of the hashed ones alone and of the word classes
 * alone. A single word that the data makes much of ("idiot") then cannot drown what stands around
 * it. The mean of linear models is a linear model, so it costs nothing to score by.
 */
export function fitTogether(examples: readonly Example[], random: Random): Fitted {
  const fits = [
    fitLinear(examples, random),
    fitLinear(examples.map((example) => ({ ...example, dense: NONE })), random),
    fitLinear(examples.map((example) => ({ ...example, buckets: NONE })), random),
  ];
  const mean = (values: (fit: Fitted) => Float32Array | Float64Array, at: number): number =>
    fits.reduce((sum, fit) => sum + (values(fit)[at] ?? 0), 0) / fits.length;
  const [first] = fits as [Fitted];
  return {
    biases: first.biases.map((_, at) => mean((fit) => fit.biases, at)),
    weights: first.weights.map((_, at) => mean((fit) => fit.weights, at)),
    dense: first.dense.map((_, at) => mean((fit) => fit.dense, at)),
  };
}
