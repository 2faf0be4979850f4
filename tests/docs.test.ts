import { describe, expect, it } from 'vitest';

import { PAGE, withTables } from '../scripts/docs/policy-tables.js';
import { readFile } from './support/source-tree.js';

describe('docs/policy.md', () => {
  it('has the tables that the code has; npm run docs writes them anew', () => {
    const { text } = readFile(PAGE);
    expect(text).toBe(withTables(text));
  });
});
