import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { caseFolded } from '../../src/text/case-folded.js';

describe('A text without regard to case', () => {
  it.each([
    ['WordPress', 'wordpress'],
    ['ÄRGER', 'ärger'],
    ['ΣΟΦΟΣ', 'σοφοσ'],
    ['Mieſe', 'miese'],
    ['\u212a', 'k'],
    ['İZMİR', 'İzmİr'],
  ])('reads %s as %s', (text, folded) => {
    expect(caseFolded(text)).toBe(folded);
  });

  it('keeps every code unit in its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(caseFolded(text)).toHaveLength(text.length);
      }),
    );
  });
});
