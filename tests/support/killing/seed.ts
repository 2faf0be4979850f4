import { randomInt } from 'node:crypto';

import { type Random, randomOf } from '../../../scripts/figures/random.js';

/** Chance that can be had again: the seed is printed, and `GATEPOST_FAULTS_SEED` gives it back. */
export function seeded(what: string): Random {
  const seed = Number(process.env['GATEPOST_FAULTS_SEED'] ?? randomInt(2 ** 31));
  process.stdout.write(`${what}: GATEPOST_FAULTS_SEED=${seed}\n`);
  return randomOf(seed);
}
