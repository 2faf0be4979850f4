import { RATE_CLIENTS_MAX, RATE_CLIENTS_SWEPT_MILLISECONDS } from '../../limits/admission.js';

/** So much for each client, all at once or spread out; what is spent comes back over a window. */
export interface Budget {
  readonly quota: number;
  readonly windowSeconds: number;
}

/** What a client has left. */
export interface Left {
  readonly count: number;
  /** Until all of it is there again. */
  readonly fullInSeconds: number;
  /** Until one more is there; 0 where one is. */
  readonly nextInSeconds: number;
}

export interface Budgets {
  leftOf(client: string): Left;
  /** Spends one, also where nothing is left: what is overdrawn takes longer to come back. */
  spend(client: string): Left;
}

/** Those who come when no more can be remembered share one budget. */
const ALL_OTHERS = '';
/** Sums of fractions of a millisecond may miss a whole request by so much. */
const ROUNDING = 1e-6;

/**
 * Of each client only the time is kept at which its budget is whole again; from then on it need not
 * be remembered. Nobody is forgotten before, however many come: no crowd of addresses buys one of
 * them a fresh budget.
 */
export function budgets({ quota, windowSeconds }: Budget, stopwatch: () => number): Budgets {
  const wholeAt = new Map<string, number>();
  const step = (windowSeconds * 1_000) / quota;
  let sweptAt = Number.NEGATIVE_INFINITY;

  const isFull = (now: number): boolean => {
    if (wholeAt.size < RATE_CLIENTS_MAX) return false;
    if (now - sweptAt >= RATE_CLIENTS_SWEPT_MILLISECONDS) {
      sweptAt = now;
      for (const [client, whole] of wholeAt) if (whole <= now) wholeAt.delete(client);
    }
    return wholeAt.size >= RATE_CLIENTS_MAX;
  };
  const nameOf = (client: string, now: number): string =>
    !wholeAt.has(client) && isFull(now) ? ALL_OTHERS : client;
  const left = (milliseconds: number): Left => {
    const count = Math.max(0, Math.floor(quota - milliseconds / step + ROUNDING));
    const next = count > 0 ? 0 : milliseconds - (quota - 1) * step;
    return {
      count,
      fullInSeconds: Math.ceil(milliseconds / 1_000),
      nextInSeconds: Math.ceil(next / 1_000),
    };
  };
  return {
    leftOf: (client) => {
      const now = stopwatch();
      return left(Math.max(0, (wholeAt.get(nameOf(client, now)) ?? now) - now));
    },
    spend: (client) => {
      const now = stopwatch();
      const name = nameOf(client, now);
      const whole = Math.max(now, wholeAt.get(name) ?? now) + step;
      wholeAt.set(name, whole);
      return left(whole - now);
    },
  };
}
