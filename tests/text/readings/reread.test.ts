import { describe, expect, it } from 'vitest';

import { normalize } from '../../../src/text/normalize.js';
import { reread } from '../../../src/text/readings/reread.js';

const text = (source: string): string | null => reread(normalize(source))?.text ?? null;

describe('A text is read once more', () => {
  it.each([
    ['with letters put together', 'I will k i l l you', 'i will kill you'],
    ['with letters between dots', 'K.I.L.L yourself', 'kill yourself'],
    ['with digits among them', 'k.1.l.l you', 'kill you'],
    ['with drawn letters', 'we will βεατ them', 'we will beat them'],
    ['without stretching', 'killlll youuuu now', 'kill you now'],
    ['with upside-down words', 'go ʞɔnɟ off', 'go fuck off'],
    ['with several of these', 'k i l l youuuu', 'kill you'],
    ['from the other side, where all of it was turned', 'noʎ llᴉʞ llᴉʍ', 'will kill you '],
  ])('%s', (_, source, expected) => {
    expect(text(source)).toBe(expected);
  });

  it.each([
    ['an ordinary text', 'The council met at nine.'],
    ['two letters beside each other', 'plan a b failed'],
    ['letters of a list', 'a, b, c and d'],
    ['doubled letters', 'a committee meeting'],
  ])('but not %s', (_, source) => {
    expect(text(source)).toBeNull();
  });

  it('leads back to the text as it was submitted', () => {
    const source = 'I will k i l l you';
    const again = reread(normalize(source));
    const at = again?.text.indexOf('kill') ?? -1;
    expect(source.slice(again?.starts[at], again?.ends[at + 3])).toBe('k i l l');
  });
});
