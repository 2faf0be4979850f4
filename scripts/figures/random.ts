/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** From 0 to below `limit`, whole. */
  below(limit: number): number;
  pick<T>(values: readonly T[]): T;
  /** 0, 1, 2, … below `length` in another order. */
  order(length: number): Uint32Array;
}

/** Mulberry32: 32 bits of state, whole-number arithmetic alone, so every machine agrees. */
export function randomOf(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number): number => next() % limit;
  return {
    below,
    pick: (values) => values[below(values.length)] as (typeof values)[number],
    order: (length) => {
      const order = Uint32Array.from({ length }, (_, at) => at);
      for (let at = length - 1; at > 0; at -= 1) {
        const other = below(at + 1);
        [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
      }
      return order;
    },
  };
}
