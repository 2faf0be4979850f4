import { expect, it } from 'vitest';

import { knownBySite } from '../../src/operations/known-by-site.js';
import type { Store } from '../../src/store/store.js';

it('knows of each store apart, of so many sites, until it is forgotten', () => {
  const [one, two] = [{} as Store, {} as Store];
  const known = knownBySite<number>(2);
  known.keep(one, 'a', 1);
  known.keep(one, 'b', 2);
  known.keep(two, 'a', 3);
  expect([known.get(one, 'a'), known.get(two, 'a'), known.get(two, 'b')]).toEqual([1, 3, undefined]);
  known.keep(one, 'c', 4);
  expect([known.get(one, 'a'), known.get(one, 'b'), known.get(one, 'c')]).toEqual([undefined, 2, 4]);
  known.forget(one, 'b');
  expect(known.get(one, 'b')).toBeUndefined();
});
