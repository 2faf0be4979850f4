import { describe, expect, it } from 'vitest';

import { REFERENCE_PAGE, referencePage } from '../scripts/docs/policy-reference.js';
import { PAGE, withTables } from '../scripts/docs/policy-tables.js';
import { readFile } from './support/source-tree.js';

describe('docs/policy.md', () => {
  it('has the tables that the code has; npm run docs writes them anew', () => {
    const { text } = readFile(PAGE);
    expect(text).toBe(withTables(text));
  });
});

describe('docs/policy-reference.md', () => {
  it('is what the JSON Schema of a policy says; npm run docs writes it anew', () => {
    expect(readFile(REFERENCE_PAGE).text).toBe(referencePage());
  });
});
