import type { ShadowText } from '../shadow-text.js';
import { joinedWords } from './joined-words.js';
import type { KnownWords } from './known-words.js';
import type { Reading } from './reading.js';
import { signsReadAnew } from './signs-read-anew.js';
import { turnedWords } from './turned.js';

/**
 * Words that a text holds for whoever looks at it in another way: put together from pieces, turned
 * upside down, with signs read another way. Offsets into the shadow; linear in the text.
 */
export function otherReadings(shadow: ShadowText, known: KnownWords): readonly Reading[] {
  const joined = joinedWords(shadow, known);
  const turned = turnedWords(shadow);
  const anew = signsReadAnew(shadow);
  if (turned.length + anew.length === 0) return joined;
  return [...joined, ...turned, ...anew];
}
