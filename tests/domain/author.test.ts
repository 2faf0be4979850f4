import { describe, expect, it } from 'vitest';

import { standingOf, type StatusCounts } from '../../src/domain/author.js';

const counts = (approved: number, rejected: number): StatusCounts => ({
  approved,
  rejected,
  pending: 7,
  deleted: 7,
});

describe('An author', () => {
  it.each([
    ['without a decided comment', 0, 0, 'new'],
    ['with rejected comments alone', 0, 1, 'mixed'],
    ['with an approved comment', 1, 0, 'good'],
    ['with as many approved as rejected', 3, 3, 'good'],
    ['with more rejected than approved', 3, 4, 'mixed'],
    ['with many approved', 900, 4, 'good'],
  ])('%s (%i approved, %i rejected) is %s', (_, approved, rejected, standing) => {
    expect(standingOf(counts(approved, rejected), false)).toBe(standing);
  });

  it('is blocked while a block is in force, whatever the record', () => {
    expect(standingOf(counts(900, 0), true)).toBe('blocked');
  });
});
