import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { segmentsOf } from '../../../src/console/text/segments.js';

/** What each segment shows: its text, or in brackets what stands in place of it. */
function shown(text: string, ranges: { start: number; end: number }[] = []): string[] {
  return segmentsOf(text, ranges).map((each) => each.shownAs === null ? each.text : `[${each.shownAs}]`);
}

describe('segmentsOf', () => {
  it('leaves a plain text in one piece', () => {
    expect(shown('Good morning,\n\tRobin.')).toEqual(['Good morning,\n\tRobin.']);
  });

  it('cuts at the edges of marks, by UTF-16 offsets', () => {
    const segments = segmentsOf('😀 you idiot', [{ start: 7, end: 12 }]);
    expect(segments.map(({ text, marks }) => [text, marks])).toEqual([
      ['😀 you ', []],
      ['idiot', [0]],
    ]);
  });

  it('says of each piece which marks cover it, where they overlap', () => {
    const ranges = [
      { start: 0, end: 4 },
      { start: 2, end: 6 },
    ];
    expect(segmentsOf('abcdefg', ranges).map(({ text, marks }) => [text, marks])).toEqual([
      ['ab', [0]],
      ['cd', [0, 1]],
      ['ef', [1]],
      ['g', []],
    ]);
  });

  it.each([
    ['a turn of direction', 'a\u202eb', ['a', '[RLO]', 'b']],
    ['an isolate', '\u2067a\u2069', ['[RLI]', 'a', '[PDI]']],
    ['a space without width', 'f\u200bu', ['f', '[U+200B]', 'u']],
    ['a control character', 'a\u0007b', ['a', '[U+0007]', 'b']],
    ['a separator of lines, which no box expects', 'a\u2028b', ['a', '[U+2028]', 'b']],
    ['a soft hyphen', 'dis\u00adaster', ['dis', '[U+00AD]', 'aster']],
    ['a hidden tag', 'a\u{e0001}b', ['a', '[U+E0001]', 'b']],
  ])('shows %s by its name', (_, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it.each([
    ['Persian with a joiner', 'می\u200cخواهم'],
    ['a family', '👩\u200d👩\u200d👧'],
    ['a letter with two marks', 'ở'.normalize('NFD')],
    ['Thai', 'ที่นี่'],
  ])('leaves %s alone', (_, text) => {
    expect(shown(text)).toEqual([text]);
  });

  it('counts marks that pile up instead of drawing them', () => {
    expect(shown(`Z${'\u0300'.repeat(30)}a`)).toEqual([`Z${'\u0300'.repeat(4)}`, '[+26]', 'a']);
  });

  it('loses nothing: the pieces together are the text, each where it says', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const ranges = fc.array(fc.record({ start: fc.nat(70), end: fc.nat(70) }), { maxLength: 4 });
    const property = fc.property(text, ranges, (given, cuts) => {
      const segments = segmentsOf(given, cuts);
      expect(segments.map((each) => each.text).join('')).toBe(given);
      for (const { start, text: run } of segments) expect(given.startsWith(run, start)).toBe(true);
    });
    fc.assert(property, { numRuns: 500 });
  });
});
