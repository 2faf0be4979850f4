import { expect, it } from 'vitest';

import { whenNeeded } from '../../src/domain/when-needed.js';

it('What is made when needed is made once, and not before it is asked for', () => {
  let made = 0;
  const thing = whenNeeded(() => ({ number: (made += 1) }));
  expect(made).toBe(0);
  expect([thing(), thing()]).toEqual([{ number: 1 }, { number: 1 }]);
  expect(made).toBe(1);
});
