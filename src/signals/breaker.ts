import { SCORER_FAILURES_MAX, SCORER_PAUSE_SECONDS } from '../limits.js';

export interface Breaker {
  /** Asks to make a request; null where none may be made now. What came of it must be told. */
  begin(): Attempt | null;
}

export interface Attempt {
  succeeded(): void;
  failed(): void;
  /** Nothing can be concluded from it. */
  ended(): void;
}

/** `stopwatch` tells monotonic milliseconds; `onChange` hears when the circuit opens or closes. */
export interface BreakerParts {
  readonly stopwatch: () => number;
  readonly onChange: (state: 'open' | 'closed') => void;
}

/**
 * A circuit breaker: after `SCORER_FAILURES_MAX` failures in a row nothing is asked for
 * `SCORER_PAUSE_SECONDS`; then one request tries, whose success closes the circuit and whose
 * failure opens it for another pause. Of requests that were under way when it opened, none counts.
 */
export function breaker({ stopwatch, onChange }: BreakerParts): Breaker {
  let failures = 0;
  let openedAt: number | null = null;
  let trying = false;
  const open = (): void => {
    openedAt = stopwatch();
    onChange('open');
  };
  const whileClosed: Attempt = {
    succeeded: () => {
      if (openedAt === null) failures = 0;
    },
    failed: () => {
      if (openedAt !== null) return;
      failures += 1;
      if (failures >= SCORER_FAILURES_MAX) open();
    },
    ended: () => undefined,
  };
  const trial: Attempt = {
    succeeded: () => {
      trying = false;
      failures = 0;
      openedAt = null;
      onChange('closed');
    },
    failed: () => {
      trying = false;
      open();
    },
    ended: () => {
      trying = false;
    },
  };
  return {
    begin: () => {
      if (openedAt === null) return whileClosed;
      if (trying || stopwatch() - openedAt < SCORER_PAUSE_SECONDS * 1_000) return null;
      trying = true;
      return trial;
    },
  };
}
