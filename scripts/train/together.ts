import type { Random } from '../figures/random.js';
import { type Example, type Fitted, fitLinear } from './linear.js';
import { fitNetwork, type Network } from './network.js';

const NONE = new Int32Array(0);

/** A model as it is stored, but for its weights being large. */
export type Together = Fitted & Pick<Network, 'inner' | 'innerBiases' | 'outer'>;

/**
 * The mean of three models: a linear one of all features, one of the hashed ones alone, and a small
 * network over the word classes alone. A single word that the data makes much of ("idiot") then
 * cannot drown what stands around it. What is linear of the three adds up to one table.
 */
export function fitTogether(examples: readonly Example[], random: Random): Together {
  const all = fitLinear(examples, random);
  const hashed = fitLinear(examples.map((example) => ({ ...example, dense: NONE })), random);
  const network = fitNetwork(examples, random);
  const { inner, innerBiases } = network;
  return {
    biases: all.biases.map((bias, at) => {
      return (bias + (hashed.biases[at] ?? 0) + (network.biases[at] ?? 0)) / 3;
    }),
    weights: all.weights.map((weight, at) => (weight + (hashed.weights[at] ?? 0)) / 3),
    dense: all.dense.map((weight, at) => (weight + (network.direct[at] ?? 0)) / 3),
    inner,
    innerBiases,
    outer: network.outer.map((weight) => weight / 3),
  };
}
