import { type ShadowText, sourceSpan } from '../shadow-text.js';
import { type TextWord, wordFrom } from '../words.js';

const EITHER = /[1|!]/u;
/** Where one of them stands for a letter, another letter is beside it. */
const IN_WORD = /\p{L}[1|!]|[1|!]\p{L}/u;

/**
 * Words in which a 1, a bar or an exclamation mark was read as an i: with an l, "assho1e", and
 * without what only splits the word, "as|shole".
 */
export function signsReadAnew(shadow: ShadowText): readonly TextWord[] {
  if (!EITHER.test(shadow.source) || !IN_WORD.test(shadow.source)) return [];
  return shadow.words.flatMap(({ text, start, end }) => {
    const whole = sourceSpan(shadow, start, end);
    if (!EITHER.test(shadow.source.slice(whole.start, whole.end))) return [];
    const signs = [...text].map((letter, at) => {
      const span = sourceSpan(shadow, start + at, start + at + 1);
      return letter === 'i' ? shadow.source.charAt(span.start) : letter;
    });
    const withL = signs.map((sign) => (EITHER.test(sign) ? 'l' : sign)).join('');
    const without = signs.filter((sign) => sign !== '|' && sign !== '!').join('');
    return [withL, without].map((read) => wordFrom(read, start, end));
  });
}
