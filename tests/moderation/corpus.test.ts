import { describe, expect, it } from 'vitest';

import {
  type CorpusRow,
  evasions,
  evasionsByOthers,
  innocents,
  innocentsByOthers,
} from '../../scripts/accuracy/corpus.js';
import { engine } from '../../scripts/accuracy/engine.js';

const FOUND_MIN = 0.97;
const FOUND_OF_OTHERS_MIN = 0.96;
const FOUND_OF_A_TECHNIQUE_MIN = 0.85;
const REJECTED_MAX = 0.005;
const HELD_MAX = 0.02;

const judge = engine();

/** The share of rows that are judged so, and the rows that are not for whoever reads a failure. */
function shareOf(rows: readonly CorpusRow[], isSo: (text: string) => boolean) {
  const others = rows.filter(({ text }) => !isSo(text));
  return { share: 1 - others.length / rows.length, others: JSON.stringify(others.slice(0, 40)) };
}

const isFound = (text: string): boolean => judge(text) !== 'approve';

describe('The corpus', () => {
  it('is large and varied enough to say something', () => {
    expect(evasions().length).toBeGreaterThanOrEqual(400);
    expect(new Set(evasions().map(({ group }) => group)).size).toBeGreaterThanOrEqual(15);
    expect(innocents().length).toBeGreaterThanOrEqual(600);
  });

  it.each([
    ['our own evasions', evasions(), FOUND_MIN],
    ['the evasions of others', evasionsByOthers(), FOUND_OF_OTHERS_MIN],
  ])('of %s is found', (_, rows, min) => {
    const { share, others } = shareOf(rows, isFound);
    expect(share, others).toBeGreaterThanOrEqual(min);
  });

  it.each([...new Set(evasions().map(({ group }) => group))])(
    'of the technique %s is found for the most part',
    (technique) => {
      const { share, others } = shareOf(
        evasions().filter(({ group }) => group === technique),
        isFound,
      );
      expect(share, others).toBeGreaterThanOrEqual(FOUND_OF_A_TECHNIQUE_MIN);
    },
  );

  it.each([
    ['our own innocents', innocents()],
    ['the innocents of others', innocentsByOthers()],
  ])('of %s is let pass', (_, rows) => {
    const rejected = shareOf(rows, (text) => judge(text) !== 'reject');
    expect(1 - rejected.share, rejected.others).toBeLessThanOrEqual(REJECTED_MAX);
    const held = shareOf(rows, (text) => judge(text) !== 'hold');
    expect(1 - held.share, held.others).toBeLessThanOrEqual(HELD_MAX);
  });
});
