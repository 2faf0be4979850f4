import { expect, it } from 'vitest';

import { keepLatest } from '../../src/domain/keep-latest.js';

it('keeps the latest: what is kept again is the latest once more, and the first makes room', () => {
  const kept = new Map<string, number>();
  keepLatest(kept, ['a', 1], 2);
  keepLatest(kept, ['b', 2], 2);
  keepLatest(kept, ['a', 3], 2);
  keepLatest(kept, ['c', 4], 2);
  expect([...kept]).toEqual([['a', 3], ['c', 4]]);
});
