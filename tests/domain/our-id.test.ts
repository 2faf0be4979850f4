import { describe, expect, it } from 'vitest';

import { isWrittenAsOurs } from '../../src/domain/our-id.js';

describe('An id', () => {
  it.each([
    ['cmt', 'cmt_01KAVZ3N5P0Q4R8T2V6X9Z1A3C', true],
    ['cmt', 'thr_01KAVZ3N5P0Q4R8T2V6X9Z1A3C', false],
    ['cmt', 'cmt_01KAVZ3N5P0Q4R8T2V6X9Z1A3', false],
    ['cmt', 'cmt_01kavz3n5p0q4r8t2v6x9z1a3c', false],
    ['cmt', 'cmt_01KAVZ3N5P0Q4R8T2V6X9Z1A3C\n', false],
    ['cmt', 'cmt_01KAVZ3N5P0Q4R8T2V6X9Z1A3U', false],
  ])('of the kind %s as %j is written as ours: %s', (prefix, id, ours) => {
    expect(isWrittenAsOurs(prefix, id)).toBe(ours);
  });
});
