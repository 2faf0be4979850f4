/** Values within one part in a hundred of each other are counted together. */
const ACCURACY = 0.01;
const GAMMA = (1 + ACCURACY) / (1 - ACCURACY);
const LOG_GAMMA = Math.log(GAMMA);

/**
 * Numbers of which only quantiles are wanted, in bounded memory: some 1,200 counters hold all
 * from a second to a century. This is DDSketch with its logarithmic mapping (Masson, Rim and Lee,
 * PVLDB 12 (12), 2019): a quantile is off by 1 % of itself at most.
 */
export interface Quantiles {
  readonly count: number;
  /** Counts a number that is 0 or more; what is below 1 counts as 0. */
  add(value: number): void;
  /** The value at a share of the count from 0 to 1, rounded to a whole number; null for none. */
  at(share: number): number | null;
}

export function quantiles(): Quantiles {
  const counts = new Map<number, number>();
  let zeros = 0;
  let count = 0;
  return {
    get count() {
      return count;
    },
    add: (value) => {
      count += 1;
      if (value < 1) {
        zeros += 1;
        return;
      }
      const bucket = Math.ceil(Math.log(value) / LOG_GAMMA);
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
    },
    at: (share) => {
      if (count === 0) return null;
      const rank = Math.max(1, Math.ceil(share * count));
      let seen = zeros;
      if (seen >= rank) return 0;
      let value = 0;
      for (const [bucket, held] of [...counts].sort(([a], [b]) => a - b)) {
        value = (2 * GAMMA ** bucket) / (GAMMA + 1);
        seen += held;
        if (seen >= rank) break;
      }
      return Math.round(value);
    },
  };
}
