import { IS_TURNED } from '../character-classes.js';
import { type ShadowText, shadowWords, sourceSpan } from '../shadow-text.js';
import { wordFrom } from '../words.js';
import type { Reading } from './reading.js';

/** Letters turned by half a turn, as those they are when the line is read from the other side. */
const TURNED: Readonly<Record<string, string>> = {
  ɐ: 'a', q: 'b', ɔ: 'c', p: 'd', ǝ: 'e', ə: 'e', ɟ: 'f', ƃ: 'g', ɓ: 'g', ɥ: 'h', ᴉ: 'i', ı: 'i',
  ı̣: 'i', ɾ: 'j', ʞ: 'k', l: 'l', ן: 'l', ꞁ: 'l', ɯ: 'm', u: 'n', o: 'o', d: 'p', b: 'q', ɹ: 'r',
  s: 's', ʇ: 't', n: 'u', ʌ: 'v', ʍ: 'w', x: 'x', ʎ: 'y', z: 'z', i: 'i', m: 'w', w: 'm',
};

/** Letters that are nothing but turned ones. */
const TELLTALE = /[ɐɔǝɟƃɥᴉɾʞꞁɯɹʇʌʍʎ]/u;
const NONE: readonly never[] = [];

/** Words that were written upside down, "ʞɔnɟ", as they read when the page is turned. */
export function turnedWords(shadow: ShadowText): readonly Reading[] {
  if ((shadow.survey.seen & IS_TURNED) === 0) return NONE;
  return shadowWords(shadow).flatMap(({ start, end }) => {
    const span = sourceSpan(shadow, start, end);
    const written = shadow.source.slice(span.start, span.end).toLowerCase();
    if (!TELLTALE.test(written)) return [];
    const read = [...written].reverse().map((letter) => TURNED[letter] ?? letter);
    return [{ ...wordFrom(read.join(''), start, end), whole: true }];
  });
}
