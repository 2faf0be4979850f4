import { describe, expect, it } from 'vitest';

import { evasions, innocents } from '../../scripts/accuracy/corpus.js';
import { judged } from './judging.js';

const FOUND_MIN = 0.97;
const FOUND_OF_A_TECHNIQUE_MIN = 0.85;
const REJECTED_MAX = 0.005;
const HELD_MAX = 0.02;

describe('The corpus', () => {
  it('is large and varied enough to say something', () => {
    expect(evasions().length).toBeGreaterThanOrEqual(400);
    expect(new Set(evasions().map(({ technique }) => technique)).size).toBeGreaterThanOrEqual(15);
    expect(innocents().length).toBeGreaterThanOrEqual(600);
  });

  it('of evasions is found, and of every technique most', () => {
    const rows = evasions().map(({ technique, text }) => ({
      technique,
      text,
      found: judged({ body: text }).action !== 'approve',
    }));
    const missed = rows.filter(({ found }) => !found);
    expect(missed.length / rows.length, JSON.stringify(missed)).toBeLessThanOrEqual(1 - FOUND_MIN);
    for (const technique of new Set(rows.map((row) => row.technique))) {
      const own = rows.filter((row) => row.technique === technique);
      const share = own.filter(({ found }) => found).length / own.length;
      expect([technique, share >= FOUND_OF_A_TECHNIQUE_MIN]).toEqual([technique, true]);
    }
  });

  it('of innocents is let pass', () => {
    const rows = innocents().map(({ text }) => ({ text, action: judged({ body: text }).action }));
    const rejected = rows.filter(({ action }) => action === 'reject');
    const held = rows.filter(({ action }) => action === 'hold');
    expect(rejected.length / rows.length, JSON.stringify(rejected)).toBeLessThan(REJECTED_MAX);
    expect(held.length / rows.length, JSON.stringify(held)).toBeLessThan(HELD_MAX);
  });
});
