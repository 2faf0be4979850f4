import { describe, expect, it } from 'vitest';

import { compileTerms } from '../../../src/text/terms/matcher.js';
import { normalize } from '../../../src/text/normalize.js';

const matcher = compileTerms(['moron', 'cunt', 'whore'].map((text) => ({ text, value: null })));

const found = (source: string): readonly string[] =>
  matcher.find(normalize(source)).map(({ entry, start, end }) => {
    return `${entry.text}: ${source.slice(start, end)}`;
  });

describe('Words that are run together', () => {
  it.each([
    ['youareamoron', 'moron: youareamoron'],
    ['Look, yourmotherisawhore!', 'whore: yourmotherisawhore'],
    ['stupidcunt', 'cunt: stupidcunt'],
    ['moronlover', 'moron: moronlover'],
  ])('are read in %s', (source, expected) => {
    expect(found(source)).toEqual([expected]);
  });

  it.each([
    ['a word that holds a term and more than little words', 'Scunthorpe and oxymorons'],
    ['little words alone', 'youareallofus'],
    ['a run that nobody reads', `${'you'.repeat(14)}moron`],
    ['letters of another script', 'вывсеmoron'],
  ])('are not seen in %s', (_, source) => {
    expect(found(source)).toEqual([]);
  });
});
