import { expect, it } from 'vitest';

import { reasonsDe } from '../../../src/console/strings/reasons-de.js';
import { REASON_CODES } from '../../../src/domain/reasons.js';

it('What a finding says is there in German for every reason, and for no other', () => {
  expect(Object.keys(reasonsDe).sort()).toEqual([...REASON_CODES].sort());
});
