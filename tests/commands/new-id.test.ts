import { describe, expect, test, vi } from 'vitest';

import { idMaker } from '../../src/commands/new-id.js';
import { randomPool } from '../../src/commands/random-pool.js';

const ID = /^cmt_[0-9A-HJKMNP-TV-Z]{26}$/u;

describe('idMaker', () => {
  test('makes ids that all differ, each after the ones before it', () => {
    const newId = idMaker(randomPool());
    const ids = Array.from({ length: 20_000 }, () => newId('cmt'));
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
    expect(ids.filter((id) => !ID.test(id))).toEqual([]);
  });

  test('goes on when the clock goes back', () => {
    const clock = vi.spyOn(Date, 'now').mockReturnValue(1_800_000_000_000);
    const newId = idMaker(randomPool());
    const before = newId('cmt');
    clock.mockReturnValue(1_700_000_000_000);
    expect(newId('cmt') > before).toBe(true);
  });

  test('draws every sign of what is chance, and each about as often', () => {
    const clock = vi.spyOn(Date, 'now');
    const newId = idMaker(randomPool());
    const counts = new Map<string, number>();
    for (let moment = 1; moment <= 4_000; moment += 1) {
      clock.mockReturnValue(1_800_000_000_000 + moment);
      for (const sign of newId('cmt').slice(-16)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    }
    // 2,000 of each are expected; six standard deviations are some 264.
    expect([...counts].filter(([, count]) => Math.abs(count - 2_000) > 264)).toEqual([]);
    expect(counts.size).toBe(32);
  });
});

describe('randomPool', () => {
  test('gives the bytes that are asked for, and never the same ones', () => {
    const take = randomPool();
    const taken = Array.from({ length: 1_000 }, () => take(32).toString('hex'));
    expect(new Set(taken).size).toBe(taken.length);
    expect(taken.every((each) => each.length === 64)).toBe(true);
  });

  test('gives away what is the caller’s own: changing it changes nothing else', () => {
    const take = randomPool();
    const first = take(8);
    const second = take(8);
    const was = second.toString('hex');
    first.fill(1);
    expect(second.toString('hex')).toBe(was);
  });

  test('refuses more than it holds', () => {
    expect(() => randomPool()(5_000)).toThrow(RangeError);
  });
});
