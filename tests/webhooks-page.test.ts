import { describe, expect, it } from 'vitest';

import { EVENT_TYPES } from '../src/domain/audit.js';
import { readFile } from './support/source-tree.js';
import { tableRows } from './support/tidy-catalogues.js';

describe('docs/webhooks.md', () => {
  it('explains every type of event and no other', () => {
    const { text } = readFile('docs/webhooks.md');
    const rows = tableRows({ path: 'docs/webhooks.md', text }, 'What arrives');
    const named = rows.flatMap(([types = '']) => types.split(', '));
    const plain = named.map((type) => type.replaceAll('`', ''));
    expect(plain.toSorted()).toEqual(EVENT_TYPES.toSorted());
  });
});
