import { describe, expect, it } from 'vitest';

import { SCORER_FAILURES_MAX, SCORER_PAUSE_SECONDS } from '../../src/limits.js';
import { type Attempt, breaker } from '../../src/signals/breaker.js';

const PAUSE = SCORER_PAUSE_SECONDS * 1_000;

/** A breaker with a clock that is moved by hand. */
function started() {
  let now = 5_000;
  const changes: string[] = [];
  const circuit = breaker({ stopwatch: () => now, onChange: (state) => changes.push(state) });
  const begun = (): Attempt => {
    const attempt = circuit.begin();
    if (attempt === null) throw new Error('the circuit is open');
    return attempt;
  };
  return {
    changes,
    begun,
    isOpen: () => circuit.begin() === null,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    fail: (times: number) => {
      for (let time = 0; time < times; time += 1) begun().failed();
    },
  };
}

describe('The circuit breaker', () => {
  it('opens after so many failures in a row, and not after one less', () => {
    const { fail, isOpen, changes } = started();
    fail(SCORER_FAILURES_MAX - 1);
    expect(isOpen()).toBe(false);
    fail(1);
    expect(isOpen()).toBe(true);
    expect(changes).toEqual(['open']);
  });

  it.each([
    ['begins to count anew after a success', 'succeeded', false],
    ['goes on counting after a text that was refused', 'ended', true],
  ] as const)('%s', (_, ending, open) => {
    const { fail, begun, isOpen } = started();
    fail(SCORER_FAILURES_MAX - 1);
    begun()[ending]();
    fail(1);
    expect(isOpen()).toBe(open);
  });

  it('lets one request try after the pause, and no second one beside it', () => {
    const { fail, begun, isOpen, pass } = started();
    fail(SCORER_FAILURES_MAX);
    pass(PAUSE - 1);
    expect(isOpen()).toBe(true);
    pass(1);
    begun();
    expect(isOpen()).toBe(true);
  });

  it('closes when the trial succeeds, and counts from nothing then', () => {
    const { fail, begun, isOpen, pass, changes } = started();
    fail(SCORER_FAILURES_MAX);
    pass(PAUSE);
    begun().succeeded();
    fail(SCORER_FAILURES_MAX - 1);
    expect(isOpen()).toBe(false);
    expect(changes).toEqual(['open', 'closed']);
  });

  it('opens for another whole pause when the trial fails', () => {
    const { fail, begun, isOpen, pass } = started();
    fail(SCORER_FAILURES_MAX);
    pass(PAUSE);
    begun().failed();
    pass(PAUSE - 1);
    expect(isOpen()).toBe(true);
    pass(1);
    expect(isOpen()).toBe(false);
  });

  it('lets the next request try when nothing came of the trial', () => {
    const { fail, begun, isOpen, pass } = started();
    fail(SCORER_FAILURES_MAX);
    pass(PAUSE);
    begun().ended();
    expect(isOpen()).toBe(false);
  });

  it('takes no notice of requests from before it opened', () => {
    const { fail, begun, isOpen, pass, changes } = started();
    const [late, later] = [begun(), begun()];
    fail(SCORER_FAILURES_MAX);
    pass(PAUSE - 1);
    late.failed();
    later.succeeded();
    expect(isOpen()).toBe(true);
    pass(1);
    expect(isOpen()).toBe(false);
    expect(changes).toEqual(['open']);
  });
});
