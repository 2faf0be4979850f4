import { classOf, IS_BAR, IS_LETTER } from '../character-classes.js';
import { shadowIndexOf, type ShadowText } from '../shadow-text.js';
import { wordFrom, wordIndexAt } from '../words.js';
import type { Reading } from './reading.js';

const BARS = /[1|!]/gu;
const NONE: readonly never[] = [];

/**
 * Words in which a 1, a bar or an exclamation mark was read as an i: with an l, "assho1e", and
 * without what only splits the word, "as|shole".
 */
export function signsReadAnew(shadow: ShadowText): readonly Reading[] {
  if ((shadow.survey.seen & IS_BAR) === 0) return NONE;
  const { source, words } = shadow;
  const readings: Reading[] = [];
  let next = 0;
  for (const { index: bar } of source.matchAll(BARS)) {
    const place = shadowIndexOf(shadow, bar);
    const index = wordIndexAt(words, place);
    if (index < next || index >= words.count || (words.starts[index] as number) > place) continue;
    readAnew(shadow, index, readings);
    next = index + 1;
  }
  return readings;
}

function readAnew(shadow: ShadowText, index: number, into: Reading[]): void {
  const { source, text, starts, words } = shadow;
  const start = words.starts[index] as number;
  const end = words.ends[index] as number;
  let [withL, without] = ['', ''];
  let seen = 0;
  for (let at = start; at < end; at += 1) {
    const letter = text.charAt(at);
    const sign = letter === 'i' ? source.charAt(starts[at] as number) : letter;
    seen |= classOf(text.charCodeAt(at));
    const isBar = (classOf(sign.charCodeAt(0)) & IS_BAR) !== 0;
    withL += isBar ? 'l' : letter;
    if (!isBar || sign === '1') without += isBar ? sign : letter;
  }
  if ((seen & IS_LETTER) === 0) return;
  into.push({ ...wordFrom(withL, start, end), whole: true });
  into.push({ ...wordFrom(without, start, end), whole: true });
}
