import { describe, expect, it } from 'vitest';

import { normalize } from '../../../src/text/normalize.js';
import { drawnWords } from '../../../src/text/readings/drawn.js';

/** What is read, with the stretch of the source that it is read into. */
const read = (source: string): readonly (readonly [string, string])[] => {
  const shadow = normalize(source);
  return drawnWords(shadow).map(({ text, start, end }) => [
    text,
    source.slice(shadow.starts[start], shadow.ends[end - 1]),
  ]);
};

describe('Letters are read as they are drawn', () => {
  it.each([
    ['Greek capitals, which are drawn otherwise than small ones', 'SΗΙΤ happens', 'shit', 'SΗΙΤ'],
    ['small Greek letters', 'you αςςhοlε', 'asshole', 'αςςhοlε'],
    ['Cyrillic letters of another sound', 'What a могоп', 'moron', 'могоп'],
    ['Armenian letters', 'bիtcհ please', 'bitch', 'bիtcհ'],
    ['a mark over a letter', 'a ӓсѕ', 'acs', 'ӓсѕ'],
    ['a text of such letters alone', 'Ьаѕтагԁ', 'bastard', 'Ьаѕтагԁ'],
  ])('%s', (_, source, text, stretch) => {
    expect(read(source)).toContainEqual([text, stretch]);
  });

  it.each([
    ['signs that draw a u', 'a c|_|nt', 'cunt', 'c|_|nt'],
    ['round brackets', 'c(_)nt!', 'cunt', 'c(_)nt!'],
    ['other signs', '|<i|<e', 'kike', '|<i|<e'],
    ['a bracket that is never closed', 'the (unt', 'cunt', '(unt'],
    ['signs for letters beside them', 'f@gg()ts', 'faggots', 'f@gg()ts'],
    ['the sign of the euro', '€unt', 'cunt', '€unt'],
    ['signs and letters', 'с|_|nt', 'cunt', 'с|_|nt'],
  ])('%s', (_, source, text, stretch) => {
    expect(read(source)).toContainEqual([text, stretch]);
  });

  it.each([
    ['plain text', 'Nothing to see here.'],
    ['Latin letters with marks', 'El señor José está aquí'],
    ['a text in another script', 'Где находится городская библиотека?'],
    ['what is read so anyhow', 'I read аbout it'],
    ['brackets without a word', '(_) and () and |_|'],
    ['a chunk that is longer than any word', `${'x'.repeat(41)}|_|`],
  ])('and not %s', (_, source) => {
    expect(read(source)).toEqual([]);
  });
});
