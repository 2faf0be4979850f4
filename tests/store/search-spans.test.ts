import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { SEARCH_SPANS_MAX } from '../../src/limits/store.js';
import { foundSpans } from '../../src/store/search-spans.js';
import { searchWords } from '../../src/store/search-words.js';

const placesOf = (query: string, text: string): string[] =>
  foundSpans(query, text).map(({ start, end }) => text.slice(start, end));

describe('foundSpans', () => {
  it.each([
    ['cafe', 'The CAFÉ is ours, and the café is theirs.', ['CAFÉ', 'café']],
    ['cafe', 'Decomposed: cafe\u0301!', ['cafe\u0301']],
    ['cafe', '😀 ｃａｆｅ', ['ｃａｆｅ']],
    ['bridge ours', 'Ours is the bridge.', ['Ours', 'bridge']],
    ['"old bridge"', 'The old bridge, the bridge, the old.', ['old bridge']],
    ['brid*', 'Bridges and a bridgehead; abridged.', ['Bridges', 'bridgehead']],
    ['橋', '古い橋が', ['橋']],
    ['straße', 'In der Straße.', ['Straße']],
    ['fi', 'ﬁ', ['ﬁ']],
    ['missing', 'Nothing of the kind.', []],
  ])('for %j in %j', (query, text, expected) => {
    expect(placesOf(query, text)).toEqual(expected);
  });

  it('joins what overlaps', () => {
    expect(placesOf('"a b" "b c"', 'a b c')).toEqual(['a b c']);
  });

  it('names no more than anybody looks at', () => {
    expect(foundSpans('a', 'a '.repeat(SEARCH_SPANS_MAX + 1))).toHaveLength(SEARCH_SPANS_MAX);
  });

  it('finds every word of a text that is written in letters, where it stands', () => {
    const words = fc.stringMatching(/^[a-zäöüéß0-9]{1,12}$/u);
    const property = fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (list) => {
      const text = list.join(' … ');
      for (const word of list) {
        const found = placesOf(`"${word}"`, text);
        expect(found.map((each) => searchWords(each))).toContainEqual(searchWords(word));
      }
    });
    fc.assert(property, { numRuns: 200 });
  });
});
