import { describe, expect, it } from 'vitest';

import { DISGUISED, disguisesOf } from '../../../src/moderation/terms/disguises.js';
import { PACKAGE_TERMS } from '../../../src/moderation/terms/package-terms.js';
import { judged } from '../judging.js';

describe('A term is disguised', () => {
  it.each([
    ['bitch', 'btch', 'without a vowel'],
    ['bitch', 'beetch', 'by its sound'],
    ['bitch', 'btich', 'with two letters changed over'],
    ['fuck', 'kcuf', 'from behind'],
    ['fuck', 'phukk', 'with two sounds written otherwise'],
    ['tranny', 'trany', 'with its double letters written once'],
    ['cunt', 'cnt', 'as one of the short skeletons'],
  ])('%s as %s: %s', (term, disguise) => {
    expect(disguisesOf(term)).toContain(disguise);
  });

  it('never as itself, nor as an ordinary word that looks like it', () => {
    for (const forms of Object.values(DISGUISED)) {
      for (const form of forms) expect(disguisesOf(form)).not.toContain(form);
    }
    const made = new Set(Object.values(DISGUISED).flat().flatMap(disguisesOf));
    const ordinary = ['count', 'sheet', 'batch', 'niger', ...PACKAGE_TERMS.none];
    expect(ordinary.filter((word) => made.has(word))).toEqual([]);
  });

  it('is held for a person, by the name of the term', () => {
    const { action, findings } = judged({ body: 'What a btich.' });
    expect(action).toBe('hold');
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'possible_profanity', terms: ['bitch'] }),
    );
  });
});
