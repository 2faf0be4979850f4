import { describe, expect, it } from 'vitest';

import { readLines } from '../../scripts/accuracy/corpus.js';
import { judged } from './judging.js';

interface Row {
  readonly function: string;
  readonly hateful: boolean;
  readonly text: string;
}

const FOUND_MIN = 0.9;
const PASSED_MIN = 0.9;

/**
 * The rules were tuned on one file. The other was written by the same hand before them, and its
 * misses were not looked at.
 */
describe.each(['hate', 'hate-held-back'])('Of the functional corpus %s', (name) => {
  const rows = readLines(`tests/moderation/corpus/${name}.jsonl`) as readonly Row[];
  const judgedRows = rows.map((row) => ({ ...row, action: judged({ body: row.text }).action }));

  it('most of the hateful is held or rejected', () => {
    const hateful = judgedRows.filter((row) => row.hateful);
    const missed = hateful.filter(({ action }) => action === 'approve');
    const share = 1 - missed.length / hateful.length;
    expect(share, JSON.stringify(missed)).toBeGreaterThanOrEqual(FOUND_MIN);
  });

  it('most of the innocent passes, and none of it is rejected', () => {
    const innocent = judgedRows.filter((row) => !row.hateful);
    const flagged = innocent.filter(({ action }) => action !== 'approve');
    const share = 1 - flagged.length / innocent.length;
    expect(share, JSON.stringify(flagged)).toBeGreaterThanOrEqual(PASSED_MIN);
    expect(flagged.filter(({ action }) => action === 'reject')).toEqual([]);
  });
});
