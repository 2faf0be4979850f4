import { describe, expect, it } from 'vitest';

import { isInForce } from '../../src/domain/block.js';

const NOW = '2026-11-23T12:00:00.000Z';
const LATER = '2026-11-23T12:00:00.001Z';

describe('A block', () => {
  it.each([
    ['for good', null, null, true],
    ['that ends later', LATER, null, true],
    ['that ends now', NOW, null, false],
    ['that was lifted', null, NOW, false],
    ['that was lifted before its end', LATER, NOW, false],
  ])('%s', (_, until, lifted_at, expected) => {
    expect(isInForce({ until, lifted_at }, NOW)).toBe(expected);
  });
});
