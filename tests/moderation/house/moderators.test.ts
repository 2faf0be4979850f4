import { describe, expect, it } from 'vitest';

import { moderatorsOf } from '../../../src/moderation/house/moderators.js';

const decided = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).flatMap(([moderator, count]) =>
    Array.from({ length: count }, () => ({ moderator })),
  );

describe('Of several moderators', () => {
  it.each([
    ['each counts in full where they decide alike', { a: 100, b: 90 }, { a: 1, b: 1 }],
    ['nobody counts for more than the next', { a: 1_000, b: 250 }, { a: 0.25, b: 1 }],
    ['each may count for a hundred decisions', { a: 400, b: 30 }, { a: 0.25, b: 1 }],
    ['one who decides nearly everything is the house', { a: 400, b: 19 }, { a: 1, b: 1 }],
    ['there need not be any', {}, {}],
  ])('%s', (_, counts, weights) => {
    expect(Object.fromEntries(moderatorsOf(decided(counts)).weights)).toEqual(weights);
  });

  it.each([
    ['everybody', { a: 400, b: 20 }, ['a', 'b']],
    ['the others, where one decides nearly everything', { a: 400, b: 10, c: 9 }, ['b', 'c']],
    ['nobody, where there is only one', { a: 400 }, []],
    ['everybody, where nobody has decided much', { a: 19, b: 3 }, ['a', 'b']],
  ])('the word of %s is not enough alone', (_, counts, doubted) => {
    expect([...moderatorsOf(decided(counts)).doubted]).toEqual(doubted);
  });
});
