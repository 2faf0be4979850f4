import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compileAutomaton } from '../../../src/text/terms/automaton.js';

/** Where each of the texts was found, as "text@start-end". */
function found(texts: readonly string[], within: string): string[] {
  const hits: string[] = [];
  const automaton = compileAutomaton(texts.map((text) => [text, text]));
  automaton.scan(within, (text, { start, end }) => {
    hits.push(`${text}@${start}-${end}`);
  });
  return hits.sort();
}

describe('The automaton', () => {
  it('finds what a search for each text finds, at the same places', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abcé你'), minLength: 1, maxLength: 4 });
    const texts = fc.uniqueArray(text, { maxLength: 8 });
    const within = fc.string({ unit: fc.constantFrom(...'abcé你 '), maxLength: 40 });
    fc.assert(
      fc.property(texts, within, (sought, read) => {
        const expected = sought.flatMap((each) =>
          Array.from(read, (_, at) => at)
            .filter((at) => read.startsWith(each, at))
            .map((at) => `${each}@${at}-${at + each.length}`),
        );
        expect(found(sought, read)).toEqual(expected.sort());
      }),
    );
  });

  it('finds nothing where there is nothing to find', () => {
    expect(found([''], 'abc')).toEqual([]);
    expect(found([], 'abc')).toEqual([]);
    expect(found(['a'], '')).toEqual([]);
  });
});
