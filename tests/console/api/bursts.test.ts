import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { bursts } from '../../../src/console/api/bursts.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Bursts of 50 ms, and what was handed over of them. */
function gathered() {
  const handed: (readonly number[])[] = [];
  return { handed, ...bursts<number>((burst) => handed.push(burst), 50) };
}

describe('bursts', () => {
  it('are handed over together and in order, a while after their first', () => {
    const { handed, add } = gathered();
    add(1);
    vi.advanceTimersByTime(49);
    add(2);
    expect(handed).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(handed).toEqual([[1, 2]]);
  });

  it('begin anew with what comes later', () => {
    const { handed, add } = gathered();
    add(1);
    vi.advanceTimersByTime(50);
    add(2);
    vi.advanceTimersByTime(50);
    expect(handed).toEqual([[1], [2]]);
  });

  it('take what comes while one is handed over into the next', () => {
    const handed: (readonly number[])[] = [];
    const { add } = bursts<number>((burst) => {
      handed.push(burst);
      if (burst.includes(1)) add(2);
    }, 50);
    add(1);
    vi.advanceTimersByTime(50);
    expect(handed).toEqual([[1]]);
    vi.advanceTimersByTime(50);
    expect(handed).toEqual([[1], [2]]);
  });

  it('hand over nothing of what was dropped, and go on after it', () => {
    const { handed, add, drop } = gathered();
    add(1);
    drop();
    vi.advanceTimersByTime(50);
    add(2);
    vi.advanceTimersByTime(50);
    expect(handed).toEqual([[2]]);
  });
});
