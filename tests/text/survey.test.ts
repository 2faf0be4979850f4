import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { IS_AT, IS_BAR, IS_TURNED, OVERRIDES } from '../../src/text/character-classes.js';
import { surveyOf } from '../../src/text/survey.js';

describe('A survey', () => {
  it.each([
    ['capitals of any script', 'ABc Ж É 𝓐', { capitals: 5, ascii: false }],
    ['digits', 'in 1984, 2.50', { digits: 7, ascii: true }],
    ['the longest run of one character', 'a!!!!b  ', { longest_run: 4 }],
    ['the marks stacked on one letter', 'e\u0301 z\u0351\u0352\u0353', { stacked_marks: 3 }],
    ['marks of two code units', 'a\u{1e8d0}\u{1e8d1}', { stacked_marks: 2, halves: 2 }],
    ['characters of two code units', '😀 𝓐', { halves: 2 }],
    ['halves that stand alone', '\ud800 \udc00', { halves: 1 }],
    ['nothing of an empty text', '', { ascii: true, seen: 0, longest_run: 0 }],
  ])('counts %s', (_, text, counted) => {
    expect(surveyOf(text)).toMatchObject(counted);
  });

  it.each([
    ['an at sign', IS_AT, '@'],
    ['a bar', IS_BAR, '|'],
    ['a turned letter', IS_TURNED, 'ɔ'],
    ['a control of direction', OVERRIDES, '\u202e'],
  ])('says that there is %s, wherever it stands', (_, bit, sign) => {
    const plain = fc.string({ unit: fc.constantFrom(...'ab é') });
    fc.assert(
      fc.property(plain, plain, (before, after) => {
        expect(surveyOf(before + sign + after).seen & bit).toBe(bit);
        expect(surveyOf(before + after).seen & bit).toBe(0);
      }),
    );
  });
});
