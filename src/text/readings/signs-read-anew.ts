import { IS_BAR } from '../character-classes.js';
import { shadowIndexOf, type ShadowText, sourceSpan } from '../shadow-text.js';
import { type TextWord, wordAt, wordFrom, wordIndexAt } from '../words.js';

const BAR = /[1|!]/u;
const BARS = /[1|!]/gu;
const LETTER = /\p{L}/u;
const NONE: readonly never[] = [];

/**
 * Words in which a 1, a bar or an exclamation mark was read as an i: with an l, "assho1e", and
 * without what only splits the word, "as|shole".
 */
export function signsReadAnew(shadow: ShadowText): readonly TextWord[] {
  if ((shadow.survey.seen & IS_BAR) === 0) return NONE;
  const { source, text, words } = shadow;
  const indexes = new Set<number>();
  for (const { index: bar } of source.matchAll(BARS)) {
    const place = shadowIndexOf(shadow, bar);
    const word = wordIndexAt(words, place);
    if (word < words.count && (words.starts[word] ?? 0) <= place) indexes.add(word);
  }
  return [...indexes].flatMap((index) => {
    const { start, end, text: word } = wordAt(text, words, index);
    if (!LETTER.test(word)) return [];
    const signs = [...word].map((letter, at) => {
      const span = sourceSpan(shadow, start + at, start + at + 1);
      return letter === 'i' ? source.charAt(span.start) : letter;
    });
    const withL = signs.map((sign) => (BAR.test(sign) ? 'l' : sign)).join('');
    const without = signs.filter((sign) => sign !== '|' && sign !== '!').join('');
    return [withL, without].map((read) => wordFrom(read, start, end));
  });
}
