import type { ShadowText } from '../shadow-text.js';
import type { TextWord } from '../words.js';
import { joinedWords, type Reach } from './joined-words.js';
import { wordsWithL } from './l-for-one.js';
import { turnedWords } from './turned.js';

/**
 * Words that a text holds for whoever looks at it in another way: put together from pieces, turned
 * upside down, with an l where an i was read. Offsets into the shadow; linear in the text.
 */
export function otherReadings(shadow: ShadowText, reach: Reach): readonly TextWord[] {
  const joined = joinedWords(shadow.text, shadow.words, reach);
  const turned = turnedWords(shadow);
  const withL = wordsWithL(shadow);
  return turned.length + withL.length === 0 ? joined : [...joined, ...turned, ...withL];
}
