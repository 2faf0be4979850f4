import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { wordDiff } from '../../../src/console/text/word-diff.js';

/** Each change with a sign in front, as diffs are printed. */
const shown = (before: string, after: string): string[] =>
  wordDiff(before, after).map(({ kind, text }) => `${{ same: ' ', gone: '-', new: '+' }[kind]}${text}`);

describe('wordDiff', () => {
  it.each([
    ['nothing changed', 'As it was.', 'As it was.', [' As it was.']],
    ['one word stands for another', 'An old bus', 'A new bus', ['-An old', '+A new', '  bus']],
    ['a change stands between', 'a b c d e', 'a b x d e', [' a b ', '-c', '+x', '  d e']],
    ['something was added at the end', 'Once', 'Once more', [' Once', '+ more']],
    ['all of it is new', '', 'New words', ['+New words']],
    ['all of it went', 'Old words', '', ['-Old words']],
    ['there was nothing and is nothing', '', '', []],
  ])('when %s', (_, before, after, expected) => {
    expect(shown(before, after)).toEqual(expected);
  });

  it('takes texts that are too long to compare as a whole', () => {
    const long = 'word '.repeat(2_000);
    expect(wordDiff(long, `${long}more`).map(({ kind }) => kind)).toEqual(['gone', 'new']);
    expect(wordDiff(long, long).map(({ kind }) => kind)).toEqual(['same']);
  });

  it('leaves the first text without what is new, and the second without what is gone', () => {
    const words = fc.array(fc.constantFrom('a ', 'b ', 'c\n', 'd'), { maxLength: 12 });
    const property = fc.property(words, words, (one, other) => {
      const [before, after] = [one.join(''), other.join('')];
      const changes = wordDiff(before, after);
      const without = (kind: string): string =>
        changes.filter((each) => each.kind !== kind).map(({ text }) => text).join('');
      expect([without('new'), without('gone')]).toEqual([before, after]);
    });
    fc.assert(property, { numRuns: 500 });
  });
});
