import { Type } from '@sinclair/typebox';

import { shadowWords, sourceSpan } from '../../text/shadow-text.js';
import { matchOf } from '../hits.js';
import { languageOf } from '../ordinary.js';
import { CLEAR, type Rule } from '../rule.js';

const settings = Type.Object({
  min_share: Type.Number({
    minimum: 0.1,
    maximum: 1,
    default: 0.5,
    description: 'The share of the letters that stands in words nobody could say.',
  }),
  min_letters: Type.Integer({
    minimum: 5,
    maximum: 10_000,
    default: 10,
    description: 'A comment with fewer letters is not judged.',
  }),
});

/** Five consonants in a row, or eight letters without a vowel: "asdfghjk", "xkcdqwrt". */
const UNSPEAKABLE = /[bcdfghjklmnpqrstvwxz]{6}|^[bcdfghjklmnpqrstvwxz]{5,}$|(?:asdf|qwer|hjkl|zxcv)/u;
/** What every such word has, to see at once that a text has none. */
const HAS_UNSPEAKABLE = /[bcdfghjklmnpqrstvwxz]{5}|asdf|qwer|hjkl|zxcv/u;
const LATIN = /^[a-z]{5,}$/u;
/** Slavic and Welsh words get along with fewer vowels. */
const FEW_VOWELS: ReadonlySet<string> = new Set(['cs', 'sk', 'hr', 'sr', 'sl', 'pl', 'cy', 'de']);

export const gibberish: Rule<typeof settings> = {
  id: 'gibberish',
  standard: 'conduct',
  reasons: ['conduct.gibberish'],
  description: 'Finds comments that consist mostly of random letters: "asdfgh jklqwrt".',
  settings,
  defaults: { enabled: true, action: 'hold', on_unknown: 'hold' },
  compile: ({ min_share, min_letters }) => ({ shadow }) => {
    if (!HAS_UNSPEAKABLE.test(shadow.text)) return CLEAR;
    const words = shadowWords(shadow);
    const odd = words.filter(({ text }) => LATIN.test(text) && UNSPEAKABLE.test(text));
    if (odd.length === 0) return CLEAR;
    const letters = words.reduce((sum, { text }) => sum + text.length, 0);
    const oddLetters = odd.reduce((sum, { text }) => sum + text.length, 0);
    if (letters < min_letters || oddLetters < letters * min_share) return CLEAR;
    if (FEW_VOWELS.has(languageOf(shadow) ?? '')) return CLEAR;
    const hits = odd.map(({ text, start, end }) => ({
      term: text,
      ...sourceSpan(shadow, start, end),
    }));
    return matchOf('conduct.gibberish', 'body', hits);
  },
};
